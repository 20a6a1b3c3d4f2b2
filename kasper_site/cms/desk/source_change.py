"""Telling the editor of a plain-language page that its source changed: in its form, and when the source goes out."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.panels import Panel
from wagtail.models import Page

from kasper_site.cms import plain_language, source_changes
from kasper_site.cms.source_changes import SourceChange
from kasper_site.cms.wording import date_words


class SourceChangePanel(Panel):
    """At the top of the form, while the source is newer: what changed, and a button that says all is well."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/desk/source_change.html"

        def is_shown(self):
            return super().is_shown() and bool(self.change)

        @property
        def change(self) -> SourceChange | None:
            """The source's change, asked once."""
            if not hasattr(self, "_change"):
                self._change = source_changes.of_page(self.instance) if self.instance.pk else None
            return self._change

        def get_context_data(self, parent_context=None):
            return {
                **super().get_context_data(parent_context),
                "date": date_words(self.change.changed_at),
                "compare_url": compare_url(self.change),
                "source_url": reverse("wagtailadmin_pages:edit", args=[self.change.source_id]),
                "reviewed_url": reverse("desk:reviewed", args=[self.instance.pk]),
            }


def compare_url(change: SourceChange) -> str:
    """Where the editor sees what changed in the source since; "" where its older text is not kept."""
    revisions = Page.objects.get(pk=change.source_id).revisions
    before = revisions.filter(created_at__lte=change.checked_at).order_by("-created_at", "-pk").first()
    if before is None:
        return ""
    return reverse("wagtailadmin_pages:revisions_compare", args=[change.source_id, before.pk, "live"])


def after_publish_page(request: HttpRequest, page: Page) -> None:
    """Wagtail's hook: who has published a page that is told in plain language too is reminded of that page."""
    below = page.get_children().live().filter(slug=plain_language.SLUG).first() if page.live else None
    if below is None or not plain_language.is_plain(below):
        return
    words = _("“%(title)s” tells the same. See whether it is to change too.") % {
        "title": below.get_admin_display_title()
    }
    button = messages.button(reverse("wagtailadmin_pages:edit", args=[below.pk]), _("Open the plain-language page"))
    messages.info(request, words, buttons=[button])
