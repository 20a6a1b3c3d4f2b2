"""Reads an .ics file as a phone would: by the letter of RFC 5545, with dateutil and nothing of ours.

What a recurrence's length means differs between programs: the same time that passes (RFC 5545, 3.8.5.3) or the same
time on the clock. `expanded` does either.
"""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from dateutil.rrule import rruleset, rrulestr

from tests.directory.test_hours_oracle import in_utc


@dataclass
class Entry:
    """A VEVENT: its properties by name, each with its parameters and value."""

    properties: dict[str, tuple[str, str]] = field(default_factory=dict)

    def value(self, name: str) -> str:
        return self.properties.get(name, ("", ""))[1]

    def wall(self, name: str) -> datetime:
        parameters, value = self.properties[name]
        assert parameters == "TZID=Europe/Helsinki"
        return datetime.strptime(value, "%Y%m%dT%H%M%S")


def lines(ics: bytes) -> list[str]:
    """The file's lines, unfolded; that they are of the right length and end is checked on the way."""
    text = ics.decode()
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return re.sub("\r\n[ \t]", "", text).split("\r\n")[:-1]


def entries(ics: bytes) -> list[Entry]:
    found, current, inner = [], None, ""
    for line in lines(ics):
        name, _colon, value = line.partition(":")
        if name == "BEGIN":
            inner = value
            current = Entry() if value == "VEVENT" else None
        elif name == "END":
            found += [current] if current else []
            current = None
        elif current is not None:
            assert inner == "VEVENT"
            name, _semicolon, parameters = name.partition(";")
            assert name not in current.properties, f"{name} stands twice"
            current.properties[name] = parameters, value
    return found


def expanded(ics: bytes, is_by_clock: bool = False) -> list[tuple[datetime, datetime]]:
    """All stretches of time in the file, in UTC, those that touch as one."""
    found = entries(ics)
    replaced = {(entry.value("UID"), entry.wall("RECURRENCE-ID")) for entry in found if entry.value("RECURRENCE-ID")}
    stretches = []
    for entry in found:
        if entry.value("STATUS") == "CANCELLED":
            continue
        starts = instances(entry)
        if not entry.value("RECURRENCE-ID"):
            starts = [start for start in starts if (entry.value("UID"), start) not in replaced]
        stretches += [stretch(entry, start, is_by_clock) for start in starts]
    return joined(stretches)


def instances(entry: Entry) -> list[datetime]:
    start, rule = entry.wall("DTSTART"), entry.value("RRULE")
    if not rule:
        return [start]
    until = re.search(r"UNTIL=(\d+T\d+)Z", rule)[1]
    local = until_on_the_wall(datetime.strptime(until, "%Y%m%dT%H%M%S").replace(tzinfo=UTC))
    found = rruleset()
    found.rrule(rrulestr(rule.replace(f"{until}Z", local.strftime("%Y%m%dT%H%M%S")), dtstart=start))
    for excluded in filter(None, entry.value("EXDATE").split(",")):
        found.exdate(datetime.strptime(excluded, "%Y%m%dT%H%M%S"))
    return list(found)


def until_on_the_wall(moment: datetime) -> datetime:
    offsets = (timedelta(hours=3), timedelta(hours=2))
    walls = ((moment + offset).replace(tzinfo=None) for offset in offsets)
    return next(wall for wall in walls if utc(wall) == moment)


def stretch(entry: Entry, start: datetime, is_by_clock: bool) -> tuple[datetime, datetime]:
    first, end = entry.wall("DTSTART"), entry.wall("DTEND")
    if is_by_clock:
        return utc(start), utc(start + (end - first))
    return utc(start), utc(start) + (utc(end) - utc(first))


def utc(wall: datetime) -> datetime:
    return in_utc(wall.date(), wall.hour * 60 + wall.minute)


def joined(stretches: list[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    found = []
    for start, end in sorted(stretches):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return found
