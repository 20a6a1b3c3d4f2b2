"""The search's row on a publication's receipt: the page is found, or made to be."""

import pytest
from django.utils import timezone

from kasper_site.delivery.outbox import recording
from kasper_site.delivery.outbox.kinds import NotYet
from search import indexing, page_effect
from search.models import Entry
from tests.search.searchable import results_page, titles

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def effect_of(page):
    return recording.record(page, timezone.now()).effects.get(kind="search")


def test_a_page_that_is_indexed_is_left_alone(publish, monkeypatch):
    effect = effect_of(publish("Kahvila", "Kahvia ja pullaa."))
    monkeypatch.setattr(indexing, "refresh", None)
    assert page_effect.prove(effect) == "Löytyy haulla"


def test_a_page_that_is_missing_is_indexed(publish):
    effect = effect_of(publish("Kahvila", "Kahvia ja pullaa."))
    Entry.objects.all().delete()
    assert titles(results_page("pullaa")) == []
    page_effect.prove(effect)
    assert titles(results_page("pullaa")) == ["Kahvila"]


def test_a_page_that_is_indexed_as_it_was_is_indexed_as_it_is(publish):
    page = publish("Kahvila", "Kahvia ja pullaa.")
    page.title = "Leipomo"
    page.save_revision().publish()  # the index would follow after a commit that does not come
    assert titles(results_page("leipomo")) == []
    page_effect.prove(effect_of(page))
    assert titles(results_page("leipomo")) == ["Leipomo"]


def test_where_it_cannot_be_indexed_the_row_waits(publish, monkeypatch):
    effect = effect_of(publish("Kahvila", "Kahvia ja pullaa."))
    Entry.objects.all().delete()
    monkeypatch.setattr(indexing, "refresh", lambda thing: None)
    with pytest.raises(NotYet, match="Haku ei löydä"):
        page_effect.prove(effect)
