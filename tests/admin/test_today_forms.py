"""The forms of a day's hours and message: what is typed is read, kept on the screen where it is wrong, or saved."""

from datetime import time

import pytest
import time_machine
from bs4 import BeautifulSoup

from kasper_site.cms import groups
from tests import factories
from tests.admin.today_page import NOW, TOMORROW, address, day_text, kept, press, sent, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def _site():
    groups.ensure()
    factories.make_site()
    with time_machine.travel(NOW, tick=False):
        yield


def test_the_form_starts_with_what_holds():
    place = factories.make_place()
    soup = BeautifulSoup(signed_in().get(address(place, "hours")).content, "html.parser")
    fields = {field["name"]: field.get("value", "") for field in soup.select(".today__form input[name]")}
    assert (fields["opens_0"], fields["closes_0"], fields["opens_1"]) == ("8", "8.30", "")


def test_other_hours_in_two_spans_with_a_message():
    place = factories.make_place()
    url = address(place, "hours", TOMORROW)
    sent(signed_in(), url, opens_0="9-12", opens_1="13", closes_1="24", note=" Illalla  myös ")
    assert kept(place, TOMORROW) == [(time(9), time(12), "Illalla myös"), (time(13), time(0), "")]


def test_a_wrong_time_is_told_beside_its_field_and_nothing_typed_is_lost():
    place = factories.make_place()
    response = sent(signed_in(), address(place, "hours"), opens_0="9", closes_0="puoli neljä", note="Viesti")
    assert response.status_code == 422
    soup = BeautifulSoup(response.content, "html.parser")
    field = soup.select_one("[name=closes_0]")
    assert field["value"] == "puoli neljä"
    assert field["aria-invalid"] == "true"
    assert "”puoli neljä” ei ole kellonaika" in soup.select_one(f"#{field['aria-describedby']}").get_text()
    assert soup.select_one("[name=note]")["value"] == "Viesti"
    assert kept(place) == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"opens_0": "", "closes_0": ""}, "mistä mihin on auki"),
        ({"opens_1": "8", "closes_1": "9"}, "päällekkäin"),
        ({"note": "ä" * 121}, "Viestissä on 121 merkkiä, ja tilaa on 120"),
        ({"opens_0": "9" * 5000}, "liian pitkä kellonajaksi"),
    ],
)
def test_other_mistakes(typed, words):
    place = factories.make_place()
    response = sent(signed_in(), address(place, "hours"), **typed)
    assert words in response.content.decode()
    assert kept(place) == []


@pytest.mark.parametrize("name", ["opens_0", "note", "closes_99", f"closes_{'9' * 900}", "closes_x"])
def test_crafted_fields_are_no_error_of_ours(name):
    place = factories.make_place()
    assert sent(signed_in(), address(place, "hours"), **{name: "\x00"}).status_code in (302, 422)
    assert kept(place) == []


def test_a_message_alone_keeps_the_hours_and_goes_again():
    place = factories.make_place()
    client = signed_in()
    sent(client, address(place, "note"), note="Ovi on pihan puolella")
    assert kept(place) == [(time(8), time(8, 30), "Ovi on pihan puolella")]
    assert "Muuta viestiä" in day_text(client)
    sent(client, address(place, "note"), note="")
    assert kept(place) == []


def test_a_form_about_what_has_changed_since_shows_it_and_keeps_what_was_typed():
    place = factories.make_place()
    client, url = signed_in(), address(place, "hours")
    soup = BeautifulSoup(client.get(url).content, "html.parser")
    seen = soup.select_one("[name=seen]")["value"]
    press(signed_in(name="maija"), "Suljettu tänään")
    response = client.post(url, {"seen": seen, "opens_0": "10", "closes_0": "11", "note": ""})
    html = response.content.decode()
    assert "Maija muutti tätä päivää" in html
    assert "Nyt voimassa: Suljettu" in html
    assert kept(place) == [(None, None, "")]
    soup = BeautifulSoup(html, "html.parser")
    assert soup.select_one("[name=opens_0]")["value"] == "10"
    fields = {field["name"]: field.get("value", "") for field in soup.select(".today__form input[name]")}
    client.post(url, fields)
    assert kept(place) == [(time(10), time(11), "")]
