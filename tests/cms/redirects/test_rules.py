"""What an old address may be and where it may lead."""

import pytest
from django.http import Http404
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, PageViewRestriction

from kasper_site.cms.redirects import rules
from kasper_site.cms.redirects.rules import Refused
from kasper_site.cms.redirects.site_map import SiteMap
from tests.factories import make_page, make_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return make_site()


@pytest.fixture
def about(home):
    return make_page("home.StandardPage", home, title="Meistä", slug="meista")


def old(text: str) -> str:
    return rules.old_path(text, SiteMap())


def target(text: str, from_path: str = "/vanha"):
    return rules.target(text, SiteMap(), from_path)


def refusal(call, *arguments) -> str:
    with pytest.raises(Refused) as refused:
        call(*arguments)
    return str(refused.value)


# --- Old addresses ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/vanha/", "/vanha"),
        ("vanha", "/vanha"),
        ("  /vanha  ", "/vanha"),
        ("/vanha#osa", "/vanha"),
        ("/sivu.php?id=7&a=1", "/sivu.php?a=1&id=7"),
        ("https://vanha.example.fi/tietoa/", "/tietoa"),
        ("www.example.fi/tietoa", "/tietoa"),
        ("/äiti", "/äiti"),
        ("/%C3%A4iti", "/äiti"),
        ("/a\u0308iti", "/äiti"),
        ("/vanha sivu", "/vanha%20sivu"),
        ("/haku-vanha", "/haku-vanha"),
        ("/svenska", "/svenska"),
    ],
)
def test_one_spelling_for_each(about, text, path):
    assert old(text) == path


@pytest.mark.parametrize("text", ["/vanha sivu/", "/äiti", "/a\u0308iti", "/%22x%22", "/sivu.php?b=2&a=1"])
def test_the_spelling_is_the_one_that_is_looked_up(about, client, text):
    Redirect.objects.create(old_path=old(text), redirect_page=about)
    assert client.get(text.replace("a\u0308", "ä")).headers["Location"] == "/meista/"


@pytest.mark.parametrize(
    "text",
    [
        "/hallinta/",
        "/hallinta",
        "/hallinta/pages/",
        "/media/images/a.jpg",
        "/tiedostot/",
        "/haku/",
        "/haku?q=a",
        "/sv/haku/",
        "/en/haku/",
        "/terveys/",
        "/sitemap.xml",
        "/robots.txt",
        "/static/css/site.css",
        "https://www.example.fi/static/a",
    ],
)
def test_the_sites_own_places_are_reserved(about, text):
    assert "Sivusto käyttää itse osoitetta" in refusal(old, text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Osoite puuttuu."),
        ("   ", "Osoite puuttuu."),
        ("//evil.example/a", "Kirjoita vanha osoite muodossa"),
        ("javascript:alert(1)", "Käytä osoitetta, jonka alussa on / tai https://."),
        ("ftp://example.fi/a", "Käytä osoitetta, jonka alussa on / tai https://."),
        ("/a\0b", "Osoitteessa on merkki"),
        ("/a\nb", "Osoitteessa on merkki"),
        ("/a\u200bb", "Osoitteessa on merkki"),
        ("/a\\b", "Osoitteessa on merkki"),
        ("https://[::1/a", "Tämä ei ole verkko-osoite."),
        ("https://example.fi:x/a", "Tämä ei ole verkko-osoite."),
        (f"/{'a' * 300}", "Vanhassa osoitteessa on yli 255 merkkiä."),
    ],
)
def test_what_is_no_address_is_refused(about, text, words):
    assert words in refusal(old, text)


@pytest.mark.parametrize(
    "text", ["/meista", "/meista/", "/meista/?id=7", "https://example.fi/meista/", "/", "", "#osa"]
)
def test_an_address_where_a_page_answers_is_refused(about, text):
    assert ("Meistä" if "meista" in text else "") in refusal(old, text)


def test_only_a_page_that_answers_is_in_the_way(home, about):
    make_page("home.StandardPage", home, title="Luonnos", slug="luonnos", live=False)
    assert old("/luonnos/") == "/luonnos"
    PageViewRestriction.objects.create(page=about, restriction_type="login")
    assert "Meistä" in refusal(old, "/meista/")


def test_a_pages_own_view_is_in_the_way(about, monkeypatch):
    def by_year(page, request, components):
        if components != ["2023"]:
            raise Http404

    assert old("/meista/2023/") == "/meista/2023"
    monkeypatch.setattr(type(about), "route_tail", by_year)
    assert "Meistä" in refusal(old, "/meista/2023/")
    assert old("/meista/2022/") == "/meista/2022"
    assert target("/meista/2023/").link.endswith("/meista/2023/")


