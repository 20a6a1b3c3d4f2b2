"""What editors tell the search: words that mean the same, and pages that stand first for certain words."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from kasper_site.cms.safekeeping.fact_form import SeenForm
from search import analysis, phrases

MOST_PHRASES, MOST_WORDS = 24, 4  # of a field; of one phrase in it


def clean_phrases(text: str, field: str = "words") -> list[str]:
    """What a field holds; ValidationError for that field where it is too much."""
    found = phrases.written(text)
    if len(found) > MOST_PHRASES:
        raise ValidationError({field: _("Write at most %(count)d words or phrases.") % {"count": MOST_PHRASES}})
    for phrase in found:
        if len(phrases.words(phrase)) > MOST_WORDS:
            message = _("“%(phrase)s” has too many words. Separate words with commas.") % {"phrase": phrase}
            raise ValidationError({field: message})
        if analysis.is_stop_word(" ".join(phrases.words(phrase)), settings.LANGUAGE_CODE):
            message = _("“%(phrase)s” stands in too many searches. Write a word that tells more.") % {"phrase": phrase}
            raise ValidationError({field: message})
    return found


def first_same(found: list[str], others: list[str], language: str) -> str:
    """The first of the phrases that stands among the others, in whatever form; "" if none does."""
    known = [phrases.forms(other, language) for other in others]
    return next((one for one in found if any(phrases.is_same(phrases.forms(one, language), k) for k in known)), "")


class SynonymGroup(models.Model):
    """Words that mean the same to a visitor: who types one of them finds the others too, from the next search on."""

    words = models.TextField(
        gettext_lazy("words that mean the same"),
        max_length=500,
        help_text=gettext_lazy(
            "Separate words and phrases with commas: isovanhempi, mummo, ukki. Base forms are enough, the search knows "
            "the inflected ones. A visitor who types one of these also finds pages with the others."
        ),
    )
    is_one_way = models.BooleanField(
        gettext_lazy("from the first word only"),
        default=False,
        help_text=gettext_lazy(
            "Choose this if the first word or phrase is to find the others, but the others are not to find the first."
        ),
    )
    language = models.CharField(
        gettext_lazy("language"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )

    base_form_class = SeenForm
    panels = [FieldPanel("words"), FieldPanel("is_one_way"), FieldPanel("language")]

    class Meta:
        verbose_name = gettext_lazy("synonyms")
        verbose_name_plural = gettext_lazy("synonyms")
        ordering = ["words", "pk"]

    def __str__(self):
        return self.words

    @property
    def phrases(self) -> list[str]:
        """The words and phrases of the group."""
        return phrases.written(self.words)

    @property
    def asked_for(self) -> list[str]:
        """Those of the phrases that find the others."""
        return self.phrases[:1] if self.is_one_way else self.phrases

    def clean(self):
        """At least two words; one that finds others does so in one group of its language."""
        found = clean_phrases(self.words)
        if len(found) < 2:
            raise ValidationError({"words": _("Write at least two words with a comma between them.")})
        for number, phrase in enumerate(found):
            if first_same([phrase], found[:number], self.language):
                raise ValidationError(
                    {"words": _("“%(word)s” is here twice, in one form or another.") % {"word": phrase}}
                )
        for group in SynonymGroup.objects.filter(language=self.language).exclude(pk=self.pk):
            if same := first_same(self.asked_for, group.asked_for, self.language):
                words = {"word": same, "group": group}
                raise ValidationError({"words": _("“%(word)s” stands already here: “%(group)s”. Add to it.") % words})
        self.words = ", ".join(found)


class Promotion(models.Model):
    """A page that stands first when somebody searches for certain words, in whatever form they are typed."""

    words = models.TextField(
        gettext_lazy("search words"),
        max_length=500,
        help_text=gettext_lazy(
            "The page is shown first when a search holds one of these. Separate them with commas: äiti, äidin tuki. "
            "Base forms are enough; of a phrase all words must be in the search."
        ),
    )
    page = models.ForeignKey(Page, models.CASCADE, related_name="+", verbose_name=gettext_lazy("page"))
    text = models.CharField(
        gettext_lazy("text"),
        max_length=200,
        blank=True,
        help_text=gettext_lazy("A line in the place of the page's own summary, if you want another one."),
    )

    base_form_class = SeenForm
    panels = [FieldPanel("words"), FieldPanel("page"), FieldPanel("text")]

    class Meta:
        verbose_name = gettext_lazy("promoted result")
        verbose_name_plural = gettext_lazy("promoted results")
        ordering = ["words", "pk"]

    def __str__(self):
        return self.words

    @property
    def phrases(self) -> list[str]:
        """The words and phrases that the page is shown for."""
        return phrases.written(self.words)

    def clean(self):
        """At least one word; a page is promoted once for the same words."""
        found = clean_phrases(self.words)
        if not found:
            raise ValidationError({"words": _("Write at least one word.")})
        if self.page_id:
            if self.page.is_root():
                raise ValidationError({"page": _("Choose a page of the site.")})
            language = self.page.locale.language_code
            for other in Promotion.objects.filter(page_id=self.page_id).exclude(pk=self.pk):
                if same := first_same(found, other.phrases, language):
                    message = _("This page is shown first for “%(word)s” already.") % {"word": same}
                    raise ValidationError({"words": message})
        self.words = ", ".join(found)
