"""A document is public only while a visible page refers to it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone

from kasper_site.cms.models import SiteDocument
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def document():
    return SiteDocument.objects.create(title="Opas", file=ContentFile(b"%PDF-1.4 opas", name="opas.pdf"))


@pytest.fixture
def article(document):
    home = factories.make_site()
    body = [("document_list", {"heading": "", "documents": [document]})]
    return factories.make_page("home.StandardPage", home, body=body)


def status(document) -> int:
    return Client().get(document.url).status_code


def test_an_uploaded_document_is_not_public(document):
    factories.make_site()
    assert status(document) == 404


def test_a_visible_page_makes_it_public(document, article):
    assert status(document) == 200


def test_it_is_sent_as_it_is_and_says_so_in_no_odd_header(document, article):
    response = Client().get(document.url)
    assert b"".join(response.streaming_content) == b"%PDF-1.4 opas"
    assert not response.has_header("Content-Encoding")


def test_it_is_private_again_when_the_last_page_goes(document, article):
    article.unpublish()
    assert status(document) == 404


def test_an_expired_page_does_not_count(document, article):
    type(article).objects.filter(pk=article.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
    assert status(document) == 404


def test_a_draft_does_not_make_it_public(document):
    home = factories.make_site()
    page = factories.make_page("home.StandardPage", home)
    page.body = [("document_list", {"heading": "", "documents": [document]})]
    page.save_revision()
    assert status(document) == 404


def test_an_editor_sees_it(document, admin_client):
    factories.make_site()
    assert admin_client.get(document.url).status_code == 200


def test_logging_in_is_not_being_an_editor(document, django_user_model):
    factories.make_site()
    user = django_user_model.objects.create_user(username="lukija", password=None)
    client = Client()
    client.force_login(user)
    assert client.get(document.url).status_code == 404
    permission = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    user.user_permissions.add(permission)
    assert client.get(document.url).status_code == 200
