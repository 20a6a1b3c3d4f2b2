"""The editors' side keeps a content policy without inline scripts; visitors' pages keep the strict one."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminPageChooser, AdminTimeInput
from wagtail.admin.widgets.workflows import AdminTaskChooser

from kasper_site.cms import starters
from tests import factories

# A script that the browser would run, without an address: neither data (type given) nor a file.
INLINE_SCRIPT = re.compile(r"<script(?![^>]*\b(?:src|type)=)[^>]*>")
EVENT_ATTRIBUTE = re.compile(r"<[a-z][^>]*\son[a-z]+=")

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    front = factories.make_site()
    factories.make_facts()
    return front


def policy(response) -> dict[str, str]:
    """The policy's directives and their values."""
    parts = (part.strip().split(" ", 1) for part in response.headers["Content-Security-Policy"].split(";"))
    return {part[0]: part[1] for part in parts}


def test_visitors_pages_keep_the_strict_policy(home):
    found = policy(Client().get("/"))
    assert found["default-src"] == "'none'"
    assert found["script-src"] == found["style-src"] == found["img-src"] == "'self'"
    assert "frame-src" not in found


def test_editors_pages_get_what_the_admin_needs_and_no_more(home, admin_client):
    found = policy(admin_client.get(reverse("wagtailadmin_home")))
    assert found["default-src"] == "'none'"
    assert found["script-src"] == "'self'"
    assert found["style-src"] == "'self' 'unsafe-inline'"
    assert found["img-src"] == "'self' data: blob:"
    assert found["frame-src"] == found["frame-ancestors"] == "'self'"


def test_the_login_page_has_the_admins_policy():
    response = Client().get(reverse("wagtailadmin_login"))
    assert "'unsafe-inline'" in policy(response)["style-src"]
    assert not INLINE_SCRIPT.search(response.content.decode())


def assert_no_inline_script(response) -> None:
    assert response.status_code == 200
    html = response.content.decode()
    assert not INLINE_SCRIPT.findall(html)
    assert not EVENT_ATTRIBUTE.findall(html)


@pytest.mark.parametrize("page_type", factories.page_types())
def test_no_page_form_has_an_inline_script(home, admin_client, page_type):
    page = home
    if page_type != "home.HomePage":
        fields = factories.full_fields(page_type)
        page = factories.make_page(page_type, factories.place_for(page_type), **fields)
    assert_no_inline_script(admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])))


@pytest.mark.parametrize("model", ["directory_person", "directory_service", "directory_place", "cms_menu"])
def test_no_form_of_a_fact_has_an_inline_script(home, admin_client, model):
    assert_no_inline_script(admin_client.get(reverse(f"wagtailsnippets_{model}:add")))


@pytest.mark.parametrize(
    "address", ["settings/cms/sitesettings/", "redirects/add/", "users/new/", "groups/new/", "workflows/add/"]
)
def test_no_other_form_has_an_inline_script(home, admin_client, address):
    assert_no_inline_script(admin_client.get(f"/hallinta/{address}", follow=True))


def test_a_marker_says_what_the_script_would_have_done():
    html = starters.marker('new PageChooser("id_page", {"modelNames": ["wagtailcore.page"]});')
    assert 'data-starter-name-value="PageChooser"' in html
    assert 'arguments-value="[&quot;id_page&quot;, {&quot;modelNames&quot;: [&quot;wagtailcore.page&quot;]}]"' in html


def test_a_script_that_is_not_one_call_is_refused():
    with pytest.raises(ValueError, match="Not a single call"):
        starters.marker("alert(1); alert(2)")


@pytest.mark.parametrize(
    "widget", [AdminDateInput(), AdminDateTimeInput(), AdminTimeInput(), AdminPageChooser(), AdminTaskChooser()]
)
def test_a_widget_leaves_a_marker(widget):
    html = widget.render("field", None, attrs={"id": "id_field"})
    assert "<script" not in html
    assert 'data-controller="starter"' in html
    assert "id_field" in html


def test_the_script_knows_every_name_that_a_widget_gives(settings):
    script = (settings.BASE_DIR / "static/js/admin/starters.js").read_text()
    widgets = [AdminDateInput(), AdminDateTimeInput(), AdminTimeInput(), AdminPageChooser(), AdminTaskChooser()]
    for widget in widgets:
        name = re.search(r'name-value="(\w+)"', widget.render("field", None, attrs={"id": "id_field"})).group(1)
        assert f'"{name}"' in script
