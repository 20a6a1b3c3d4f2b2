"""The press room: contact first, what the press may use, texts to copy; one click from the front page."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.test import Client
from django.utils import timezone

from kasper_site.cms.models import SiteSettings
from kasper_site.directory import usage
from news.models import PressFigure, ReleasePicture, StoryPage
from tests import factories

pytestmark = pytest.mark.django_db

TODAY, DAY = date.today(), timedelta(days=1)


@pytest.fixture
def home():
    return factories.make_site()


@pytest.fixture
def room(home):
    return factories.make_page("news.PressRoomPage", home, title="Medialle", slug="medialle")


def soup(address="/medialle/"):
    return BeautifulSoup(Client().get(address).content, "html.parser")


def test_the_order_is_contact_releases_pictures_facts_texts(home, room):
    factories.make_person()
    add_release(licence="CC BY 4.0")
    PressFigure.objects.create(page=room, number="68", text="kuntaa", year="2011–2013", source="Kasperi II")
    order = [part["aria-labelledby"] for part in soup().select("main section")]
    assert order == ["yhteys", "tiedotteet", "logot", "kuvat", "luvut", "kasperista"]


def test_the_press_contact_else_the_first_of_the_staff(home, room):
    first = factories.make_person(name="Sanna", sort_order=1)
    other = factories.make_person(name="Jonna", sort_order=2)
    assert "Sanna" in soup().select_one(".press-contact").get_text()
    SiteSettings.objects.update(press_contact=other)
    contact = soup().select_one(".press-contact")
    assert "Jonna" in contact.get_text()
    assert [link["href"] for link in contact.select("a")] == [
        other.tel,
        f"mailto:{other.email}",
        f"/yhteystieto/{other.pk}.vcf",
    ]
    other.until_date = TODAY - DAY
    other.save()
    text = soup().main.get_text()
    assert "Sanna" in text
    assert "Jonna" not in text
    assert {shown.page.pk for shown in usage.pages_showing(first)} == {room.pk}


def add_release(title="Tiedote", image=None, **fields):
    newsroom = factories.place_for("news.ReleasePage")
    release = factories.make_page("news.ReleasePage", newsroom, title=title)
    image = image or factories.make_image(**fields)
    ReleasePicture.objects.create(page=release, image=image, caption=f"Kuva: {title}")
    return release


@pytest.mark.parametrize(
    ("fields", "is_shown"),
    [
        ({"licence": "CC BY 4.0"}, True),
        ({"licence": ""}, False),
        ({"licence": "CC BY 4.0", "credit": ""}, False),
        ({"licence": "CC BY 4.0", "consent_until": TODAY}, True),
        ({"licence": "CC BY 4.0", "consent_until": TODAY - DAY}, False),
    ],
)
def test_a_picture_needs_maker_licence_and_consent(home, room, fields, is_shown):
    add_release(**fields)
    assert bool(soup().select(".media-bank-picture")) is is_shown


def test_nothing_of_a_release_ahead_of_its_time(home, room):
    release = add_release("Salainen", licence="CC BY 4.0")
    assert soup().select(".media-bank-picture")
    StoryPage.objects.filter(pk=release.pk).update(public_at=timezone.now() + DAY)
    found = soup()
    assert "Salainen" not in str(found)
    assert not found.select(".media-bank-picture")


def test_the_five_newest_releases_and_no_other_stories(home, room):
    newsroom = factories.place_for("news.ReleasePage")
    now = timezone.now()
    for number in range(6):
        factories.make_page("news.ReleasePage", newsroom, title=f"Tiedote {number}", public_at=now - number * DAY)
    factories.make_page("news.CurrentMatterPage", newsroom, title="Ajankohtaista asiaa")
    titles = [link.get_text() for link in soup().select(".story-row-headline a")]
    assert titles == [f"Tiedote {number}" for number in range(5)]


def test_texts_in_three_lengths_each_with_a_button_that_waits_for_the_script(home, room):
    SiteSettings.objects.update(about_short_fi="Virke.", about_fi="Kappale.", about_long_fi="Pitkä.\n\nTeksti.")
    found = soup()
    buttons = found.select("main button")
    assert all(button.has_attr("hidden") for button in buttons)
    texts = [found.find(id=button["data-copy-from"]).get_text(" ", strip=True) for button in buttons]
    assert texts == ["Virke.", "Kappale.", "Pitkä. Teksti."]


def test_each_logo_is_there_to_download(home, room):
    names = [link["download"] for link in soup().select("a[download]")]
    assert len(names) == 4
    assert all(finders.find(f"img/press/{name}") for name in names)


def test_the_front_page_leads_to_it_and_both_to_a_subscription(home, room):
    assert soup("/").select('main a[href="/medialle/"]')
    assert soup("/").select('main a[href="/tilaa/"]')
    add_release()
    assert soup().select('main a[href="/tilaa/"]')
    room.unpublish()
    assert not soup("/").select('a[href="/medialle/"]')