def test_a_page_of_another_language_is_in_the_way_too(home):
    swedish = home.copy_for_translation(Locale.objects.get(language_code="sv"))
    assert old("/sv/") == "/sv"
    swedish.save_revision().publish()
    assert refusal(old, "/sv/")


# --- Targets ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("text", ["/meista/", "/meista", "http://localhost/meista/", "http://LOCALHOST:8000/meista"])
def test_an_address_of_ours_is_its_page(about, text):
    found = target(text)
    assert (found.page_id, found.link, found.name) == (about.pk, "", "Meistä")


@pytest.mark.parametrize(("text", "path"), [("/meista/#osa", "/meista/#osa"), ("/haku/?q=a", "/haku/?q=a")])
def test_what_a_page_alone_does_not_say_is_kept_as_an_address(about, settings, text, path):
    assert target(text).link == f"{settings.PUBLIC_URL}{path}"


def test_a_document_is_an_address_of_ours(about, settings):
    assert target("/tiedostot/1/opas.pdf").link == f"{settings.PUBLIC_URL}/tiedostot/1/opas.pdf"


@pytest.mark.parametrize("text", ["https://www.lskl.fi/", "http://example.fi/a?b=c#d", "https://äiti.fi/"])
def test_an_address_of_others_stays(about, text):
    assert target(text).link == text


def test_www_alone_is_enough(about):
    assert target("www.lskl.fi").link == "https://www.lskl.fi"


def test_a_page_that_is_not_public_yet_may_be_the_target_and_says_so(home):
    page = make_page("home.StandardPage", home, title="Luonnos", slug="luonnos", live=False)
    found = target("/luonnos/")
    assert (found.page_id, found.is_hidden) == (page.pk, True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "meista",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "https:/evil.example",
        "https://",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "ftp://example.fi/",
        "https://kasper.fi@evil.example/",
        "https://user:word@evil.example/",
        "https://exa mple.fi/",
        "/meista/\0",
        "/ei-ole/",
        "/hallinta/",
        f"https://example.fi/{'a' * 300}",
    ],
)
def test_nobody_is_sent_where_they_should_not_be(about, text):
    assert refusal(target, text)


def test_a_redirect_to_its_own_address_is_a_circle(about):
    assert refusal(target, "/vanha/") == "Ohjaus kiertäisi kehää: /vanha → /vanha."


def test_a_chain_that_comes_back_is_a_circle(about):
    for start, end in (("/b", "/c"), ("/c", "/vanha")):
        Redirect.objects.create(old_path=start, redirect_link=f"http://localhost{end}/")
    assert refusal(target, "/b/") == "Ohjaus kiertäisi kehää: /vanha → /b → /c → /vanha."
    assert refusal(target, "/c/") == "Ohjaus kiertäisi kehää: /vanha → /c → /vanha."


def test_a_circle_of_others_ends(about):
    for start, end in (("/b", "/c"), ("/c", "/b")):
        Redirect.objects.create(old_path=start, redirect_link=f"http://localhost{end}/")
    assert "on itsekin vanha osoite" in refusal(target, "/b/")


def test_an_old_address_as_target_tells_the_end_of_the_way(about):
    Redirect.objects.create(old_path="/b", redirect_link="http://localhost/c/")
    Redirect.objects.create(old_path="/c", redirect_page=about)
    assert refusal(target, "/b/") == "/b on itsekin vanha osoite. Valitse se, minne se vie: Meistä."


def test_a_page_is_not_the_target_of_its_own_address(home):
    page = make_page("home.StandardPage", home, title="Luonnos", slug="luonnos", live=False)
    words = "Vanha osoite on tämän sivun oma osoite."
    assert words in refusal(rules.page_target, page.pk, SiteMap(), "/luonnos")
    assert rules.page_target(page.pk, SiteMap(), "/muu").page_id == page.pk
    assert "Sivua ei enää ole." in refusal(rules.page_target, 999_999, SiteMap(), "/muu")


def test_many_questions_cost_a_steady_number_of_queries(home, about, django_assert_num_queries):
    site_map = SiteMap()
    old_paths = [f"/vanha-{number}/" for number in range(30)]
    rules.old_path("/eka", site_map)
    rules.target("/meista/", site_map, "/eka")
    with django_assert_num_queries(0):
        for path in old_paths:
            rules.target("/meista/", site_map, rules.old_path(path, site_map))
