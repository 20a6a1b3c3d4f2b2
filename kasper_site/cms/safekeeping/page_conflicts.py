"""Two people save the same page: the later one is told before the earlier one's text is replaced.

Wagtail asks in the browser, which hears of the other's save within ten seconds; a form sent sooner would win without a
word. No text is lost either way, for the page's history keeps every version.
"""

from datetime import UTC, datetime

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Revision

from kasper_site.cms.safekeeping.words import moment_words

CONFIRMED = "is_overwriting"
MARK = "other_version"


class PageConflictMixin:
    """For a page form: a save passes over no version that its sender has not been told of."""

    _is_compared = False

    def is_valid(self):
        """Whether the form may be saved; what was typed stays in it where it may not."""
        if not self._is_compared:
            self._is_compared = True
            newer = self._newer_version()
            if newer is not None:
                self._refuse(newer)
        return super().is_valid()

    def _newer_version(self) -> Revision | None:
        """The newest version of the page, if somebody else has saved it since the form was opened."""
        loaded = _moment(self.data.get("loaded_revision_created_at") or "")
        if not self.instance.pk or CONFIRMED in self.data or loaded is None:
            return None
        newer = Revision.objects.for_instance(self.instance).filter(created_at__gt=loaded).exclude(user=self.for_user)
        return newer.defer("content").select_related("user").order_by("-created_at").first()

    def _refuse(self, newer: Revision) -> None:
        """Tell whose version is newer; the form that comes back may be sent again, for it knows of that version."""
        words = _(
            "%(name)s saved this page on %(moment)s, while you had it open. Nothing is lost: your text is in this "
            "form, the other version is in the page's history. Look at it first. Save again if you want yours to "
            "replace it."
        )
        name = get_user_display_name(newer.user) if newer.user else _("Somebody else")
        self.errors  # noqa: B018  cleans the form: an error may be added only after that
        self.add_error(None, words % {"name": name, "moment": moment_words(newer.created_at)})
        address = reverse("wagtailadmin_pages:revisions_view", args=[self.instance.pk, newer.pk])
        mark = forms.HiddenInput(attrs={"data-other-version": address})
        self.fields[MARK] = forms.CharField(required=False, widget=mark)
        self.fields[MARK].is_deferred_validation = True  # as Wagtail marks the fields of a draft, and unmarks them


def _moment(text: str) -> datetime | None:
    """The moment that a form names; None for what is no moment, as 31 February, or of no zone."""
    try:
        moment = parse_datetime(text)
        return None if moment is None or timezone.is_naive(moment) else moment.astimezone(UTC)
    except (ValueError, OverflowError):  # OverflowError: of no year in UTC
        return None
