"""Blocks of facts, steps and links."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from kasper_site.cms.blocks import groups, previews
from kasper_site.cms.richtext import PARAGRAPH_FEATURES


class FactBlock(blocks.StructBlock):
    """One fact: its name and what it is."""

    term = blocks.CharBlock(label=_("Fact"), max_length=80)
    text = blocks.RichTextBlock(label=_("What it is"), features=PARAGRAPH_FEATURES)


class FactListBlock(blocks.StructBlock):
    """A quiet list of facts."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, required=False)
    facts = blocks.ListBlock(FactBlock(), label=_("Facts"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("Facts")
        group = groups.LISTS
        template = "blocks/fact_list.html"
        preview_value = {
            "heading": "Perustiedot",
            "facts": [{"term": "Rahoittaja", "text": "<p>STEA</p>"}, {"term": "Kesto", "text": "<p>2023–2025</p>"}],
        }
        description = _("When a reader looks something up: how long, who pays, what it costs.")


class KeyFigureBlock(blocks.StructBlock):
    """A figure that can be quoted: with its year and where it comes from."""

    number = blocks.CharBlock(label=_("Figure"), max_length=40, help_text=_("For example: 68 or about 2.2 million."))
    text = blocks.CharBlock(label=_("Of what"), max_length=200)
    year = blocks.CharBlock(label=_("Year"), max_length=20, help_text=_("For example 2023 or 2011–2013."))
    source = blocks.CharBlock(label=_("Source"), max_length=200)
    source_url = blocks.URLBlock(label=_("Address of the source"), required=False)


class KeyFiguresBlock(blocks.StructBlock):
    """A box of figures."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, required=False)
    figures = blocks.ListBlock(KeyFigureBlock(), label=_("Figures"), min_num=1, max_num=6)

    class Meta:
        icon = "decimal"
        label = _("Facts and figures")
        group = groups.LISTS
        template = "blocks/key_figures.html"
        preview_value = staticmethod(previews.figures)
        description = _("When a reader may quote a figure. Each has its year and source.")


class StepsBlock(blocks.StructBlock):
    """What happens, in order."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, required=False)
    steps = blocks.ListBlock(
        blocks.RichTextBlock(label=_("Step"), features=PARAGRAPH_FEATURES), label=_("Steps"), min_num=1
    )

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        group = groups.LISTS
        template = "blocks/steps.html"
        preview_value = {
            "heading": "Mitä tapahtuu, kun soitat",
            "steps": ["<p>Lastensuojelun asiantuntija vastaa.</p>", "<p>Kerrot sen, minkä haluat.</p>"],
        }
        description = _("When things happen in order, such as what follows when one calls.")


class LinkBlock(blocks.StructBlock):
    """A link to a page of ours or to another site."""

    text = blocks.CharBlock(label=_("Link text"), max_length=120, help_text=_("Tell where the link leads."))
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    url = blocks.URLBlock(label=_("Address on another site"), required=False)
    note = blocks.CharBlock(label=_("Note"), max_length=200, required=False)

    def clean(self, value):
        """One target, not none and not both; a draft may wait for it."""
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        if bool(cleaned["page"]) == bool(cleaned["url"]):
            raise blocks.StructBlockValidationError(
                {"page": ValidationError(_("Choose a page or give an address, one of the two."))}
            )
        return cleaned


class LinkListBlock(blocks.StructBlock):
    """Links to read next."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, required=False)
    links = blocks.ListBlock(LinkBlock(), label=_("Links"), min_num=1)

    class Meta:
        icon = "link"
        label = _("Links")
        group = groups.LISTS
        template = "blocks/link_list.html"
        preview_value = {
            "heading": "Lue myös",
            "links": [
                {"text": "Lastensuojelun Keskusliiton sivusto", "page": None, "url": "https://www.lskl.fi/", "note": ""}
            ],
        }
        description = _("When a reader would go on to other pages.")


class DocumentListBlock(blocks.StructBlock):
    """Files for download."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, required=False)
    documents = blocks.ListBlock(DocumentChooserBlock(label=_("Document")), label=_("Documents"), min_num=1)

    class Meta:
        icon = "doc-full"
        label = _("Documents")
        group = groups.FILES
        template = "blocks/document_list.html"
        preview_value = staticmethod(previews.documents)
        description = _("When a reader may download a guide, a form or a report.")


class TraceCheckBlock(blocks.StructBlock):
    """What the last audit of the site found a visit to leave behind; its figures are in no field."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, required=False)

    class Meta:
        icon = "view"
        label = _("What a visit leaves behind")
        group = groups.LISTS
        template = "blocks/trace_check.html"
        preview_value = {"heading": "Näin tarkistimme"}
        description = _("When a reader wants to know about cookies. The figures come from the last check of the site.")
