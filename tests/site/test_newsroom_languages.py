"""The newsroom in Swedish and English: releases, feeds and press rooms of their own, in their own words."""

import json

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client
from wagtail.models import Page

from kasper_site.cms import found
from kasper_site.cms.models import SiteSettings
from kasper_site.cms.wording import NBSP
from news import listing
from news.models import ReleasePage
from news.renderings import card, paper, plain

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

RELEASES = {
    "fi": "/ajankohtaista/lastensuojelun-asiakasvanhempien-aani-kuuluviin/",
    "sv": "/sv/aktuellt/ny-tjanst-lyfter-fram-foraldrarnas-rost/",
    "en": "/en/news/new-service-brings-out-parents-voice/",
}
LISTS = {"fi": "/ajankohtaista/", "sv": "/sv/aktuellt/", "en": "/en/news/"}
PRESS_ROOMS = {"fi": "/medialle/", "sv": "/sv/for-medier/", "en": "/en/press/"}
KINDS = {"fi": "Mediatiedote 2.8.2023", "sv": "Pressmeddelande 2.8.2023", "en": "Media release 2 August 2023"}
FINNISH_WORDS = ("Tiedotteen", "Lisätietoja", "Puhelin 0", "tiedote", "suunnittelija", "johtaja", "Verkossa", "Hanke")


def soup(path: str) -> BeautifulSoup:
    response = Client().get(path)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def release(language: str) -> ReleasePage:
    return ReleasePage.objects.select_related("locale").get(
        locale__language_code=language, title__startswith=soup(RELEASES[language]).h1.get_text()
    )


def hreflangs(page: BeautifulSoup) -> dict[str, str]:
    links = page.select("link[rel=alternate][hreflang]")
    return {link["hreflang"]: link["href"].removeprefix(settings.PUBLIC_URL) for link in links}


@pytest.mark.parametrize("addresses", [RELEASES, LISTS, PRESS_ROOMS])
@pytest.mark.parametrize("language", RELEASES)
def test_a_page_leads_to_its_siblings_for_people_and_machines(addresses, language):
    page = soup(addresses[language])
    others = {code: address for code, address in addresses.items() if code != language}
    assert {link["hreflang"]: link["href"] for link in page.select(".languages a")} == others
    assert hreflangs(page) == {**addresses, "x-default": addresses["fi"]}


@pytest.mark.parametrize("language", RELEASES)
def test_the_json_ld_names_the_same_siblings(language):
    page = soup(RELEASES[language])
    told = [json.loads(script.string) for script in page.select("script[type='application/ld+json']")]
    article = next(data for data in told if data["@type"] == "NewsArticle")
    assert article["inLanguage"] == language
    siblings = {one["inLanguage"]: one["url"].removeprefix(settings.PUBLIC_URL) for one in article["workTranslation"]}
    named = hreflangs(page)
    assert siblings == {code: named[code] for code in RELEASES if code != language}


@pytest.mark.parametrize("language", RELEASES)
def test_each_language_has_a_feed_with_stories_of_its_own(language):
    feed = BeautifulSoup(Client().get(f"{LISTS[language]}syote.xml").content, "xml")
    assert feed.find("feed")["xml:lang"] == language
    assert {entry["xml:lang"] for entry in feed.find_all("entry")} == {language}
    assert RELEASES[language] in str(feed)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_text_pdf_and_card_are_in_the_language_of_the_release(language):
    page = release(language)
    text = plain.text(page)
    assert text.startswith(KINDS[language])
    assert [word for word in FINNISH_WORDS if word in text] == []
    assert f'<html lang="{language}">' in paper.html(page)
    assert json.loads(card.words(page).replace(NBSP, " ")) == {"line": KINDS[language], "headline": page.title}


@pytest.mark.parametrize("language", PRESS_ROOMS)
def test_a_press_room_has_the_texts_of_its_language_and_its_own_releases(language):
    page, about = soup(PRESS_ROOMS[language]), SiteSettings.objects.get()
    texts = page.select(".press-text > .prose")
    own = [getattr(about, f"{name}_{language}") for name in ("about_short", "about", "about_long")]
    assert ["".join(text.get_text().split()) for text in texts] == ["".join(text.split()) for text in own]
    assert not any(text.has_attr("lang") for text in texts)
    assert [link["href"] for link in page.select(".story-row-headline a")] == [RELEASES[language]]
    assert page.select_one(".press-contact")


def test_a_text_that_is_missing_is_the_finnish_one_and_marked_so():
    SiteSettings.objects.update(about_short_sv="")
    text = soup(PRESS_ROOMS["sv"]).find(id="kasper-virke")
    assert (text["lang"], text.get_text(strip=True)) == ("fi", SiteSettings.objects.get().about_short_fi)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_menus_lead_to_what_is_in_their_language(language):
    front = soup(f"/{language}/")
    for place, addresses in ((".site-header", LISTS), (".site-footer", LISTS), (".site-footer", PRESS_ROOMS)):
        led_to = {link["href"].partition("#")[0] for link in front.select(f"{place} a[href]")}
        assert addresses[language] in led_to
        assert addresses["fi"] not in led_to


def test_a_projects_list_holds_no_translations():
    project = Page.objects.get(slug="kokemuskohtaamo", locale__language_code="fi").specific
    assert {story.locale.language_code for story in listing.about(project)} == {"fi"}


def test_the_search_lifts_the_newest_release_of_each_language():
    newest = {release(language).pk for language in RELEASES}
    assert newest <= set(found.lifted_pages())
