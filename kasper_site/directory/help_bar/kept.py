"""All helplines and places with their hours, in one small file: written when they change, read on every page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from django.utils import timezone

from kasper_site.cms.translated import Translated
from kasper_site.delivery import standing
from kasper_site.directory import hours
from kasper_site.directory.models import OutsideHelpline, Place, Service

NAME = "help"
TEXTS = (
    "public_phone",
    "tel",
    "address",
    "ended",
    *(f"{field}_{code}" for field in ("name", "note") for code in ("fi", "sv", "en")),
)
KINDS = {Service: "service", Place: "place", OutsideHelpline: "outside"}


@dataclass(frozen=True)
class Line:
    """A helpline or place as it was last written; `schedule` is None where its hours are not confirmed."""

    kind: str
    public_phone: str
    tel: str
    address: str
    ended: str
    name_fi: str
    name_sv: str
    name_en: str
    note_fi: str
    note_sv: str
    note_en: str
    schedule: hours.Schedule | None
    confirmed_on: date | None

    name = Translated("name")
    note = Translated("note")


_ended: list[Callable[[], dict[tuple[str, int], str]]] = []


def register_ended(periods: Callable[[], dict[tuple[str, int], str]]) -> None:
    """Ask `periods()` which points belong to a project that is over: (kind, key) → the project's period in words."""
    if periods not in _ended:
        _ended.append(periods)


def ended_periods() -> dict[tuple[str, int], str]:
    """The periods of projects that are over, by (kind, key) of what was part of them."""
    return {key: period for periods in _ended for key, period in periods().items()}


# --- Writing ----------------------------------------------------------------------------------------------------------
def write() -> None:
    """Keep all of them as they are now, in the editors' order. Seven queries."""
    standing.renew(NAME, _everything)


def _everything() -> list[dict]:
    ended = ended_periods()
    points = [(kind, point) for model, kind in KINDS.items() for point in _points(model)]
    return [{**_data(kind, point), "ended": ended.get((kind, point.pk), "")} for kind, point in points]


def _points(model):
    related = ["weekly_hours"] if model is OutsideHelpline else ["weekly_hours", "hours_exceptions"]
    return model.objects.prefetch_related(*related)


def _data(kind: str, point: Service | Place | OutsideHelpline) -> dict:
    texts = {name: getattr(point, name, "") for name in TEXTS}
    confirmed = point.confirmed_on.isoformat() if point.confirmed_on else None
    schedule = _schedule_data(point.schedule) if point.schedule else None
    return {"kind": kind, **texts, "schedule": schedule, "confirmed_on": confirmed}


def _schedule_data(schedule: hours.Schedule) -> dict:
    since = timezone.localdate() - timedelta(days=1)
    return {
        "is_always": schedule == hours.ALWAYS,
        "rules": [
            [rule.weekday, *_span_data(rule.span), _day_data(rule.valid_from), _day_data(rule.valid_until)]
            for rule in schedule.rules
        ],
        "exceptions": [
            [_day_data(one.day), *_span_data(one.span), one.note] for one in schedule.exceptions if one.day >= since
        ],
        "holiday_policy": schedule.holiday_policy.value,
    }


def _span_data(span: hours.Span | None) -> list[str | None]:
    return [span.opens.isoformat(), span.closes.isoformat()] if span else [None, None]


def _day_data(day: date | None) -> str | None:
    return day.isoformat() if day else None


# --- Reading ----------------------------------------------------------------------------------------------------------
def read() -> list[Line]:
    """The lines as last written; without those that cannot be understood."""
    entries = standing.read(NAME)
    return list(_lines(entries)) if isinstance(entries, list) else []


def _lines(entries: list) -> Iterator[Line]:
    for entry in entries:
        try:
            yield _line(entry)
        except (AttributeError, KeyError, OverflowError, TypeError, ValueError):
            continue


def _line(entry: dict) -> Line:
    texts = {name: entry[name] for name in (*TEXTS, "kind")}
    if not all(isinstance(text, str) for text in texts.values()):
        raise TypeError("A text is none.")
    if texts["tel"] and not texts["tel"].startswith("tel:"):
        raise ValueError("A number is none.")
    return Line(**texts, schedule=_schedule(entry["schedule"]), confirmed_on=_day(entry["confirmed_on"]))


def _schedule(data: dict | None) -> hours.Schedule | None:
    if data is None:
        return None
    if data["is_always"]:
        return hours.ALWAYS
    rules = [
        hours.WeeklyRule(int(weekday), _times(opens, closes), _day(first), _day(last))
        for weekday, opens, closes, first, last in data["rules"]
    ]
    exceptions = [
        hours.DayException(date.fromisoformat(day), _span(opens, closes), str(note))
        for day, opens, closes, note in data["exceptions"]
    ]
    return hours.Schedule(tuple(rules), tuple(exceptions), hours.HolidayPolicy(data["holiday_policy"]))


def _span(opens: str | None, closes: str | None) -> hours.Span | None:
    return _times(opens, closes) if opens else None


def _times(opens: str, closes: str) -> hours.Span:
    return hours.Span(time.fromisoformat(opens), time.fromisoformat(closes))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
