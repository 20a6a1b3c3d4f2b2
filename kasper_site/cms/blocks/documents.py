"""A document named in a typed list of a page, shared by strategies and projects."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from kasper_site.cms.blocks.periods import DatedValue
from kasper_site.cms.partial_dates import validate_partial_date


class NamedDocumentBlock(blocks.StructBlock):
    """A document by its title; a download only where we have the file."""

    title = blocks.CharBlock(label=_("Title"), max_length=200)
    date = blocks.CharBlock(label=_("Date"), max_length=12, required=False, validators=[validate_partial_date])
    document = DocumentChooserBlock(label=_("File"), required=False)
    note = blocks.CharBlock(label=_("Note"), max_length=300, required=False)

    class Meta:
        icon = "doc-full"
        label = _("Document")
        value_class = DatedValue
