"""What has been loaded before, and what a second run may touch."""

import hashlib
import json
from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum

from django.db import models
from modelcluster.models import ClusterableModel

from kasper_site.demo.models import LoadedItem


class Verdict(Enum):
    """What to do with one thing of the files."""

    NEW = "loaded"
    CHANGED = "updated"
    SAME = "unchanged"
    EDITED = "left as an editor has made it"
    GONE = "left out, an editor has deleted it"
    DANGLING = "left alone, it refers to something that an editor has deleted"

    @property
    def is_to_load(self) -> bool:
        """Whether the files are to be written into the database."""
        return self in (Verdict.NEW, Verdict.CHANGED)


def checksum(data) -> str:
    """A short name for bytes or for plain data, the same in every run."""
    data = data if isinstance(data, bytes) else repr(data).encode()
    return hashlib.sha256(data).hexdigest()


def fingerprint(instance: models.Model) -> str:
    """A short name for all that the database holds of a row and of the rows that belong to it."""
    if isinstance(instance, ClusterableModel):
        data = instance.serializable_data()
    else:
        data = {field.attname: field.value_to_string(instance) for field in instance._meta.concrete_fields}
    return checksum(json.dumps(data, default=str, sort_keys=True).encode())


class Registry:
    """The loaded items by name, read once a run."""

    def __init__(self):
        self._rows = {row.name: row for row in LoadedItem.objects.all()}
        self._gone: set[str] = set()

    def row(self, name: str) -> LoadedItem | None:
        """What is known of a thing."""
        return self._rows.get(name)

    def is_gone(self, name: str) -> bool:
        """Whether the thing was loaded once and an editor has deleted it."""
        return name in self._gone

    def mark_gone(self, name: str) -> None:
        """Remember that the thing is no longer there."""
        self._gone.add(name)

    def judge(self, name: str, source: str, state: str | None) -> Verdict:
        """What to do, from the source's checksum and the thing's state now (None: it is not in the database)."""
        row = self.row(name)
        if row is None:
            return Verdict.NEW
        if state is None:
            self.mark_gone(name)
            return Verdict.GONE
        if row.state != state:
            return Verdict.EDITED
        return Verdict.SAME if row.checksum == source else Verdict.CHANGED

    def record(self, name: str, pk: int, source: str, state: str) -> None:
        """Remember a thing as it has just been loaded."""
        values = {"object_id": pk, "checksum": source, "state": state}
        self._rows[name], _created = LoadedItem.objects.update_or_create(name=name, defaults=values)


@dataclass
class Tally:
    """How many things of one step met which fate."""

    step: str
    names: dict[Verdict, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, verdict: Verdict, name: str) -> None:
        """Count a thing."""
        self.names[verdict].append(name)

    @property
    def is_changed(self) -> bool:
        """Whether anything was written."""
        return any(verdict.is_to_load for verdict in self.names)

    def __str__(self):
        told = (Verdict.EDITED, Verdict.GONE, Verdict.DANGLING)
        parts = []
        for verdict in Verdict:
            found = self.names.get(verdict)
            if found:
                which = f" ({', '.join(found)})" if verdict in told else ""
                parts.append(f"{len(found)} {verdict.value}{which}")
        return f"{self.step}: {', '.join(parts) or 'none'}"
