"""The box of pages whose review is due, and of what apps above have to be looked at besides: `register(items)`."""

from collections.abc import Callable, Iterable

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.permissions import policy_registry

from kasper_site.cms import reviews
from kasper_site.cms.desk.boxes import Box, Item
from kasper_site.cms.desk.words import language_of
from kasper_site.cms.wording import date_words

_others: list[Callable[..., Iterable[Item]]] = []


def register(items: Callable[..., Iterable[Item]]) -> None:
    """Let `items(user)` stand above the pages, each with an action of its own."""
    if items not in _others:
        _others.append(items)


def box(user) -> Box:
    """The pages that the user may mark as reviewed; first those that the user's own groups look after."""
    due = reviews.due()
    own_groups = set(user.groups.values_list("pk", flat=True)) if due else set()
    pages = pages_of(user, due)
    ordered = sorted(due, key=lambda entry: entry.group_id not in own_groups)
    others = [item for items in _others for item in items(user)]
    return Box(
        key="due-pages",
        heading=_("To be reviewed"),
        help=_help(is_about_pages=bool(pages)),
        action=_("Mark as reviewed"),
        icon="calendar-check",
        items=others + [_item(pages[entry.page_id], entry) for entry in ordered if entry.page_id in pages],
        is_button=True,
    )


def _help(is_about_pages: bool) -> str:
    if is_about_pages:
        return _("Read the page. Is it still true? Mend it first if it is not.")
    return _("Look at these before their day comes.")


def pages_of(user, due: list[reviews.Due]) -> dict[int, Page]:
    """The pages among those that the user may edit, by key."""
    if not due:
        return {}
    allowed = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    rows = allowed.filter(pk__in=[entry.page_id for entry in due]).select_related("locale")
    return {page.pk: page for page in rows}


def _item(page: Page, entry: reviews.Due) -> Item:
    reason = _("The original changed on %(date)s") if entry.is_source_change else _("Due since %(date)s")
    return Item(
        title=page.get_admin_display_title(),
        action_url=reverse("desk:reviewed", args=[page.pk]),
        detail=reason % {"date": date_words(entry.on)},
        url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
        language=language_of(page),
    )
