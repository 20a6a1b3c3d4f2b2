"""Which fact is meant: `service:3:phone` is the phone of the service with the key 3."""

import re
from dataclasses import dataclass

from django.db.models import Model

from kasper_site.directory.models import Person, Place, Service
from kasper_site.directory.rich_text import NAME

MODELS = {"service": Service, "place": Place, "person": Person}
PARTS = {
    "service": ("phone", "hours"),
    "place": ("address", "hours", "phone"),
    "person": ("name", "phone", "email"),
}
_KEY = re.compile(r"(?P<kind>[a-z]+):(?P<pk>[0-9]{1,18}):(?P<part>[a-z]+)", re.ASCII)
_STORED = re.compile(rf'<embed\b[^>]*\bembedtype="{NAME}"[^>]*>')
_ID = re.compile(r'\bid="([^"]*)"')


@dataclass(frozen=True)
class FactKey:
    """One part of one person, service or place."""

    kind: str
    pk: int
    part: str

    def __str__(self):
        return f"{self.kind}:{self.pk}:{self.part}"

    @property
    def model(self) -> type[Model]:
        """The model of the fact's owner."""
        return MODELS[self.kind]


def parse(text: object) -> FactKey | None:
    """The key that is written so; None for what is none."""
    match = _KEY.fullmatch(str(text or ""))
    if match is None or match["part"] not in PARTS.get(match["kind"], ()):
        return None
    return FactKey(match["kind"], int(match["pk"]), match["part"])


def in_text(html: str) -> list[FactKey | None]:
    """The keys of the facts in a stored rich text, in order; None for one that cannot be read."""
    ids = (_ID.search(tag) for tag in _STORED.findall(html))
    return [parse(found[1]) if found else None for found in ids]
