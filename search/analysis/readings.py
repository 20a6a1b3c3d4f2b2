"""Reads the output of Voikko's transducer.

For *vertaistukiryhmissä*: `[Ln][Xp]vertais=tuki[X]vertais[Bm]tuk[Sn][Ny]i[Bh][Bc][Ln][Xp]ryhmä[X]ryhm[Sine][Nm]issä`.

Tags of voikko-fi (its vvfst/README): `[Xp]…[X]` base form of a part, `=` between the parts of a compound that the
dictionary knows as one word; `[Xj]…[X]` ending of the base form of a derived word; `[Bc]` border between the parts of
a compound that the transducer put together; `[L…]` word class, `[Lp]` prefix; `[Tn4]` the -minen noun of a verb.
"""

import re
from dataclasses import dataclass, field

PIECE = re.compile(r"\[([A-Za-z0-9]+)\]|([^\[]+)")
BASE, DERIVED, OTHER, END = "Xp", "Xj", {"Xr", "Xs"}, "X"
BORDER, PREFIX, MINEN = "Bc", "Lp", "Tn4"


@dataclass(slots=True)
class Part:
    """One part of a word: how it is written here, its base forms, innermost first, and its inner parts if any."""

    written: str = ""
    bases: list[str] = field(default_factory=list)
    inner: tuple[str, ...] = ()
    word_class: str = ""
    is_participle: bool = False

    @property
    def lemma(self) -> str:
        """The base form that the part has as it stands: of *auttaminen* that word, not *auttaa*."""
        return self.bases[-1] if self.bases else self.written


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word: `lemma`, `parts` and `roots` in base form, `modifiers` as they stand in the word.

    `parts` are those of a compound, rows of neighbours included; `roots` stand behind derivations. `verb` is the verb
    that the word is a participle of, or "": *lisätty* is a word of its own and a form of *lisätä*. `head` stands
    before a compound's last part.
    """

    lemma: str
    verb: str
    parts: tuple[str, ...]
    modifiers: tuple[str, ...]
    roots: tuple[str, ...]
    head: str
    word_class: str
    borders: int


def read(output: str) -> Reading:
    """The reading that one output of the transducer tells."""
    parts = _parts(output)
    written = [part.written.lower() for part in parts]
    head, last = "".join(written[:-1]), parts[-1]
    lemma = head + last.lemma
    verb = head + last.bases[-2] if last.is_participle and len(last.bases) > 1 else ""
    runs = _runs(written, [part.lemma for part in parts]) + [part.inner[-1] for part in parts if part.inner]
    modifiers = tuple(piece for part in parts for piece in part.inner[:-1])
    roots = [base for part in parts for base in part.bases[:-1]]
    borders = len(parts) - 1
    runs, roots = tuple(dict.fromkeys(runs)), tuple(dict.fromkeys(roots))
    whole_head = head + "".join(last.inner[:-1])
    return Reading(lemma, verb, runs, modifiers, roots, whole_head, parts[-1].word_class, borders)


def _parts(output: str) -> list[Part]:
    parts, bases, collecting = [Part()], [], None
    for tag, text in PIECE.findall(output):
        part = parts[-1]
        if text:
            if collecting is None:
                part.written += text
            else:
                bases.append(text)
        elif tag == END:
            _close(part, collecting, "".join(bases).lower())
            bases, collecting = [], None
        elif tag in (BASE, DERIVED) or tag in OTHER:
            collecting = tag
        elif tag == MINEN:
            part.bases.append(part.written + "minen")
        elif tag == BORDER:
            parts.append(Part())
        elif tag[0] == "L":
            part.word_class, part.is_participle = tag, False
        elif tag[0] == "R":
            part.is_participle = True
    return [part for part in parts if part.written or part.bases] or [Part()]


def _close(part: Part, kind: str | None, text: str) -> None:
    if kind == BASE:
        part.inner = tuple(text.split("=")) if "=" in text else ()
        part.bases.append(text.replace("=", ""))
    elif kind == DERIVED:
        part.bases.append(part.written + text)


def _runs(written: list[str], lemmas: list[str]) -> list[str]:
    """The base forms of the parts and of every row of neighbouring parts that is shorter than the word."""
    count = len(written)
    if count == 1:
        return []
    spans = [(start, end) for start in range(count) for end in range(start, count) if end - start < count - 1]
    found = ["".join(written[start:end]) + lemmas[end] for start, end in spans]
    return [run.strip("-") for run in found if len(run.strip("-")) > 1]
