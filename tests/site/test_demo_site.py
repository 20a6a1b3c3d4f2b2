"""Properties of the whole demo site, as an anonymous visitor sees it."""

import re
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from kasper_site.cms import visibility
from kasper_site.delivery import stylesheet
from kasper_site.directory.models import Event

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

FACTS = yaml.safe_load((Path(__file__).parent / "facts.yaml").read_text(encoding="utf-8"))
FACT_ROWS = FACTS["facts"]
PLAIN_ADDRESSES = ["/haku/", "/haku/?q=tukiluuri", "/haku/?q=qwertyqwerty", "/ei-ole/", "/robots.txt", "/sitemap.xml"]


@pytest.fixture(scope="module")
def text_of(visit):
    """The text of a page without white space, so that markup between words does not matter; no head, no scripts."""

    @cache
    def _text_of(path: str) -> str:
        soup = BeautifulSoup(visit.get(path).content, "html.parser")
        for tag in soup(["head", "script", "style", "template"]):
            tag.decompose()
        return squeezed(unescape(soup.get_text(" ")).replace("\u00ad", ""))

    return _text_of


def squeezed(text: str) -> str:
    """Text without white space."""
    return re.sub(r"\s+", "", text)


@pytest.mark.database
def test_the_sitemap_names_every_visible_page_and_each_answers(visit):
    paths = visit.paths
    pages = visibility.visible(Page.objects.filter(depth__gt=1))
    events = Event.objects.count() * pages.filter(eventindexpage__isnull=False).count()
    assert len(paths) == pages.count() + events > 20
    for path in paths:
        response = visit.get(path)
        assert response.status_code == 200, path
        assert response.headers["Content-Type"].startswith("text/html"), path


def test_no_page_sets_a_cookie_or_varies_by_one(visit):
    for path in [*visit.paths, *PLAIN_ADDRESSES]:
        response = visit.get(path)
        assert not response.cookies, path
        assert "cookie" not in response.headers.get("Vary", "").lower(), path
        assert "accept-language" not in response.headers.get("Vary", "").lower(), path


def test_no_page_loads_anything_from_another_host(visit):
    own = urlsplit(settings.PUBLIC_URL).netloc
    for path in [*visit.paths, "/haku/?q=tuki", "/tilaa/", "/tilaa/posti/"]:
        soup = visit.soup(path)
        loaded = [tag.get("src") or tag.get("srcset") for tag in soup(["script", "img", "source", "iframe", "video"])]
        loaded += [tag.get("href") for tag in soup("link") if tag.get("rel") not in (["canonical"], ["alternate"])]
        for address in filter(None, loaded):
            assert urlsplit(address.split()[0]).netloc in ("", own), (path, address)
        assert not soup.select("[style], style, script:not([src]):not([type='application/ld+json'])"), path


def test_each_page_loads_the_sheets_of_what_it_shows(visit):
    sheets = stylesheet.sheets(Path(settings.BASE_DIR) / "static" / "css")
    common = classes_in(sheets["css/site.css"])
    for path in [*visit.paths, reverse("accessibility_feedback"), reverse("subscription")]:
        soup = visit.soup(path)
        shown = {name for tag in soup.find_all(class_=True) for name in tag["class"]}
        linked = {Path(urlsplit(tag["href"]).path).name.split(".")[0] for tag in soup.select("link[rel=stylesheet]")}
        needed = {name for name in stylesheet.SHEETS if shown & (classes_in(sheets[f"css/{name}.css"]) - common)}
        assert needed <= linked, path


def classes_in(css: str) -> set[str]:
    """The names of the classes in a stylesheet."""
    return set(re.findall(r"\.([a-z][a-z-]+)", css))


def test_every_internal_link_leads_somewhere(visit):
    checked = set()
    for path in visit.paths:
        soup = visit.soup(path)
        for link in soup("a", href=True):
            address = urlsplit(link["href"])
            target = f"{address.path}?{address.query}" if address.query else address.path
            if address.scheme or address.netloc or not address.path or target in checked:
                continue
            if "nofollow" in link.get("rel", []):  # the quick exit leads to another site
                continue
            checked.add(target)
            assert visit.get(target).status_code == 200, (path, target)
    assert len(checked) > 20


