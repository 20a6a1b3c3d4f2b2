"""What the media bank holds: one table for releases, one for pictures, on every way in."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from news import withdrawals
from news.media_bank import membership
from news.models import ReleasePage
from tests import factories
from tests.news.media_bank.conftest import LICENCE, add, image

pytestmark = [pytest.mark.django_db, pytest.mark.database]

DAY = timedelta(days=1)
LAST_DAY = date(2026, 12, 31)


def titles() -> list[str]:
    finnish = Locale.objects.get(language_code="fi")
    return [held.image.title for held in membership.pictures(finnish.pk)]


def hide(page, how: str) -> None:
    """Take a page from visitors, in one of the ways there are."""
    if how == "draft":
        page.unpublish()
    elif how == "private":
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    elif how == "expired":
        type(page).objects.filter(pk=page.pk).update(expire_at=timezone.now())
    elif how == "embargoed":
        ReleasePage.objects.filter(pk=page.pk).update(public_at=timezone.now() + timedelta(hours=1))
    elif how == "withdrawn":
        withdrawals.withdraw(page, None, "Tieto oli väärä.", None)


@pytest.mark.parametrize(
    ("fields", "is_held"),
    [
        ({}, True),
        ({"description": ""}, False),
        ({"description": "  "}, False),
        ({"description": "IMG_2034.JPG"}, False),
        ({"credit": ""}, False),
        ({"credit": " "}, False),
        ({"licence": ""}, False),
        ({"consent_until": LAST_DAY}, True),
        ({"consent_until": LAST_DAY - DAY}, False),
    ],
)
@pytest.mark.parametrize("giver", ["release", "room"])
def test_what_a_picture_needs(request, room, giver, fields, is_held, time_machine):
    time_machine.move_to(datetime(2026, 12, 31, 10, tzinfo=UTC))
    picture = image(**fields)
    add(request.getfixturevalue(giver), picture)
    assert (titles() == ["Voikukka"]) is is_held
    assert (membership.find(picture.pk) is not None) is is_held
    assert Client().get(f"/medialle/kuvat/{picture.pk}/voikukka.jpg").status_code == (200 if is_held else 404)


@pytest.mark.parametrize("how", ["draft", "private", "expired", "embargoed", "withdrawn"])
def test_nothing_of_a_release_that_visitors_do_not_see(room, release, how):
    picture = image()
    add(release, picture)
    address = f"/medialle/kuvat/{picture.pk}/voikukka.jpg"
    assert titles() == ["Voikukka"]
    assert Client().get(address).status_code == 200
    hide(release, how)
    assert titles() == []
    hidden, unknown = Client().get(address), Client().get(address.replace(f"/{picture.pk}/", "/987654/"))
    assert hidden.status_code == 404
    assert hidden.content.replace(f"/{picture.pk}/".encode(), b"/987654/") == unknown.content
    assert dict(hidden.headers) == dict(unknown.headers)
    assert "Voikukka" not in Client().get("/medialle/kuvat/").content.decode()
    assert "Voikukka" not in Client().get("/medialle/").content.decode()


@pytest.mark.parametrize("how", ["draft", "private", "expired"])
def test_nothing_of_a_press_room_that_visitors_do_not_see(room, how):
    add(room, image())
    assert titles() == ["Voikukka"]
    hide(room, how)
    assert titles() == []


def test_a_picture_only_in_a_draft_is_not_in_the_bank(room, release):
    picture = image()
    release.pictures.add(release.pictures.model(image=picture))
    release.save_revision()
    assert titles() == []
    release.save_revision().publish()
    assert titles() == ["Voikukka"]


def test_in_the_bank_until_midnight_of_the_last_day_then_nowhere(room, release, time_machine):
    kept, ending = image("Jäävä"), image("Päättyvä", consent_until=LAST_DAY)
    add(release, kept, ending)
    address = f"/medialle/kuvat/{ending.pk}/paattyva.jpg"
    time_machine.move_to(datetime(2026, 12, 31, 21, 59, 50, tzinfo=UTC), tick=False)  # ten seconds before midnight
    assert Client().get(address).status_code == 200
    assert all("Päättyvä" in Client().get(where).content.decode() for where in (release.url, "/medialle/"))
    time_machine.move_to(datetime(2026, 12, 31, 22, 0, 5, tzinfo=UTC), tick=False)
    assert Client().get(address).status_code == 404
    for where in (release.url, "/medialle/", "/medialle/kuvat/"):
        text = Client().get(where).content.decode()
        assert "Päättyvä" not in text
        assert "Jäävä" in text


def test_each_once_newest_first(room, release):
    old = factories.make_page(
        "news.ReleasePage", factories.place_for("news.ReleasePage"), title="Vanha", public_at=timezone.now() - 9 * DAY
    )
    shared, own = image("Yhteinen"), image("Vanhan oma")
    add(old, shared, own, caption="Vanhan teksti")
    add(release, shared, caption="Uuden teksti")
    assert titles() == ["Yhteinen", "Vanhan oma"]
    finnish = Locale.objects.get(language_code="fi")
    assert membership.pictures(finnish.pk)[0].caption == "Uuden teksti"
    add(room, image("Medialta"))
    assert titles()[0] == "Medialta"


def test_a_caption_in_the_press_rooms_language_goes_before_a_newer_one(room, release):
    swedish = Locale.objects.get(language_code="sv")
    front = room.get_parent().copy_for_translation(swedish)
    front.save_revision().publish()
    sisters = factories.make_page("news.PressRoomPage", front, title="För medier", locale=swedish)
    picture = image()
    add(sisters, picture, caption="Maskros")
    release.public_at = timezone.now()
    release.save()
    add(release, picture, caption="Voikukan kukka")
    assert [held.caption for held in membership.pictures(swedish.pk)] == ["Maskros"]
    assert [held.caption for held in membership.pictures(release.locale_id)] == ["Voikukan kukka"]
    assert Client().get(f"{sisters.url}kuvat/{picture.pk}/x.jpg").status_code == 200


def test_a_licence_taken_away_takes_the_picture_away(room, release):
    picture = image()
    add(release, picture)
    picture.licence = ""
    picture.save()
    assert titles() == []
    picture.licence = LICENCE
    picture.save()
    assert titles() == ["Voikukka"]
