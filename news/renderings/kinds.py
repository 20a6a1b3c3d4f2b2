"""The kinds of renderings: what each is called, what goes into it, what makes it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from news.renderings import card, paper, pdf, plain, zipped


class Kind(models.TextChoices):
    """The kinds, as they are kept; the order is the receipt's."""

    PDF = "pdf", _("PDF")
    TEXT = "text", _("Plain text")
    CARD = "card", _("Card for shared links")
    PICTURES = "pictures", _("Pictures and text in one file")


@dataclass(frozen=True)
class Recipe:
    """How a kind is made.

    `source(page)` is all that goes into it, as a text; `make(source)` are the bytes. Equal sources of one `version`
    come to the same rendering, so a recipe that is changed gets another version. `pictures(source)` names the originals
    that lie in it: it is served only while the media bank holds them all.
    """

    filename: str
    content_type: str
    version: int
    source: Callable[[models.Model], str]
    make: Callable[[str], bytes]
    pictures: Callable[[str], list[str]] = lambda source: []

    def fingerprint(self, source: str) -> str:
        """What tells one rendering from another: a hash of what goes in and of the recipe's version."""
        return hashlib.sha256(f"{self.filename} {self.version}\n{source}".encode()).hexdigest()


RECIPES = {
    Kind.PDF: Recipe("tiedote.pdf", "application/pdf", 1, paper.html, pdf.make),
    Kind.TEXT: Recipe("tiedote.txt", "text/plain; charset=utf-8", 1, plain.text, str.encode),
    Kind.CARD: Recipe("kortti.png", "image/png", 1, card.words, card.make),
    Kind.PICTURES: Recipe("kuvat.zip", "application/zip", 1, zipped.source, zipped.make, zipped.pictures),
}
BY_FILENAME = {recipe.filename: kind for kind, recipe in RECIPES.items()}


def of(page) -> list[Kind]:
    """The kinds that a release has; one that is neutral outside its page has no card to tell of it.

    A ZIP of pictures needs pictures.
    """
    left_out = {Kind.CARD: page.is_neutral_outside, Kind.PICTURES: not page.bank_pictures}
    return [kind for kind in Kind if not left_out.get(kind)]
