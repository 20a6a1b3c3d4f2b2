"""The notices in the admin: one list that tells what is on and until when, with a switch beside each."""

from dataclasses import dataclass
from datetime import timedelta

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST
from wagtail.admin.panels import Panel
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from kasper_site.cms.desk.shortcuts import Shortcut
from kasper_site.cms.safekeeping.fact_views import FactEditView
from kasper_site.cms.safekeeping.words import moment_words
from kasper_site.delivery import banners
from kasper_site.directory.banners import showing, switch
from kasper_site.directory.models import Banner

LIST = "wagtailsnippets_directory_banner:list"
PERMISSION = "directory.change_banner"


# --- Words ------------------------------------------------------------------------------------------------------------
def reach_words(banner: Banner) -> str:
    """Where it shows, or would."""
    if banner.is_everywhere:
        return _("On all pages")
    if banner.section is None:
        return _("Nowhere: its section has been deleted. Choose another one.")
    count = showing.page_count(banner)
    words = {"count": count, "section": banner.section.get_admin_display_title()}
    return (
        ngettext("On %(count)d page: “%(section)s”", "On %(count)d pages: “%(section)s” and what is below it", count)
        % words
    )


def state_words(banner: Banner) -> str:
    """Whether it is on, and from when until when."""
    if not banner.is_ahead:
        return _("Is not on")
    until = switch.until_words(banner.shows_until)
    if banner.is_shown:
        return _("Is on now, until %(until)s") % {"until": until}
    return _("Comes on %(since)s, until %(until)s") % {"since": moment_words(banner.shows_from), "until": until}


# --- The list ---------------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Row:
    """A notice with its words, as the list shows it."""

    banner: Banner
    state: str
    reach: str


class BannerIndexView(IndexView):
    """What is on, then what is prepared; a switch for who may use it."""

    def get_context_data(self, *args, **kwargs):
        found = Banner.objects.select_related("section__locale", "section__content_type")
        rows = [Row(banner, state_words(banner), reach_words(banner)) for banner in found]
        today = timezone.localdate()
        return {
            **super().get_context_data(*args, **kwargs),
            "on_rows": [row for row in rows if row.banner.is_ahead],
            "off_rows": [row for row in rows if not row.banner.is_ahead],
            "may_switch": self.request.user.has_perm(PERMISSION),
            "first_day": today,
            "last_day": today + timedelta(days=14),
        }


class ReachPanel(Panel):
    """Above the form: whether it is on, and on how many pages."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "directory/banner_reach.html"

        def is_shown(self):
            """Nothing to tell of a notice that is not there yet."""
            return self.instance.pk is not None

        def get_context_data(self, parent_context=None):
            words = {"state": state_words(self.instance), "reach": reach_words(self.instance)}
            return {**super().get_context_data(parent_context), **words}


class BannerViewSet(SnippetViewSet):
    """Notices have a place of their own in the menu: they are needed in a hurry."""

    model = Banner
    icon = "warning"
    menu_label = gettext_lazy("Exceptional notices")
    menu_name = "banners"
    menu_order = 190
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = BannerIndexView
    index_template_name = "directory/banners.html"
    edit_view_class = FactEditView

    @property
    def panels(self):
        """The form of the model's own panels, below what is so now."""
        return [ReachPanel(), *self.model.panels]

    def get_urlpatterns(self):
        own = [
            path("nayta/<int:pk>/", switch_on, name="switch_on"),
            path("ota-pois/<int:pk>/", switch_off, name="switch_off"),
        ]
        return [*super().get_urlpatterns(), *own]


# --- The switches -----------------------------------------------------------------------------------------------------
class UntilForm(forms.Form):
    """The last day on which the notice shows; today where none is given."""

    until = forms.DateField(required=False)


@require_POST
def switch_on(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the notice from now to the end of a day."""
    banner, form = _banner(request, pk), UntilForm(request.POST)
    try:
        if not form.is_valid():
            raise ValidationError(_("This is not a day. Give it as 31.12.2026."))
        switch.on(banner, switch.end_of(form.cleaned_data["until"] or timezone.localdate()), request.user)
    except (ValidationError, OverflowError) as error:
        words = " ".join(getattr(error, "messages", [_("This is not a day. Give it as 31.12.2026.")]))
        messages.error(request, _("“%(name)s” was not put on. %(why)s") % {"name": banner, "why": words})
    else:
        words = {"name": banner, "moment": switch.until_words(banner.shows_until)}
        messages.success(request, _("“%(name)s” is on until %(moment)s. Visitors see it at once.") % words)
    return redirect(LIST)


@require_POST
def switch_off(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the notice off all pages at once."""
    banner = _banner(request, pk)
    switch.off(banner, request.user)
    messages.success(request, _("“%(name)s” is off. Its text stays here for the next time.") % {"name": banner})
    return redirect(LIST)


def _banner(request: HttpRequest, pk: int) -> Banner:
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    return get_object_or_404(Banner, pk=pk)


# --- The desk ---------------------------------------------------------------------------------------------------------
def shortcut(user) -> Shortcut | None:
    """The way here from the desk, which tells whether a notice is on; reads the file and no database."""
    if not user.has_perm(PERMISSION):
        return None
    now = timezone.now().timestamp()
    count = sum(banners.is_on(entry, now) for entry in banners.read())
    words = ngettext("%(count)d exceptional notice is on", "%(count)d exceptional notices are on", count)
    label = words % {"count": count} if count else _("Put up an exceptional notice")
    return Shortcut(label, "warning", reverse(LIST), 210)
