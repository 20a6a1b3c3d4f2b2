"""That there is an index of the analyser in use: at every start, and what the checks say."""

import pytest
from django.core.checks import run_checks
from django.core.management import call_command

from search import checks, query
from search.index import upkeep
from search.index.state import state
from search.models import Entry, IndexState

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def messages(**options) -> list[str]:
    return [message.id for message in run_checks(**options) if message.id.startswith("kasper.")]


class TestStart:
    def test_an_index_is_built_where_there_is_none(self, home):
        IndexState.objects.all().delete()
        said = []
        assert upkeep.ensure(said.append)
        assert said[-1] == "Search index: 1 pages, documents and events"
        assert query.search("kasper", "fi").total == 1

    def test_one_of_another_analyser_is_built_anew_and_answers_meanwhile(self, publish):
        publish("Vertaistuki")
        IndexState.objects.update(analyser="0/libvoikko")
        assert query.search("vertaistuki", "fi").total == 1
        assert upkeep.ensure()
        assert state().analyser.startswith("2/")
        assert query.search("vertaistuki", "fi").total == 1

    def test_one_that_is_current_is_left(self, home):
        before = state().generation
        assert not upkeep.ensure()
        assert state().generation == before

    def test_an_empty_site_has_one_too_so_that_what_is_published_next_is_found(self):
        assert upkeep.ensure()
        assert state().generation == 1
        assert not Entry.objects.exists()

    def test_every_start_asks(self, settings):
        assert "search.index.upkeep.ensure" in settings.LAST_STEPS


class TestChecks:
    def test_a_missing_index_and_one_of_another_version_are_named_with_the_command(self, home):
        IndexState.objects.update(analyser="0/libvoikko")
        (warning,) = checks.check_index(databases=["default"])
        assert warning.id == "kasper.W102"
        assert "0/libvoikko" in warning.msg
        assert "rebuild_search_index" in warning.hint
        IndexState.objects.all().delete()
        (warning,) = checks.check_index(databases=["default"])
        assert "has not been built" in warning.msg
        call_command("rebuild_search_index", verbosity=0)
        assert checks.check_index(databases=["default"]) == []

    def test_without_the_database_nobody_asks_it(self, django_assert_num_queries):
        IndexState.objects.all().delete()
        with django_assert_num_queries(0):
            assert "kasper.W102" not in messages()
        assert "kasper.W102" in messages(databases=["default"])

    @pytest.mark.parametrize(("is_there", "found"), [(True, []), (False, ["kasper.I101"])])
    def test_the_fallback_engine_is_named(self, monkeypatch, is_there, found):
        monkeypatch.setattr(checks, "has_libvoikko", lambda: is_there)
        assert [message.id for message in checks.check_engine()] == found
