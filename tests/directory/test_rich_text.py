"""Facts in running text: stored as which fact is meant, shown as what the directory says now."""

import json
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.rich_text import expand_db_html

from kasper_site.cms.publish_checks.known import known_facts
from kasper_site.cms.richtext import BODY_FEATURES, PARAGRAPH_FEATURES
from kasper_site.directory.rich_text import facts, keys
from kasper_site.directory.rich_text.checks import lost_facts
from kasper_site.users.models import User
from tests import factories
from tests.cms.publish_checks.drafts import draft, rich

pytestmark = pytest.mark.django_db

NBSP = "\N{NO-BREAK SPACE}"


def embed(key: str) -> str:
    """A fact as it is stored."""
    return f'<embed embedtype="fact" id="{key}"/>'


def shown(key: str) -> str:
    """A fact as a visitor gets it."""
    return expand_db_html(embed(key))


@pytest.fixture
def service():
    return factories.make_service(name_fi="Tukiluuri", phone="044 350 5179")


@pytest.fixture
def place():
    return factories.make_place(venue="Pikku-Kartano", street_address="Pajalantie 35", municipality="Järvenpää")


@pytest.fixture
def person():
    return factories.make_person(name="Sanna Välimäki", phone="044 493 4546", email="sanna.valimaki@suomenkasper.fi")


# --- Keys -------------------------------------------------------------------------------------------------------------
def test_a_key_reads_as_it_is_written():
    assert str(keys.parse("service:3:phone")) == "service:3:phone"


@pytest.mark.parametrize(
    "text",
    [None, "", "3", "service:3", "service:x:phone", "service:3:address", "user:1:password", "service:٣:phone",
     "service:3:phone ", "service:-3:phone", "service:" + "9" * 40 + ":phone"],
)  # fmt: skip
def test_what_is_no_key_is_none(text):
    assert keys.parse(text) is None


def test_keys_in_a_text_in_order():
    html = f"<p>{embed('service:1:phone')} tai {embed('person:2:email')} {embed('?')}</p>"
    assert [str(key) for key in keys.in_text(html)] == ["service:1:phone", "person:2:email", "None"]


# --- What a visitor gets ----------------------------------------------------------------------------------------------
def test_a_service(service):
    assert shown(f"service:{service.pk}:phone") == f'<a href="tel:+358443505179">044{NBSP}350{NBSP}5179</a>'
    assert shown(f"service:{service.pk}:hours") == f"keskiviikkoisin klo{NBSP}8–8.30"


def test_a_place(place):
    assert shown(f"place:{place.pk}:address") == "Pikku-Kartano, Pajalantie 35, Järvenpää"
    assert shown(f"place:{place.pk}:hours") == f"keskiviikkoisin klo{NBSP}8–8.30"


def test_a_person(person):
    address = "sanna.valimaki@suomenkasper.fi"
    assert shown(f"person:{person.pk}:name") == "Sanna Välimäki"
    assert shown(f"person:{person.pk}:phone") == f'<a href="tel:+358444934546">044{NBSP}493{NBSP}4546</a>'
    assert shown(f"person:{person.pk}:email") == f'<a href="mailto:{address}">{address}</a>'


def test_a_changed_number_shows_at_once(service):
    service.phone = "116 111"
    service.save()
    assert shown(f"service:{service.pk}:phone") == f'<a href="tel:116111">116{NBSP}111</a>'


@pytest.mark.parametrize("part", ["name", "phone", "email"])
def test_of_who_has_left_only_the_name_shows(person, part):
    person.until_date = date.today() - timedelta(days=1)
    person.save()
    assert shown(f"person:{person.pk}:{part}") == "Sanna Välimäki"


def test_a_service_without_number_and_hours_shows_by_its_name():
    service = factories.make_service(hours=0, phone="", name_fi="Tukiluuri")
    assert shown(f"service:{service.pk}:phone") == shown(f"service:{service.pk}:hours") == "Tukiluuri"


@pytest.mark.parametrize("key", ["service:4711:phone", "person:4711:name", "place:4711:address", "nonsense", ""])
def test_what_is_not_in_the_directory_leaves_nothing(key):
    assert expand_db_html(f"<p>Soita {embed(key)}.</p>") == "<p>Soita .</p>"


def test_what_editors_type_into_the_directory_is_escaped():
    person = factories.make_person(name='<script>alert("1")</script>', email="")
    assert "<script>" not in shown(f"person:{person.pk}:name")
    assert "<script>" not in shown(f"person:{person.pk}:email")


# --- The editor and back ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("features", [BODY_FEATURES, PARAGRAPH_FEATURES])
def test_a_text_comes_back_from_the_editor_as_it_was(service, place, person, features):
    parts = [f"service:{service.pk}:hours", f"place:{place.pk}:address", f"person:{person.pk}:email", "person:99:name"]
    html = (
        f'<p data-block-key="a1">Soita {embed(f"service:{service.pk}:phone")}, '
        + " tai ".join(embed(part) for part in parts)
        + f" <b>{embed(f'place:{place.pk}:hours')}</b>!</p>"
    )
    converter = ContentstateConverter(features)
    assert converter.to_database_format(converter.from_database_format(html)) == html


