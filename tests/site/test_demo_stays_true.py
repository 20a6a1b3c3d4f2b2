"""The demo's release of 2.8.2023 tells of a change when there is one, and of none on a fresh site."""

from datetime import time

import pytest
from django.test import Client

from kasper_site.directory.models import Service
from news import notices, publications
from news.models import ReleasePage

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.usefixtures("demo")]


def told(language: str = "fi") -> list[str]:
    releases = ReleasePage.objects.select_related("snapshot").filter(locale__language_code=language)
    page = releases.get(public_at__date="2023-08-02")
    assert ('class="release-notices"' in Client().get(page.url).content.decode()) == bool(notices.notices(page))
    return [notice.text.replace("\N{NO-BREAK SPACE}", " ") for notice in notices.notices(page)]


@pytest.mark.parametrize(
    ("phone", "opens", "expected"),
    [
        ("050 123 4567", time(10), "puhelin 050 123 4567"),
        ("044 350 5179", time(9), "aukioloajat keskiviikkoisin klo 9–12"),
    ],
)
def test_a_change_is_told_and_nothing_before(phone, opens, expected):
    publications.work_off()
    assert told("fi") == told("sv") == told("en") == []
    service = Service.objects.get(slug="tukiluuri")
    service.phone = phone
    service.save()
    service.weekly_hours.update(opens=opens)
    assert len(told("sv")) == len(told("en")) == 1
    (words,) = told()
    assert words.startswith("Tämä tiedote on päivältä 2.8.2023.")
    assert words.endswith(f"Tukiluuri: {expected}.")
