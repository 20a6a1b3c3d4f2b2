"""Redirects in the admin: Wagtail's views with our rules, and its import replaced by one that shows each row first."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST
from wagtail.admin.ui.tables import TitleColumn
from wagtail.contrib.redirects import views
from wagtail.contrib.redirects.models import Redirect

from kasper_site.cms import visibility
from kasper_site.cms.redirects import incoming
from kasper_site.cms.redirects.forms import CheckedRedirectForm, ConfirmForm, FileForm
from kasper_site.cms.redirects.incoming import Row, Verdict
from kasper_site.cms.urls_of import absolute

_may_import = permission_required(
    ["wagtailredirects.add_redirect", "wagtailredirects.change_redirect"], raise_exception=True
)


class RedirectsView(views.IndexView):
    """All redirects: from where to where."""

    columns = [
        TitleColumn(
            "old_path", label=gettext_lazy("Old address"), url_name="wagtailredirects:edit", sort_key="old_path"
        ),
        views.RedirectTargetColumn("redirect_page", label=gettext_lazy("Leads to")),
    ]


class AddRedirectView(views.CreateView):
    """A new redirect."""

    form_class = CheckedRedirectForm


class EditRedirectView(views.EditView):
    """A redirect with what happens at its old address now."""

    form_class = CheckedRedirectForm

    def get_context_data(self, **kwargs):
        stored = Redirect.objects.get(pk=self.object.pk)
        return {**super().get_context_data(**kwargs), **destination(stored)}


def destination(stored: Redirect) -> dict:
    """Where a redirect leads, for people: the old address to try, the name of the target, whether visitors get it."""
    page = stored.redirect_page
    return {
        "old_url": absolute(stored.old_path),
        "target_name": page.get_admin_display_title() if page else stored.redirect_link,
        "target_url": stored.link,
        "is_target_hidden": bool(page) and not visibility.is_servable(page),
    }


@_may_import
def choose_file(request: HttpRequest) -> HttpResponse:
    """Choose a CSV file; then each of its rows is shown with what becomes of it. Nothing is stored yet."""
    form = FileForm(request.POST or None, request.FILES or None) if request.method == "POST" else FileForm()
    if request.method == "POST" and form.is_valid():
        return _preview(request, form.cleaned_data["file"])
    return render(request, "wagtailredirects/choose_import_file.html", {"form": form})


def _preview(request: HttpRequest, lines: list) -> HttpResponse:
    rows = incoming.review(lines)
    count = sum(row.is_to_store for row in rows)
    refused = sum(row.verdict is Verdict.REFUSED for row in rows)
    context = {"rows": rows, "count": count, "refused": refused, "form": ConfirmForm.of(_accepted(rows))}
    return render(request, "wagtailredirects/confirm_import.html", context)


def _accepted(rows: list[Row]) -> list:
    return [row.line for row in rows if row.verdict is not Verdict.REFUSED]


@_may_import
@require_POST
def store(request: HttpRequest) -> HttpResponse:
    """Store the rows that were shown; what has become impossible meanwhile is left out and told."""
    form = ConfirmForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("The rows could not be read. Choose the file once more."))
        return redirect("wagtailredirects:start_import")
    rows = incoming.review(form.cleaned_data["rows"])
    result = incoming.store(rows, request.user)
    count = result.created + result.updated
    words = ngettext("%(count)d redirect was stored.", "%(count)d redirects were stored.", count)
    messages.success(request, words % {"count": count})
    for row in rows:
        if row.verdict is Verdict.REFUSED:
            messages.warning(request, f"{row.line.old}: {row.reason}")
    return redirect("wagtailredirects:index")


def urls() -> list:
    """In the place of Wagtail's own addresses, whose names lead here; used as a hook."""
    return [
        path("redirects/", RedirectsView.as_view(), name="redirects"),
        path("redirects/results/", RedirectsView.as_view(results_only=True), name="redirects_results"),
        path("redirects/add/", AddRedirectView.as_view(), name="add_redirect"),
        path("redirects/<int:redirect_id>/", EditRedirectView.as_view(), name="edit_redirect"),
        path("redirects/import/", choose_file, name="choose_redirects_file"),
        path("redirects/import/process/", store, name="store_redirects"),
    ]
