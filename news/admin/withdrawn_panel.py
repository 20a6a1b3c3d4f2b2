"""On top of the form of a withdrawn release: since when and why nobody outside sees it, and the way back."""

from django.urls import reverse
from wagtail.admin.panels import Panel

from kasper_site.cms.wording import date_words
from news import withdrawals


class WithdrawnPanel(Panel):
    """Shown while the release is withdrawn."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/news/withdrawn_panel.html"

        def is_shown(self):
            return super().is_shown() and bool(self.withdrawal)

        @property
        def withdrawal(self):
            """The release's withdrawal, asked once."""
            if not hasattr(self, "_withdrawal"):
                self._withdrawal = withdrawals.of_page(self.instance)
            return self._withdrawal

        def get_context_data(self, parent_context=None):
            return {
                **super().get_context_data(parent_context),
                "withdrawal": self.withdrawal,
                "date": date_words(self.withdrawal.at),
                "restore_url": reverse("news_restore", args=[self.instance.pk]),
            }
