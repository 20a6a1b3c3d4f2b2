"""Uploading in the admin: nothing is lost, everything is described, nobody is told more than the picture."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection

from kasper_site.cms.models import SiteDocument, SiteImage
from tests import factories, pictures
from tests.pictures import SECRET

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(admin_user):
    factories.make_site()
    client = Client()
    client.force_login(admin_user)
    return client


def picture(name: str = "IMG_2034.jpg", data: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, pictures.telling_picture("JPEG") if data is None else data, "image/jpeg")


def kept(image: SiteImage) -> bytes:
    with image.file.open("rb") as file:
        return file.read()


def typed(prefix: str = "", **values) -> dict:
    fields = {"title": "Kuva", "collection": Collection.get_first_root_node().pk, "tags": "", **values}
    return {f"{prefix}{name}": value for name, value in fields.items()}


class TestOne:
    address = "wagtailimages:add"

    def test_without_a_description_nothing_is_kept_and_the_words_stay(self, client):
        data = typed(credit="Sanna", description="") | {"file": picture()}
        html = client.post(reverse(self.address), data).content.decode()
        assert "Kerro lauseella, mitä kuvassa näkyy." in html
        assert 'value="Sanna"' in html
        assert not SiteImage.objects.exists()

    def test_with_one_the_clean_picture_is_kept(self, client):
        client.post(reverse(self.address), typed(description="Voikukka") | {"file": picture()})
        image = SiteImage.objects.get()
        assert image.description == "Voikukka"
        assert SECRET not in kept(image)

    def test_the_browser_is_told_to_ask_for_words_before_it_sends_the_file(self, client):
        html = client.get(reverse(self.address)).content.decode()
        assert "js/admin/upload.js" in html


class TestMany:
    address = "wagtailimages:add_multiple"

    def send(self, client, file):
        data = {"files[]": file, "title": "IMG_2034", "collection": Collection.get_first_root_node().pk}
        return client.post(reverse(self.address), data, headers={"X-Requested-With": "XMLHttpRequest"}).json()

    def test_a_picture_is_kept_at_once_and_then_asked_for_its_description(self, client):
        answer = self.send(client, picture())
        image = SiteImage.objects.get()
        assert answer["success"]
        assert answer["image_id"] == image.pk
        assert SECRET not in kept(image)
        assert "Kerro lauseella, mitä kuvassa näkyy." in answer["form"]

    def test_the_form_of_each_does_not_let_it_go_without(self, client):
        image = SiteImage.objects.get(pk=self.send(client, picture())["image_id"])
        address = reverse("wagtailimages:edit_multiple", args=[image.pk])
        prefix = f"image-{image.pk}-"
        headers = {"X-Requested-With": "XMLHttpRequest"}
        answer = client.post(address, typed(prefix, description=""), headers=headers).json()
        assert not answer["success"]
        assert "Kerro lauseella" in answer["form"]
        assert client.post(address, typed(prefix, description="Voikukka", focus="top"), headers=headers).json()[
            "success"
        ]
        image.refresh_from_db()
        assert image.description == "Voikukka"
        assert image.has_focal_point()

    def test_a_long_file_name_loses_nothing(self, client):
        data = {"files[]": picture(), "title": "ä" * 300, "collection": Collection.get_first_root_node().pk}
        client.post(reverse(self.address), data, headers={"X-Requested-With": "XMLHttpRequest"})
        assert SiteImage.objects.get().title == "ä" * 255

    def test_a_wrong_file_is_named(self, client):
        answer = self.send(client, picture(data=b"MZ" * 99))
        assert not answer["success"]
        assert "Tätä tiedostoa ei voi käyttää kuvana." in answer["error_message"]

    def test_a_damaged_one_too(self, client):
        answer = self.send(client, picture(data=pictures.telling_picture("JPEG")[:-1500]))
        assert "Kuva on vioittunut." in answer["error_message"]


class TestChooser:
    address = "wagtailimages_chooser:create"

    def send(self, client, **values):
        prefix = "image-chooser-upload-"
        data = typed(prefix, **values) | {f"{prefix}file": picture()}
        return client.post(reverse(self.address), data).json()

    def test_the_upload_tab_asks_for_the_description(self, client):
        answer = self.send(client, description="")
        assert answer["step"] == "reshow_creation_form"
        assert "Kerro lauseella, mitä kuvassa näkyy." in answer["htmlFragment"]
        assert not SiteImage.objects.exists()

    def test_and_keeps_the_clean_picture(self, client):
        answer = self.send(client, description="Voikukka")
        assert answer["result"]["default_alt_text"] == "Voikukka"
        assert SECRET not in kept(SiteImage.objects.get())


@pytest.mark.parametrize(("name", "data"), [("a.pdf", b"<html></html>"), ("a.exe", b"MZ")])
def test_a_document_that_is_something_else_is_refused_everywhere(client, name, data):
    one = typed(title="Opas", kind="guide", language="fi") | {"file": SimpleUploadedFile(name, data)}
    assert "w-field__errors" in client.post(reverse("wagtaildocs:add"), one).content.decode()
    many = {"files[]": SimpleUploadedFile(name, data), "title": "Opas", "collection": one["collection"]}
    answer = client.post(reverse("wagtaildocs:add_multiple"), many, headers={"X-Requested-With": "XMLHttpRequest"})
    assert not answer.json()["success"]
    prefix = "document-chooser-upload-"
    chosen = {f"{prefix}{key}": value for key, value in one.items() if key != "file"}
    chosen[f"{prefix}file"] = SimpleUploadedFile(name, data)
    assert client.post(reverse("wagtaildocs_chooser:create"), chosen).json()["step"] == "reshow_creation_form"
    assert not SiteDocument.objects.exists()
