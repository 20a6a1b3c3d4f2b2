"""What the directory knows, for the check that nobody types it into a page, where it would grow old.

The directory stands above this floor, so it registers a provider; the facts travel as plain data.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True)
class KnownContact:
    """A phone number or mail address and whose it is; `key` names the owner for who asks further."""

    value: str
    owner: str
    key: str = ""


@dataclass(frozen=True)
class KnownHours:
    """Opening hours on one weekday (0 = Monday) and whose they are."""

    weekday: int
    opens: time
    closes: time
    owner: str
    key: str = ""


@dataclass(frozen=True)
class KnownFacts:
    """Facts that are kept once and shown from there."""

    phones: tuple[KnownContact, ...] = ()
    emails: tuple[KnownContact, ...] = ()
    hours: tuple[KnownHours, ...] = ()

    def __add__(self, other: "KnownFacts") -> "KnownFacts":
        return KnownFacts(self.phones + other.phones, self.emails + other.emails, self.hours + other.hours)


Provider = Callable[[], KnownFacts]

_providers: list[Provider] = []


def register_facts(provider: Provider) -> None:
    """Ask `provider()` for facts at each check of a page; a second registration is ignored."""
    if provider not in _providers:
        _providers.append(provider)


def known_facts() -> KnownFacts:
    """The facts of all providers."""
    return sum((provider() for provider in _providers), KnownFacts())
