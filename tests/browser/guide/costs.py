"""What the tasks cost: taps, typed characters, seconds of the machine; a person's seconds are an estimate."""

from tests.browser.hand import Record

SECONDS_A_TAP = 1.5
CHARACTERS_A_SECOND = 4

# Taps, characters and seconds by task.
KEPT: dict[str, tuple[int, int, float]] = {}


def keep(heading: str, record: Record) -> None:
    """Remember what a task has cost, or what was noted on its way."""
    if not record.notes:
        record.note(heading)
    KEPT.update(record.notes)


def estimate(taps: int, characters: int, seconds: float) -> float:
    """Seconds of a person: the machine's, a while for each tap, the typing."""
    return seconds + SECONDS_A_TAP * taps + characters / CHARACTERS_A_SECOND


def table() -> str:
    """All that were kept."""
    lines = [f"\n{'task':<58}{'taps':>6}{'typed':>7}{'machine s':>11}{'person s (estimate)':>21}"]
    for heading, cost in KEPT.items():
        taps, characters, seconds = cost
        lines.append(f"{heading:<58}{taps:>6}{characters:>7}{seconds:>11.1f}{estimate(*cost):>21.0f}")
    return "\n".join(lines)
