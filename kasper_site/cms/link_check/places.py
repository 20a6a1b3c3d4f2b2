"""Where on a page a link stands, so that the editor's form opens at it."""

from typing import NamedTuple

from django.urls import reverse
from wagtail.models import Page

from kasper_site.cms.link_check.found import outside
from kasper_site.cms.publish_checks import texts
from kasper_site.cms.publish_checks.parts import LinkKind


class Spot(NamedTuple):
    """A link's words and its block in the edit form, "" where that is not known."""

    words: str = ""
    anchor: str = ""

    def edit_url(self, page: Page) -> str:
        """The page's form, open at the link."""
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        return f"{url}#:w:contentpath={self.anchor}" if self.anchor else url


NOWHERE = Spot()


def spots(page: Page) -> dict[tuple[LinkKind, int | str | None], Spot]:
    """Every link of a page by what it leads to; the first of several."""
    found: dict[tuple[LinkKind, int | str | None], Spot] = {}
    for text in texts.of_page(page.specific):
        for link in text.links:
            target = outside(str(link.target)) if link.kind is LinkKind.ADDRESS else link.target
            found.setdefault((link.kind, target), Spot(link.words, text.place.anchor))
    return found
