"""The box of what the editor has begun and not finished."""

from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, WorkflowState

from kasper_site.cms.desk.boxes import Box, Item
from kasper_site.cms.desk.words import ago, language_of

MOST = 30


def box(user) -> Box:
    """The user's drafts, the latest first."""
    pages = drafts_of(user).select_related("locale").prefetch_workflow_states()[:MOST]
    return Box(
        key="drafts",
        heading=_("Drafts"),
        help=_("You have begun these. Visitors do not see them yet."),
        action=_("Continue"),
        icon="edit",
        items=[_item(page) for page in pages if not _is_in_progress(page)],
    )


def drafts_of(user) -> QuerySet[Page]:
    """Pages with changes that are not published, last written by the user; not those that wait for their time."""
    own = Q(latest_revision__user=user) | Q(latest_revision__user=None, owner=user)
    # A page that was taken off the site on purpose is no draft until somebody writes on.
    written = Q(last_published_at=None) | Q(latest_revision_created_at__gt=F("last_published_at"))
    pages = Page.objects.filter(own, written, has_unpublished_changes=True, alias_of=None)
    return pages.exclude(latest_revision__approved_go_live_at__isnull=False).order_by("-latest_revision_created_at")


def _is_in_progress(page: Page) -> bool:
    state = page.current_workflow_state
    return bool(state) and state.status == WorkflowState.STATUS_IN_PROGRESS


def _item(page: Page) -> Item:
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    detail = _returned(page) or _("Saved %(time)s ago") % {"time": ago(page.latest_revision_created_at)}
    return Item(page.get_admin_display_title(), url, detail, url, language_of(page))


def _returned(page: Page) -> str:
    """What the reviewer asks for, if the page came back."""
    state = page.current_workflow_state
    if not state or state.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return ""
    comment = state.current_task_state.get_comment() if state.current_task_state else ""
    return _("Came back to you: %(comment)s") % {"comment": comment} if comment else _("Came back to you")
