"""How the desk's one-tap actions read in the histories of pages and facts."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

from kasper_site.cms import reviews
from kasper_site.cms.desk import facts
from kasper_site.cms.safekeeping import changes
from kasper_site.cms.wording import date_words


def register(actions) -> None:
    """Used as a hook."""
    actions.register_action(reviews.LOG_ACTION)(ReviewedFormatter)
    actions.register_action(facts.LOG_ACTION, gettext_lazy("Confirm"), gettext_lazy("Confirmed as true"))


def tell_changes(actions) -> None:
    """An edit of a fact reads as what was changed to what; used as a hook, after Wagtail's own."""
    formatter = actions.formatters[changes.EDIT]
    formatter.format_message = lambda entry: changes.sentence(entry) or formatter.message


class ReviewedFormatter(LogFormatter):
    """Tells when the next review is."""

    label = gettext_lazy("Mark as reviewed")

    def format_message(self, log_entry):
        next_on = log_entry.data.get("next")
        if not next_on:
            return _("Marked as reviewed")
        return _("Marked as reviewed; the next review is on %(date)s") % {
            "date": date_words(date.fromisoformat(next_on))
        }
