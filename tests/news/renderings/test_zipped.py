"""The ZIP of a release: its pictures with clean names, what is to be known of each, its text and PDF."""

import zipfile
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone
from PIL import Image

from kasper_site.delivery.outbox import recording
from kasper_site.delivery.outbox.draining import drain
from news.models import ReleasePage, ReleasePicture
from news.renderings import renewal
from tests.news.media_bank.conftest import image

pytestmark = pytest.mark.django_db

LAST_DAY = date(2026, 12, 31)
EVENING = datetime(2026, 12, 31, 21, 59, 50, tzinfo=UTC)  # ten seconds before midnight in Finland
NIGHT = datetime(2026, 12, 31, 22, 0, 5, tzinfo=UTC)


@pytest.fixture
def zipped(release):
    """The release with two pictures of one name, its renderings made."""
    for title, caption in (("Keittiönpöytä", "Pöytä on katettu."), ("keittiönpöytä!", "")):
        ReleasePicture.objects.create(page=release, image=image(title), caption=caption)
    recording.record(release, timezone.now())
    assert drain() == 4
    return release


def download(page):
    return Client().get(f"{page.url}kuvat.zip")


def opened(page) -> zipfile.ZipFile:
    answer = download(page)
    assert answer.status_code == 200
    return zipfile.ZipFile(BytesIO(b"".join(answer.streaming_content)))


def test_what_is_in_it(zipped):
    archive = opened(zipped)
    assert archive.testzip() is None
    pictures = ["kasper-keittionpoyta.jpg", "kasper-keittionpoyta-2.jpg"]
    assert sorted(archive.namelist()) == sorted(["tiedot.txt", "tiedote.txt", "tiedote.pdf", *pictures])
    for name in pictures:
        assert Image.open(BytesIO(archive.read(name))).size == (480, 288)
    assert archive.read("tiedote.pdf").startswith(b"%PDF-1.7")
    assert archive.read("tiedote.txt").decode() == zipped.renderings.get(kind="text").text
    assert archive.getinfo("tiedot.txt").date_time == (2023, 8, 2, 9, 0, 0)


def test_what_it_tells_of_each_picture(zipped):
    first = opened(zipped).read("tiedot.txt").decode().replace("\xa0", " ").split("\n\n")[1]
    assert first.splitlines() == [
        "kasper-keittionpoyta.jpg",
        "Nimi: Keittiönpöytä",
        "Kuvateksti: Pöytä on katettu.",
        "Kuva: Kasper ry",
        "Lisenssi: CC BY 4.0",
        "Kuvassa: Voikukka niityllä",
        "Tiedosto: JPG, 480 × 288 pikseliä, 3 kt",
    ]


def test_it_is_a_download_and_the_page_leads_to_it(zipped):
    answer = download(zipped)
    assert answer["Content-Type"] == "application/zip"
    name = "kasper-kuvat-2023-08-02-vanhempien-aani-kuuluviin.zip"
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    same = Client().get(f"{zipped.url}kuvat.zip", headers={"if-none-match": answer["ETag"]})
    assert (same.status_code, same.content) == (304, b"")
    shown = Client().get(zipped.url).content.decode()
    assert f'href="{zipped.url}kuvat.zip">Kaikki kuvat ja tiedote</a>' in shown


def test_only_a_release_with_pictures_has_one(made):
    assert not made.renderings.filter(kind="pictures").exists()
    assert download(made).status_code == 404


def test_it_is_not_served_after_a_consents_last_day_until_it_is_made_without_that_picture(zipped, time_machine):
    ending = zipped.pictures.all()[1].image
    ending.consent_until = LAST_DAY
    ending.save()
    time_machine.move_to(EVENING, tick=False)
    assert len(opened(zipped).namelist()) == 5
    time_machine.move_to(NIGHT, tick=False)
    assert download(zipped).status_code == 404
    assert "kuvat.zip" not in Client().get(zipped.url).content.decode()
    assert renewal.check_due() == 1
    drain()
    assert "kasper-keittionpoyta-2.jpg" not in opened(zipped).namelist()


@pytest.mark.parametrize("change", [{"credit": ""}, {"licence": ""}, {"description": ""}])
def test_nor_once_a_picture_in_it_has_left_the_bank(zipped, change):
    one = zipped.pictures.first().image
    for name, value in change.items():
        setattr(one, name, value)
    one.save()
    assert download(zipped).status_code == 404


def test_with_the_last_picture_the_file_goes(zipped, django_capture_on_commit_callbacks):
    kept = zipped.renderings.get(kind="pictures").file.name
    assert default_storage.exists(kept)
    with django_capture_on_commit_callbacks(execute=True):
        for row in zipped.pictures.all():
            row.image.licence = ""
            row.image.save()
    with django_capture_on_commit_callbacks(execute=True):
        renewal.check_due()
    assert not zipped.renderings.filter(kind="pictures").exists()
    assert not default_storage.exists(kept)
    assert download(zipped).status_code == 404


def test_each_time_that_the_pictures_come_back_so_does_the_file(zipped, django_capture_on_commit_callbacks):
    for licence in ("", "CC BY 4.0") * 2:
        with django_capture_on_commit_callbacks(execute=True):
            for row in zipped.pictures.all():
                row.image.licence = licence
                row.image.save()
        renewal.check_due()
        drain()
        assert zipped.renderings.filter(kind="pictures").exists() == bool(licence)


def test_a_changed_caption_or_credit_is_told_anew(zipped, django_capture_on_commit_callbacks):
    renewal.check_due()
    assert renewal.check_due() == 0
    with django_capture_on_commit_callbacks(execute=True):
        one = zipped.pictures.first().image
        one.credit = "Toinen tekijä"
        one.save()
    assert renewal.check_due() == 1
    assert drain() == 1
    assert "Kuva: Toinen tekijä" in opened(zipped).read("tiedot.txt").decode()


def test_a_text_that_is_made_again_is_in_the_zip_too(zipped, person):
    person.phone = "044 111 2222"
    person.save()
    for _round in range(3):
        renewal.doubt()
        renewal.check_due()
        drain()
    assert "044 111 2222" in opened(zipped).read("tiedote.txt").decode()


def test_a_lost_original_is_left_out(zipped):
    one = zipped.pictures.first().image
    default_storage.delete(one.file.name)
    renewal.doubt()
    assert renewal.check_due() == 1
    drain()
    assert [name for name in opened(zipped).namelist() if name.endswith(".jpg")] == ["kasper-keittionpoyta.jpg"]


def test_nothing_of_it_before_the_release_is_public(zipped):
    ReleasePage.objects.filter(pk=zipped.pk).update(public_at=timezone.now() + timezone.timedelta(hours=1))
    hidden, unknown = download(zipped), Client().get(f"{zipped.url.replace('vanhempien', 'olematon')}kuvat.zip")
    assert hidden.status_code == 404
    assert hidden.content.replace(b"vanhempien", b"olematon") == unknown.content
    assert dict(hidden.headers) == dict(unknown.headers)
