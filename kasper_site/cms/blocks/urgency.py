"""Help by how soon it is needed: three cards in a fixed order."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from kasper_site.cms.blocks import groups, previews
from kasper_site.cms.richtext import PARAGRAPH_FEATURES


class CallBlock(blocks.StructBlock):
    """Somebody to call: a service of ours, or another's name and number."""

    service = SnippetChooserBlock("directory.Service", label=_("Service"), required=False)
    name = blocks.CharBlock(label=_("Name"), max_length=80, required=False)
    phone = blocks.RegexBlock(
        # 112, 116 111, 09 2525 0111, +358 44 350 5179
        regex=r"^\s*(\d{3}|116\s?\d{3}|0[\d\s]{5,20}|\+[\d\s]{6,20})\s*$",
        error_messages={"invalid": _("This is not a phone number. Give it as 044 350 5179, 116 111 or 112.")},
        label=_("Phone"),
        max_length=30,
        required=False,
    )
    note = blocks.CharBlock(label=_("Note"), max_length=120, required=False)

    def clean(self, value):
        """A service, or a name and a number; a draft may wait for them."""
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        own = [bool(cleaned["name"]), bool(cleaned["phone"])]
        if any(own) if cleaned["service"] else not all(own):
            message = _("Choose a service of ours, or give another's name and number.")
            raise blocks.StructBlockValidationError({"name": ValidationError(message)})
        return cleaned


class UrgencyCardBlock(blocks.StructBlock):
    """One card; without a heading of its own it has the usual one, in the page's language."""

    heading = blocks.CharBlock(
        label=_("Heading"), max_length=80, required=False, help_text=_("Empty: the words that the card usually has.")
    )
    text = blocks.RichTextBlock(label=_("Text"), features=PARAGRAPH_FEATURES, required=False)
    calls = blocks.ListBlock(CallBlock(), label=_("Who to call"), min_num=0, default=[])


class UrgencyBlock(blocks.StructBlock):
    """Danger now, help today, help this week. The first card always has the number 112."""

    now = UrgencyCardBlock(label=_("Danger now: call 112"))
    today = UrgencyCardBlock(label=_("Get help today"))
    this_week = UrgencyCardBlock(label=_("Get help this week"))

    class Meta:
        icon = "warning"
        label = _("Help by urgency")
        group = groups.PEOPLE
        template = "blocks/urgency.html"
        preview_value = staticmethod(previews.urgency)
        description = _("When a reader may be in danger or tired out, and must see at once whom to call.")
