"""The publish check in the admin: the list beside the edit form, and the answers where publishing is stopped."""

from collections.abc import Iterator

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from kasper_site.cms.publish_checks import guard, texts
from kasper_site.cms.publish_checks.findings import Finding
from kasper_site.cms.publish_checks.guard import Hindrance, PublishStopped
from kasper_site.cms.publish_checks.run import review, summary


# --- The list beside the form -----------------------------------------------------------------------------------------
def fragment(request: HttpRequest, page_id: int) -> HttpResponse:
    """The list for a page's newest draft, asked for by static/js/admin/checks.js after each save."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    draft = page.get_latest_revision_as_object()
    return render(request, "wagtailadmin/shared/side_panels/publish_check.html", list_context(draft))


def list_context(page: Page) -> dict:
    """What the list shows of a page, saved or not: findings with the places where they stand, readability."""
    found, labels = review(page), texts.form_labels(page)
    return {
        "blocking": [(finding, place_words(finding, labels)) for finding in found.blocking],
        "asking": [(finding, place_words(finding, labels)) for finding in found.asking],
        "count": len(found.findings),
        "summary": summary(found.findings),
        "readability": found.readability,
        "long_percent": round(100 * (found.readability.long_share or 0)),
    }


def place_words(finding: Finding, labels: dict[str, str]) -> str:
    """Where a finding stands, in the words of the form: “Sisältö, osa 3”."""
    root, *way = finding.field.split(".")
    label = capfirst(labels.get(root, ""))
    if label and way and way[0].isdigit():
        # Translators: a field of a form and the number of a part in it, counted from 1: "Content, part 3"
        return _("%(field)s, part %(number)d") % {"field": label, "number": int(way[0]) + 1}
    return label


# --- Where publishing is stopped --------------------------------------------------------------------------------------
class PublishStoppedMiddleware:
    """Answers a stopped publishing, which rolls back all that went with it, with the page's form and what to mend."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        """The answer; None where something else went wrong."""
        if not isinstance(exception, PublishStopped):
            return None
        address = _to_the_form(request, exception.hindrance)
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return JsonResponse({"step": "success", "redirect": address})  # what Wagtail's dialogs expect
        return redirect(address)


def before_publish_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Wagtail's hook; a net below the form's own check, for a page type whose form would lack it. The draft is kept."""
    for hindrance in guard.hindered([page]):
        return redirect(_to_the_form(request, hindrance))
    return None


def before_bulk_action(request: HttpRequest, action_type: str, objects: list, action) -> HttpResponse | None:
    """Wagtail's hook: of the pages chosen in a listing, all are published or none."""
    if action_type != "publish" or action.model is not Page:
        return None
    stopped = list(guard.hindered(_to_be_published(objects, action)))
    if not stopped:
        return None
    rows = ((_edit_url(item.page), item.title, item.summary) for item in stopped)
    listed = format_html_join("", '<li><a class="publish-check__stopped" href="{}">{}</a>: {}</li>', rows)
    words = _("Nothing was published. Mend these first or leave them out:")
    messages.error(request, format_html("{} <ul>{}</ul>", words, listed))
    return redirect(action.next_url)


def _to_be_published(pages: list[Page], action) -> Iterator[Page]:
    """The pages that Wagtail's action publishes: those chosen and, where asked for, the drafts below them."""
    yield from pages
    if action.cleaned_form.cleaned_data.get("include_descendants"):
        for page in pages:
            drafts = page.get_descendants().not_live().specific()
            yield from (draft for draft in drafts if draft.permissions_for_user(action.request.user).can_publish())


def _to_the_form(request: HttpRequest, hindrance: Hindrance) -> str:
    """The address of the page's form, open at the first thing to mend; the message there tells all of them."""
    words = _("“%(title)s” was not published: %(summary)s.") % {
        "title": hindrance.title,
        "summary": hindrance.summary,
    }
    messages.error(request, format_html("{} {}", words, _as_list(hindrance)))
    anchor = hindrance.findings[0].anchor
    return _edit_url(hindrance.page) + (f"#:w:contentpath={anchor}" if anchor else "")


def _as_list(hindrance: Hindrance) -> SafeString:
    said = dict.fromkeys(finding.message for finding in hindrance.findings)
    return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((words,) for words in said)))


def _edit_url(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])
