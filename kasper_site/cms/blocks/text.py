"""Blocks of words."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from kasper_site.cms.blocks import groups
from kasper_site.cms.richtext import BODY_FEATURES, PARAGRAPH_FEATURES


class HeadingBlock(blocks.StructBlock):
    """A heading that starts a part of the page and can be linked to."""

    text = blocks.CharBlock(label=_("Heading"), max_length=120)

    class Meta:
        icon = "title"
        label = _("Heading")
        group = groups.TEXT
        template = "blocks/heading.html"
        preview_value = {"text": "Näin ryhmä toimii"}
        description = _("When a new subject begins. Readers skim a page by its headings.")


class ParagraphBlock(blocks.StructBlock):
    """Running text with links and lists."""

    text = blocks.RichTextBlock(label=_("Text"), features=BODY_FEATURES)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        group = groups.TEXT
        template = "blocks/paragraph.html"
        preview_value = {
            "text": "<p>Voit tulla paikalle nimeäsi kertomatta. Juomme kahvia ja juttelemme rauhassa.</p>"
            "<ul><li>Saat tietoa lastensuojelusta.</li><li>Tapaat muita vanhempia.</li></ul>"
        }
        description = _("When you tell something in your own words. Links and short lists fit in.")


class QuoteBlock(blocks.StructBlock):
    """What somebody said, with name and role."""

    text = blocks.TextBlock(label=_("Quote"), max_length=600)
    speaker = blocks.CharBlock(label=_("Who says it"), max_length=120, required=False)
    role = blocks.CharBlock(label=_("Role"), max_length=120, required=False)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        group = groups.TEXT
        template = "blocks/quote.html"
        preview_value = {
            "text": "Parasta on, että joku kuuntelee.",
            "speaker": "Etunimi Sukunimi",
            "role": "ryhmään osallistunut vanhempi",
        }
        description = _("When somebody says it best themselves. Ask for their leave first.")


class CalloutBlock(blocks.StructBlock):
    """A short notice that stands apart from the text."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, required=False)
    text = blocks.RichTextBlock(label=_("Text"), features=PARAGRAPH_FEATURES)

    class Meta:
        icon = "info-circle"
        label = _("Notice")
        group = groups.TEXT
        template = "blocks/callout.html"
        preview_value = {"heading": "Hyvä tietää", "text": "<p>Nimeä ei tarvitse kertoa.</p>"}
        description = _("When one thing must not be missed. One on a page is enough.")
