"""Once a week, by mail: which pages an editor's group is to review, which facts are to be confirmed.

Each editor gets one letter a week, or none where nothing waits; `Reminder` remembers both, so a restart or a second
scheduler tells nobody twice, and who could not be reached is tried again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.db import models
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail.permissions import policy_registry

from kasper_site.cms import consents, reviews
from kasper_site.cms.desk import due_pages, facts
from kasper_site.cms.models import Reminder
from kasper_site.cms.urls_of import absolute
from kasper_site.cms.wording import date_words

HOUR = 7  # Mondays at seven, Finnish time
MOST_IN_A_LETTER = 20


@dataclass(frozen=True)
class Line:
    """One thing in a letter: its name, a line about it, and where the editor deals with it."""

    name: str
    detail: str
    url: str = ""


def send_due(now: datetime | None = None) -> int:
    """Send this week's letters that have not been sent yet; how many. An ExceptionGroup tells which failed."""
    week, sent, errors = week_of(now or timezone.now()), 0, []
    due = None
    for user in _waiting(week):
        due = reviews.due() if due is None else due
        try:
            sent += _tell(user, week, due)
        except Exception as error:
            error.add_note(f"user {user.pk}")
            errors.append(error)
    if errors:
        raise ExceptionGroup("Reminders", errors)
    return sent


def week_of(now: datetime) -> date:
    """The Monday on which the last letters were to be sent: before seven it is still last week's."""
    day = (timezone.localtime(now) - timedelta(hours=HOUR)).date()
    return day - timedelta(days=day.weekday())


def _waiting(week: date) -> Iterable[models.Model]:
    """Editors with a mail address who have not been thought of this week; who came later waits for the next."""
    start = timezone.make_aware(datetime.combine(week, time(HOUR)))
    users = get_user_model().objects.filter(is_active=True, groups__isnull=False, date_joined__lt=start)
    told = Reminder.objects.filter(week=week).values("user")
    return list(users.exclude(email="").exclude(pk__in=told).distinct())


def _tell(user, week: date, due: list[reviews.Due]) -> bool:
    """Remember first, then send: a mail server that hangs holds no lock; one that fails is asked again."""
    with translation.override(settings.LANGUAGE_CODE):
        pages, told, pictures = page_lines(user, due), fact_lines(user), picture_lines(user)
        count = len(pages) + len(told) + len(pictures)
        row = Reminder.objects.create(user=user, week=week, item_count=count)
        if count:
            try:
                words = subject(len(pages), len(told), len(pictures))
                send_mail(words, letter(pages, told, pictures), None, [user.email])
            except Exception:
                row.delete()
                raise
    return bool(count)


def page_lines(user, due: list[reviews.Due]) -> list[Line]:
    """The pages that the user's groups look after; those that nobody does go to who publishes."""
    groups: set[int | None] = set(user.groups.values_list("pk", flat=True))
    if policy_registry.get_by_type(Page).user_has_permission(user, "publish"):
        groups.add(None)
    own = [entry for entry in due if entry.group_id in groups]
    pages = due_pages.pages_of(user, own)
    return [
        Line(
            pages[entry.page_id].get_admin_display_title(),
            _("to be reviewed since %(date)s") % {"date": date_words(entry.on)},
            _address("wagtailadmin_pages:edit", entry.page_id),
        )
        for entry in own
        if entry.page_id in pages
    ]


def fact_lines(user) -> list[Line]:
    """The facts that the user may confirm."""
    return [
        Line(f"{fact} ({kind.model._meta.verbose_name})", facts.last_confirmed(fact))
        for kind, fact in facts.unconfirmed(user)
    ]


def picture_lines(user) -> list[Line]:
    """The pictures that the user keeps and whose consent has ended or ends soon."""
    return [
        Line(consent.image.title, consent.words, _address("wagtailimages:edit", consent.image.pk))
        for consent in consents.ending_for(user)
    ]


def subject(page_count: int, fact_count: int, picture_count: int = 0) -> str:
    """What waits, in a line."""
    pages = ngettext("%(count)d page to review", "%(count)d pages to review", page_count) % {"count": page_count}
    told = ngettext("%(count)d fact to confirm", "%(count)d facts to confirm", fact_count) % {"count": fact_count}
    asked = ngettext("consent of %(count)d picture", "consents of %(count)d pictures", picture_count)
    counted = ((pages, page_count), (told, fact_count), (asked % {"count": picture_count}, picture_count))
    parts = [words for words, count in counted if count]
    return f"{settings.WAGTAIL_SITE_NAME}: {', '.join(parts)}"


def letter(pages: list[Line], told: list[Line], pictures: list[Line] = ()) -> str:
    """The letter as plain text."""
    parts = [
        (_("Pages whose day of review has come"), pages),
        (_("Facts that nobody has confirmed for a year"), told),
        (_("Pictures whose consent has ended or ends soon"), pictures),
    ]
    return render_to_string(
        "wagtailadmin/desk/reminder.txt",
        {
            "parts": [
                (heading, lines[:MOST_IN_A_LETTER], lines[MOST_IN_A_LETTER:]) for heading, lines in parts if lines
            ],
            "desk_url": _address("wagtailadmin_home"),
        },
    )


def _address(name: str, *arguments) -> str:
    return absolute(reverse(name, args=arguments))
