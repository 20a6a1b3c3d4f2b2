"""What the one-tap buttons do, and where they stand among the admin's addresses."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import include, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from kasper_site.cms import reviews
from kasper_site.cms.desk import facts
from kasper_site.cms.desk.consents_report import ConsentsView
from kasper_site.cms.desk.report import BrokenLinksView
from kasper_site.cms.wording import date_words


@require_POST
def mark_reviewed(request: HttpRequest, page_id: int) -> HttpResponse:
    """The editor has read the page through and found it true."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    review = reviews.mark(page, request.user)
    words = {"title": page.get_admin_display_title(), "date": date_words(review.next_review_on)}
    messages.success(request, _("“%(title)s” is marked as reviewed. The next review is on %(date)s.") % words)
    # Not `redirect`, which takes a word without a slash for the name of a view.
    return HttpResponseRedirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))


@require_POST
def confirm_fact(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """The editor has made sure that the fact is true."""
    found = facts.kind_of(kind)
    if found is None:
        raise Http404
    fact = get_object_or_404(found.model, pk=pk)
    if not found.may_confirm(request.user):
        raise PermissionDenied
    facts.confirm(fact, request.user)
    messages.success(request, _("“%(name)s” is confirmed. Visitors see today's date beside it.") % {"name": fact})
    return redirect("wagtailadmin_home")


def urls() -> list:
    """The desk's addresses; used as a hook, so Wagtail asks for a login on each."""
    own = [
        path("tarkistettu/<int:page_id>/", mark_reviewed, name="reviewed"),
        path("vahvistettu/<str:kind>/<int:pk>/", confirm_fact, name="confirmed"),
        path("rikkinaiset-linkit/", BrokenLinksView.as_view(), name="broken_links"),
        path("kuvien-luvat/", ConsentsView.as_view(), name="consents"),
    ]
    return [path("tyopoyta/", include((own, "desk")))]
