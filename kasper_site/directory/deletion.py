"""A service or place whose page exists, if only as a draft, is not deleted: the draft could not be opened any more."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kasper_site.directory import usage
from kasper_site.directory.models import Place, Service


def refuse_while_shown(request, instances) -> HttpResponse | None:
    """Before facts are deleted in the admin: back to the form, with the page to change first."""
    for fact in instances:
        if not isinstance(fact, Place | Service):
            continue
        drafts = usage.pages_in_drafts(fact)
        if drafts:
            words = {"fact": str(fact), "page": drafts[0].get_admin_display_title()}
            messages.error(request, _("%(fact)s is named by the page %(page)s. Change the page first.") % words)
            return redirect("wagtailadmin_pages:edit", drafts[0].pk)
    return None
