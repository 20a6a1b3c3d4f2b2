"""The first thing that a publication brings about: a look at the page, as a visitor gets it at its address."""

from django.http import Http404
from django.utils.translation import gettext as _

from kasper_site.cms import urls_of, warm
from kasper_site.delivery.models import Effect
from kasper_site.delivery.outbox.kinds import NotYet

OK = 200


def look(effect: Effect) -> str:
    """Open the page at its address; pictures of all sizes are made by then."""
    page = effect.publication.page.specific
    address = urls_of.absolute(page.url or "")
    try:
        found, status = warm.visit(page)
    except Http404:
        found, status = None, Http404.__name__
    if found is None or found.pk != page.pk:
        raise NotYet(_("Another page or none answers at %(address)s.") % {"address": address})
    if status != OK:
        raise NotYet(
            _("The page at %(address)s cannot be shown (%(status)s).") % {"address": address, "status": status}
        )
    return _("Seen by visitors at %(address)s") % {"address": address}
