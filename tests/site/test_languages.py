"""The other languages of a page: a switch where the page is there, an honest note where it is not."""

from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client
from wagtail.models import Locale, Page

from kasper_site.cms.models import Menu, MenuLink, SiteSettings
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.database]

XHTML = "{http://www.w3.org/1999/xhtml}link"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def home():
    return factories.make_site()


def translate(page: Page, code: str, parent: Page, **fields) -> Page:
    """The page in another language, below `parent`."""
    values = {"locale": Locale.objects.get(language_code=code), "translation_key": page.translation_key}
    return factories.make_page(page._meta.label, parent, **{**values, **fields})


def front(home: Page, code: str, **fields) -> Page:
    """The front page in another language."""
    return translate(home, code, home.get_parent(), title=f"Kasper {code}", slug=f"kasper-{code}", **fields)


def soup(path: str) -> BeautifulSoup:
    response = Client().get(path)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def switch(path: str, where: str = ".languages") -> list[tuple]:
    """The links to other languages near the top: words, address, `lang` and `hreflang`."""
    return [
        (link.get_text(), link["href"], link.get("lang"), link.get("hreflang"))
        for link in soup(path).select(f"{where} a")
    ]


def alternates(path: str) -> dict[str, str]:
    found = soup(path).select("link[rel=alternate][hreflang]")
    return {link["hreflang"]: link["href"].removeprefix(settings.PUBLIC_URL) for link in found}


def in_sitemap() -> dict[str, dict[str, str]]:
    """Of each address in the sitemap: the alternates by language."""
    root = ElementTree.fromstring(Client().get("/sitemap.xml").content)
    return {
        url.find(f"{SITEMAP}loc").text.removeprefix(settings.PUBLIC_URL): {
            link.get("hreflang"): link.get("href").removeprefix(settings.PUBLIC_URL) for link in url.iter(XHTML)
        }
        for url in root.iter(f"{SITEMAP}url")
    }


# --- The switch -------------------------------------------------------------------------------------------------------
def test_a_page_links_to_itself_in_each_language_in_which_it_is(home):
    swedish, english = front(home, "sv"), front(home, "en")
    page = factories.make_page("home.StandardPage", home, title="Meistä", slug="meista")
    translate(page, "sv", swedish, title="Om oss", slug="om-oss")
    translate(page, "en", english, title="About", slug="about")
    assert switch("/meista/") == [
        ("Svenska", "/sv/om-oss/", "sv", "sv"),
        ("English", "/en/about/", "en", "en"),
    ]
    assert switch("/sv/om-oss/")[0] == ("Suomi", "/meista/", "fi", "fi")
    assert switch("/")[0] == ("Svenska", "/sv/", "sv", "sv")


@pytest.mark.parametrize("how", ["draft", "private", None])
def test_without_a_visible_sibling_the_note_leads_to_the_front_page(home, how):
    swedish = front(home, "sv")
    page = factories.make_page("home.StandardPage", home, title="Meistä", slug="meista")
    if how:
        sibling = translate(page, "sv", swedish, title="Om oss", slug="om-oss", live=how != "draft")
    if how == "private":
        sibling.view_restrictions.create(restriction_type="login")
    assert switch("/meista/") == [("Svenska: start", "/sv/", "sv", "sv")]
    assert alternates("/meista/") == {}
    note = soup("/meista/").select_one(".site-footer li[lang=sv]")
    assert " ".join(note.get_text().split()) == "Den här sidan finns inte på svenska. Startsidan på svenska"
    assert note.a["href"] == "/sv/"


def test_the_note_on_a_swedish_page_is_in_finnish_and_english(home):
    swedish = front(home, "sv")
    front(home, "en")
    factories.make_page("home.StandardPage", swedish, slug="bara", locale=swedish.locale)
    assert [words for words, *_rest in switch("/sv/bara/")] == ["Suomi: etusivu", "English: home"]


def test_a_language_of_which_nothing_is_visible_is_not_named(home):
    front(home, "sv", live=False)
    factories.make_page("home.StandardPage", home, slug="meista")
    assert switch("/meista/") == switch("/meista/", ".site-footer li[lang]") == switch("/") == []


def test_the_search_stays_the_same_search(home):
    assert switch("/sv/haku/?q=tuki") == [
        ("Suomi", "/haku/?q=tuki", "fi", "fi"),
        ("English", "/en/haku/?q=tuki", "en", "en"),
    ]


