"""The form of an event: few fields make one, and what contradicts itself comes back with everything typed."""

import pytest
from django.urls import reverse

from kasper_site.directory.models import Event
from tests import factories
from tests.admin.test_directory_forms import hours_form

pytestmark = pytest.mark.django_db

ADD = "wagtailsnippets_directory_event:add"


@pytest.fixture(autouse=True)
def _site():
    factories.make_site()


def event_form(changes: list[dict] = (), **fields) -> dict:
    """A group on ten Thursdays from 4 March 2027 on."""
    data = {"name_fi": "Torstairyhmä", "kind": "ryhma", "first_date": "4.3.2027", "opens": "17.00", "closes": "19.00"}
    data |= {"repeats": "weekly", "times": "10", "holiday_policy": "closed", "status": "on"}
    return {**data, **hours_form("changes", list(changes)), **fields}


def test_few_fields_make_an_event(admin_client):
    cancelled = {"date": "11.3.2027", "is_cancelled": "on", "note": "Ohjaaja on sairaana."}
    assert admin_client.post(reverse(ADD), event_form([cancelled])).status_code == 302
    event = Event.objects.get()
    # Of the ten Thursdays one is Ascension Day.
    assert (event.slug, event.changes.count(), len(event.occurrences)) == ("torstairyhma", 1, 9)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([{"date": "12.3.2027", "is_cancelled": "on"}], "Tapahtumaa ei ole tuona päivänä."),
        ([{"date": "11.3.2027", "is_cancelled": "on"}] * 2, "Tuo päivä on jo luettelossa."),
        (
            [{"date": "11.3.2027", "is_cancelled": "on", "moved_to": "12.3.2027"}],
            "Kerta on joko peruttu tai siirretty.",
        ),
        ([{"date": "11.3.2027"}], "Kerro, mikä muuttuu"),
        ([{"date": "11.3.2027", "opens": "18.00"}], "Anna molemmat kellonajat"),
    ],
)
def test_a_changed_date_that_does_not_fit_is_refused(admin_client, rows, words):
    html = admin_client.post(reverse(ADD), event_form(rows)).content.decode()
    assert words in html
    assert "Torstairyhmä" in html
    assert not Event.objects.exists()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"repeats": "once", "times": "", "first_date": "4.3.2021"}, "Tapahtuman päivä on jo mennyt: 4.3.2021."),
        ({"first_date": "4.3.2021", "times": "2"}, "viimeinen 11.3.2021."),
        ({}, ""),
        ({"repeats": "once", "times": "", "first_date": "", "opens": "", "closes": "", "phone": "044 350 5179"}, ""),
    ],
)
def test_an_event_whose_days_have_passed_is_saved_and_told(admin_client, fields, words):
    response = admin_client.post(reverse(ADD), event_form(**fields), follow=True)
    event = Event.objects.get()
    edit = reverse("wagtailsnippets_directory_event:edit", args=[event.pk])
    changed = event_form(**{**fields, "slug": event.slug, "name_fi": "Toinen nimi"})
    for answer in (response, admin_client.post(edit, changed, follow=True)):
        warnings = [str(one) for one in answer.context["messages"] if one.level_tag == "warning"]
        assert bool(warnings) is bool(words)
        assert words in " ".join(warnings)
    assert Event.objects.get().name_fi == "Toinen nimi"


def test_a_preview_shows_what_is_typed(admin_client):
    event = factories.make_event(name_fi="Torstairyhmä")
    response = event.make_preview_request(preview_mode="sv")
    assert "varje torsdag" in response.content.decode().lower()
