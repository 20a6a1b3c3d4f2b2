"""The typed parts of a project's page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from kasper_site.cms.blocks.periods import PeriodValue
from kasper_site.cms.partial_dates import validate_partial_date
from kasper_site.cms.richtext import PARAGRAPH_FEATURES

LANGUAGES = [("fi", _("Finnish")), ("sv", _("Swedish")), ("en", _("English"))]


class ProjectGoalBlock(blocks.StructBlock):
    """A goal of the project."""

    name = blocks.CharBlock(label=_("Goal"), max_length=300)
    text = blocks.RichTextBlock(label=_("What it means"), features=PARAGRAPH_FEATURES, required=False)

    class Meta:
        icon = "tick-inverse"
        label = _("Goal")


class DevelopmentAreaBlock(blocks.StructBlock):
    """An area that the project developed."""

    name = blocks.CharBlock(label=_("Development area"), max_length=160)
    text = blocks.RichTextBlock(label=_("What it means"), features=PARAGRAPH_FEATURES, required=False)

    class Meta:
        icon = "cogs"
        label = _("Development area")


class SubProjectBlock(blocks.StructBlock):
    """A regional part of the project with a name of its own, perhaps in two languages."""

    name = blocks.CharBlock(label=_("Name"), max_length=200)
    other_name = blocks.CharBlock(label=_("Name in another language"), max_length=200, required=False)
    other_language = blocks.ChoiceBlock(label=_("That language"), choices=LANGUAGES, required=False)
    text = blocks.RichTextBlock(label=_("Text"), features=PARAGRAPH_FEATURES, required=False)
    url = blocks.URLBlock(label=_("Address"), required=False)

    class Meta:
        icon = "folder-open-inverse"
        label = _("Sub-project")


class PhasePersonBlock(blocks.StructBlock):
    """Somebody who worked in a phase, with the role of that time."""

    name = blocks.CharBlock(label=_("Name"), max_length=120)
    role = blocks.CharBlock(label=_("Role"), max_length=120)
    organisation = blocks.CharBlock(label=_("Organisation"), max_length=120, required=False)


class OutputBlock(blocks.StructBlock):
    """What a phase left behind: a guide, a handbook, a thesis."""

    title = blocks.CharBlock(label=_("Title"), max_length=200)
    document = DocumentChooserBlock(label=_("File"), required=False)


class PhaseBlock(blocks.StructBlock):
    """An earlier phase: years, name, results, people and outputs."""

    numeral = blocks.CharBlock(label=_("Number"), max_length=8, required=False, help_text=_("For example II."))
    start = blocks.CharBlock(label=_("Starts"), max_length=12, validators=[validate_partial_date])
    end = blocks.CharBlock(
        label=_("Ends"),
        max_length=12,
        required=False,
        validators=[validate_partial_date],
        help_text=_("Empty: it goes on."),
    )
    name = blocks.CharBlock(label=_("Name"), max_length=160)
    text = blocks.RichTextBlock(label=_("Text"), features=PARAGRAPH_FEATURES, required=False)
    results = blocks.ListBlock(
        blocks.RichTextBlock(label=_("Result"), features=PARAGRAPH_FEATURES), label=_("Results"), default=[]
    )
    people = blocks.ListBlock(PhasePersonBlock(), label=_("People"), default=[])
    outputs = blocks.ListBlock(OutputBlock(), label=_("Outputs"), default=[])

    class Meta:
        icon = "history"
        label = _("Phase")
        value_class = PeriodValue
