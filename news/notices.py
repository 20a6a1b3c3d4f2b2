"""What stands on top of a release: that its facts have changed since, what was corrected. One source of the words.

The page shows them by `news/parts/notices.html`; a feed and a PDF take `text`. Words are in the active language, so who
renders for a page outside of a request switches to that page's language first.
"""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from kasper_site.cms.wording import date_words
from news import stale
from news.stale import Change


@dataclass(frozen=True)
class Notice:
    """A notice: what it is with its day, a sentence, perhaps a list of what has changed."""

    day: date
    title: str
    words: str
    changes: tuple[Change, ...] = ()

    @property
    def text(self) -> str:
        """The whole in plain words, for a feed, a PDF or a mail."""
        listed = ". ".join(change.text for change in self.changes)
        return " ".join(part for part in (self.title, self.words, f"{listed}." if listed else "") if part)


def notices(page) -> list[Notice]:
    """The notices of a release: its age first, then corrections, the newest first."""
    has_any = page.pk and getattr(page, "has_corrections", True)  # previewed before its first save it has none
    rows = page.corrections.all() if has_any else ()
    return [*_of_age(page), *(corrected(row.at, row.note) for row in rows)]


def corrected(at, note: str) -> Notice:
    """That something was corrected."""
    day = timezone.localdate(at)
    # Translators: before a sentence that tells what was wrong: "Corrected 3 August 2023:"
    return Notice(day, _("Corrected %(date)s:") % {"date": date_words(day)}, note)


def outdated(day: date, changes: list[Change]) -> Notice:
    """That facts have changed since the day of the release."""
    title = _("This release is of %(date)s.") % {"date": date_words(day)}
    return Notice(day, title, _("Some of what it tells has changed since. This holds now:"), tuple(changes))


def _of_age(page) -> list[Notice]:
    found = stale.changes(page)
    return [outdated(timezone.localdate(page.public_at), found)] if found else []
