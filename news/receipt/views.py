"""The receipt's addresses in the admin. Who may not publish or edit the page gets the same answer as for no page."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import include, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_POST
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import PageLogEntry

from kasper_site.delivery.models import Publication
from kasper_site.delivery.outbox import recording
from news.models import StoryPage
from news.receipt import rows, state, wording

SHOWN = 20  # older publications
PUBLISHED = ["wagtail.publish", "wagtail.publish.scheduled"]


def may_see(user, story: StoryPage) -> bool:
    """Whether the user edits or publishes the story."""
    permissions = story.permissions_for_user(user)
    return permissions.can_edit() or permissions.can_publish()


def address(page_id: int) -> str:
    """Where a page's receipt is."""
    return reverse("receipt:page", args=[page_id])


class ReceiptView(WagtailAdminTemplateMixin, TemplateView):
    """A story's publications, the newest first."""

    template_name = "wagtailadmin/receipt/receipt.html"
    page_title = gettext_lazy("Receipt of publishing")
    header_icon = "list-ul"

    def dispatch(self, request, *args, **kwargs):
        self.story = _story(request, kwargs["page_id"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        return self.story.get_admin_display_title()

    def get_breadcrumbs_items(self):
        edit = reverse("wagtailadmin_pages:edit", args=[self.story.pk])
        form = {"url": edit, "label": self.story.get_admin_display_title()}
        return [*self.breadcrumbs_items, form, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        now = state.now_of(self.story)
        older = list(self.story.publications.all()[: SHOWN + 1])
        if now.receipt:
            older = [publication for publication in older if publication != now.receipt.publication]
        return {
            **super().get_context_data(**kwargs),
            **_rows_context(self.story, now),
            "older": [_told(self.story, receipt) for receipt in rows.receipts(older[:SHOWN])],
        }


@require_GET
def fragment(request: HttpRequest, page_id: int) -> HttpResponse:
    """The newest publication's rows, asked for by static/js/admin/receipt.js while they change."""
    story = _story(request, page_id)
    return render(request, "wagtailadmin/receipt/rows.html", _rows_context(story, state.now_of(story)))


@require_POST
def retry(request: HttpRequest, page_id: int) -> HttpResponse:
    """Try the failed effects of a row again."""
    story = _story(request, page_id)
    count = recording.retry_all(rows.failed(request.POST.get("which", ""), story.pk))
    if count:
        words = ngettext("%(count)d piece of work is tried again.", "%(count)d pieces of work are tried again.", count)
        messages.success(request, words % {"count": count})
    else:
        messages.warning(request, _("There is nothing to try again any more."))
    return redirect(address(story.pk))


def _story(request: HttpRequest, page_id: int) -> StoryPage:
    story = StoryPage.objects.filter(pk=page_id).first()
    if story is None or not may_see(request.user, story):
        raise Http404
    return story


def _rows_context(story: StoryPage, now: state.Now) -> dict:
    return {"now": now, "story": story, "told": _told(story, now.receipt) if now.receipt else None}


def _told(story: StoryPage, receipt: rows.Receipt) -> dict:
    """A receipt as the template shows it."""
    publication = receipt.publication
    return {
        "receipt": receipt,
        "anchor": f"julkaisu-{publication.pk}",
        "heading": _heading(publication),
        "publisher": _publisher(publication),
    }


def _heading(publication: Publication) -> str:
    moment = wording.moment(publication.public_at)
    words = _("Public since %(moment)s") if publication.is_first else _("Changed on %(moment)s")
    return words % {"moment": moment}


def _publisher(publication: Publication) -> str:
    """Who pressed the button; "" where nobody did, or nobody knows. The entry is written right after the moment."""
    entries = PageLogEntry.objects.filter(
        page=publication.page_id, action__in=PUBLISHED, timestamp__gte=publication.published_at
    )
    entry = entries.select_related("user").order_by("timestamp").first()
    return entry.user_display_name if entry and entry.user_id else ""


def urls() -> list:
    """The receipt's addresses; used as a hook, so Wagtail asks for a login on each."""
    own = [
        path("<int:page_id>/", ReceiptView.as_view(), name="page"),
        path("<int:page_id>/rivit/", fragment, name="rows"),
        path("<int:page_id>/uudelleen/", retry, name="retry"),
    ]
    return [path("julkaisukuitti/", include((own, "receipt")))]
