"""The box of pages whose review is due."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.permissions import policy_registry

from kasper_site.cms import reviews
from kasper_site.cms.desk.boxes import Box, Item
from kasper_site.cms.desk.words import language_of
from kasper_site.cms.wording import date_words


def box(user) -> Box:
    """The pages that the user may mark as reviewed; first those that the user's own groups look after."""
    due = reviews.due()
    own_groups = set(user.groups.values_list("pk", flat=True)) if due else set()
    pages = pages_of(user, due)
    ordered = sorted(due, key=lambda entry: entry.group_id not in own_groups)
    return Box(
        key="due-pages",
        heading=_("To be reviewed"),
        help=_("Read the page. Is it still true? Mend it first if it is not."),
        action=_("Mark as reviewed"),
        icon="calendar-check",
        items=[_item(pages[entry.page_id], entry) for entry in ordered if entry.page_id in pages],
        is_button=True,
    )


def pages_of(user, due: list[reviews.Due]) -> dict[int, Page]:
    """The pages among those that the user may edit, by key."""
    if not due:
        return {}
    allowed = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    rows = allowed.filter(pk__in=[entry.page_id for entry in due]).select_related("locale")
    return {page.pk: page for page in rows}


def _item(page: Page, entry: reviews.Due) -> Item:
    return Item(
        title=page.get_admin_display_title(),
        action_url=reverse("desk:reviewed", args=[page.pk]),
        detail=_("Due since %(date)s") % {"date": date_words(entry.on)},
        url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
        language=language_of(page),
    )
