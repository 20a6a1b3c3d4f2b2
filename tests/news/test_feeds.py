"""Feeds: Atom with the whole text, what a visitor may see and nothing else, cheap to ask for again."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from wagtail.models import Locale, PageViewRestriction

from kasper_site.cms.blocks import BodyBlock
from kasper_site.cms.models import SiteDocument
from kasper_site.delivery.models import Effect
from kasper_site.delivery.outbox import recording
from kasper_site.delivery.outbox.kinds import Refused
from news.feeds import atom, building, content, outbox
from news.models import Correction, StoryPage, Topic
from tests import content as full
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.database]

ATOM = {"a": atom.NAMESPACE}
FEED = "/ajankohtaista/syote.xml"
MOMENT = datetime(2023, 8, 2, 6, tzinfo=UTC)


@pytest.fixture
def home():
    front = factories.make_site()
    factories.make_facts()
    return front


@pytest.fixture
def newsroom(home):
    return factories.make_page("news.NewsIndexPage", home, title="Ajankohtaista", slug="ajankohtaista")


def add(newsroom, title="Uusi palvelu", page_type="news.ReleasePage", **fields):
    return factories.make_page(page_type, newsroom, title=title, **{"public_at": MOMENT, **fields})


def give_topic(story, slug="vertaistuki"):
    topic, _is_new = Topic.objects.get_or_create(slug=slug, defaults={"name_fi": slug.capitalize()})
    story.topics.set([topic])
    story.save()


def read(address=FEED):
    response = Client().get(address)
    assert response.status_code == 200
    return ElementTree.fromstring(response.content)


def titles(address=FEED):
    return [title.text for title in read(address).findall("a:entry/a:title", ATOM)]


def text(element, path):
    return element.find(path, ATOM).text


# --- What stands in it ------------------------------------------------------------------------------------------------
def test_a_feed_has_all_that_atom_asks_for(newsroom):
    story = add(newsroom, lead="Lyhyesti.", body=[("paragraph", {"text": "<p>Koko teksti.</p>"})])
    give_topic(story)
    root = read()
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "fi"
    assert text(root, "a:title") == "Ajankohtaista"
    assert text(root, "a:updated") == "2023-08-02T06:00:00Z"
    assert text(root, "a:author/a:name") == "Kasper – Kasvatus- ja perheneuvonta ry"
    links = {link.get("rel"): link.get("href") for link in root.findall("a:link", ATOM)}
    assert links == {"self": settings.PUBLIC_URL + FEED, "alternate": f"{settings.PUBLIC_URL}/ajankohtaista/"}
    (entry,) = root.findall("a:entry", ATOM)
    assert text(entry, "a:id").startswith("urn:uuid:")
    assert entry.find("a:link", ATOM).get("href") == settings.PUBLIC_URL + story.url
    assert text(entry, "a:published") == text(entry, "a:updated") == "2023-08-02T06:00:00Z"
    assert text(entry, "a:summary") == "Lyhyesti."
    assert text(entry, "a:content") == "<p>Lyhyesti.</p><p>Koko teksti.</p>"
    assert [category.get("term") for category in entry.findall("a:category", ATOM)] == ["mediatiedote", "vertaistuki"]


def test_a_change_moves_updated_and_never_back_before_the_embargo(newsroom):
    story = add(newsroom)
    later = MOMENT + timedelta(days=3)
    StoryPage.objects.filter(pk=story.pk).update(last_published_at=later)
    assert text(read(), "a:entry/a:updated") == text(read(), "a:updated") == "2023-08-05T06:00:00Z"
    StoryPage.objects.filter(pk=story.pk).update(last_published_at=MOMENT - timedelta(days=3))
    assert text(read(), "a:entry/a:updated") == "2023-08-02T06:00:00Z"


def test_what_was_corrected_stands_above_the_text(newsroom):
    story, other = add(newsroom, lead="Lyhyesti."), add(newsroom, title="Muu", lead="Toinen.")
    for day, note in ((3, "Luku oli <väärä>."), (5, "Päivä on 7.8.")):
        Correction.objects.create(page=story, at=MOMENT.replace(day=day), note=note, key=str(day))
    found = {title: text(entry, "a:content") for title, entry in by_address().items()}
    assert found[settings.PUBLIC_URL + story.url] == (
        "<p><strong>Korjattu 5.8.2023: Päivä on 7.8.</strong></p>"
        "<p><strong>Korjattu 3.8.2023: Luku oli &lt;väärä&gt;.</strong></p><p>Lyhyesti.</p>"
    )
    assert found[settings.PUBLIC_URL + other.url] == "<p>Toinen.</p>"


def by_address():
    return {entry.find("a:link", ATOM).get("href"): entry for entry in read().findall("a:entry", ATOM)}


def test_an_id_outlives_slug_and_place_and_differs_between_languages(home, newsroom):
    story = add(newsroom)
    before = text(read(), "a:entry/a:id")
    story.slug = "uusi-osoite"
    story.save()
    newsroom.refresh_from_db()
    newsroom.slug = "uutiset"
    newsroom.save()
    assert text(read("/uutiset/syote.xml"), "a:entry/a:id") == before
    assert building.stable_id(story, "fi") != building.stable_id(story, "sv")


def test_any_text_is_sound_xml(newsroom):
    odd = "\x00\x01\x08\x0b\x1e\x1f\ufffe\uffff ]]> & <b> \U0001f33c"
    add(newsroom, title=f"Tiedote{odd[1:]}", slug="outo", lead=odd[1:])
    add(newsroom, title="Toinen", body=[("paragraph", {"text": f"<p>{odd[1:]}</p>"}), ("heading", {"text": odd[1:]})])
    assert titles() == ["Toinen", "Tiedote ]]> & <b> \U0001f33c"]
    contents = [text(entry, "a:content") for entry in read().findall("a:entry", ATOM)]
    assert "🌼" in contents[0]
    assert "&lt;b&gt;" in contents[1]


@pytest.mark.parametrize("name", list(BodyBlock().child_blocks))
def test_every_block_may_stand_in_a_feed(newsroom, name):
    add(newsroom, body=[(name, BodyBlock().child_blocks[name].get_preview_value())])
    html = text(read(), "a:entry/a:content") if name != "trace_check" else ""
    soup = BeautifulSoup(html, "html.parser")
    assert bool(soup.get_text(strip=True) or soup.img) is (name != "trace_check")
    for tag in soup.find_all(True):
        assert not {"class", "style", "id"} & tag.attrs.keys()
        for address in (tag.get("href"), tag.get("src")):
            assert address is None or address.startswith(("http", "mailto:", "tel:"))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p class="a" onclick="x()">A</p>', "<p>A</p>"),
        ('<a href="/tukea/" class="tap">A</a>', f'<a href="{settings.PUBLIC_URL}/tukea/">A</a>'),
        ('<a href="javascript:x()">A</a><a>B</a><a href="#osa">C</a><a href="//muu.example/">D</a>', "ABCD"),
        ('<a href="tel:+358443505179">A</a>', '<a href="tel:+358443505179">A</a>'),
        ("<script>x()</script><div><b>A</b></div><svg><path/></svg>", "<b>A</b>"),
        ('<img src="data:image/png;base64,AA"/><p>A</p>', "<p>A</p>"),
    ],
)
def test_only_plain_html_is_left(html, expected):
    assert content.safe(html) == expected


def test_links_to_hidden_pages_are_plain_text(home, newsroom):
    hidden = factories.make_page("home.StandardPage", home, title="Piilossa", slug="piilossa", live=False)
    document = SiteDocument.objects.first()
    link = {"text": "Sivu", "page": hidden, "url": "", "note": ""}
    html = f'<p><a linktype="page" id="{hidden.pk}">A</a> <a linktype="document" id="{document.pk}">B</a></p>'
    add(newsroom, body=[("paragraph", {"text": html}), ("link_list", {"heading": "", "links": [link]})])
    found = text(read(), "a:entry/a:content")
    assert "piilossa" not in found
    assert f'<p>A <a href="{settings.PUBLIC_URL}/tiedostot/' in found


def test_coverage_leads_to_the_piece(newsroom):
    add(newsroom, page_type="news.CoveragePage", lead="Meistä kirjoitettiin.")
    assert '<a href="https://example.org/juttu">' in text(read(), "a:entry/a:content")


def test_the_fifty_newest(newsroom):
    for number in range(52):
        add(newsroom, title=f"Tiedote {number}", public_at=MOMENT + timedelta(days=number))
    found = titles()
    assert (len(found), found[0], found[-1]) == (50, "Tiedote 51", "Tiedote 2")


# --- Which feeds there are --------------------------------------------------------------------------------------------
def test_a_topic_has_a_feed_while_a_visible_story_has_it(newsroom):
    story = add(newsroom, title="Aiheesta")
    add(newsroom, title="Muusta")
    give_topic(story)
    address = "/ajankohtaista/aihe/vertaistuki/syote.xml"
    assert titles(address) == ["Aiheesta"]
    root = read(address)
    assert text(root, "a:title") == "Ajankohtaista: Vertaistuki"
    assert text(root, "a:id") != text(read(), "a:id")
    StoryPage.objects.filter(pk=story.pk).update(public_at=timezone.now() + timedelta(hours=1))
    hidden, unknown = (Client().get(f"/ajankohtaista/aihe/{slug}/syote.xml") for slug in ("vertaistuki", "olematon"))
    assert hidden.status_code == unknown.status_code == 404
    assert titles() == ["Muusta"]


def test_a_project_has_a_feed_of_its_own(newsroom):
    project = factories.make_page("projects.ProjectPage", factories.place_for("projects.ProjectPage"))
    own_list = factories.make_page("news.ProjectNewsIndexPage", project, title="Hankkeen asiat")
    add(own_list, title="Oma")
    add(newsroom, title="Nimetty", related_project=project.page_ptr)
    add(newsroom, title="Muu")
    assert set(titles(f"{own_list.url}syote.xml")) == {"Oma", "Nimetty"}


def test_each_language_has_its_own(home, newsroom):
    add(newsroom)
    swedish = Locale.objects.get(language_code="sv")
    front = home.copy_for_translation(swedish)
    front.save_revision().publish()
    fields = {"locale": swedish, "slug": "aktuellt", "translation_key": newsroom.translation_key}
    own = factories.make_page("news.NewsIndexPage", front, title="Aktuellt", **fields)
    story = add(own, title="Ny tjänst", locale=swedish, page_type="news.CurrentMatterPage")
    give_topic(story)
    Topic.objects.update(name_sv="Kamratstöd")
    root = read("/sv/aktuellt/syote.xml")
    assert titles("/sv/aktuellt/syote.xml") == ["Ny tjänst"]
    assert text(root, "a:id") != text(read(), "a:id")
    labels = [category.get("label") for category in root.findall("a:entry/a:category", ATOM)]
    assert labels[-1] == "Kamratstöd"


def test_an_empty_list_has_an_empty_feed(newsroom):
    assert titles() == []


@pytest.mark.parametrize(
    "address",
    ["/syote.xml", "/ajankohtaista/aihe/syote.xml", "/ajankohtaista/a/b/syote.xml", "/ajankohtaista/syote.xml/"],
)
def test_nothing_answers_elsewhere(newsroom, address):
    assert Client().get(address).status_code == 404


def test_a_private_list_keeps_its_feed_to_itself(newsroom):
    add(newsroom)
    PageViewRestriction.objects.create(page=newsroom, restriction_type=PageViewRestriction.LOGIN)
    assert Client().get(FEED).status_code == 302


@pytest.mark.parametrize("how", ["draft", "embargoed", "expired"])
def test_nothing_hidden_stands_in_a_feed(newsroom, how):
    story = add(newsroom)
    now = timezone.now()
    fields = {"draft": {"live": False}, "embargoed": {"public_at": now + timedelta(hours=1)}}
    StoryPage.objects.filter(pk=story.pk).update(**fields.get(how, {"expire_at": now - timedelta(seconds=1)}))
    assert titles() == []


# --- How it is asked for ----------------------------------------------------------------------------------------------
def test_a_reader_that_has_it_is_told_so(newsroom):
    story = add(newsroom)
    first = Client().get(FEED)
    assert first["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert not first.cookies
    assert first["Last-Modified"] == "Wed, 02 Aug 2023 06:00:00 GMT"
    for headers in ({"If-None-Match": first["ETag"]}, {"If-Modified-Since": first["Last-Modified"]}):
        again = Client().get(FEED, headers=headers)
        assert (again.status_code, again.content) == (304, b"")
        assert again["ETag"] == first["ETag"]
    StoryPage.objects.filter(pk=story.pk).update(lead="Uusi ingressi.", last_published_at=timezone.now())
    for headers in ({"If-None-Match": first["ETag"]}, {"If-Modified-Since": first["Last-Modified"]}):
        assert Client().get(FEED, headers=headers).status_code == 200


def test_twenty_stories_cost_as_much_as_two(newsroom):
    document, project = SiteDocument.objects.first(), factories.place_for("projects.ProjectPage")
    html = f'<p><a linktype="page" id="{project.pk}">A</a> <a linktype="document" id="{document.pk}">B</a></p>'
    body = [*full.full_body(), ("paragraph", {"text": html})]

    def queries(count: int) -> list[str]:
        for _number in range(count):
            give_topic(add(newsroom, title=f"Tiedote {StoryPage.objects.count()}", body=body))
        assert len(titles()) == StoryPage.objects.count()
        with CaptureQueriesContext(connection) as captured:
            titles()
        return [query["sql"] for query in captured.captured_queries]

    few, many = queries(2), queries(18)
    assert len(few) == len(many), "\n".join(many)


# --- The ways to it ---------------------------------------------------------------------------------------------------
def links_on(address):
    soup = BeautifulSoup(Client().get(address).content, "html.parser")
    in_head = soup.head.find_all("link", type="application/atom+xml")
    return [(link["title"], link["href"]) for link in in_head], [link["href"] for link in soup.select("main a[type]")]


def test_a_list_leads_to_its_feed_and_to_that_of_the_chosen_topic(newsroom):
    give_topic(add(newsroom))
    own, topic = FEED, "/ajankohtaista/aihe/vertaistuki/syote.xml"
    assert links_on("/ajankohtaista/") == ([("Ajankohtaista", own)], [own])
    in_head = [("Ajankohtaista", own), ("Ajankohtaista: Vertaistuki", topic)]
    assert links_on("/ajankohtaista/?aihe=vertaistuki") == (in_head, [own, topic])
    assert links_on("/ajankohtaista/?aihe=olematon")[1] == [own]


def test_a_neutral_name_stays_neutral_in_the_head(newsroom):
    give_topic(add(newsroom))
    newsroom.is_discreet = True
    newsroom.save()
    in_head, _on_page = links_on("/ajankohtaista/?aihe=vertaistuki")
    assert {title for title, _url in in_head} == {"Kasper ry"}


# --- The receipt ------------------------------------------------------------------------------------------------------
def effect_of(page) -> Effect:
    recording.record(page, timezone.now())
    return Effect.objects.get(kind=outbox.NAME, publication__page=page)


def run(effect) -> str:
    with translation.override("en"):
        return outbox.run(effect)


def test_a_publication_is_seen_to_stand_in_the_feed(newsroom):
    effect = effect_of(add(newsroom))
    assert run(effect) == run(effect) == "In the feed"


def test_a_publication_that_is_missing_is_told(newsroom, monkeypatch):
    effect = effect_of(add(newsroom))
    monkeypatch.setattr(building.content, "bodies", lambda stories: ["<p>x</p>" for _story in stories])
    monkeypatch.setattr(building, "stable_id", lambda page, language, tail="": f"x{id(page)}")
    with pytest.raises(outbox.NotInFeedError):
        run(effect)


def test_a_story_older_than_the_fifty_newest_is_not_missing(newsroom, monkeypatch):
    effect = effect_of(add(newsroom, public_at=MOMENT - timedelta(days=1)))
    add(newsroom, title="Uudempi")
    monkeypatch.setattr(building, "MOST_ENTRIES", 1)
    assert run(effect) == "Not in the feed: it has the 1 newest stories."


@pytest.mark.parametrize("gone", ["story", "list"])
def test_where_no_feed_can_have_it_nobody_tries_again(newsroom, gone):
    story = add(newsroom)
    effect = effect_of(story)
    (story if gone == "story" else newsroom).unpublish()
    with pytest.raises(Refused):
        run(effect)
