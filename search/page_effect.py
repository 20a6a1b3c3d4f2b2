"""What a publication brings about here: the proof that the search finds the page, and the repair where it does not.

The index follows each publication by itself, at once; that is lost where the process dies between commit and index.
"""

from django.utils.translation import gettext as _

from kasper_site.delivery.models import Effect
from kasper_site.delivery.outbox.kinds import NotYet
from search import indexing, sources
from search.index import entries
from search.index.state import state


def prove(effect: Effect) -> str:
    """Look for the page in the index as it is now; index it once more where it is missing or old."""
    page = effect.publication.page.specific
    if not _is_indexed(page):
        indexing.refresh(page)
        if not _is_indexed(page):
            raise NotYet(_("The search does not find the page yet."))
    return _("Found by the search")


def _is_indexed(page) -> bool:
    return entries.holds(sources.of_page(page), state().generation)
