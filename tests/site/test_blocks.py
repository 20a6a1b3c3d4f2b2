"""The blocks: each is used, looks after its own files, and renders from its preview value."""

import pytest
from django.conf import settings
from django.test import RequestFactory
from wagtail.fields import StreamField
from wagtail.models import get_page_models

from kasper_site.cms import checks
from kasper_site.cms.blocks import BodyBlock, groups
from tests import factories

NAMES = list(BodyBlock().child_blocks)
TEMPLATES = settings.BASE_DIR / "templates" / "blocks"

pytestmark = pytest.mark.django_db


def render(name: str, value) -> str:
    """A block as it stands in a page's body."""
    block = BodyBlock().child_blocks[name]
    return str(block.bind(value).render_as_block({"request": RequestFactory().get("/")}))


@pytest.mark.parametrize("name", NAMES)
def test_a_block_renders_from_its_preview_value(name):
    factories.make_site()
    factories.make_facts()
    html = render(name, BodyBlock().child_blocks[name].get_preview_value())
    assert "<" in html
    assert html.strip()


@pytest.mark.parametrize("name", NAMES)
def test_a_preview_bears_an_empty_site(name):
    factories.make_site()
    render(name, BodyBlock().child_blocks[name].get_preview_value())


def test_the_system_checks_find_nothing():
    assert checks.check_blocks() == []
    assert checks.check_page_tree() == []


def test_each_block_template_belongs_to_a_block():
    assert sorted(path.stem for path in TEMPLATES.glob("*.html")) == sorted(NAMES)


def test_each_block_is_offered_by_a_page_type():
    offered = {
        type(field.stream_block).__name__
        for model in get_page_models()
        for field in model._meta.get_fields()
        if isinstance(field, StreamField)
    }
    assert BodyBlock.__name__ in offered


def test_a_page_offers_the_whole_body_or_its_own_typed_parts():
    """No page type has a shortened copy of the body: all share the one block."""
    body_names = set(NAMES)
    for model in get_page_models():
        for field in model._meta.get_fields():
            if isinstance(field, StreamField) and not isinstance(field.stream_block, BodyBlock):
                assert not body_names & set(field.stream_block.child_blocks), (model, field.name)


def test_the_picker_is_small_grouped_and_tells_when_to_use_a_block():
    body = BodyBlock()
    assert len(body.child_blocks) <= 15
    assert [group for group, _members in body.grouped_child_blocks()] == list(groups.ORDER)
    assert {block.name for _group, members in body.grouped_child_blocks() for block in members} == set(NAMES)
    for block in body.child_blocks.values():
        assert str(block.get_description()).startswith("Kun "), block.name
        assert block.is_previewable


def test_the_picture_block_names_its_chooser_in_finnish():
    image = BodyBlock().child_blocks["picture"].child_blocks["image"]
    assert str(image.child_blocks["image"].label) == "Kuva"


def test_the_block_picker_previews_a_block(admin_client):
    factories.make_site()
    block = BodyBlock().child_blocks["callout"]
    html = admin_client.get("/hallinta/block-preview/", {"id": block.definition_prefix}).content.decode()
    assert "css/site-in-patterns.css" in html
    assert "callout" in html