@pytest.mark.parametrize(
    "address", ["/palaute/saavutettavuus/", "/palaute/saavutettavuus/kiitos/", "/tilaa/", "/tilaa/posti/"]
)
def test_a_form_and_its_thanks_lead_to_themselves_in_each_language(home, address):
    assert switch(f"/sv{address}") == [
        ("Suomi", address, "fi", "fi"),
        ("English", f"/en{address}", "en", "en"),
    ]
    for _name, url, code, _code in switch(f"/sv{address}"):
        assert soup(url).html["lang"] == code


# --- For search engines -----------------------------------------------------------------------------------------------
def test_head_and_sitemap_name_the_same_alternates(home):
    swedish = front(home, "sv")
    page = factories.make_page("home.StandardPage", home, slug="meista")
    translate(page, "sv", swedish, slug="om-oss")
    factories.make_page("home.StandardPage", home, slug="yksin")
    told = {"fi": "/meista/", "sv": "/sv/om-oss/", "x-default": "/meista/"}
    assert alternates("/meista/") == alternates("/sv/om-oss/") == told
    found = in_sitemap()
    assert found["/meista/"] == found["/sv/om-oss/"] == told
    assert found["/"] == {"fi": "/", "sv": "/sv/", "x-default": "/"}
    assert found["/yksin/"] == {}


def test_a_hidden_translation_is_no_alternate(home):
    swedish = front(home, "sv")
    page = factories.make_page("home.StandardPage", home, slug="meista")
    translate(page, "sv", swedish, slug="om-oss", live=False)
    kept_out = factories.make_page("home.StandardPage", home, slug="toinen")
    translate(kept_out, "sv", swedish, slug="annan", is_noindex=True)
    found = in_sitemap()
    assert found["/meista/"] == found["/toinen/"] == {}


def test_the_sitemap_costs_as_much_with_twenty_pages_as_with_two(home, django_assert_num_queries):
    swedish = front(home, "sv")

    def add(count: int) -> None:
        for _number in range(count):
            translate(factories.make_page("home.StandardPage", home), "sv", swedish)

    add(2)
    in_sitemap()
    with django_assert_num_queries(6):
        in_sitemap()
    add(18)
    with django_assert_num_queries(6):
        assert len(in_sitemap()) == 42


# --- Words of another language ----------------------------------------------------------------------------------------
def test_a_finnish_name_is_marked_on_a_swedish_page(home):
    SiteSettings.objects.update(finnish_names="Tukiluuri\n\nKokemuskohtaamo")
    swedish = front(home, "sv")
    fields = {"introduction": "Ring Tukiluuri!", "locale": swedish.locale}
    page = factories.make_page("home.StandardPage", swedish, title="Tukiluuri", slug="stod", **fields)
    menu = Menu.objects.create(locale=swedish.locale)
    MenuLink.objects.create(menu=menu, page=page, label="Tukiluuri")
    MenuLink.objects.create(menu=menu, page=home, label="På finska")
    found = soup("/sv/stod/")
    assert found.h1.find(lang="fi").get_text() == "Tukiluuri"
    assert found.select_one(".lead [lang=fi]").get_text() == "Tukiluuri"
    assert found.select_one(".menu-list [lang=fi]").get_text() == "Tukiluuri"
    assert found.title.get_text().startswith("Tukiluuri")
    assert not soup("/").select("main [lang=fi]")


def test_what_is_missing_in_swedish_stands_in_finnish_and_says_so(home):
    swedish = front(home, "sv")
    index = factories.make_page("home.HelpIndexPage", swedish, slug="stod", locale=swedish.locale)
    service = factories.make_service(name_fi="Auttava puhelin", note_fi="Voit soittaa.", note_sv="Du kan ringa.")
    factories.make_page("home.ServicePage", index, service=service, locale=swedish.locale)
    factories.make_place()
    found = soup("/sv/stod/")
    assert found.select_one(".help-card-name")["lang"] == "fi"
    assert found.find("p", string="Du kan ringa.").get("lang") is None
    assert found.select_one("address")["lang"] == "fi"
    service.name_sv = "Stödtelefon"
    service.save()
    assert soup("/sv/stod/").select_one(".help-card-name").get("lang") is None
