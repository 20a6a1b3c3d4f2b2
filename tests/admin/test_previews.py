"""What editors see before anybody else: every page type in every mode, empty and full, and the facts."""

import pytest
from django.forms import CheckboxInput, CheckboxSelectMultiple
from django.urls import reverse
from wagtail import blocks
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.blocks.base import BlockWidget
from wagtail.models import Page

from tests import factories

PAGE_TYPES = factories.page_types()
MODES = [(page_type, mode) for page_type in PAGE_TYPES for mode, _name in factories.page_model(page_type).preview_modes]

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    front = factories.make_site()
    factories.make_facts()
    return front


def empty_form(form, page_type: str, is_begun: bool = False) -> dict:
    """What the browser sends of a form with nothing filled in but what even a draft must have (a day, a chosen fact).

    `is_begun`: each kind of block and each row has been added once and left blank.
    """
    form.defer_required_fields()
    needed = factories.required_fields(page_type)
    data = {}
    for name, field in form.fields.items():
        if isinstance(field.widget, BlockWidget):
            data |= blank_stream(field.widget.block_def, name) if is_begun else {f"{name}-count": "0"}
        else:
            value = needed.get(name, form[name].value()) if field.required and name not in ("title", "slug") else ""
            data |= blank_field(field.widget, name, str(getattr(value, "pk", value)))
    for formset in form.formsets.values():
        count = str(int(is_begun))
        data |= {f"{formset.prefix}-TOTAL_FORMS": count}
        data |= {f"{formset.prefix}-{part}": "0" for part in ("INITIAL_FORMS", "MIN_NUM_FORMS")}
        if is_begun:
            for name, field in formset.empty_form.fields.items():
                data |= blank_field(field.widget, f"{formset.prefix}-0-{name}", "")
    return data


def blank_field(widget, name: str, value: str) -> dict:
    if isinstance(widget, CheckboxInput | CheckboxSelectMultiple):
        return {}
    return {name: "null" if isinstance(widget, DraftailRichTextArea) else value}


def blank_stream(stream, prefix: str) -> dict:
    """A stream with each of its blocks once."""
    data = {f"{prefix}-count": str(len(stream.child_blocks))}
    for number, (name, block) in enumerate(stream.child_blocks.items()):
        item = f"{prefix}-{number}"
        data |= {f"{item}-type": name, f"{item}-order": str(number), f"{item}-deleted": "", f"{item}-id": ""}
        data |= blank_block(block, f"{item}-value")
    return data


def blank_block(block, prefix: str) -> dict:
    if isinstance(block, blocks.StructBlock):
        parts = (blank_block(child, f"{prefix}-{name}") for name, child in block.child_blocks.items())
        return {name: value for part in parts for name, value in part.items()}
    if isinstance(block, blocks.ListBlock):
        data = {f"{prefix}-count": "1", f"{prefix}-0-order": "0", f"{prefix}-0-deleted": "", f"{prefix}-0-id": ""}
        return data | blank_block(block.child_block, f"{prefix}-0-value")
    return blank_field(block.field.widget, prefix, "")


def send(client, address: str, page, parent, user, **how) -> dict:
    """Send the form as the editor's preview panel does; what the panel is told."""
    form = page.get_edit_handler().get_form_class()(instance=page, parent_page=parent, for_user=user)
    return client.post(address, empty_form(form, page._meta.label, **how)).json()


def preview_on_add(page, parent) -> str:
    kind = (page._meta.app_label, page._meta.model_name)
    return reverse("wagtailadmin_pages:preview_on_add", args=[*kind, parent.pk])


AVAILABLE = {"is_valid": True, "is_available": True}


@pytest.mark.parametrize(("page_type", "mode"), MODES)
def test_an_empty_new_page_is_previewed(admin_client, admin_user, page_type, mode):
    if page_type == "home.HomePage":
        parent = Page.objects.get(depth=1)
    else:
        factories.make_site()
        parent = factories.place_for(page_type)
    page = factories.page_model(page_type)()
    address = preview_on_add(page, parent)
    assert send(admin_client, address, page, parent, admin_user) == AVAILABLE
    answer = admin_client.get(address, {"mode": mode, "in_preview_panel": "true"})
    assert answer.status_code == 200
    assert "<main" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"] or "private" in answer["Cache-Control"]


@pytest.mark.parametrize(("page_type", "mode"), MODES)
def test_a_page_that_was_emptied_is_previewed(home, admin_client, admin_user, page_type, mode):
    page = full_page(home, page_type)
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert send(admin_client, address, page, page.get_parent().specific, admin_user) == AVAILABLE
    answer = admin_client.get(address, {"mode": mode, "in_preview_panel": "true"})
    assert answer.status_code == 200
    assert "<main" in answer.content.decode()


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_a_page_with_blank_blocks_and_rows_is_previewed(home, admin_client, admin_user, page_type):
    page = full_page(home, page_type)
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert send(admin_client, address, page, page.get_parent().specific, admin_user, is_begun=True) == AVAILABLE
    assert admin_client.get(address, {"mode": "", "in_preview_panel": "true"}).status_code == 200


