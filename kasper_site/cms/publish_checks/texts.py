"""Every text that an editor can write on a page, in the order of the edit form.

The page types are not known here: the form's panels name the fields and child relations, the fields' types tell
what they hold. Streams are read as they are stored, so that no block asks the database for what it points to; the
only queries are one for each child relation.
"""

from collections.abc import Iterator

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from wagtail.admin.panels import FieldPanel, InlinePanel, Panel
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model
from wagtail.models import Page

from kasper_site.cms.partial_dates import PartialDateField
from kasper_site.cms.publish_checks import streams
from kasper_site.cms.publish_checks.findings import Place
from kasper_site.cms.publish_checks.markup import parse
from kasper_site.cms.publish_checks.parts import Image, Kind, Link, LinkKind, Text, plain_paragraphs

# Text by its column, but nothing that people read.
_NO_TEXT = (models.SlugField, models.URLField, models.EmailField, PartialDateField)
_HEADINGS = ("title", "heading", "name")


def of_page(page: Page) -> tuple[Text, ...]:
    """The texts of a page, saved or not."""
    return tuple(_of_panel(page, page.get_edit_handler()))


def form_order(page: Page) -> list[str]:
    """The names of the fields and child relations in the order of the edit form."""
    return list(form_labels(page))


def form_labels(page: Page) -> dict[str, str]:
    """How the edit form calls the fields and child relations, in its order."""
    return dict(_labels(page, page.get_edit_handler()))


def _labels(page: Page, panel: Panel) -> Iterator[tuple[str, str]]:
    if isinstance(panel, InlinePanel):
        yield panel.relation_name, str(panel.heading)
    elif isinstance(panel, FieldPanel):
        yield panel.field_name, str(panel.heading or getattr(field_of(page, panel.field_name), "verbose_name", ""))
    for child in getattr(panel, "children", ()):
        yield from _labels(page, child)


def _of_panel(instance: models.Model, panel: Panel, prefix: str = "") -> Iterator[Text]:
    if isinstance(panel, InlinePanel):
        yield from _of_relation(instance, panel, prefix)
    elif isinstance(panel, FieldPanel):
        yield from _of_field(instance, panel.field_name, prefix)
    for child in getattr(panel, "children", ()):
        yield from _of_panel(instance, child, prefix)


def _of_relation(instance: models.Model, panel: InlinePanel, prefix: str) -> Iterator[Text]:
    """The texts of the rows of a child relation."""
    for number, row in enumerate(getattr(instance, panel.relation_name).all()):
        yield from _of_panel(row, panel.child_edit_handler, f"{prefix}{panel.relation_name}.{number}.")


def _of_field(instance: models.Model, name: str, prefix: str) -> Iterator[Text]:
    field = field_of(instance, name)
    value = getattr(instance, getattr(field, "attname", name), None)
    # The rows of a child relation have no anchor of their own in the edit form.
    place = Place(f"{prefix}{name}", "" if prefix else name)
    if value is None or value == "":
        return
    if isinstance(field, StreamField):
        yield from streams.of_stream(field.stream_block, value.get_prep_value(), place)
    elif isinstance(field, RichTextField):
        yield _rich(place, str(value))
    elif isinstance(field, models.ForeignKey):
        yield from _of_key(field, value, place)
    elif isinstance(field, models.URLField):
        yield Text(place, links=(Link(LinkKind.ADDRESS, value),))
    elif _is_plain(field):
        yield _plain(field, place, value)


def field_of(instance: models.Model, name: str) -> models.Field | None:
    """The model's field of that name; None where the form's input is not one."""
    try:
        return instance._meta.get_field(name)
    except FieldDoesNotExist:
        return None


def _is_plain(field: models.Field | None) -> bool:
    """Whether a field holds words that somebody writes and others read."""
    is_text = isinstance(field, (models.CharField, models.TextField)) and not isinstance(field, _NO_TEXT)
    return is_text and not field.choices


def _rich(place: Place, html: str) -> Text:
    found = parse(html)
    return Text(place, Kind.RICH, found.paragraphs, html, found.links, found.images, is_running=True)


def _plain(field: models.Field, place: Place, value: object) -> Text:
    is_heading = field.name in _HEADINGS or field.name.endswith("_heading")
    kind = Kind.HEADING if is_heading else Kind.PLAIN
    return Text(place, kind, plain_paragraphs(value), is_running=isinstance(field, models.TextField))


def _of_key(field: models.ForeignKey, key: int, place: Place) -> Iterator[Text]:
    """A picture, page or document that a field of the page names."""
    target = field.remote_field.model
    if issubclass(target, get_image_model()):
        yield Text(place, images=(Image(key),))
    elif issubclass(target, Page):
        yield Text(place, links=(Link(LinkKind.PAGE, key, is_optional=True),))
    elif issubclass(target, get_document_model()):
        yield Text(place, links=(Link(LinkKind.DOCUMENT, key, is_optional=True),))
