"""A line in the page's form about its last review, which the fields do not tell: they are the page's, it is not."""

from django.utils.translation import gettext as _
from wagtail.admin.panels import Panel
from wagtail.admin.templatetags.wagtailadmin_tags import user_display_name

from kasper_site.cms.wording import date_words


class ReviewNotePanel(Panel):
    """Shown once the page has been marked as reviewed."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/desk/review_note.html"

        def is_shown(self):
            return super().is_shown() and bool(self.instance.pk and self.words)

        @property
        def words(self) -> str:
            """Who read the page through when, and when that is due again."""
            if not hasattr(self, "_words"):
                review = self.instance.page_reviews.select_related("reviewed_by").first()
                self._words = _words(review) if review else ""
            return self._words

        def get_context_data(self, parent_context=None):
            return {**super().get_context_data(parent_context), "words": self.words}


def _words(review) -> str:
    words = {
        "date": date_words(review.reviewed_on),
        "name": user_display_name(review.reviewed_by),
        "next": date_words(review.next_review_on),
    }
    if not words["name"]:
        return _("Reviewed %(date)s. The next review is on %(next)s.") % words
    return _("Reviewed %(date)s by %(name)s. The next review is on %(next)s.") % words
