"""What the desk asks three weeks ahead of a holiday or an eve: is it open? Any exception to the day is an answer."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kasper_site.cms.desk.boxes import Answer, Item
from kasper_site.cms.wording import language
from kasper_site.directory import hours
from kasper_site.directory.today import rows, screen
from kasper_site.directory.today.screen import DayScreen
from kasper_site.directory.today.views import CHOSEN, STAMP

DAYS_AHEAD = 21


def special_days(today: date) -> list[date]:
    """The holidays and eves from today on, as far as the desk looks."""
    days = (today + timedelta(days=number) for number in range(DAYS_AHEAD + 1))
    return [day for day in days if hours.holiday_name(day) or hours.is_eve(day)]


def undecided(user, today: date) -> Iterator[DayScreen]:
    """Of those the days on which something would be open and nobody has said so, day by day."""
    days = special_days(today)
    points = list(screen.points(user)) if days else []
    for day in days:
        for point in points:
            if rows.is_asked_about(point.schedule, day) and not rows.of_day(point.schedule, day):
                yield DayScreen(point, day, today)


def items(user) -> list[Item]:
    """A row of the desk for each."""
    return [_item(shown) for shown in undecided(user, timezone.localdate())]


def _item(shown: DayScreen) -> Item:
    chosen = f"{reverse('opening_hours')}?{CHOSEN}={shown.day.isoformat()}#{screen.anchor(shown.point)}"
    return Item(
        title=f"{shown.point}, {shown.name}",
        action_url=shown.address("hours"),
        detail="\n".join((occasion(shown.day), _("On the site now: %(hours)s") % {"hours": shown.line})),
        url=chosen,
        action=_("Change the hours"),
        answers=tuple(_answers(shown)),
    )


def _answers(shown: DayScreen) -> Iterator[Answer]:
    fields = ((STAMP, shown.stamp), ("next", reverse("wagtailadmin_home")))
    yield Answer(_("Closed"), shown.address("close"), fields)
    if hours.usual_spans(shown.schedule, shown.day):
        yield Answer(_("Open as usual"), shown.address("usual"), fields)


def occasion(day: date) -> str:
    """Which holiday it is, or follows."""
    name = hours.holiday_name(day, language())
    if name:
        return capfirst(name)
    following = hours.holiday_name(day + timedelta(days=1), language())
    return _("The next day is a holiday: %(holiday)s") % {"holiday": following[:1].lower() + following[1:]}
