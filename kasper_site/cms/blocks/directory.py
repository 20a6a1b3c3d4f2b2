"""Blocks that show facts from the directory; the facts themselves are kept there."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from kasper_site.cms.blocks import groups, previews


def _name(point) -> list[str]:
    """What a page that shows a service or place is found by, too. People come and go: the search has cards for them."""
    return [point.name] if point else []


class PeopleBlock(blocks.StructBlock):
    """Contact cards of people."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=120, required=False)
    people = blocks.ListBlock(SnippetChooserBlock("directory.Person", label=_("Person")), label=_("People"), min_num=1)

    class Meta:
        icon = "group"
        label = _("People")
        group = groups.PEOPLE
        template = "blocks/people.html"
        preview_value = staticmethod(previews.people)
        description = _("When a reader may get in touch with somebody. Name and number come from the directory.")


class HelplineBlock(blocks.StructBlock):
    """A service's number and hours."""

    service = SnippetChooserBlock("directory.Service", label=_("Service"))

    def get_searchable_content(self, value):
        return _name(value.get("service"))

    class Meta:
        icon = "mobile-alt"
        label = _("Helpline")
        group = groups.PEOPLE
        template = "blocks/helpline.html"
        preview_value = staticmethod(previews.helpline)
        description = _("When a reader may call. Number and hours come from the directory.")


class MeetingPlaceBlock(blocks.StructBlock):
    """A place's address and hours."""

    place = SnippetChooserBlock("directory.Place", label=_("Place"))

    def get_searchable_content(self, value):
        return _name(value.get("place"))

    class Meta:
        icon = "home"
        label = _("Meeting place")
        group = groups.PEOPLE
        template = "blocks/meeting_place.html"
        preview_value = staticmethod(previews.meeting_place)
        description = _("When a reader may come by. Address and hours come from the directory.")
