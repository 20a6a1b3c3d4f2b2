"""The inbox of feedback: by when each message is to be answered, one tap when it is."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import include, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from kasper_site.accessibility import clock, inbox
from kasper_site.accessibility.admin import wording
from kasper_site.accessibility.admin.waiting import anchor, may_answer
from kasper_site.accessibility.models import AccessibilityFeedback
from kasper_site.cms.desk.own_pages import OwnPageView

PAGE_SIZE = 20
ANSWERED = "vastatut"


class InboxView(OwnPageView):
    """The messages that wait; with `?tila=vastatut` those that were answered."""

    template_name = "wagtailadmin/accessibility/inbox.html"
    page_title = gettext_lazy("Accessibility feedback")
    header_icon = "mail"
    may_see = staticmethod(may_answer)

    def get_context_data(self, **kwargs):
        rows = AccessibilityFeedback.objects
        is_answered = self.request.GET.get("tila") == ANSWERED
        found = rows.answered().select_related("answered_by") if is_answered else rows.open()
        page = Paginator(found, PAGE_SIZE).get_page(self.request.GET.get("p"))
        return {
            **super().get_context_data(**kwargs),
            "messages_page": page,
            "entries": [_entry(feedback) for feedback in page],
            "is_answered": is_answered,
            "counts": {"open": rows.open().count(), "answered": rows.answered().count()},
            "kept_days": clock.KEPT.days,
        }


def _entry(feedback: AccessibilityFeedback) -> dict:
    """A message as the template shows it."""
    return {
        "feedback": feedback,
        "anchor": anchor(feedback),
        "sender": wording.sender(feedback),
        "state": wording.deadline(feedback) if feedback.is_open else wording.answered(feedback),
        "time_left": wording.time_left(feedback) if feedback.is_open else "",
        "is_urgent": feedback.is_open and clock.days_left(feedback.answer_by) <= clock.REMIND_DAYS,
    }


@require_POST
def answered(request: HttpRequest, pk: int) -> HttpResponse:
    """The message has been answered; who taps it is kept with the day."""
    if not may_answer(request.user):
        raise PermissionDenied
    if inbox.mark_answered(pk, request.user):
        messages.success(request, _("Marked as answered. The clock has stopped."))
    else:
        messages.warning(request, _("Somebody has marked it as answered already."))
    return redirect("accessibility_inbox:list")


@require_POST
def reopened(request: HttpRequest, pk: int) -> HttpResponse:
    """The mark was a slip."""
    if not may_answer(request.user):
        raise PermissionDenied
    if inbox.reopen(pk):
        messages.success(request, _("The message waits for an answer again."))
    return redirect("accessibility_inbox:list")


def urls() -> list:
    """The inbox's addresses; used as a hook, so Wagtail asks for a login on each."""
    own = [
        path("", InboxView.as_view(), name="list"),
        path("<int:pk>/vastattu/", answered, name="answered"),
        path("<int:pk>/avoin/", reopened, name="reopened"),
    ]
    return [path("saavutettavuuspalaute/", include((own, "accessibility_inbox")))]
