"""A draft is saved whatever is missing in it; what is missing is asked for when it is published."""

import json

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from kasper_site.cms import publish_checks
from tests import factories
from tests.admin import empty_forms

pytestmark = pytest.mark.django_db
NEW_PAGES = [label for label in factories.page_types() if label != "home.HomePage"]


def chosen(page_type: str) -> dict[str, int]:
    """A help page is a page of something: the form asks for that at once."""
    required = factories.required_fields(page_type)
    return {name: required[name].pk for name in ("service", "place") if name in required}


@pytest.mark.parametrize("page_type", NEW_PAGES)
def test_a_page_with_empty_blocks_is_saved_by_itself(page_type, admin_client):
    factories.make_site()
    parent = factories.place_for(page_type)
    factories.page_model(page_type).objects.all().delete()
    data = {**empty_forms.fields(page_type, parent, admin_client), **chosen(page_type)}
    answer = admin_client.post(empty_forms.add_address(page_type, parent), data, headers={"accept": "application/json"})
    assert answer.status_code == 200, answer.content.decode()
    assert json.loads(answer.content)["success"]


LINKS = {"heading": "", "links": [{"type": "item", "value": {"text": "", "page": None, "url": "", "note": ""}}]}


@pytest.fixture
def waiting(admin_client):
    """The draft of a page with a link to nowhere and without words."""
    home = factories.make_site()
    page = factories.make_page("home.StandardPage", home, live=False)
    page.body = json.dumps([{"type": "link_list", "value": LINKS}])
    page.save_revision(clean=False)
    return page


def sent(page: Page, **more) -> dict:
    links = {"heading": "", "links": streamfield([("item", {"text": "", "page": "", "url": "", "note": ""})])}
    fields = {"title": page.title, "slug": page.slug, "body": streamfield([("link_list", links)])}
    return nested_form_data({**fields, "comments": inline_formset([]), **more})


def test_the_publish_check_names_what_is_missing(waiting):
    found = publish_checks.findings(waiting.get_latest_revision_as_object())
    missing = {finding.field: finding.message for finding in found if finding.code == "empty"}
    assert missing == {
        "body.0.value.links.0.value.text": "Täytä kohta ”Linkin teksti”.",
        "body.0.value.links.0.value.page": "Valitse sivu tai anna osoite, jompikumpi.",
    }
    assert all(finding.is_blocking for finding in found if finding.code == "empty")


def test_a_filled_in_page_misses_nothing(waiting):
    link = {"type": "item", "value": {"text": "Lue lisää ryhmästä", "page": None, "url": "https://example.org/"}}
    waiting.body = json.dumps([{"type": "link_list", "value": {"heading": "", "links": [link]}}])
    assert not [finding for finding in publish_checks.findings(waiting) if finding.code == "empty"]


def test_a_refused_publishing_says_so_once_and_names_the_fields(waiting, admin_client):
    address = reverse("wagtailadmin_pages:edit", args=[waiting.pk])
    answer = admin_client.post(address, sent(waiting, **{"action-publish": "1"}))
    (message,) = [str(message) for message in answer.context["messages"]]
    assert "Sivua ei julkaistu. Kirjoittamasi on tallessa tässä lomakkeessa." in message
    assert "osa 1, Linkin teksti: Tämä kenttä on pakollinen." in message
    assert "ei voitu tallentaa" not in message
    assert "StreamBlock" not in message


@pytest.mark.parametrize(
    ("title", "slug"),
    [("Uusi ryhmä äideille", "uusi-ryhma-aideille"), ("Проект 😀", "sivu"), ("Vertaisryhmä", "vertaisryhma-2")],
)
def test_an_address_that_the_browser_had_no_time_for_is_made_of_the_title(title, slug, admin_client):
    home = factories.make_site()
    factories.make_page("home.StandardPage", home, title="Vertaisryhmä", slug="vertaisryhma")
    data = {**empty_forms.fields("home.StandardPage", home, admin_client), "title": title, "slug": ""}
    admin_client.post(empty_forms.add_address("home.StandardPage", home), data)
    assert Page.objects.get(title=title, slug=slug)


def fill_in(home: Page, client, **values: str):
    """A new page below the front page, sent as the form comes but for these values."""
    data = {**empty_forms.fields("home.StandardPage", home, client), **values}
    return client.post(empty_forms.add_address("home.StandardPage", home), data)


@pytest.mark.parametrize(
    ("title", "slug", "numbered"),
    [
        ("Äitien ryhmä", "aitien-ryhma", "aitien-ryhma-3"),
        ("Grupp för öar i Ærø", "grupp-for-oar-i-aero", "grupp-for-oar-i-aero-3"),
        ("– Äitien ryhmä", "-aitien-ryhma", "aitien-ryhma-3"),
    ],
)
def test_a_title_that_was_used_before_gets_a_number_in_its_address(title, slug, numbered, admin_client):
    home = factories.make_site()
    for taken in (slug.strip("-"), f"{slug.strip('-')}-2"):
        factories.make_page("home.StandardPage", home, title="Vanha", slug=taken)
    fill_in(home, admin_client, title=title, slug=slug)
    page = Page.objects.get(title=title)
    assert page.slug == numbered
    # The browser still holds what it made of the title; the page is saved by itself again and again.
    data = {**empty_forms.fields("home.StandardPage", home, admin_client), "title": title, "slug": slug}
    admin_client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    page.refresh_from_db()
    assert page.slug == page.get_latest_revision_as_object().slug == numbered


def test_an_address_that_somebody_wrote_is_not_changed_silently(admin_client):
    home = factories.make_site()
    factories.make_page("home.StandardPage", home, title="Vanha", slug="ryhma")
    answer = fill_in(home, admin_client, title="Äitien ryhmä", slug="ryhma")
    assert "on jo käytössä" in str(answer.context["form"].errors["slug"])
    assert not Page.objects.filter(title="Äitien ryhmä").exists()


def test_the_address_of_a_page_that_has_been_public_is_not_changed_silently(admin_client):
    home = factories.make_site()
    factories.make_page("home.StandardPage", home, title="Ryhmä", slug="ryhma")
    page = factories.make_page("home.StandardPage", home, title="Muu", slug="muu")
    page.save_revision().publish()
    data = {**empty_forms.fields("home.StandardPage", home, admin_client), "title": "Ryhmä", "slug": "ryhma"}
    answer = admin_client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    assert "on jo käytössä" in str(answer.context["form"].errors["slug"])
