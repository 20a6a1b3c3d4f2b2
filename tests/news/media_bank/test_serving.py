"""Originals without login: what comes, under which name, and that nothing else ever does."""

from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image

from news.media_bank import addresses
from tests import factories, pictures
from tests.news.media_bank.conftest import add, image

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def picture(room, release):
    one = image("Voikukkaniitty aamulla (järvi)")
    add(release, one)
    return one


def body(answer) -> bytes:
    return b"".join(answer.streaming_content)


def test_the_original_comes_as_a_download_with_a_name_that_says_whose_it_is(client, picture):
    answer = client.get(f"/medialle/kuvat/{picture.pk}/voikukkaniitty-aamulla-jarvi.jpg")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Content-Disposition"] == 'attachment; filename="kasper-voikukkaniitty-aamulla-jarvi.jpg"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert not answer.cookies
    with picture.file.open() as file:
        data = file.read()
    assert body(answer) == data
    assert int(answer["Content-Length"]) == len(data)
    assert Image.open(BytesIO(data)).size == (480, 288)


def test_the_name_is_for_the_reader_alone(client, picture):
    answer = client.get(f"/medialle/kuvat/{picture.pk}/mika-vain.exe")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/jpeg"
    assert "kasper-voikukkaniitty" in answer["Content-Disposition"]


def test_whoever_has_it_already_is_told_so_until_there_is_another(client, picture):
    address = f"/medialle/kuvat/{picture.pk}/x.jpg"
    tag = client.get(address)["ETag"]
    same = client.get(address, headers={"if-none-match": tag})
    assert (same.status_code, same.content, same["ETag"]) == (304, b"", tag)
    picture.file = factories.picture_file("toinen.png")
    picture.save()
    assert client.get(address, headers={"if-none-match": tag}).status_code == 200


@pytest.mark.parametrize("method", ["get", "head"])
def test_the_answer_does_not_tell_where_the_file_is_kept(client, picture, method):
    answer = getattr(client, method)(f"/medialle/kuvat/{picture.pk}/x.jpg")
    assert picture.file.name.split("/")[1] not in str(answer.headers)
    assert client.get(f"/media/{picture.file.name}").status_code == 404


@pytest.mark.parametrize(
    "tail",
    [
        "0/x.jpg",
        "999999999/x.jpg",
        "99999999999999999999999999/x.jpg",
        "-1/x.jpg",
        "abc/x.jpg",
        "%D9%A1/x.jpg",
        "1e3/x.jpg",
        "../x.jpg",
        "../../x.jpg",
        "%2e%2e/%2e%2e/x.jpg",
        "1/../x.jpg",
        "1/..%2f..%2fx.jpg",
        "1/%00.jpg",
        "1/x.jpg/",
        "1/",
        "1",
        "1/x",
        "1/x/y.jpg",
        "x.jpg",
        "/x.jpg",
    ],
)
def test_hostile_addresses_find_nothing(client, picture, tail):
    tail = tail.replace("1/", f"{picture.pk}/", 1) if tail.startswith("1/") else tail
    answer = client.get(f"/medialle/kuvat/{tail}", follow=True)
    assert answer.status_code == 404


def test_there_are_none_below_other_pages(client, picture, release):
    for where in ("/", release.url, release.get_parent().url):
        assert client.get(f"{where}kuvat/{picture.pk}/x.jpg").status_code == 404


def test_a_lost_file_is_no_error_of_the_site(client, picture):
    (Path(settings.MEDIA_ROOT) / picture.file.name).unlink()
    assert client.get(f"/medialle/kuvat/{picture.pk}/x.jpg").status_code == 404
    for where in ("/medialle/", "/medialle/kuvat/"):
        assert client.get(where).status_code == 200


@pytest.mark.parametrize(("kind", "suffix"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp")])
def test_what_is_downloaded_tells_nothing_of_the_camera(client, room, kind, suffix):
    one = image("Kamerasta", file=ContentFile(pictures.telling_picture(kind), name=f"IMG_1.{suffix}"))
    add(room, one)
    data = body(client.get(f"/medialle/kuvat/{one.pk}/{addresses.name(one)}"))
    assert pictures.SECRET not in data
    found = Image.open(BytesIO(data))
    assert not dict(found.getexif())
    assert not found.getexif().get_ifd(0x8825)


@pytest.mark.parametrize(
    ("title", "filename", "name"),
    [
        ("Voikukka", "IMG_2034.JPG", "voikukka.jpg"),
        ("Äiti & lapsi: kävelyllä!", "x.jpeg", "aiti-lapsi-kavelylla.jpg"),
        ("???", "x.png", "kuva.png"),
        ("../../etc/passwd", "x.png", "etcpasswd.png"),
        ("a" * 200, "x.webp", f"{'a' * 60}.webp"),
    ],
)
def test_names_are_made_of_the_title(title, filename, name):
    one = factories.page_model("cms.SiteImage")(title=title)
    one.file.name = f"original_images/abc/{filename}"
    assert addresses.name(one) == name
    assert addresses.download_name(one) == f"kasper-{name}"


def test_a_post_changes_nothing(picture):
    assert Client().post(f"/medialle/kuvat/{picture.pk}/x.jpg").status_code in (200, 403, 405)
