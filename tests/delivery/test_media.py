"""Which files the address of pictures hands out, and with what headers."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client

CONTENT = b"only its name is looked at"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def put(name: str) -> str:
    return default_storage.save(name, ContentFile(CONTENT))


def get(name: str):
    return Client().get(f"/media/{name}")


@pytest.mark.parametrize("ending", ["avif", "gif", "jpg", "png", "webp"])
def test_pictures(ending):
    response = get(put(f"images/abc/kuva.{ending}"))
    assert response.status_code == 200
    assert b"".join(response.streaming_content) == CONTENT
    assert response["Content-Type"].startswith("image/")


def test_headers():
    response = get(put("images/abc/kuva.png"))
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert not response.cookies


@pytest.mark.django_db
@pytest.mark.parametrize("ending", ["svg", "html", "js", "pdf", "xml", "txt", "unknown"])
def test_nothing_else_than_pictures(ending):
    assert get(put(f"images/abc/kuva.{ending}")).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("folder", ["original_images", "documents", "image", "imagesx"])
def test_no_other_folder(folder):
    name = put(f"{folder}/abc/kuva.png")
    assert get(name).status_code == 404
    assert get(f"images/../{name}").status_code == 404
    assert get(f"images/%2e%2e/{name}").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name",
    [
        "images/../../outside.png",
        "/images/kuva.png",
        "images/kuva%00.png",
        "images/" + "a" * 300 + ".png",
        "images",
        "images/folder.png",
        "images/missing.png",
    ],
)
def test_odd_names(name, tmp_path):
    (tmp_path / "outside.png").write_bytes(CONTENT)
    (tmp_path / "media" / "images" / "folder.png").mkdir(parents=True)
    assert get(name).status_code == 404
