"""A query that names a service, place or person shows it first: number, open now; never who is not shown to anybody."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Locale, Page

from tests import factories
from tests.search.searchable import index, results_page

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def home():
    return factories.make_site()


def make_service(name: str = "Tukiluuri", **fields):
    """A helpline with its page."""
    service = factories.make_service(name_fi=name, **fields)
    parent = factories.place_for("home.ServicePage")
    return factories.make_page("home.ServicePage", parent, title=name, service=service)


def make_place(name: str, **fields):
    place = factories.make_place(name_fi=name, **fields)
    return factories.make_page("home.PlacePage", factories.place_for("home.PlacePage"), title=name, place=place)


def named(query: str, path: str = "/haku/", **params: str) -> list[str]:
    """The names on the cards above the results."""
    cards = results_page(query, path, **params).select(".search > .help-card, .search > .person")
    return [card.select_one(".help-card-name, .person-name").get_text(strip=True) for card in cards]


@pytest.mark.parametrize("typed", ["tukiluuri", "Tukiluuriin", "tukiluurin numero", "tukilurri", "TUKILUURI!"])
def test_a_service_is_named_in_any_form(home, typed):
    make_service()
    index()
    card = results_page(typed).select_one(".search > .help-card")
    assert card.h2.a["href"].endswith("/tukiluuri/")
    assert card.select_one("a[href='tel:+358443505179']")
    assert card.select_one(".state").get_text(strip=True)


@pytest.mark.parametrize("typed", ["tuki", "luuri", "puhelin", "vertaistuki", "tukea", ""])
def test_a_part_of_a_name_is_no_name(home, typed):
    make_service()
    index()
    assert named(typed) == []


def test_the_town_alone_names_a_place_and_more_asks_for_texts(home):
    make_place("Kokemuskohtaamo Tikkurila")
    make_place("Kokemuskohtaamo Järvenpää")
    index()
    assert named("tikkurilassa") == ["Kokemuskohtaamo Tikkurila"]
    assert named("kokemuskohtaamo järvenpää") == ["Kokemuskohtaamo Järvenpää"]
    assert named("jarvenpaa") == ["Kokemuskohtaamo Järvenpää"]
    assert named("kokemuskohtaamo") == []
    assert named("lastensuojelu tikkurila") == []


def test_a_card_is_shown_on_the_first_page_of_all_results_only(home):
    make_service()
    index()
    assert named("tukiluuri", tyyppi="palvelu") == []


@pytest.mark.parametrize("how", ["unpublished", "expired"])
def test_a_service_that_no_visitor_reads_of_has_no_card(home, how):
    page = make_service(hours=0)
    factories.make_page("home.StandardPage", home, title="Tukiluuri ennen")
    index()
    assert named("tukiluuri") == ["Tukiluuri"]
    if how == "expired":
        Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
    else:
        page.unpublish()
    assert named("tukiluuri") == []


def test_a_card_is_in_the_pages_language(home):
    make_service(name_sv="Stödluren")
    language = Locale.objects.get(language_code="sv")
    factories.make_page("home.HomePage", Page.objects.get(depth=1), slug="sv", title="Start", locale=language)
    index()
    assert named("stödluren", "/sv/haku/") == ["Stödluren"]
    assert named("tukiluuri", "/sv/haku/") == ["Stödluren"]


# --- People -----------------------------------------------------------------------------------------------------------
@pytest.fixture
def contacts(home):
    """The page that lists the staff."""
    return factories.make_page("home.ContactPage", home, title="Yhteystiedot")


@pytest.mark.parametrize("typed", ["Ilona Teikari", "teikari", "Teikarin puhelin", "ilona teikarille", "Teikarin"])
def test_a_person_is_named_by_the_surname(contacts, typed):
    factories.make_person(name="Ilona Teikari")
    index()
    assert named(typed) == ([] if typed == "Teikarin puhelin" else ["Ilona Teikari"])


@pytest.mark.parametrize(
    ("typed", "is_named"), [("talouspäällikkö", True), ("talouspäällikön puhelin", True), ("talous", False)]
)
def test_a_person_is_named_by_the_role(contacts, typed, is_named):
    factories.make_person(name="Ilona Teikari", role_fi="Talouspäällikkö")
    index()
    assert named(typed) == (["Ilona Teikari"] if is_named else [])


def test_a_first_name_alone_names_nobody(contacts):
    factories.make_person(name="Ilona Teikari")
    index()
    assert named("ilona") == []


def test_who_has_left_or_is_on_no_page_has_no_card(contacts):
    today = timezone.localdate()
    person = factories.make_person(name="Ilona Teikari")
    index()
    assert named("Teikari") == ["Ilona Teikari"]
    for fields in (
        {"until_date": today - timedelta(days=1)},
        {"from_date": today + timedelta(days=1)},
        {"is_in_staff_list": False},
    ):
        type(person).objects.filter(pk=person.pk).update(
            **{"until_date": None, "from_date": None, "is_in_staff_list": True, **fields}
        )
        assert named("Teikari") == [], fields
        assert "Teikari" not in results_page("Teikari").main.get_text().replace("haulle ”Teikari”", "")


def test_somebody_on_a_hidden_page_only_has_no_card(contacts):
    factories.make_person(name="Ilona Teikari")
    index()
    contacts.unpublish()
    assert named("Teikari") == []
