"""Documents in the search: their text by pages, and only while a visible page refers to them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from search import query
from search.index.rebuild import rebuild
from search.models import Entry
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.database]

TEXT = "Johdanto\fHuostaanotettujen lasten vanhemmat\f"


@pytest.fixture
def document(commit):
    rebuild([])
    with commit():
        return factories.make_document(title="Opas", extracted_text=TEXT, page_count=3)


@pytest.fixture
def article(document, commit):
    home = factories.make_site()
    body = [("document_list", {"heading": "", "documents": [document]})]
    with commit():
        return factories.make_page("home.StandardPage", home, title="Aineistot", body=body)


def found(text="huostaanotto") -> dict[str, int]:
    return query.search(text, "fi").owners


def test_a_page_of_it_is_found_while_a_visible_page_refers_to_it(document, article):
    owners = found()
    assert list(owners) == [f"document:{document.pk}"]
    assert Entry.objects.get(pk=owners[f"document:{document.pk}"]).part == 2


def test_uploaded_alone_it_is_not_found(document):
    assert Entry.objects.filter(document=document).exists()
    assert found() == {}


def test_nor_when_the_last_page_goes(document, article, commit):
    with commit():
        article.unpublish()
    assert found() == {}


def test_nor_from_an_expired_page_or_a_private_one(document, article):
    type(article).objects.filter(pk=article.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
    assert found() == {}
    type(article).objects.filter(pk=article.pk).update(expire_at=None)
    assert found()
    article.view_restrictions.create(restriction_type="login")
    assert found() == {}


def test_new_text_takes_the_place_of_the_old(document, article, commit):
    document.extracted_text = "Uusi oppaan teksti sijaisvanhemmille"
    with commit():
        document.save()
    assert found() == {}
    assert found("sijaisvanhempi")
    assert Entry.objects.filter(document=document).count() == 1


def test_a_deleted_one_takes_its_entries_along(document, article, commit):
    with commit():
        document.delete()
    assert not Entry.objects.filter(key__startswith="document:").exists()