@pytest.mark.parametrize(("page_type", "mode"), MODES)
def test_a_full_draft_is_previewed(home, admin_client, page_type, mode):
    page = full_page(home, page_type)
    page.title = "Vielä luonnos"
    page.save_revision()
    answer = admin_client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]), {"mode": mode})
    assert answer.status_code == 200
    assert "Vielä luonnos" in answer.content.decode()


def full_page(home, page_type: str):
    fields = factories.full_fields(page_type)
    if page_type != "home.HomePage":
        return factories.make_page(page_type, factories.place_for(page_type), **fields)
    for name, value in fields.items():
        setattr(home, name, value)
    home.save()
    return home


def test_every_page_type_offers_the_draft_and_paper_and_starts_with_a_phone():
    for page_type in PAGE_TYPES:
        model = factories.page_model(page_type)
        assert {"", "paper"} <= {mode for mode, _name in model.preview_modes}, page_type
        assert model.preview_sizes[0]["device_width"] < 400


def test_a_preview_on_paper_takes_the_print_rules_to_the_screen(home):
    page = factories.make_page("home.StandardPage", home)
    paper, draft = (page.make_preview_request(preview_mode=mode).content.decode() for mode in ("paper", ""))
    assert "css/site-on-paper.css" in paper
    assert "css/site.css" not in paper
    assert "css/site.css" in draft


def test_a_visitor_gets_no_preview(home, client):
    page = factories.make_page("home.StandardPage", home, live=False)
    for name in ("preview_on_edit", "view_draft"):
        assert client.get(reverse(f"wagtailadmin_pages:{name}", args=[page.pk])).status_code == 302
    live = factories.make_page("home.StandardPage", home)
    assert "site-on-paper" not in client.get(live.url, {"mode": "paper"}).content.decode()


def test_a_story_is_previewed_as_a_row_of_a_list(home):
    page = factories.make_page("news.ReleasePage", factories.place_for("news.ReleasePage"), teaser="Tiiviste listaan.")
    html = page.make_preview_request(preview_mode="listing").content.decode()
    assert "Tiiviste listaan." in html
    assert "site-footer" not in html


# --- Facts ------------------------------------------------------------------------------------------------------------
FACTS = {
    "person": {"name": "Uusi Henkilö", "role_sv": "planerare", "phone": "044 350 5179"},
    "service": {"name_fi": "Uusi puhelin", "name_sv": "Ny telefon", "phone": "044 350 5179"},
    "place": {"name_fi": "Uusi paikka", "name_sv": "Ny plats", "street_address": "Katu 1", "municipality": "Vantaa"},
}


def send_fact(client, kind: str, fields: dict) -> tuple[str, dict]:
    """Send a fact's form as the preview panel does: the preview's address, what the panel is told."""
    address = reverse(f"wagtailsnippets_directory_{kind}:preview_on_add")
    rows = {
        f"{rows}-{part}": "0"
        for rows in ("weekly_hours", "hours_exceptions")
        for part in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    return address, client.post(address, {"sort_order": "100", "slug": "uusi", **rows, **fields}).json()


@pytest.mark.parametrize("kind", FACTS)
@pytest.mark.parametrize("fields", [{}, None])
def test_a_fact_is_previewed_before_it_is_kept(home, admin_client, kind, fields):
    address, told = send_fact(admin_client, kind, FACTS[kind] if fields is None else fields)
    assert told == AVAILABLE
    for language in ("fi", "sv", "en"):
        answer = admin_client.get(address, {"mode": language, "in_preview_panel": "true"})
        assert answer.status_code == 200
        html = answer.content.decode()
        assert f'<html lang="{language}"' in html
        if fields is None:
            assert {"sv": FACTS[kind].get("name_sv", "Planerare").lower()}.get(language, "uusi") in html.lower()


def test_the_preview_of_a_fact_shows_the_hours_in_the_form(home, admin_client):
    row = {"weekly_hours-TOTAL_FORMS": "1", "weekly_hours-0-weekday": "1", "weekly_hours-0-opens": "13:00"}
    fields = {**FACTS["service"], **row, "weekly_hours-0-closes": "15:00"}
    address, told = send_fact(admin_client, "service", fields)
    assert told == AVAILABLE
    assert "13–15" in admin_client.get(address, {"mode": "fi"}).content.decode()
