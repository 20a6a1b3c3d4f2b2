"""What the last check of the site found a visit to leave behind, in a file that pages read without the database.

The accessibility app writes it from its last audit (`accessibility.signals`); nobody types these figures.
"""

from dataclasses import asdict, dataclass, fields
from datetime import date

from kasper_site.delivery import standing

NAME = "traces"


@dataclass(frozen=True)
class Traces:
    """When how many pages were looked at, and how many different cookies, foreign addresses, stored things they had."""

    checked_on: date
    pages: int
    cookies: int
    foreign: int
    stored: int


def write(traces: Traces | None) -> None:
    """Replace the file; None where nothing has been checked."""
    standing.write(NAME, {**asdict(traces), "checked_on": traces.checked_on.isoformat()} if traces else None)


def read() -> Traces | None:
    """The figures as last written; None if there are none that can be read."""
    content = standing.read(NAME)
    if not isinstance(content, dict) or content.keys() != {field.name for field in fields(Traces)}:
        return None
    day, *counts = (content[field.name] for field in fields(Traces))
    try:
        day = date.fromisoformat(day)
    except (TypeError, ValueError):
        return None
    return Traces(day, *counts) if all(isinstance(count, int) for count in counts) else None