def test_every_page_says_who_it_is(visit):
    titles = {}
    for path in visit.paths:
        soup = visit.soup(path)
        assert len(soup("h1")) == 1, path
        assert soup.html["lang"] == path.strip("/").split("/")[0] if path[:4] in ("/sv/", "/en/") else "fi"
        assert soup.find("link", rel="canonical")["href"] == f"{settings.PUBLIC_URL}{path}"
        assert soup.find("meta", property="og:title")["content"], path
        assert soup.find("meta", attrs={"name": "description"})["content"], path
        alternates = [link["href"] for link in soup("link", rel="alternate", hreflang=True)]
        assert all(address.startswith(f"{settings.PUBLIC_URL}/") for address in alternates), (path, alternates)
        titles.setdefault(soup.title.string.strip(), []).append(path)
    assert all(len(paths) == 1 for paths in titles.values()), titles


@pytest.mark.database
@pytest.mark.parametrize("fact", FACT_ROWS, ids=lambda row: f"{row['path']} {row['text'][:40]}")
def test_every_fact_stands_on_its_page(text_of, fact):
    assert squeezed(fact["text"]) in text_of(fact["path"])


@pytest.mark.database
@pytest.mark.parametrize("row", FACTS["search"], ids=lambda row: row["query"])
def test_the_search_finds_the_page(row):
    soup = BeautifulSoup(Client().get("/haku/", {"q": row["query"]}).content, "html.parser")
    assert row["path"] in [urlsplit(link["href"]).path for link in soup.main("a", href=True)]


def test_services_places_and_press_contacts_show_when_they_were_checked(text_of):
    for path in ("/tukea/", "/tukea/tukiluuri/", "/tukea/kokemuskohtaamo-tikkurila/", "/yhteystiedot/"):
        assert "Tiedottarkistettu2.8.2023" in text_of(path), path


@pytest.mark.parametrize("path", ["/tukea/", "/lapseni-on-sijoitettu/"])
def test_a_parent_who_looks_for_help_finds_the_groups(visit, path):
    links = visit.soup(path).main.select("a[href='/tapahtumat/']")
    assert [link.get_text() for link in links] == ["Ryhmät ja tapahtumat"]


@pytest.mark.database
def test_help_and_contacts_are_there_in_every_language_and_the_rest_says_so(visit):
    whole = {
        "/",
        "/tukea/",
        "/tukea/tukiluuri/",
        "/tukea/kokemuskohtaamo-tikkurila/",
        "/tukea/kokemuskohtaamo-jarvenpaa/",
    }
    whole |= {"/yhteystiedot/", "/selaa-turvallisesti/", "/medialle/", "/ajankohtaista/"}
    whole |= {"/ajankohtaista/lastensuojelun-asiakasvanhempien-aani-kuuluviin/"}
    whole |= {"/tapahtumat/", *(f"/tapahtumat/{event.slug}/" for event in Event.objects.all())}
    for path in visit.paths:
        soup = visit.soup(path)
        links = {link["hreflang"]: link["href"] for link in soup.select(".languages a")}
        assert len(links) == 2, path
        fronts = {"fi": "/", "sv": "/sv/", "en": "/en/"}
        is_whole = all(fronts[code] != address for code, address in links.items()) or path in fronts.values()
        assert is_whole == (path in whole or path[:4] in ("/sv/", "/en/")), (path, links)
        assert is_whole == bool(soup.select("link[rel=alternate][hreflang]")), path


def test_a_finnish_name_on_a_page_in_another_language_is_marked(visit):
    for path in [path for path in visit.paths if path[:4] in ("/sv/", "/en/")]:
        main = visit.soup(path).body
        for text in main.find_all(string=re.compile(r"\bTukiluuri\b|\bKokemuskohtaamo\b|\bVOIKUKKIA\b")):
            assert text.find_parent(lang="fi"), (path, text)
