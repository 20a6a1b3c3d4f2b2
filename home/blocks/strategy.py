"""The typed parts of a strategy. Goals have three fixed levels: goal, sub-goal, alternative."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from kasper_site.cms.blocks.periods import DatedValue, PeriodValue
from kasper_site.cms.partial_dates import validate_partial_date
from kasper_site.cms.richtext import PARAGRAPH_FEATURES


class ValueBlock(blocks.StructBlock):
    """A value, named, with a sentence if it needs one."""

    name = blocks.CharBlock(label=_("Value"), max_length=80)
    text = blocks.CharBlock(label=_("What it means"), max_length=300, required=False)

    class Meta:
        icon = "pick"
        label = _("Value")


class PrincipleBlock(blocks.StructBlock):
    """A principle of how we work, with a name and a short paragraph."""

    name = blocks.CharBlock(label=_("Principle"), max_length=120)
    text = blocks.RichTextBlock(label=_("What it means"), features=PARAGRAPH_FEATURES)

    class Meta:
        icon = "pick"
        label = _("Principle")


class AreaOfWorkBlock(blocks.StructBlock):
    """An area of work: what it offers and to whom."""

    name = blocks.CharBlock(label=_("Area of work"), max_length=120)
    offers = blocks.ListBlock(blocks.CharBlock(label=_("What it offers")), label=_("What it offers"))
    audiences = blocks.ListBlock(blocks.CharBlock(label=_("Target group")), label=_("Target groups"))
    page = blocks.PageChooserBlock(label=_("Page"), required=False)

    class Meta:
        icon = "folder-open-inverse"
        label = _("Area of work")


class AlternativeBlock(blocks.StructBlock):
    """One of two ways: what happens if it is taken, and by when."""

    name = blocks.CharBlock(label=_("Alternative"), max_length=120)
    text = blocks.TextBlock(label=_("What then happens"), max_length=400, required=False)


class SubGoalBlock(blocks.StructBlock):
    """A part of a goal; where it is a choice between ways, the ways are its alternatives."""

    text = blocks.TextBlock(label=_("Sub-goal"), max_length=600)
    alternatives = blocks.ListBlock(AlternativeBlock(), label=_("Either – or"), default=[])


class GoalBlock(blocks.StructBlock):
    """A goal: a heading, what it means, its sub-goals."""

    name = blocks.CharBlock(label=_("Goal"), max_length=200)
    text = blocks.RichTextBlock(label=_("What it means"), features=PARAGRAPH_FEATURES, required=False)
    sub_goals = blocks.ListBlock(SubGoalBlock(), label=_("Sub-goals"), default=[])

    class Meta:
        icon = "tick-inverse"
        label = _("Goal")


class ReviewBlock(blocks.StructBlock):
    """A review of an action plan, with its day and file."""

    title = blocks.CharBlock(label=_("Title"), max_length=160)
    date = blocks.CharBlock(label=_("Date"), max_length=12, required=False, validators=[validate_partial_date])
    document = DocumentChooserBlock(label=_("File"), required=False)

    class Meta:
        value_class = DatedValue


class ActionPlanBlock(blocks.StructBlock):
    """A plan that carries the strategy out: period, what it does, its reviews."""

    title = blocks.CharBlock(label=_("Title"), max_length=160)
    start = blocks.CharBlock(label=_("Starts"), max_length=12, required=False, validators=[validate_partial_date])
    end = blocks.CharBlock(label=_("Ends"), max_length=12, required=False, validators=[validate_partial_date])
    text = blocks.RichTextBlock(label=_("What it does"), features=PARAGRAPH_FEATURES, required=False)
    document = DocumentChooserBlock(label=_("File"), required=False)
    reviews = blocks.ListBlock(ReviewBlock(), label=_("Reviews"), default=[])

    class Meta:
        icon = "date"
        label = _("Action plan")
        value_class = PeriodValue
