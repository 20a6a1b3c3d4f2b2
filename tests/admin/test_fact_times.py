"""The times in the forms of facts: midnight is 24 in all of them, and a wrong time comes back with an example."""

from datetime import time

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation

from kasper_site.directory.models import Event, EventChange, Service, WeeklyHours
from kasper_site.directory.today import typed
from tests import factories
from tests.admin.test_directory_forms import hours_form, service_form
from tests.admin.test_event_form import event_form

pytestmark = pytest.mark.django_db

ADD_SERVICE, ADD_EVENT = "wagtailsnippets_directory_service:add", "wagtailsnippets_directory_event:add"
EXAMPLE = "”{}” ei ole kellonaika. Kirjoita esimerkiksi 9 tai 9.30."


@pytest.fixture(autouse=True)
def _site():
    factories.make_site()


def week(opens: str, closes: str) -> dict:
    return service_form() | hours_form("weekly_hours", [{"weekday": 4, "opens": opens, "closes": closes}])


@pytest.mark.parametrize("closes", ["24", "24.00", "klo 24", "0.00"])
def test_hours_and_events_last_until_24(admin_client, closes):
    assert admin_client.post(reverse(ADD_SERVICE), week("18", closes)).status_code == 302
    assert Service.objects.get().weekly_hours.get().closes == time(0)
    changed = [{"date": "11.3.2027", "opens": "18", "closes": closes}]
    assert admin_client.post(reverse(ADD_EVENT), event_form(changed, closes=closes)).status_code == 302
    assert (Event.objects.get().closes, EventChange.objects.get().closes) == (time(0), time(0))


def test_midnight_comes_back_as_24(admin_client):
    service = factories.make_service()
    service.weekly_hours.update(opens=time(0), closes=time(0))
    html = admin_client.get(reverse("wagtailsnippets_directory_service:edit", args=[service.pk])).content
    soup = BeautifulSoup(html, "html.parser")
    shown = [soup.select_one(f"[name=weekly_hours-0-{name}]")["value"] for name in ("opens", "closes")]
    assert shown == ["00.00", "24"]


@pytest.mark.parametrize(
    ("opens", "closes", "wrong"), [("9", "25:00", "25:00"), ("24", "3", "24"), ("ysi", "15", "ysi")]
)
def test_what_is_no_time_is_told_with_an_example(admin_client, opens, closes, wrong):
    for address, form in ((ADD_SERVICE, week(opens, closes)), (ADD_EVENT, event_form(opens=opens, closes=closes))):
        assert EXAMPLE.format(wrong) in admin_client.post(reverse(address), form).content.decode()
    assert not Service.objects.exists()
    assert not Event.objects.exists()


def test_a_long_text_is_not_repeated_whole(admin_client):
    errors = admin_client.post(reverse(ADD_EVENT), event_form(opens="9" * 5000)).context["form"].errors["opens"]
    assert EXAMPLE.format("9" * 40) in errors


def test_all_say_the_same_of_midnight():
    with translation.override("fi"):
        said = []
        for check in (
            lambda: typed.read_span("15", "9"),
            WeeklyHours(opens=time(15), closes=time(9)).clean,
            Event(first_date="2027-03-04", opens=time(15), closes=time(9)).clean,
        ):
            with pytest.raises(ValidationError) as caught:
                check()
            said += caught.value.message_dict["closes"]
    assert said[0] == said[1]
    assert all("Keskiyö on 24" in words for words in said)
