"""The box of what waits for a second pair of eyes: the editor's own, or somebody else's."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.templatetags.wagtailadmin_tags import user_display_name
from wagtail.models import Page, TaskState, WorkflowState

from kasper_site.cms.desk.boxes import Box, Item
from kasper_site.cms.desk.words import ago, language_of


def box(user) -> Box:
    """For those who approve: what they can decide on. For those who write: what they have sent."""
    to_decide = list(_to_decide(user))
    is_approver = bool(to_decide)
    return Box(
        key="approvals",
        heading=_("Waiting for approval"),
        help=_("Read the page through, then publish it or send it back.")
        if is_approver
        else _("You have sent these. You get a message when somebody has read them."),
        action=_("Read and decide") if is_approver else _("Open the page"),
        icon="user",
        items=to_decide or list(_sent(user)),
    )


def _to_decide(user) -> Iterator[Item]:
    states = TaskState.objects.reviewable_by(user).select_related("revision__user").order_by("started_at")
    for state in states.prefetch_related("revision__content_object"):
        page = state.revision.content_object
        if isinstance(page, Page):
            yield _item(page, state, state.revision.user)


def _sent(user) -> Iterator[Item]:
    states = WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS, requested_by=user)
    states = states.select_related("current_task_state").order_by("current_task_state__started_at")
    for state in states.prefetch_related("content_object"):
        if isinstance(state.content_object, Page):
            yield _item(state.content_object, state.current_task_state)


def _item(page: Page, state: TaskState, sender=None) -> Item:
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    words = {"name": user_display_name(sender), "time": ago(state.started_at)}
    detail = _("%(name)s sent it %(time)s ago") if sender else _("Sent %(time)s ago")
    return Item(page.get_admin_display_title(), url, detail % words, url, language_of(page))
