"""A query that names a helpline, service, place or person shows it first, by name, number or an editor's words."""

from datetime import datetime, time, timedelta

import pytest
import time_machine
from django.utils import timezone
from wagtail.models import Locale, Page

from kasper_site.directory.help_bar import kept
from kasper_site.directory.hours import HELSINKI
from kasper_site.directory.models import OutsideHelpline, OutsideHours, Service
from tests import factories
from tests.search.searchable import index, make_helpline, make_place, make_service, named, results_page, suggested

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def home():
    return factories.make_site()


@pytest.mark.parametrize("typed", ["tukiluuri", "Tukiluuriin", "tukiluurin numero", "tukilurri", "TUKILUURI!"])
def test_a_service_is_named_in_any_form(home, typed):
    make_service()
    index()
    card = results_page(typed).select_one(".search > .help-cards > .help-card")
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
    page = make_service(hours=0, phone="")  # with a number it would stand in the help bar
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


# --- Search words -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        ("tukipuhelin", True),
        ("tukipuhelimen numero", True),
        ("Mihin voin soittaa?", True),
        ("soitan", False),
        ("mihin", False),
        ("puhelin", False),
        ("tukipuhelun", False),  # a word of its own, no slip
        ("tukipuhlein", True),
        ("pelkaan kotona", True),
        ("pelaan kotona", False),
    ],
)
def test_a_service_is_found_by_its_search_words(home, typed, is_found):
    make_service(search_words="tukipuhelin, mihin soittaa, pelätä kotona")
    index()
    assert named(typed) == (["Tukiluuri"] if is_found else [])


def test_a_slip_counts_as_the_word_that_the_texts_hold(home):
    make_service("Luuri", search_words="vertaistuki")
    factories.make_page("home.StandardPage", home, title="Vertaistuki")
    index()
    assert named("vertaistuli") == ["Luuri"]
    page = Page.objects.get(depth=1)
    factories.make_page(
        "home.HomePage", page, slug="sv", title="Kamratstödet", locale=Locale.objects.get(language_code="sv")
    )
    index()
    Service.objects.filter(name_fi="Luuri").update(search_words="kamratstödet")
    assert named("kamratstodet", "/sv/haku/") == ["Luuri"]


def test_a_place_is_found_by_its_search_words_as_long_as_visitors_read_of_it(home):
    page = make_place("Kokemuskohtaamo Tikkurila", hours=0, search_words="matalan kynnyksen paikka")
    index()
    assert named("matalan kynnyksen paikkoja") == ["Kokemuskohtaamo Tikkurila"]
    page.unpublish()
    assert named("matalan kynnyksen paikkoja") == []


def test_who_is_typed_by_name_comes_before_who_is_found_by_a_word(contacts):
    make_service(search_words="puhelinnumero")
    factories.make_person(name="Ilona Teikari")
    index()
    assert named("ilona teikari puhelinnumero") == ["Ilona Teikari", "Tukiluuri"]


# --- Helplines of others ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("väkivaltaa", ["Hätänumero", "Nollalinja", "Kriisipuhelin"]),
        ("vakivallasta", ["Hätänumero", "Nollalinja", "Kriisipuhelin"]),
        ("itsemurhaa suunnittelen", ["Hätänumero", "Kriisipuhelin"]),
        ("itsmurhaa", ["Hätänumero", "Kriisipuhelin"]),
        ("mies hakkaa", ["Nollalinja"]),
        ("nollalinjan numero", ["Nollalinja"]),
        ("häät", []),
        ("linja", []),
    ],
)
def test_words_of_need_bring_the_helplines_in_the_editors_order(helplines, typed, names):
    assert named(typed) == names


def test_a_helpline_comes_before_ours(helplines):
    make_service(search_words="väkivalta")
    OutsideHelpline.objects.filter(sort_order__gt=20).delete()
    assert named("väkivalta tukiluuri") == ["Hätänumero", "Nollalinja", "Tukiluuri"]


def test_the_card_of_a_helpline_tells_number_purpose_hours_and_day_of_checking(helplines):
    card = results_page("nollalinja").select_one(".help-card")
    assert card.select_one("a.button-call")["href"] == "tel:+35880005005"
    assert card.select_one(".state-open").get_text(strip=True) == "Auki vuorokauden ympäri"
    assert "Väkivalta kotona" in card.get_text()
    assert "21.11.2026" in card.select_one(".checked").get_text()
    assert not card.select(".help-card-hours")


