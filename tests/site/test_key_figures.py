"""Boxes of figures: each can be quoted, wherever it is shown; quotes beside them say who speaks."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client

from kasper_site.cms.blocks import BodyBlock
from kasper_site.cms.wording import NBSP, whole_numbers
from news.feeds import content
from news.renderings import plain
from search import page_text
from tests import factories

pytestmark = pytest.mark.django_db

FIGURE = {"number": "noin 2 200 000 €", "text": "oli budjetti", "year": "2011–2013", "source": "Kasperi II -hanke"}
LINKED = {**FIGURE, "number": "044 350 5179", "text": "ei ole puhelinnumero", "source_url": "https://example.org/luvut"}
FIGURES = ("key_figures", {"heading": "Hanke lukuina", "figures": [FIGURE, LINKED]})
SPEAKERS = [
    ("Maija Meikäläinen", "äiti", "Maija Meikäläinen, äiti"),
    ("Maija Meikäläinen", "", "Maija Meikäläinen"),
    ("", "vanhempi", "vanhempi"),
]


@pytest.fixture
def release():
    factories.make_site()
    return factories.make_page("news.ReleasePage", factories.place_for("news.ReleasePage"), body=[FIGURES])


def shown(release) -> BeautifulSoup:
    return BeautifulSoup(Client().get(release.url).content, "html.parser")


def cleaned(*figures: dict):
    block = BodyBlock().child_blocks["key_figures"]
    return block.clean(block.to_python({"heading": "", "figures": list(figures)}))


# --- What an editor may write -----------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["number", "text", "year", "source"])
def test_a_figure_without_its_year_or_source_is_none(name):
    cleaned(FIGURE)
    with pytest.raises(ValidationError):
        cleaned({**FIGURE, name: ""})


def test_one_to_six_figures():
    cleaned(*[FIGURE] * 6)
    for count in (0, 7):
        with pytest.raises(ValidationError):
            cleaned(*[FIGURE] * count)


# --- Where they are shown ---------------------------------------------------------------------------------------------
def test_the_page_shows_number_matter_year_and_source(release):
    found = shown(release).select(".key-figures-list > li")
    words = [" ".join(item.get_text(" ", strip=True).replace(NBSP, " ").split()) for item in found]
    assert words == [
        "noin 2 200 000 € oli budjetti 2011–2013. Lähde: Kasperi II -hanke",
        "044 350 5179 ei ole puhelinnumero 2011–2013. Lähde: Kasperi II -hanke",
    ]
    assert [link["href"] for link in shown(release).select(".key-figures-list a")] == ["https://example.org/luvut"]


def test_no_figure_is_a_phone_number(release):
    html = content.bodies([release])[0] + str(shown(release).select_one(".key-figures"))
    assert "ei ole puhelinnumero" in html
    assert "tel:" not in html


def test_a_number_stays_on_one_line(release):
    assert shown(release).select_one(".key-figure").get_text() == f"noin 2{NBSP}200{NBSP}000{NBSP}€"
    assert whole_numbers("68 kuntaa ja noin 1,7 milj. € ") == f"68{NBSP}kuntaa ja noin 1,7{NBSP}milj.{NBSP}€ "


def test_the_text_for_editors_has_them(release):
    assert (
        "- noin 2 200 000 € oli budjetti\n  2011–2013. Lähde: Kasperi II -hanke\n"
        "- 044 350 5179 ei ole puhelinnumero\n"
        "  2011–2013. Lähde: Kasperi II -hanke (https://example.org/luvut)\n"
    ) in plain.text(release)


def test_feeds_have_them(release):
    soup = BeautifulSoup(content.bodies([release])[0], "html.parser")
    assert soup.h2.get_text() == "Hanke lukuina"
    assert [number.get_text().replace(NBSP, " ") for number in soup.select("li b")] == [
        "noin 2 200 000 €",
        "044 350 5179",
    ]
    assert soup.a["href"] == "https://example.org/luvut"


def test_the_search_knows_them(release):
    words = " ".join(page_text.lines(release, "fi"))
    assert all(word in words for word in ("Hanke lukuina", "noin 2 200 000 €", "oli budjetti", "Kasperi II -hanke"))


# --- Quotes -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("speaker", "role", "words"), SPEAKERS)
def test_a_quote_says_who_speaks_on_page_paper_and_in_feeds(release, speaker, role, words):
    release.body = [("quote", {"text": "Meitä kuultiin.", "speaker": speaker, "role": role})]
    release.save()
    assert shown(release).select_one(".quote figcaption").get_text() == words
    assert f"    ”Meitä kuultiin.”\n\n    – {words}\n" in plain.text(release)
    assert f"<p>– {words}</p>" in content.bodies([release])[0]
