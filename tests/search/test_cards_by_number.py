"""A typed number brings the card of whose it is, with whatever stands beside it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from search.models import QueryCount
from tests import factories
from tests.search.searchable import index, make_helpline, make_place, make_service, named

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.mark.parametrize(
    "typed",
    [
        "0440000001",
        "044 000 0001",
        "044-000 0001",
        "044–000–0001",
        "+358440000001",
        "+358 (0)44 000 0001",
        "00358440000001",
    ],
)
def test_a_number_brings_its_service_however_it_is_typed(home, typed):
    make_service(phone="044 000 0001")
    make_place("Paikka", phone="09 000 0000")
    index()
    assert named(typed) == ["Tukiluuri"]
    assert named("09-0000000") == ["Paikka"]
    assert named("0440000002") == named("044000000") == named("2023") == []


@pytest.mark.parametrize(("typed", "names"), [("112", ["Hätänumero"]), ("116111", ["MLL"]), ("116 111", ["MLL"])])
def test_a_short_number_brings_its_helpline(helplines, typed, names):
    assert named(typed) == names


def test_only_a_public_number_brings_anybody(contacts):
    person = factories.make_person(name="Ilona Teikari", phone="044 000 0001")
    service = make_service(hours=0, phone="044 000 0002")
    index()
    assert named("0440000001") == ["Ilona Teikari"]
    assert named("0440000002") == ["Tukiluuri"]
    type(person).objects.update(until_date=timezone.localdate() - timedelta(days=1))
    service.unpublish()
    assert named("0440000001") == []
    assert named("0440000002") == ["Tukiluuri"], "it stands in the help bar of every page"


def test_a_number_is_counted_without_its_digits(home):
    make_service()
    index()
    for _time in range(4):
        named("0443505179")
    assert [(row.term, row.digest, row.empty_count) for row in QueryCount.objects.all()] == [("", "", 0)]


@pytest.mark.parametrize(
    "typed",
    [
        "puh. 044 000 0001",
        "044 000 0001,",
        "tel:+358440000001",
        "numero 0440000001",
        "\u202a044 000 0001\u202c",
        "044\u200b000\u20600001",
        "０４４００００００１",
    ],
)
def test_words_and_marks_beside_a_number_do_not_hide_it(home, typed):
    make_service(phone="044 000 0001")
    index()
    assert named(typed) == ["Tukiluuri"]


@pytest.mark.parametrize("typed", ["112!", "112?", "soita 112", "١١٢", "１１２", "112 apua"])
def test_the_emergency_number_is_understood_in_any_cry(helplines, typed):
    assert named(typed) == ["Hätänumero"]


def test_numbers_among_the_search_words_are_words(home):
    make_helpline("Päivystysapu", "09 2525 0111", search_words="116 117, 01300")
    index()
    assert named("116 117") == named("01300") == ["Päivystysapu"]
    assert named("116") == []
