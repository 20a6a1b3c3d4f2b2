"""Editors are told what a picture lacks, at publishing and not before; and what the bank has lost by itself."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from kasper_site.cms import consents, groups, publish_checks
from news.media_bank import requirements
from tests import factories
from tests.admin.test_groups import member
from tests.news.media_bank.conftest import add, image

pytestmark = [pytest.mark.django_db, pytest.mark.database]

DAY = timedelta(days=1)
CREDIT = "Kuvalta ”Voikukka” puuttuu tekijä. Avaa kuva muokattavaksi ja täytä kohta ”Tekijä”"
LICENCE = "Kuvalta ”Voikukka” puuttuu lisenssi."
ALT = "Kuvalla ei ole kuvausta."
CONSENT = "Lupa käyttää kuvaa"


@pytest.fixture
def editor(home):
    groups.ensure()
    client = Client()
    client.force_login(member("viestintä"))
    return client


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"credit": ""}, [CREDIT]),
        ({"licence": " "}, [LICENCE]),
        ({"description": ""}, [ALT]),
        ({"credit": "", "licence": "", "description": "IMG_1.jpg"}, [ALT, CREDIT, LICENCE]),
        ({"consent_until": timezone.localdate() - DAY}, [""]),
    ],
)
@pytest.mark.parametrize("giver", ["release", "room"])
def test_what_is_said_of_a_picture(request, giver, fields, expected):
    page = request.getfixturevalue(giver)
    add(page, image(**fields))
    found = [one for one in publish_checks.findings(page) if one.field == "pictures.0.image" and one.is_blocking]
    assert len(found) == len(expected)
    assert all(any(words in one.message for one in found) for words in expected)


def test_many_pictures_are_asked_for_at_once(release, django_assert_num_queries):
    add(release, *(image(credit="") for _number in range(5)))
    rows = list(release.pictures.all())
    with django_assert_num_queries(1):
        assert len(list(requirements.findings(rows))) == 5


def form_of(picture) -> dict:
    row = {"image": str(picture.pk), "caption": "Kuva"}
    return nested_form_data(
        {
            "title": "Medialle",
            "slug": "medialle",
            "introduction": "",
            "teaser": "Tietoa medialle",
            "body": streamfield([]),
            "figures": inline_formset([]),
            "pictures": inline_formset([row]),
            "comments": inline_formset([]),
        }
    )


def test_publishing_is_refused_with_words_and_the_draft_is_kept(editor, room):
    picture = image(credit="")
    address = reverse("wagtailadmin_pages:edit", args=[room.pk])
    answer = editor.post(address, {**form_of(picture), "action-publish": "action-publish"})
    assert answer.status_code == 200
    assert CREDIT in BeautifulSoup(answer.content, "html.parser").get_text()
    assert not room.pictures.exists()
    editor.post(address, form_of(picture))
    room.refresh_from_db()
    assert room.get_latest_revision_as_object().pictures.count() == 1
    picture.credit = "Kasper ry"
    picture.save()
    answer = editor.post(address, {**form_of(picture), "action-publish": "action-publish"})
    assert answer.status_code == 302
    assert type(room).objects.get(pk=room.pk).pictures.count() == 1


def test_the_report_tells_what_the_bank_lost_and_will_lose(editor, room, release):
    today = timezone.localdate()
    gone, going = image("Ohi", consent_until=today - DAY), image("Pian", consent_until=today + DAY)
    elsewhere = image("Muualla", consent_until=today - DAY)
    incomplete = image("Vajaa", consent_until=today - DAY, credit="")
    factories.make_page("home.StandardPage", room.get_parent(), listing_image=elsewhere)
    add(release, gone, going, incomplete)
    add(room, gone)
    notes = {consent.image.title: " ".join(consent.notes) for consent in consents.ending()}
    assert notes["Ohi"].startswith("Kuva poistui mediapankista itsestään.")
    assert "Uusi palvelu" in notes["Ohi"]
    assert "Medialle" in notes["Ohi"]
    assert notes["Pian"].startswith("Mediapankissa ")
    assert notes["Muualla"] == notes["Vajaa"] == ""
    html = editor.get(reverse("desk:consents")).content.decode()
    assert "Kuva poistui mediapankista itsestään. Se oli siellä näiltä sivuilta: " in html
