"""The form of a helpline of others: nobody confirms its hours but by a tick of the hand."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from kasper_site.directory.models import OutsideHelpline
from tests import factories
from tests.admin.test_directory_forms import hours_form

pytestmark = pytest.mark.django_db

VIEW = "wagtailsnippets_directory_outsidehelpline"
LONG_AGO = date(2023, 8, 2)


@pytest.fixture(autouse=True)
def _site():
    factories.make_site()


def form(**fields) -> dict:
    data = {"name_fi": "Nollalinja", "phone": "080 005 005", "availability": "always", "sort_order": 1}
    return {**data, **hours_form("weekly_hours", []), **fields}


def tick(client, address: str):
    return BeautifulSoup(client.get(address).content, "html.parser").select_one("[name=is_confirmed_today]")


def saved(client, address: str, **fields) -> OutsideHelpline:
    assert client.post(address, form(**fields)).status_code == 302
    return OutsideHelpline.objects.get()


def test_a_new_one_is_confirmed_by_hand_alone(admin_client):
    address = reverse(f"{VIEW}:add")
    found = tick(admin_client, address)
    assert not found.has_attr("checked")
    assert not found.has_attr("data-confirms"), "the script would set the tick"
    new = saved(admin_client, address)
    assert (new.confirmed_on, new.schedule) == (None, None)
    assert not tick(admin_client, reverse(f"{VIEW}:edit", args=[new.pk])).has_attr("data-confirms")


def test_the_tick_confirms_it(admin_client):
    new = saved(admin_client, reverse(f"{VIEW}:add"), is_confirmed_today="on")
    assert new.confirmed_on == timezone.localdate()
    assert new.schedule
    assert tick(admin_client, reverse(f"{VIEW}:edit", args=[new.pk])).has_attr("data-confirms")


@pytest.mark.parametrize(
    ("fields", "confirmed"),
    [
        ({"name_fi": "Nollalinja yöllä"}, LONG_AGO),
        ({"is_closed_on_holidays": "on"}, None),
        (
            {"availability": "weekly", **hours_form("weekly_hours", [{"weekday": 0, "opens": "9", "closes": "24"}])},
            None,
        ),
    ],
)
def test_hours_that_change_without_the_tick_are_unconfirmed(admin_client, fields, confirmed):
    old = OutsideHelpline.objects.create(
        name_fi="Nollalinja", phone="080 005 005", availability="always", sort_order=1, confirmed_on=LONG_AGO
    )
    changed = saved(admin_client, reverse(f"{VIEW}:edit", args=[old.pk]), confirmed_on="2.8.2023", **fields)
    assert changed.confirmed_on == confirmed
    assert bool(changed.schedule) is bool(confirmed)


def test_search_words_confirm_nothing(admin_client):
    new = saved(admin_client, reverse(f"{VIEW}:add"), search_words="väkivalta,pelätä kotona")
    assert (new.search_words, new.confirmed_on) == ("väkivalta, pelätä kotona", None)
