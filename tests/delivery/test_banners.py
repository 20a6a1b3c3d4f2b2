"""Which notices a page shows, as a pure choice; and a file that may hold anything."""

import json

import pytest
from django.test import RequestFactory
from django.urls import get_resolver

from kasper_site.delivery import banners, standing
from kasper_site.directory.help_bar import kept

TEXTS = {"fi": {"heading": "Puhelin ei toimi", "text": "Soita 112."}, "sv": {"heading": "Fel", "text": "Ring 112."}}
ENTRY = {"severity": "notice", "from": 100, "until": 200, "paths": None, "texts": TEXTS}
ENTRY |= {"phone": "112", "tel": "tel:112", "links": {"fi": {"url": "/tukea/", "title": "Tukea"}}}
WHERE = "000100010003"
_TEXTS = dict.fromkeys(kept.TEXTS, "") | {"name_fi": "Puhelin", "public_phone": "112", "tel": "tel:112"}
HELPLINE = {"kind": "service", **_TEXTS, "schedule": None, "confirmed_on": None}

ODD = [
    {},
    "Puhelin",
    [None],
    ["Puhelin"],
    [[]],
    [ENTRY, {}],
    [{**ENTRY, "severity": []}],
    [{**ENTRY, "severity": "red"}],
    [{**ENTRY, "from": "100"}],
    [{**ENTRY, "until": None}],
    [{**ENTRY, "until": True}],
    [{**ENTRY, "paths": [1]}],
    [{**ENTRY, "paths": [""]}],
    [{**ENTRY, "texts": {"sv": TEXTS["sv"]}}],
    [{**ENTRY, "texts": {**TEXTS, "en": None}}],
    [{**ENTRY, "texts": {"fi": {"heading": "Otsikko"}}}],
    [{**ENTRY, "phone": None}],
    [{**ENTRY, "tel": "javascript:alert(1)"}],
    [{**ENTRY, "links": {"fi": {"url": "javascript:alert(1)", "title": "Tukea"}}}],
    [{**ENTRY, "links": {"sv": {"url": "/sv/", "title": "Stöd"}}}],
    [{**ENTRY, "links": []}],
]


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    return tmp_path


def headings(entries: list[dict]) -> list[str]:
    return [entry["texts"]["fi"]["heading"] for entry in entries]


def entry(heading: str = "", **changes) -> dict:
    return {**ENTRY, "texts": {"fi": {"heading": heading, "text": ""}}, **changes}


# --- The choice -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("moment", "is_shown"), [(99.9, False), (100, True), (199.9, True), (200, False)])
def test_a_notice_comes_and_goes_to_the_second(moment, is_shown):
    assert bool(banners.shown([ENTRY], WHERE, moment)) is is_shown


@pytest.mark.parametrize(
    ("paths", "path", "is_shown"),
    [
        (None, WHERE, True),
        (None, "", True),
        ([WHERE], WHERE, True),
        ([WHERE], f"{WHERE}0001", True),
        (["0009", WHERE], WHERE, True),
        ([WHERE], "00010001", False),
        ([WHERE], "000100010004", False),
        ([WHERE], "", False),
        ([], WHERE, False),
    ],
)
def test_a_notice_of_a_section_shows_there_and_below(paths, path, is_shown):
    assert bool(banners.shown([{**ENTRY, "paths": paths}], path, 150)) is is_shown


def test_the_most_severe_first_then_the_newest_and_two_at_most():
    entries = [
        entry("vanha", severity="important"),
        entry("tiedoksi"),
        entry("uusi", severity="important", **{"from": 120}),
        entry("kiire", severity="urgent"),
    ]
    assert headings(banners.shown(entries, WHERE, 150)) == ["kiire", "uusi"]
    assert headings(banners.shown(entries[:2], WHERE, 150)) == ["vanha", "tiedoksi"]


@pytest.mark.parametrize(
    ("language", "heading", "lang", "link_lang"),
    [("fi", "Puhelin ei toimi", "", ""), ("sv", "Fel", "", "fi"), ("en", "Puhelin ei toimi", "fi", "fi")],
)
def test_finnish_stands_for_a_language_that_is_missing_and_is_marked_so(language, heading, lang, link_lang):
    words = banners.in_language(ENTRY, language)
    assert (words["heading"], words["lang"], words["link_lang"]) == (heading, lang, link_lang)
    assert words["link"]["title"] == "Tukea"


# --- The file ---------------------------------------------------------------------------------------------------------
def test_reads_back_what_was_written():
    standing.write(banners.NAME, [ENTRY])
    assert banners.read() == [ENTRY]


@pytest.mark.parametrize("odd", [*map(json.dumps, ODD), "", "{", "[" * 100_000])
def test_anything_else_in_the_file_is_no_notice_and_breaks_no_page(var, odd):
    (var / "banners.json").write_text(odd)
    assert banners.read() == []
    response = get_resolver().resolve_error_handler(404)(RequestFactory().get("/"), Exception())
    assert response.status_code == 404


# --- Without the database ---------------------------------------------------------------------------------------------
@pytest.mark.parametrize("status", [404, 500])
def test_error_pages_show_what_holds_everywhere_and_escape_it(status):
    written = [
        entry("<script>alert(1)</script>", until=9e12, **{"from": 0}),
        entry("Vain osiossa", paths=[WHERE], until=9e12, **{"from": 0}),
    ]
    standing.write(banners.NAME, written)
    arguments = [RequestFactory().get("/")] + ([Exception()] if status == 404 else [])
    response = get_resolver().resolve_error_handler(status)(*arguments)
    html = response.content.decode()
    assert response.status_code == status
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<script>alert(1)" not in html
    assert "Vain osiossa" not in html
    assert 'href="tel:112"' in html


@pytest.mark.parametrize(("severity", "is_first"), [("urgent", True), ("important", False), ("notice", False)])
def test_only_an_urgent_notice_stands_before_the_help_bar(severity, is_first):
    standing.write(banners.NAME, [entry("Vika", severity=severity, until=9e12, **{"from": 0})])
    standing.write("help", [HELPLINE])
    html = get_resolver().resolve_error_handler(404)(RequestFactory().get("/"), Exception()).content.decode()
    assert (html.index('class="banner') < html.index('class="help-bar"')) is is_first


def test_a_number_in_a_notice_is_a_link():
    written = entry(severity="notice", until=9e12, **{"from": 0})
    written["texts"]["fi"]["text"] = "Hätätilanteessa soita 112. <b>"
    standing.write(banners.NAME, [{**written, "tel": "", "phone": ""}])
    html = get_resolver().resolve_error_handler(404)(RequestFactory().get("/"), Exception()).content.decode()
    assert 'soita <a href="tel:112">112</a>. &lt;b&gt;' in html