@pytest.mark.parametrize("fields", [{"availability": "unknown"}, {"confirmed_on": None}])
def test_a_helpline_whose_hours_nobody_has_confirmed_is_not_called_open(helplines, fields):
    OutsideHelpline.objects.filter(name_fi="Nollalinja").update(**fields)
    card = results_page("nollalinja").select_one(".help-card")
    assert card.select_one("a[href='tel:+35880005005']")
    assert not card.select(".state, .help-card-hours")


@time_machine.travel(datetime(2026, 11, 22, 12, tzinfo=HELSINKI), tick=False)  # a Sunday
def test_a_helpline_with_weekly_hours_tells_them(helplines):
    line = OutsideHelpline.objects.get(name_fi="Nollalinja")
    OutsideHours.objects.create(helpline=line, weekday=0, opens=time(9), closes=time(15))
    OutsideHelpline.objects.filter(pk=line.pk).update(availability="weekly")
    card = results_page("nollalinja").select_one(".help-card")
    state = card.select_one(".state")
    assert "state-open" not in state["class"]
    assert state["data-live"] == f"outside:{line.pk}"
    assert "aanantaisin" in card.select_one(".help-card-hours").get_text().lower()


# --- Nothing else, nothing at all -------------------------------------------------------------------------------------
def test_below_a_card_the_page_does_not_say_that_nothing_was_found(home):
    make_service(phone="044 000 0001")
    index()
    page = results_page("0440000001")
    assert page.select_one("#tulokset").get_text(strip=True) == "Muuta ei löytynyt haulle ”0440000001”"
    assert len(page.select("main .help-card")) == 1
    assert "Tarkista kirjoitusasu" not in page.get_text()


@time_machine.travel(datetime(2026, 11, 22, 12, tzinfo=HELSINKI), tick=False)  # a Sunday
def test_where_nothing_is_found_those_who_answer_now_are_told_after_ours(helplines, settings, tmp_path):
    settings.VAR_DIR = tmp_path
    make_service(sort_order=1)
    kept.write()
    page = results_page("qwertyqwerty")
    assert page.select_one("main .help-card-name").get_text(strip=True) == "Tukiluuri"
    numbers = [link["href"] for link in page.select("main [data-live=answering] a")]
    assert numbers == ["tel:112", "tel:+35880005005", "tel:+358925250111"]
    with time_machine.travel(datetime(2026, 11, 25, 8, 15, tzinfo=HELSINKI), tick=False):  # ours is open
        assert not results_page("qwertyqwerty").select("main [data-live=answering] a")


# --- Cost -------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("typed", ["väkivalta", "0443505179", "qwertyqwerty"])
def test_cards_cost_as_much_with_many_helplines_as_with_few(helplines, typed, django_assert_max_num_queries):
    make_service()
    for number in range(20):
        make_helpline(f"Toinen {number}", f"09 000 00{number:02}", search_words="väkivalta")
    index()
    results_page(typed)
    with django_assert_max_num_queries(34):
        results_page(typed)


# --- Names and words as people write them -----------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Anna-Maija Kamppeli", "Anna-Maija Kamppeli"),
        ("Anna-Maija Kamppeli", "anna maija kamppeli"),
        ("Aino Kärppä-Zorkkeli", "Kärppä-Zorkkeli"),
        ("Aino Kärppä-Zorkkeli", "Aino Kärppä-Zorkkeli"),
        ("Eva On", "Eva On"),
        ("Matti Zorkkeli (ma.)", "Matti Zorkkeli"),
        ("Matti Zorkkeli (ma.)", "zorkkelin"),
    ],
)
def test_a_name_with_a_hyphen_a_small_word_or_an_addition(contacts, name, typed):
    factories.make_person(name=name)
    index()
    assert named(typed) == [name]


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ("äiti-lapsi-ryhmä", "äiti-lapsi-ryhmä"),
        ("äiti-lapsi-ryhmä", "äiti lapsi ryhmään"),
        ("turvakoti", "turva koti"),
        ("itsemurha", "itse murha"),
        ("turvakoti", "turva-koti"),
    ],
)
def test_search_words_written_together_apart_or_with_a_hyphen(home, words, typed):
    make_helpline("Apua-linja", "080 005 005", search_words=words)
    index()
    assert named(typed) == named("apua-linja") == ["Apua-linja"]


def test_a_helpline_without_page_or_hours_stands_in_the_help_bar_and_so_has_a_card(home):
    factories.make_service(hours=0, name_fi="Hiljalinja", phone="044 999 1234", slug="hiljalinja")
    index()
    assert named("hiljalinja") == ["Hiljalinja"]
    assert suggested("hilj") == ["Hiljalinja"]
