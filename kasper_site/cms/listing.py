"""Filters of a listing as plain links: each link keeps what the other filters hold, none needs a script.

A section says what its rows can be filtered by (`Facet`); what a template gets are ready links (`FilterGroup`).
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

MAX_VALUE = 80


@dataclass(frozen=True)
class Facet:
    """Something that rows can be filtered by.

    `key` stands in the query string; `value` and `label` read a row ("" where the row has none); `order` sorts the
    choices by (value, label), which otherwise stand in the order of the rows.
    """

    key: str
    heading: str
    value: Callable[[object], str]
    label: Callable[[object], str]
    order: Callable[[tuple[str, str]], object] | None = None

    def values(self, row: object) -> Collection[str]:
        """What a row can be found by."""
        return (self.value(row),)

    def label_of(self, row: object, value: str) -> str:
        """The words of a value that the row has."""
        return self.label(row)


@dataclass(frozen=True)
class ManyFacet(Facet):
    """One of which a row may have several values: `value` and `label` read the same mapping, of values to words."""

    value: Callable[[object], Mapping[str, str]]
    label: Callable[[object], Mapping[str, str]]

    def values(self, row):
        return self.value(row).keys()

    def label_of(self, row, value):
        return self.label(row)[value]


@dataclass(frozen=True)
class Choice:
    """A value of a filter as a link: its words, the whole query string, whether it holds now."""

    label: str
    query: str
    is_chosen: bool


@dataclass(frozen=True)
class FilterGroup:
    """A filter with its values; the first choice takes the filter off."""

    heading: str
    choices: list[Choice]


def query_string(values: Mapping[str, str]) -> str:
    """`?a=b&c=d` of the values that are not empty; "" where none is left."""
    kept = {key: value for key, value in values.items() if value}
    return f"?{urlencode(kept)}" if kept else ""


def wanted(facets: Iterable[Facet], params: Mapping[str, str]) -> dict[str, str]:
    """What a query string asks of the facets, by their keys; everything else in it is left out."""
    return {facet.key: params[facet.key][:MAX_VALUE] for facet in facets if params.get(facet.key)}


def matching(rows: Iterable, facets: Iterable[Facet], asked: Mapping[str, str]) -> list:
    """The rows that have every asked value."""
    tests = [(facet.values, asked[facet.key]) for facet in facets if facet.key in asked]
    return [row for row in rows if all(own in values(row) for values, own in tests)]


def groups(
    rows: list, facets: list[Facet], asked: Mapping[str, str], everything: str, kept: Mapping[str, str] | None = None
) -> list[FilterGroup]:
    """A group of links for every facet that has values.

    `everything` is the words of "all"; `kept` is what else every link's query string carries, a search's words.
    """
    every = kept or {}
    found = [FilterGroup(facet.heading, _choices(rows, facet, facets, asked, everything, every)) for facet in facets]
    return [group for group in found if len(group.choices) > 1]


def chosen_words(found: list[FilterGroup]) -> str:
    """The chosen values in words, for the page's title: "VOIKUKKIA, Guide"; "" where none is chosen."""
    return ", ".join(choice.label for group in found for choice in group.choices[1:] if choice.is_chosen)


def _choices(
    rows: list, facet: Facet, facets: list[Facet], asked: Mapping[str, str], everything: str, kept: Mapping[str, str]
) -> list[Choice]:
    """The choices of one facet among the rows that the other filters leave, "all" first."""
    others = {key: value for key, value in asked.items() if key != facet.key}
    own = asked.get(facet.key, "")
    # A label is asked once for each value.
    examples = {value: row for row in matching(rows, facets, others) for value in facet.values(row)}
    labels = {value: facet.label_of(row, value) for value, row in examples.items()}
    named = [(value, label) for value, label in labels.items() if value]
    choices = [
        Choice(label, query_string({**kept, **others, facet.key: value}), value == own)
        for value, label in (sorted(named, key=facet.order) if facet.order else named)
    ]
    return [Choice(everything, query_string({**kept, **others}), not own), *choices]
