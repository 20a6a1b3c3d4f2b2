"""Something that is not accessible yet and that a person has found."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from kasper_site.cms.translated import Translated


class KnownIssueQuerySet(models.QuerySet):
    """Issues by their state."""

    def open(self):
        """Those that are not fixed yet."""
        return self.filter(fixed_on__isnull=True)

    def fixed(self):
        """Those that are."""
        return self.filter(fixed_on__isnull=False)


class KnownIssue(index.Indexed, models.Model):
    """A line of the accessibility statement. It has no drafts: what is saved shows at once."""

    text_fi = models.TextField(
        _("what is wrong, in Finnish"),
        max_length=400,
        help_text=_("Tell in a sentence or two what one cannot do. The statement shows it as it stands here."),
    )
    text_sv = models.TextField(_("what is wrong, in Swedish"), max_length=400, blank=True)
    text_en = models.TextField(_("what is wrong, in English"), max_length=400, blank=True)
    criterion = models.CharField(
        _("WCAG criterion"), max_length=120, blank=True, help_text=_("For example 1.4.3 Contrast (minimum).")
    )
    plan_fi = models.TextField(_("what we do about it, in Finnish"), max_length=400, blank=True)
    plan_sv = models.TextField(_("what we do about it, in Swedish"), max_length=400, blank=True)
    plan_en = models.TextField(_("what we do about it, in English"), max_length=400, blank=True)
    found_on = models.DateField(_("found on"), default=timezone.localdate)
    fixed_on = models.DateField(
        _("fixed on"),
        null=True,
        blank=True,
        help_text=_("With a date here, the issue leaves the statement. It stays in this list."),
    )
    changed_at = models.DateTimeField(auto_now=True, editable=False)

    text = Translated("text")
    plan = Translated("plan")

    objects = KnownIssueQuerySet.as_manager()

    panels = [
        MultiFieldPanel([FieldPanel("text_fi"), FieldPanel("text_sv"), FieldPanel("text_en")], _("What is wrong")),
        FieldPanel("criterion"),
        MultiFieldPanel(
            [FieldPanel("plan_fi"), FieldPanel("plan_sv"), FieldPanel("plan_en")], _("What we do about it")
        ),
        FieldRowPanel([FieldPanel("found_on"), FieldPanel("fixed_on")]),
    ]

    search_fields = [index.AutocompleteField("text_fi"), index.AutocompleteField("criterion")]

    class Meta:
        verbose_name = _("known issue")
        verbose_name_plural = _("known issues")
        ordering = ["found_on", "pk"]

    def __str__(self):
        return Truncator(self.text_fi).chars(120)

    def clean(self):
        """Days that can be true."""
        today = timezone.localdate()
        if self.found_on and self.found_on > today:
            raise ValidationError({"found_on": _("This day is still to come. Give the day on which it was found.")})
        if self.fixed_on and self.fixed_on > today:
            raise ValidationError({"fixed_on": _("This day is still to come. Give the day when it is fixed.")})
        if self.fixed_on and self.found_on and self.fixed_on < self.found_on:
            raise ValidationError({"fixed_on": _("It cannot be fixed before it was found. Check both days.")})

    @property
    def is_open(self) -> bool:
        """Whether the statement lists it."""
        return self.fixed_on is None
