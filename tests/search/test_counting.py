"""What is counted of searches: ordinary words after three times, all else as one number; never at a visitor's cost."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.db import OperationalError, connection
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from search import counting
from search.counting import count
from search.index import rebuild as building
from search.models import IndexState, QueryCount

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def rows() -> list[tuple]:
    return sorted(QueryCount.objects.values_list("term", "count", "empty_count"))


def times(number: int, text: str, found_count: int = 1, language: str = "fi") -> None:
    for _time in range(number):
        count(text, language, found_count)


class TestTerms:
    def test_the_third_time_it_is_told(self, home):
        times(2, "huostaanotto")
        row = QueryCount.objects.get()
        assert (row.term, row.count) == ("", 2)
        assert "huosta" not in str(vars(row))
        times(1, "  HUOSTAANOTTO? ", found_count=0)
        assert rows() == [("huostaanotto", 3, 1)]

    @pytest.mark.parametrize(
        "text",
        [
            "Sanna Virtanen",
            "virtasen lapset",
            "toivo",
            "lehtovirta",
            "xyzzy",
            "050 123 4567",
            "lapsi 2",
            "äiti äiti@x.fi",
            "isä " * 9,
            "a" * 200,
            "010203-123A",
        ],
    )
    def test_what_may_be_about_somebody_is_one_number(self, home, text):
        times(4, text, found_count=0)
        assert rows() == [("", 4, 4)]
        assert QueryCount.objects.get().digest == counting.REST

    def test_words_of_our_pages_are_told(self, publish):
        times(3, "kasperoinen")
        assert rows() == [("", 3, 0)]
        publish("Kasperoinen")
        times(3, "kasperoinen")
        assert rows() == [("", 3, 0), ("kasperoinen", 3, 0)]

    @pytest.mark.parametrize("hide", ["unpublish", "restrict"])
    def test_words_of_hidden_pages_are_not(self, publish, hide):
        page = publish("Kasperoinen")
        if hide == "unpublish":
            Page.objects.filter(pk=page.pk).update(live=False)
        else:
            PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
        times(3, "kasperoinen")
        assert rows() == [("", 3, 0)]

    def test_other_languages_have_the_words_of_our_pages_alone(self, home):
        times(3, "mamma", language="sv")
        assert rows() == [("", 3, 0)]

    @pytest.mark.parametrize("text", ["", " ", '"', "%", "\x00"])
    def test_nothing_typed_is_not_counted(self, home, text):
        count(text, "fi", 0)
        assert rows() == []

    def test_too_many_terms_are_one_number(self, home, monkeypatch):
        monkeypatch.setattr(counting, "MOST_TERMS", 2)
        for text in ("lapsi", "äiti", "isä", "koulu"):
            count(text, "fi", 1)
        assert sorted(QueryCount.objects.values_list("count", flat=True)) == [1, 1, 2]

    def test_the_hash_hangs_on_week_and_secret(self, settings):
        monday = date(2026, 11, 16)
        first = counting.digest("lapsi", "fi", monday)
        assert first != counting.digest("lapsi", "fi", monday + timedelta(7))
        settings.SECRET_KEY = "y" * 60
        assert first != counting.digest("lapsi", "fi", monday)

    def test_no_time_but_the_monday(self, home):
        count("lapsi", "fi", 1)
        row = QueryCount.objects.get()
        assert row.week == counting.week_of(timezone.localdate())
        assert row.week.weekday() == 0
        assert {field.name for field in QueryCount._meta.fields} == {
            "id", "week", "language", "digest", "term", "count", "empty_count"
        }  # fmt: skip


class TestCost:
    def test_few_queries(self, home, django_assert_max_num_queries):
        times(2, "lapsi")
        with django_assert_max_num_queries(8):
            count("lapsi", "fi", 1)

    def test_a_database_that_refuses_breaks_nothing(self, home, monkeypatch, caplog):
        def refuse(*args):
            raise OperationalError("attempt to write a readonly database: salainen")

        monkeypatch.setattr(counting, "_add", refuse)
        with caplog.at_level("INFO"):
            count("lapsi", "fi", 1)
        assert "not counted" in caplog.text
        assert "salainen" not in caplog.text
        assert "lapsi" not in caplog.text

    def test_nobody_waits_long_for_a_locked_one(self, home, monkeypatch):
        if connection.vendor != "sqlite":
            pytest.skip("PostgreSQL locks rows, not the database")

        def patience() -> int:
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA busy_timeout")
                return cursor.fetchone()[0]

        usual, seen = patience(), []
        monkeypatch.setattr(counting, "_add", lambda *args: seen.append(patience()))
        count("lapsi", "fi", 1)
        assert seen == [counting.PATIENCE]
        assert seen[0] < patience() == usual


def test_the_end_of_a_week_leaves_terms_and_one_number(home):
    times(3, "lapsi")
    times(2, "huostaanotto", found_count=0)
    times(1, "Virtanen")
    count("lapsi", "sv", 0)
    last = counting.week_of(timezone.localdate()) - timedelta(7)
    QueryCount.objects.update(week=last)
    QueryCount.objects.create(week=last - timedelta(weeks=60), language="fi", term="vanha", count=9)
    times(1, "äiti")
    for _again in range(2):
        counting.close_weeks()
        kept = QueryCount.objects.filter(week=last).order_by("language", "count", "term")
        assert list(kept.values_list("language", "digest", "term", "count", "empty_count")) == [
            ("fi", "", "", 3, 2),
            ("fi", None, "lapsi", 3, 0),
            ("sv", "", "", 1, 1),
        ]
    assert QueryCount.objects.exclude(week=last).get().digest


def test_past_weeks_do_not_tell_the_order_of_what_was_typed(home):
    for text in ("lapsi", "isä", "äiti", "apu"):
        times(3, text)
    QueryCount.objects.update(week=counting.week_of(timezone.localdate()) - timedelta(7))
    counting.close_weeks()
    assert list(QueryCount.objects.order_by("pk").values_list("term", flat=True)) == ["apu", "isä", "lapsi", "äiti"]


# --- The report -------------------------------------------------------------------------------------------------------
class TestReport:
    address = "search_report:weeks"

    def html(self, client, query: str = "") -> str:
        return " ".join(client.get(reverse(self.address) + query).content.decode().split())

    def test_popular_and_empty_terms_of_a_week(self, admin_client, home):
        times(4, "lapsi")
        times(3, "huostaanotto", found_count=0)
        times(2, "isä")
        html = self.html(admin_client)
        assert "Hakuja viikossa: 9. Niistä ilman tulosta jäi 3, ja erittelemättä on 2." in html
        empty, popular = html.split("<h2>Haetuimmat</h2>")
        assert "huostaanotto" in empty
        assert "lapsi" not in empty
        assert popular.index("lapsi") < popular.index("huostaanotto")
        assert "isä" not in popular

    def test_other_weeks(self, admin_client, home):
        times(3, "lapsi")
        QueryCount.objects.update(week=date(2026, 11, 2))
        assert "Viikko 45/2026" in self.html(admin_client)
        assert "lapsi" in self.html(admin_client, "?viikko=2026-11-02")
        assert admin_client.get(reverse(self.address) + "?viikko=x").status_code == 404

    def test_how_the_index_is(self, admin_client, publish):
        publish("Etusivulla")
        html = self.html(admin_client)
        assert building.analyser_in_use() in html
        assert "rebuild_search_index" not in html
        IndexState.objects.update(analyser="0/libvoikko")
        html = self.html(admin_client)
        assert "manage.py rebuild_search_index" in html
        assert "0/libvoikko" in html

    def test_who_may_not_see_it(self, client, home, django_user_model):
        user = django_user_model.objects.create_user("toinen")
        user.user_permissions.add(Permission.objects.get(codename="access_admin"))
        client.force_login(user)
        assert client.get(reverse(self.address)).status_code == 302


@pytest.mark.parametrize("name", ["nieminen", "mäkelä", "peltola vesala", "virtasen"])
def test_a_family_name_that_is_a_place_to_the_dictionary_is_not_told(home, name):
    times(4, name)
    assert not QueryCount.objects.exclude(term="").exists()
