"""The block of help by urgency: three cards in their order, numbers dialled as they are."""

from datetime import datetime, time

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import RequestFactory
from django.utils import translation
from wagtail.blocks import StructBlockValidationError

from kasper_site.cms.blocks import BodyBlock
from kasper_site.cms.blocks.urgency import CallBlock
from kasper_site.directory.help_bar import kept
from kasper_site.directory.hours import HELSINKI
from kasper_site.directory.models import WeeklyHours
from tests import factories

pytestmark = pytest.mark.django_db

CALL = {"service": None, "name": "", "phone": "", "note": ""}


def render(**cards) -> BeautifulSoup:
    block = BodyBlock().child_blocks["urgency"]
    empty = {"heading": "", "text": "", "calls": []}
    names = ("now", "today", "this_week")
    value = block.to_python({name: {**empty, **cards.get(name, {})} for name in names})
    html = block.bind(value).render_as_block({"request": RequestFactory().get("/")})
    return BeautifulSoup(str(html), "html.parser")


def call(phone: str, **changes) -> dict:
    return {**CALL, "name": "Apua", "phone": phone, **changes}


def test_empty_cards_have_their_words_and_the_number_of_danger():
    cards = render().select(".urgency-card")
    headings = [card.h2.get_text(strip=True) for card in cards]
    assert headings == ["Soita 112", "Hae apua tänään", "Hae apua tällä viikolla"]
    assert [len(card.select(".full")) for card in cards] == [3, 2, 1]
    assert [[link["href"] for link in card.select("a")] for card in cards] == [["tel:112"], [], []]


def test_the_usual_words_are_in_the_language_of_the_page():
    with translation.override("sv"):
        assert render().h2.get_text(strip=True) == "Ring 112"


@pytest.mark.parametrize(
    ("phone", "tel"),
    [("116 111", "tel:116111"), ("112", "tel:112"), ("09 2525 0111", "tel:+358925250111"), ("+999 1234567", None)],
)
def test_a_number_is_dialled_as_it_is_and_what_is_none_stays_text(phone, tel):
    card = render(today={"calls": [call(phone)]}).select(".urgency-card")[1]
    assert [link["href"] for link in card.select("a")] == ([tel] if tel else [])
    assert phone.replace(" ", "") in "".join(card.get_text().split())


def test_a_service_brings_its_own_number_and_a_deleted_one_leaves_nothing():
    service = factories.make_service(name_fi="Tukiluuri")
    kept = render(this_week={"calls": [{**CALL, "service": service.pk}]}).select(".urgency-card")[2]
    assert "Tukiluuri" in kept.get_text()
    assert kept.a["href"] == "tel:+358443505179"
    gone = render(this_week={"calls": [{**CALL, "service": 4711}]}).select(".urgency-card")[2]
    assert gone.select("a") == []


@pytest.mark.parametrize(
    ("hour", "named", "numbers"),
    [(11, False, ["tel:+358443505179", "tel:112"]), (12, False, ["tel:112"]), (11, True, ["tel:+358443505179"])],
)
def test_our_own_service_stands_first_today_while_it_answers(settings, tmp_path, hour, named, numbers):
    settings.VAR_DIR = tmp_path
    service = factories.make_service(hours=0)
    WeeklyHours.objects.create(service=service, weekday=2, opens=time(10), closes=time(12))
    kept.write()
    with time_machine.travel(datetime(2026, 11, 25, hour, tzinfo=HELSINKI), tick=False):
        calls = [{**CALL, "service": service.pk}] if named else [call("112")]
        cards = render(today={"calls": calls}).select(".urgency-card")
    assert [link["href"] for link in cards[1].select("a")] == numbers
    assert cards[1].select_one("[data-live]")  # a page left open takes it off and puts it back
    assert ("Auki nyt" in cards[1].get_text()) is (hour == 11)
    assert not cards[2].select("a, [data-live]")


def test_what_editors_write_is_no_markup():
    html = str(render(today={"heading": "<b>x", "calls": [call("112", name="<script>", note="<i>")]}))
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize("value", [{"name": "Apua"}, {"phone": "112"}, {}, {"name": "Apua", "phone": "soita"}])
def test_a_name_goes_with_a_number(value):
    with pytest.raises(StructBlockValidationError):
        CallBlock().clean(CallBlock().to_python({**CALL, **value}))
