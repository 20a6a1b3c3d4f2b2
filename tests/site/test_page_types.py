"""Every page type: its place in the tree, its public page, its forms and previews in the admin."""

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from tests import factories

# The whole tree of pages: which types may stand under which.
TREE = {
    "home.HomePage": {
        "home.StandardPage",
        "home.HelpIndexPage",
        "home.EventIndexPage",
        "home.ContactPage",
        "home.AccessibilityPage",
        "home.StrategyPage",
        "projects.ProjectIndexPage",
        "news.NewsIndexPage",
        "news.PressRoomPage",
    },
    "home.StandardPage": {"home.StandardPage", "home.StrategyPage"},
    "home.HelpIndexPage": {"home.ServicePage", "home.PlacePage"},
    "home.EventIndexPage": set(),
    "home.ServicePage": {"home.PlainLanguagePage"},
    "home.PlacePage": {"home.PlainLanguagePage"},
    "home.PlainLanguagePage": set(),
    "home.ContactPage": set(),
    "home.AccessibilityPage": set(),
    "home.StrategyPage": set(),
    "projects.ProjectIndexPage": {"projects.ProjectPage", "projects.MaterialArchivePage"},
    "projects.ProjectPage": {"news.ProjectNewsIndexPage", "home.PlainLanguagePage"},
    "projects.MaterialArchivePage": set(),
    "news.NewsIndexPage": {"news.ReleasePage", "news.CurrentMatterPage", "news.CoveragePage"},
    "news.ProjectNewsIndexPage": {"news.ReleasePage", "news.CurrentMatterPage", "news.CoveragePage"},
    "news.ReleasePage": set(),
    "news.CurrentMatterPage": set(),
    "news.CoveragePage": set(),
    "news.PressRoomPage": set(),
}
PAGE_TYPES = factories.page_types()

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    front = factories.make_site()
    factories.make_facts()
    return front


@pytest.fixture
def full_page(home, page_type):
    """A page of the type with everything filled in."""
    return make_full(home, page_type)


def make_full(home: Page, page_type: str) -> Page:
    fields = factories.full_fields(page_type)
    if page_type == "home.HomePage":
        home.refresh_from_db()
        for name, value in fields.items():
            setattr(home, name, value)
        home.save()
        return home
    return factories.make_page(page_type, factories.place_for(page_type), **fields)


# --- The tree ---------------------------------------------------------------------------------------------------------
def test_the_tree_of_page_types():
    found = {}
    for page_type in PAGE_TYPES:
        children = factories.page_model(page_type).allowed_subpage_models()
        found[page_type] = {child._meta.label for child in children if child.is_creatable}
    assert found == TREE


def test_only_a_front_page_stands_at_the_root():
    at_root = [label for label in PAGE_TYPES if Page in factories.page_model(label).allowed_parent_page_models()]
    assert at_root == ["home.HomePage"]


def test_each_page_type_defines_its_place_itself():
    for page_type in PAGE_TYPES:
        assert {"parent_page_types", "subpage_types"} <= vars(factories.page_model(page_type)).keys(), page_type


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_the_list_of_new_pages_says_what_a_page_type_is_for(page_type):
    assert apps.get_model(page_type).get_page_description()


def test_a_language_has_one_front_page(admin_client, home):
    address = reverse("wagtailadmin_pages:add", args=["home", "homepage", home.get_parent().pk])
    assert admin_client.get(address).status_code == 302


# --- For visitors -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_a_minimal_page_answers(home, page_type):
    page = home if page_type == "home.HomePage" else factories.make_page(page_type, factories.place_for(page_type))
    response = Client().get(page.url)
    assert response.status_code == 200
    assert page.title in response.content.decode()


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_a_full_page_answers(full_page, page_type):
    response = Client().get(full_page.url)
    assert response.status_code == 200
    assert factories.SENTENCE in response.content.decode()


# --- For editors ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_a_page_can_be_edited_and_previewed(admin_client, full_page, page_type):
    assert admin_client.get(reverse("wagtailadmin_pages:edit", args=[full_page.pk])).status_code == 200
    for mode, _name in full_page.preview_modes:
        response = full_page.make_preview_request(preview_mode=mode)
        assert response.status_code == 200
        assert factories.SENTENCE in response.content.decode()


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_a_page_can_be_made(admin_client, page_type):
    model = factories.page_model(page_type)
    if page_type == "home.HomePage":
        parent = Page.objects.get(depth=1)
    else:
        factories.make_site()
        parent = factories.place_for(page_type)
    address = reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk])
    assert admin_client.get(address).status_code == 200