def test_the_editor_shows_todays_value_as_one_piece(service):
    html = f'<p data-block-key="a1">Soita {embed(f"service:{service.pk}:phone")} heti.</p>'
    state = json.loads(ContentstateConverter(BODY_FEATURES).from_database_format(html))
    assert state["blocks"][0]["text"] == f"Soita 044{NBSP}350{NBSP}5179 heti."
    assert state["blocks"][0]["entityRanges"] == [{"key": 0, "offset": 6, "length": 12}]
    entity = state["entityMap"]["0"]
    assert (entity["type"], entity["mutability"]) == ("FACT", "IMMUTABLE")
    assert entity["data"]["id"] == f"service:{service.pk}:phone"
    assert entity["data"]["label"].startswith("Tukiluuri: ")


# --- Few queries ------------------------------------------------------------------------------------------------------
def page_with_facts(home, count: int):
    """A page of text with facts in paragraphs of their own: as many people, services and places as `count` says."""
    rows = [
        *(f"person:{factories.make_person().pk}:phone" for _number in range(count)),
        *(f"service:{factories.make_service().pk}:hours" for _number in range(count)),
        *(f"place:{factories.make_place().pk}:address" for _number in range(count)),
    ]
    body = [("paragraph", {"text": f"<p>{embed(row)}</p>"}) for row in rows]
    return factories.make_page("home.StandardPage", home, body=body)


def queries(page) -> int:
    client = Client()
    client.get(page.url)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(page.url)
    assert response.status_code == 200
    assert b"<embed" not in response.content
    return len(captured)


def test_many_facts_cost_no_more_queries_than_few():
    home = factories.make_site()
    without = queries(factories.make_page("home.StandardPage", home))
    few, many = (queries(page_with_facts(home, count)) for count in (1, 10))
    assert few == many
    assert few - without <= 2
    assert few <= 10


def test_facts_are_kept_for_a_request_and_no_longer(person):
    key = f"person:{person.pk}:name"
    facts.start()
    try:
        assert facts.current() is facts.current()
        assert shown(key) == "Sanna Välimäki"
        person.name = "Sanna V."
        person.save()
        assert shown(key) == "Sanna V."
    finally:
        facts.stop()
    assert facts.current() is not facts.current()


# --- The chooser ------------------------------------------------------------------------------------------------------
@pytest.fixture
def editor(client):
    client.force_login(User.objects.create_superuser("toimittaja"))
    return client


def rows(response) -> str:
    return response.content.decode().replace(NBSP, " ")


def test_the_chooser_lists_facts_with_what_they_say(editor, service, place, person):
    response = editor.get(reverse("fact_chooser:choose"))
    html = json.loads(response.content)["html"].replace(NBSP, " ")
    for text in ("044 350 5179", "keskiviikkoisin klo 8–8.30", "Pajalantie 35", "sanna.valimaki@suomenkasper.fi"):
        assert text in html


@pytest.mark.parametrize(
    ("typed", "found"),
    [("tukiluuri", True), ("0443505", True), ("044 350", True), ("sanna", False), ("040", False), ("x" * 400, True)],
)
def test_the_chooser_finds_names_and_numbers(editor, service, person, typed, found):
    response = editor.get(reverse("fact_chooser:choose_results"), {"q": typed})
    assert response.status_code == 200
    assert ("044 350 5179" in rows(response)) is found


def test_the_chooser_offers_nothing_of_who_has_left(editor, person):
    person.until_date = date.today() - timedelta(days=1)
    person.save()
    assert "Välimäki" not in rows(editor.get(reverse("fact_chooser:choose_results")))


def test_the_chosen_fact_for_the_editors_script(editor, service):
    key = f"service:{service.pk}:phone"
    answer = json.loads(editor.get(reverse("fact_chooser:chosen", args=[key])).content)
    assert answer["step"] == "chosen"
    assert answer["result"]["id"] == key
    assert answer["result"]["text"] == f"044{NBSP}350{NBSP}5179"


@pytest.mark.parametrize("key", ["service:4711:phone", "nonsense"])
def test_a_fact_that_is_gone_cannot_be_chosen(editor, key):
    assert editor.get(reverse("fact_chooser:chosen", args=[key])).status_code == 404


def test_the_chooser_is_for_editors(client):
    assert client.get(reverse("fact_chooser:choose")).status_code == 302


# --- The publish check ------------------------------------------------------------------------------------------------
def test_the_check_knows_the_directory(service, place, person):
    known = known_facts()
    assert ("044 350 5179", "Tukiluuri") in [(contact.value, contact.owner) for contact in known.phones]
    assert [contact.owner for contact in known.emails] == ["Sanna Välimäki"]
    assert {hours.owner for hours in known.hours} == {"Tukiluuri", place.name}


def test_the_check_forgets_who_has_left(person):
    person.until_date = date.today() - timedelta(days=1)
    person.save()
    assert known_facts().phones == known_facts().emails == ()


def test_the_check_asks_about_facts_that_say_nothing(service, person):
    person.until_date = date.today() - timedelta(days=1)
    person.save()
    texts = [embed(f"service:{service.pk}:phone"), embed(f"person:{person.pk}:phone"), embed("person:4711:name")]
    findings = list(lost_facts(draft(*(rich(f"<p>{text}</p>") for text in texts))))
    assert [finding.code for finding in findings] == ["lost-fact", "lost-fact"]
    assert "Sanna Välimäki" in findings[0].message
    assert not any(finding.is_blocking for finding in findings)
