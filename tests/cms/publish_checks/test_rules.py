"""Each check on good and bad examples, without a database."""

from datetime import time

import pytest

from kasper_site.cms.publish_checks import Level
from kasper_site.cms.publish_checks.findings import Place
from kasper_site.cms.publish_checks.known import KnownContact, KnownFacts, KnownHours
from kasper_site.cms.publish_checks.parts import Image, Kind, Link, LinkKind, Text
from kasper_site.cms.publish_checks.rules.bullets import pasted_lists
from kasper_site.cms.publish_checks.rules.capitals import shouting
from kasper_site.cms.publish_checks.rules.headings import heading_gaps
from kasper_site.cms.publish_checks.rules.known_facts import typed_facts
from kasper_site.cms.publish_checks.rules.links import broken_links
from kasper_site.cms.publish_checks.rules.pictures import undescribed_pictures
from kasper_site.cms.publish_checks.rules.vague_links import vague_links
from kasper_site.cms.publish_checks.rules.written_forms import unusual_forms
from kasper_site.cms.publish_checks.targets import PageState, Targets
from tests.cms.publish_checks.drafts import PLACE, codes, draft, heading, plain, rich

KNOWN = KnownFacts(
    phones=(KnownContact("044 350 5179", "Tukiluuri"), KnownContact("", "nobody")),
    emails=(KnownContact("etunimi.sukunimi@example.org", "Sanna Välimäki"),),
    hours=(KnownHours(2, time(10), time(12), "Tukiluuri"), KnownHours(1, time(9), time(15), "Kokemuskohtaamo")),
)


# --- Pictures ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("image", "is_found"),
    [
        (Image(1, ""), True),
        (Image(1, "  "), True),
        (Image(1, "IMG_2034.jpg"), True),
        (Image(1, "DSC00012"), True),
        (Image(1, "kuva.png"), True),
        (Image(1, "Voikukka niityllä"), False),
        (Image(1, "", is_decorative=True), False),
        (Image(1), False),
        (Image(2), True),
        (Image(3), True),
    ],
)
def test_pictures_need_words(image, is_found):
    targets = Targets(descriptions={1: "Voikukka", 2: ""})
    found = list(undescribed_pictures(draft(Text(PLACE, images=(image,)), targets=targets)))
    assert [finding.level for finding in found] == ([Level.BLOCKING] if is_found else [])


# --- Links ------------------------------------------------------------------------------------------------------------
TARGETS = Targets({1: PageState.PUBLIC, 2: PageState.DRAFT, 3: PageState.HIDDEN}, documents=frozenset({1}))


@pytest.mark.parametrize(
    ("link", "code", "level"),
    [
        (Link(LinkKind.PAGE, 2), "unpublished-page-link", Level.BLOCKING),
        (Link(LinkKind.PAGE, 9), "broken-page-link", Level.BLOCKING),
        (Link(LinkKind.PAGE, None), "broken-page-link", Level.BLOCKING),
        (Link(LinkKind.PAGE, 3), "hidden-page-link", Level.ASKING),
        (Link(LinkKind.PAGE, 2, is_optional=True), "hidden-page-link", Level.ASKING),
        (Link(LinkKind.DOCUMENT, 9), "broken-document-link", Level.BLOCKING),
    ],
)
def test_links_that_lead_nowhere(link, code, level):
    (finding,) = broken_links(draft(Text(PLACE, links=(link,)), targets=TARGETS))
    assert (finding.code, finding.level) == (code, level)


@pytest.mark.parametrize(
    "link",
    [
        Link(LinkKind.PAGE, 1),
        Link(LinkKind.DOCUMENT, 1),
        Link(LinkKind.ADDRESS, "https://example.org/"),
        Link(LinkKind.FACT, 5),
    ],
)
def test_links_that_lead_somewhere(link):
    assert codes(broken_links, Text(PLACE, links=(link,)), targets=TARGETS) == []


@pytest.mark.parametrize(
    "words",
    [
        "tästä",
        "Tästä!",
        "täältä",
        "Täällä",
        "tässä",
        "Lue lisää",
        "lue lisää →",
        "Lue lisää tästä linkistä",
        "klikkaa tästä",
        "KLIKKAA TÄSTÄ",
        "linkki",
        "Linkki sivulle",
        "lisätietoja",
        "katso täältä",
        "Läs mer",
        "klicka här",
        "Read more",
        "click here",
        "this page",
    ],
)
def test_vague_words(words):
    assert codes(vague_links, rich(f'<p>Ohje: <a href="https://example.org/a">{words}</a></p>')) == ["vague-link"]


@pytest.mark.parametrize(
    "words", ["https://example.org/a", "www.example.org", "HTTP://example.org", "example.org/sivu?a=1"]
)
def test_addresses_as_words(words):
    assert codes(vague_links, rich(f'<p><a href="https://example.org/a">{words}</a></p>')) == ["address-as-link"]


@pytest.mark.parametrize(
    "words",
    [
        "Lue lisää Tukiluurista",
        "Kokemuskohtaamon ajankohtaiset",
        "Lastensuojelun Keskusliiton sivusto",
        "kasperihanke.fi",
        "Ohjaajan opas (pdf)",
        "044 350 5179",
        "Så här arbetar vi",
        "How we work here",
    ],
)
def test_telling_words(words):
    assert codes(vague_links, rich(f'<p><a href="https://example.org/a">{words}</a></p>')) == []


def test_a_link_without_words():
    assert codes(vague_links, rich('<p><a linktype="page" id="3"> </a></p>')) == ["empty-link"]


