"""What has a card of its own in the search: the words that bring it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kasper_site.directory import search_words


class Searched(models.Model):
    """A fact whose card stands above the results for its name, its number and the words that editors give it."""

    search_words = models.TextField(
        _("search words"),
        max_length=500,
        blank=True,
        help_text=_(
            "The card with the number or the address is shown first when a search holds one of these. Separate them "
            "with commas: tukipuhelin, mihin soittaa. Base forms are enough; of a phrase all words must be in the "
            "search."
        ),
    )

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        self.search_words = search_words.cleaned(self.search_words, "search_words")
