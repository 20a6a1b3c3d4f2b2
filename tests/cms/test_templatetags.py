"""Dates and money in words, ids of headings, query strings, structured data, picture sizes."""

import json
from datetime import UTC, date, datetime, time
from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from kasper_site.cms import pictures, structured_data, wording
from kasper_site.cms.templatetags import words

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("language", "text"), [("fi", "2.8.2023"), ("sv", "2.8.2023"), ("en", f"2{NBSP}August{NBSP}2023")]
)
def test_dates(language, text):
    with translation.override(language):
        assert wording.date_words(date(2023, 8, 2)) == text


def test_a_moment_is_dated_by_the_finnish_calendar():
    with translation.override("fi"):
        assert wording.date_words(datetime(2023, 8, 1, 22, 30, tzinfo=UTC)) == "2.8.2023"


def test_no_date_is_no_words():
    assert wording.date_words(None) == ""


@pytest.mark.parametrize(("language", "text"), [("fi", "9"), ("sv", "9"), ("en", "9:00")])
def test_full_hours(language, text):
    with translation.override(language):
        assert wording.clock(time(9)) == text


@pytest.mark.parametrize(
    ("amount", "is_approximate", "finnish", "english"),
    [
        (2_200_000, True, "noin 2,2 miljoonaa euroa", "about 2.2 million euros"),
        (1_700_000, False, "1,7 miljoonaa euroa", "1.7 million euros"),
        (3_000_000, False, "3 miljoonaa euroa", "3 million euros"),
        (2_153_400, False, "2 153 400 euroa", "2,153,400 euros"),
        (680_000, True, "noin 680 000 euroa", "about 680,000 euros"),
        (None, True, "", ""),
    ],
)
def test_money(amount, is_approximate, finnish, english):
    with translation.override("fi"):
        assert words.euros_words(amount, is_approximate) == finnish.replace(" ", NBSP)
    with translation.override("en"):
        assert words.euros_words(amount, is_approximate) == english.replace(" ", NBSP)


@pytest.mark.parametrize(
    ("heading", "slug"),
    [("Näin ryhmä toimii", "nain-ryhma-toimii"), ("???", "osa"), ("Sisältö", "sisalto-osa"), ("a" * 99, "a" * 60)],
)
def test_heading_ids(heading, slug):
    assert words.anchor(heading) == slug


def test_language_names_fall_back_to_the_code():
    with translation.override("en"):
        assert words.language_name("sv") == "Swedish"
        assert words.language_name("xx-unknown") == "xx-unknown"


def test_query_strings_keep_what_they_do_not_change():
    context = {"request": RequestFactory().get("/haku/?q=ero&sivu=2&q2=")}
    assert words.query_with(context, sivu=3) == "?q=ero&q2=&sivu=3"
    assert words.query_with(context, sivu="") == "?q=ero&q2="


def test_structured_data_cannot_end_its_element():
    hostile = SimpleNamespace(title="</script><script>alert(1)</script>", url="/x/")
    template = Template("{% load site_frame %}{% breadcrumb_data pages page %}")
    html = template.render(Context({"pages": [hostile], "page": hostile}))
    assert html.count("<script") == html.count("</script>") == 1
    data = json.loads(html.partition(">")[2].rpartition("<")[0])
    assert data["itemListElement"][1]["name"] == hostile.title


def test_breadcrumb_addresses_are_absolute():
    page = SimpleNamespace(title="Tukea", url="/tukea/")
    items = structured_data.breadcrumb([], page)["itemListElement"]
    assert [item["position"] for item in items] == [1]
    assert items[0]["item"].startswith("http")


def test_pictures_are_never_enlarged():
    card = pictures.PRESETS["card"]
    assert card.fitting(700, 500) == [(320, 192), (640, 384)]
    assert card.fitting(100, 100) == [(320, 192)]
    assert pictures.PRESETS["body"].specs(500, 300) == [
        "width-400|format-avif",
        "width-400|format-webp",
        "width-400|format-jpeg",
    ]


def test_no_picture_is_nothing():
    assert Template("{% load pictures %}{% site_picture image %}").render(Context({"image": None})) == ""