def test_a_chosen_page_takes_its_words_from_the_block():
    assert codes(vague_links, Text(PLACE, links=(Link(LinkKind.PAGE, 1, "Lue lisää"),))) == ["vague-link"]


# --- Headings ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("texts", "count"),
    [
        ([heading("A", level=2), rich("<h3>B</h3><p>c</p><h4>D</h4><h3>E</h3>")], 0),
        ([rich("<p>a</p>"), heading("A", level=2), rich("<h3>B</h3>"), heading("C", level=2)], 0),
        ([rich("<h3>A</h3><p>b</p>")], 1),
        ([heading("A", level=2), rich("<h4>B</h4>")], 1),
        ([heading("A", level=2), rich("<h3>B</h3>"), heading("C", level=2), rich("<h4>D</h4>")], 1),
        ([heading("A"), rich("<h3>B</h3>")], 1),
    ],
)
def test_headings_go_down_step_by_step(texts, count):
    assert codes(heading_gaps, *texts) == ["heading-gap"] * count


def test_each_field_starts_anew():
    first = heading("A", level=2)
    second = Text(Place("access"), Kind.RICH, rich("<h3>B</h3>").paragraphs)
    (finding,) = heading_gaps(draft(first, second))
    assert finding.field == "access"


# --- Lists ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "text",
    [
        plain("Tarjoamme:\n• tukea\n• tietoa"),
        plain("- tukea"),
        plain("* tukea"),
        plain("· tukea"),
        plain("1) soita\n2) kerro"),
        plain("a) soita"),
        plain("1. Soita\n2. Kerro"),
        rich("<p>Tarjoamme</p><p>•\N{NO-BREAK SPACE}tukea</p>"),
        rich("<p>Tarjoamme:<br/>- tukea<br/>- tietoa</p>"),
        rich("<ul><li>• tukea</li></ul>"),
    ],
)
def test_lists_typed_by_hand(text):
    assert codes(pasted_lists, text) == ["pasted-list"]


@pytest.mark.parametrize(
    "text",
    [
        plain("1. tammikuuta alkaen olemme auki."),
        plain("– Parasta on, että joku kuuntelee, sanoo vanhempi."),
        plain("Sana - toinen sana"),
        plain("2.8.2023 avasimme ovet."),
        plain("(1) ja b) keskellä"),
        rich("<ul><li>tukea</li><li>tietoa</li></ul><ol><li>soita</li></ol>"),
    ],
)
def test_lists_that_are_none(text):
    assert codes(pasted_lists, text) == []


# --- Capitals ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "text",
    [
        plain("HUOM! OLEMME KIINNI KOKO HEINÄKUUN."),
        plain("Muista TÄMÄ TÄRKEÄ ASIA aina"),
        heading("TERVETULOA"),
        heading("VOIKUKKIA OHJAAJAN OPAS"),
        rich("<h3>AUKIOLOAJAT 2023</h3>"),
    ],
)
def test_shouting(text):
    assert codes(shouting, text) == ["all-caps"]


@pytest.mark.parametrize(
    "text",
    [
        plain("VOIKUKKIA auttaa. Rahoittaja on STEA."),
        plain("KASTE, OSMO ja KUULAS"),
        plain("VAHVA POHJA ELÄMÄÄN oli osahanke."),
        plain("THL STM RAY DIAK ESR"),
        plain("TÄRKEÄÄ tietoa"),
        heading("VOIKUKKIA"),
        heading("VAHVA POHJA ELÄMÄÄN"),
        heading("Huostaanoton jälkeenkin vanhemmuus VOI KUKKIA"),
        heading("STEA"),
        heading("2023"),
    ],
)
def test_no_shouting(text):
    assert codes(shouting, text) == []


# --- Known facts ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "owner"),
    [
        (plain("Soita 044 350 5179."), "Tukiluuri"),
        (plain("Soita 0443505179."), "Tukiluuri"),
        (plain("Soita +358 44 350 5179."), "Tukiluuri"),
        (rich('<p>Soita <a href="tel:+358443505179">044-350 5179</a>.</p>'), "Tukiluuri"),
        (plain("Kirjoita: Etunimi.Sukunimi@example.org."), "Sanna Välimäki"),
        (plain("Tukiluurissa vastataan klo 10–12."), "Tukiluuri"),
        (plain("Keskiviikkoisin 10-12 vastaa asiantuntija."), "Tukiluuri"),
        (plain("Ovi on auki tiistaisin kello 9.00–15.00."), "Kokemuskohtaamo"),
    ],
)
def test_what_the_directory_knows(text, owner):
    (finding,) = typed_facts(draft(text, known=KNOWN))
    assert finding.code == "typed-fact"
    assert owner in finding.message


@pytest.mark.parametrize(
    "text",
    [
        plain("Soita 044 000 0000."),
        plain("Soita 112."),
        plain("Perjantaisin klo 10–12 juomme kahvia."),
        plain("Ryhmässä on 10–12 vanhempaa."),
        plain("muu.etunimi.sukunimi@example.org.fi"),
        rich('<p>Soita <a linktype="fact" id="1">044 350 5179</a>.</p>'),
        rich('<p>Soita <embed embedtype="fact" id="1"/>.</p>'),
    ],
)
def test_what_the_directory_does_not_know(text):
    assert codes(typed_facts, text, known=KNOWN) == []


def test_a_known_number_is_not_also_set_right():
    assert codes(unusual_forms, plain("Soita 044-3505179."), known=KNOWN) == []
