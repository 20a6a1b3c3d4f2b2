"""Where a journalist sees the pictures: on the release, in the press room, in the list of all."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news.media_bank import rows, sizes
from tests.news.media_bank.conftest import add, image

pytestmark = [pytest.mark.django_db, pytest.mark.database]

LIST = "/medialle/kuvat/"


def soup(address):
    answer = Client().get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def test_a_release_shows_its_pictures_with_all_that_must_be_known(room, release):
    picture = image("Keittiönpöytä", description="Pöydällä on kaksi kuppia")
    add(release, picture, caption="Kahvi on katettu.")
    part = soup(release.url).select_one(".release-pictures")
    assert part.h2.get_text() == "Kuvat medialle"
    words = part.get_text(" ", strip=True).replace("\xa0", " ")
    for expected in ("Kahvi on katettu.", "Kuva: Kasper ry , CC BY 4.0", "JPG, 480 × 288 pikseliä, 3 kt"):
        assert expected.replace(" ,", ",") in words.replace(" ,", ",")
    assert part.img["alt"] == "Pöydällä on kaksi kuppia"
    link = part.select_one("a")
    assert link["href"] == f"/medialle/kuvat/{picture.pk}/keittionpoyta.jpg"
    assert link.get_text() == "Lataa painokelpoinen kuva: Keittiönpöytä"
    assert Client().get(link["href"]).status_code == 200


def test_a_release_without_pictures_has_no_such_part(room, release):
    assert not soup(release.url).select(".release-pictures")


def test_without_a_press_room_no_link_leads_astray(release):
    add(release, image())
    part = soup(release.url).select_one(".release-pictures")
    assert part.img
    assert not part.select("a")


def test_the_press_room_has_the_newest_and_leads_to_all(room, release):
    add(release, *(image(f"Kuva {number}") for number in range(rows.NEWEST + 1)))
    found = soup("/medialle/")
    assert len(found.select(".media-bank-item")) == rows.NEWEST
    assert found.select_one(f'a[href="{LIST}"]').get_text(strip=True) == "Kaikki kuvat medialle (13 kuvaa)"
    assert len(soup(LIST).select(".media-bank-item")) == rows.NEWEST + 1


def test_the_list_goes_on_page_by_page(room, monkeypatch):
    monkeypatch.setattr(rows, "PAGE_SIZE", 2)
    add(room, *(image(f"Kuva {number}") for number in range(5)))
    seen = []
    for number, title in ((1, "Kuvat medialle – Kasper ry"), (3, "Kuvat medialle, sivu 3 – Kasper ry")):
        page = soup(f"{LIST}?sivu={number}")
        assert page.title.get_text(strip=True).replace("\n", "") == title
        seen.append(len(page.select(".media-bank-item")))
    assert seen == [2, 1]
    assert soup(LIST).select_one('a[rel="next"]')["href"] == "?sivu=2"
    for hostile in ("0", "-1", "abc", "99999999999999999999"):
        assert soup(f"{LIST}?sivu={hostile}").select(".media-bank-item")


def test_the_list_is_a_page_of_its_own(room, settings):
    page = soup(LIST)
    assert page.h1.get_text() == "Kuvat medialle"
    assert page.find("link", rel="canonical")["href"] == f"{settings.PUBLIC_URL}{LIST}"
    assert page.find("meta", attrs={"name": "description"})["content"]
    assert [item["href"] for item in page.select(".breadcrumb a")] == ["/", "/medialle/"]
    assert "Täällä ei ole vielä mitään" in page.main.get_text()


def test_a_print_picture_is_three_clicks_from_the_front_page(room, release):
    add(release, image())
    (way,) = {link["href"] for link in soup("/").select('a[href="/medialle/"]')}
    (original,) = [link["href"] for link in soup(way).select(".media-bank-item a")]
    assert Client().get(original)["Content-Disposition"].startswith("attachment")


def test_each_link_has_a_name_of_its_own(room):
    add(room, image("Yksi"), image("Kaksi"))
    names = [link.get_text() for link in soup(LIST).select(".media-bank-item a")]
    assert len(names) == len(set(names)) == 2


@pytest.mark.parametrize("where", ["release", "room", "list"])
def test_twenty_pictures_cost_as_many_queries_as_two(room, release, where):
    address = {"release": release.url, "room": "/medialle/", "list": LIST}[where]

    def queries() -> list[str]:
        Client().get(address)
        with CaptureQueriesContext(connection) as captured:
            assert Client().get(address).status_code == 200
        return [query["sql"] for query in captured.captured_queries]

    add(release, image("A"), image("B"))
    add(room, image("C"), image("D"))
    few = queries()
    add(release, *(image(f"E{number}") for number in range(18)))
    add(room, *(image(f"F{number}") for number in range(18)))
    many = queries()
    assert len(few) == len(many), "\n".join(many)
    assert len(many) <= 10, "\n".join(many)


def test_as_many_are_seen_at_once_as_a_page_may_weigh(room, release):
    add(release, *(image(f"Kuva {number}") for number in range(5)))
    for address, seen in ((release.url, 3), ("/medialle/", 0), (LIST, 3)):
        found = soup(address)
        assert len(found.select(".media-bank-picture > picture")) == seen
        assert len(found.select(".media-bank-picture > details picture")) == 5 - seen
        assert all(one["loading"] == "lazy" for one in found.select(".media-bank img"))
    names = [summary.get_text() for summary in soup("/medialle/").select(".media-bank summary")]
    assert names[0].startswith("Katso kuva: Kuva ")
    assert len(set(names)) == 5


def test_small_sizes_are_made_ahead(room):
    one = image()
    add(room, one)
    assert one.renditions.count() == 0
    assert sizes.make_missing() == 1
    made = one.renditions.count()
    assert made > 0
    assert sizes.make_missing() == 0
    soup("/medialle/")
    assert one.renditions.count() == made


@pytest.mark.parametrize(("days", "is_shown"), [(0, True), (-1, False)])
def test_link_previews_and_feeds_leave_out_a_picture_whose_consent_has_ended(release, days, is_shown):
    picture = image(consent_until=timezone.localdate() + timedelta(days=days))
    release.listing_image, release.body = picture, [("picture", {"image": picture, "caption": ""})]
    release.save()
    assert ('property="og:image:alt"' in Client().get(release.url).content.decode()) is is_shown
    assert ("&lt;img" in Client().get(f"{release.get_parent().url}syote.xml").content.decode()) is is_shown
    assert "<picture" in Client().get(release.url).content.decode()  # the page's own is its editor's to change
