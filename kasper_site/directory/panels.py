"""What stands above a fact's form: where it shows, to be read before anything is changed."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.panels import Panel

from kasper_site.directory import usage

SHOWN_AT_ONCE = 6


class UsagePanel(Panel):
    """The pages that show the fact, with ways to read and to edit them."""

    @property
    def clean_name(self):
        return "usage"

    class BoundPanel(Panel.BoundPanel):
        template_name = "directory/usage_panel.html"

        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.heading = self.count_words() if self.is_shown() else ""

        def is_shown(self):
            """Nothing shows a fact that is not there yet."""
            return self.instance.pk is not None

        @cached_property
        def shown(self) -> list[usage.ShownOn]:
            """The pages; asked once, for the heading and the list."""
            return usage.pages_showing(self.instance)

        @property
        def public(self) -> list[usage.ShownOn]:
            """Those that visitors read now."""
            return [shown for shown in self.shown if shown.is_public]

        def count_words(self) -> str:
            """How many pages visitors read the fact on."""
            count = len(self.public)
            if not count:
                return _("Shows on no page yet")
            # Translators: heading above the form of a person, service or place
            return ngettext("Shows on %(count)d page", "Shows on %(count)d pages", count) % {"count": count}

        def get_context_data(self, parent_context=None):
            rows = [self.row(shown) for shown in self.public]
            return {
                **super().get_context_data(parent_context),
                "rows": rows[:SHOWN_AT_ONCE],
                "more_rows": rows[SHOWN_AT_ONCE:],
                "draft_rows": [self.row(shown) for shown in self.shown if not shown.is_public],
                "notes": usage.notes(self.instance),
            }

        def row(self, shown: usage.ShownOn) -> dict:
            """A page as the list shows it, with the links that this editor may follow."""
            page = shown.page
            may_edit = page.permissions_for_user(self.request.user).can_edit()
            return {
                "title": page.get_admin_display_title(),
                "type": page.page_type_display_name,
                "language": page.locale.language_code if shown.is_foreign else "",
                "edit_url": reverse("wagtailadmin_pages:edit", args=[page.pk]) if may_edit else "",
                "view_url": page.get_url(self.request) if shown.is_public else "",
            }
