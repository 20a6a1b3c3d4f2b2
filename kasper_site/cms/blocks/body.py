"""The one body of the whole site."""

from wagtail import blocks

from kasper_site.cms.blocks import directory, groups, lists, media, text, urgency


class BodyBlock(blocks.StreamBlock):
    """Every block that a page's body may hold; all pages share it."""

    heading = text.HeadingBlock()
    paragraph = text.ParagraphBlock()
    quote = text.QuoteBlock()
    callout = text.CalloutBlock()
    picture = media.PictureBlock()
    fact_list = lists.FactListBlock()
    steps = lists.StepsBlock()
    link_list = lists.LinkListBlock()
    document_list = lists.DocumentListBlock()
    people = directory.PeopleBlock()
    helpline = directory.HelplineBlock()
    meeting_place = directory.MeetingPlaceBlock()
    urgency = urgency.UrgencyBlock()
    trace_check = lists.TraceCheckBlock()
    key_figures = lists.KeyFiguresBlock()

    class Meta:
        required = False

    def ordered_child_blocks(self):
        """The picker's order: by group, within a group as above (moving those lines would need a migration)."""
        return sorted(self.child_blocks.values(), key=lambda block: groups.ORDER.index(block.meta.group))
