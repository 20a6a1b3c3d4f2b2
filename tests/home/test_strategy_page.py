"""A strategy as a visitor reads it: its time, its goals, its files, what of it can be linked."""

import pytest
from django.utils import timezone

from tests import factories

pytestmark = pytest.mark.django_db

WAYS = [{"name": "Vahvistamme jäsenyyttä", "text": "Vuoden 2023 loppuun."}, {"name": "Siirrymme säätiöksi", "text": ""}]
GOAL = {"name": "Valitsemme tien", "text": "", "sub_goals": [{"text": "Päätämme vuonna 2021.", "alternatives": WAYS}]}


@pytest.fixture
def home():
    return factories.make_site()


def make(home, **fields):
    return factories.make_page("home.StrategyPage", home, **{"organisation": "Kasper ry", **fields})


def shown(client, page):
    return client.get(page.url).content.decode()


def test_a_period_that_is_over_says_so_and_leads_to_what_holds_now(client, home):
    year = timezone.localdate().year
    old = make(home, title="Vanha strategia", period_start="2018", period_end="2021")
    assert "period-over" in shown(client, old)
    assert "Uusi strategia" not in shown(client, old)
    new = make(home, title="Uusi strategia", period_start=str(year), period_end=str(year + 3))
    assert f'href="{new.url}"' in shown(client, old)
    assert "period-over" not in shown(client, new)


def test_another_organisations_strategy_is_not_the_one_that_holds_now(client, home):
    old = make(home, title="Vanha strategia", period_start="2018", period_end="2021")
    make(home, title="Toisen strategia", organisation="Lastensuojelun Keskusliitto", period_start="2022")
    assert "Toisen strategia" not in shown(client, old)


def test_two_ways_are_a_list_with_a_label_and_a_word_between(client, home):
    text = shown(client, make(home, goals=[("goal", GOAL)]))
    ways = text[text.index('class="goals-ways"') :]
    assert 'aria-label="' in ways[:80]
    assert ways.count("goals-or") == 1
    assert ways.index("Vahvistamme jäsenyyttä") < ways.index("goals-or") < ways.index("Siirrymme säätiöksi")


def test_goals_are_numbered_only_if_they_are(client, home):
    assert '<ol class="goals">' in shown(client, make(home, goals=[("goal", GOAL)]))
    assert '<ul class="goals">' in shown(client, make(home, goals=[("goal", GOAL)], is_goals_numbered=False))


def test_an_area_links_to_its_page_only_while_that_is_public(client, home):
    other = factories.make_page("home.StandardPage", home, title="Vertaistuki")
    area = {"name": "VOIKUKKIA-toiminta", "offers": ["Tietoa"], "audiences": ["Vanhemmat"], "page": other.page_ptr}
    page = make(home, areas=[("area", area)])
    assert f'href="{other.url}"' in shown(client, page)
    other.unpublish()
    text = shown(client, page)
    assert "VOIKUKKIA-toiminta" in text
    assert f'href="{other.url}"' not in text


def test_a_document_is_a_link_with_type_and_size_or_only_a_title(client, home):
    document = factories.make_document()
    named = [
        ("document", {"title": "Strategia", "date": "30.11.2020", "document": document, "note": ""}),
        ("document", {"title": "Vuosikatsaus", "date": "", "document": None, "note": "Tiedosto on liitolla."}),
    ]
    text = shown(client, make(home, documents=named))
    assert f'href="{document.url}"' in text
    assert "PDF" in text
    assert "30.11.2020" in text
    assert "Tiedosto on liitolla." in text
