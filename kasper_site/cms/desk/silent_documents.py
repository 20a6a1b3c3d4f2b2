"""Documents that say nothing to the search, nor to a screen reader: a row each in the box of what is to be reviewed."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.permissions import policy_registry

from kasper_site.cms.desk.boxes import Item
from kasper_site.cms.models import SiteDocument
from kasper_site.cms.uploads import document_text

MOST_SHOWN = 20


def items(user) -> Iterator[Item]:
    """Each PDF without text that the user may replace."""
    policy = policy_registry.get_by_type(SiteDocument)
    allowed = policy.instances_user_has_permission_for(user, "change")
    found = document_text.without_text().filter(pk__in=allowed.values("pk")).order_by("-created_at")
    for document in found[:MOST_SHOWN]:
        url = reverse("wagtaildocs:edit", args=[document.pk])
        detail = document_text.problem(document)
        yield Item(title=document.title, action_url=url, detail=detail, url=url, action=_("Replace the file"))
