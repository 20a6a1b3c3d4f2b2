"""What an address below a list of stories asks for."""

from collections.abc import Sequence
from dataclasses import dataclass

FILE = "syote.xml"
TOPIC = "aihe"


@dataclass(frozen=True)
class Asked:
    """A feed of a list, of one topic of it where `topic` is its short name."""

    topic: str = ""

    @property
    def tail(self) -> str:
        """Where it answers below the list."""
        return f"{TOPIC}/{self.topic}/{FILE}" if self.topic else FILE


def asked(components: Sequence[str]) -> Asked | None:
    """The feed at an address's last parts; None where they ask for something else."""
    match list(components):
        case ["syote.xml"]:
            return Asked()
        case ["aihe", slug, "syote.xml"]:
            return Asked(slug)
    return None
