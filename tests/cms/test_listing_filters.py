"""Filters of a listing: what matches, which links lead anywhere, each keeping what the others hold."""

from dataclasses import dataclass

from kasper_site.cms import listing


@dataclass(frozen=True)
class Row:
    colour: str
    size: str


ROWS = [Row("vihreä", "iso"), Row("vihreä", "pieni"), Row("keltainen", "iso"), Row("", "iso")]
FACETS = [
    listing.Facet("vari", "Väri", lambda row: row.colour, lambda row: row.colour.upper()),
    listing.Facet("koko", "Koko", lambda row: row.size, lambda row: row.size, order=lambda pair: pair[1]),
]


def links(asked):
    """Heading → (label, query, chosen) of every choice."""
    return {
        group.heading: [(choice.label, choice.query, choice.is_chosen) for choice in group.choices]
        for group in listing.groups(ROWS, FACETS, asked, everything="Kaikki")
    }


def test_only_known_filters_are_asked_and_none_is_long():
    params = {"vari": "vihreä", "koko": "", "utm_source": "x"}
    assert listing.wanted(FACETS, params) == {"vari": "vihreä"}
    assert len(listing.wanted(FACETS, {"vari": "a" * 5000})["vari"]) == listing.MAX_VALUE


def test_every_asked_value_must_match():
    assert listing.matching(ROWS, FACETS, {"vari": "vihreä", "koko": "iso"}) == [ROWS[0]]
    assert listing.matching(ROWS, FACETS, {}) == ROWS
    assert listing.matching(ROWS, FACETS, {"vari": "sininen"}) == []


def test_choices_stand_in_the_order_of_the_rows_or_the_given_one_and_rows_without_a_value_give_none():
    assert links({}) == {
        "Väri": [
            ("Kaikki", "", True),
            ("VIHREÄ", "?vari=vihre%C3%A4", False),
            ("KELTAINEN", "?vari=keltainen", False),
        ],
        "Koko": [("Kaikki", "", True), ("iso", "?koko=iso", False), ("pieni", "?koko=pieni", False)],
    }


def test_a_link_keeps_the_other_filters_and_leads_to_something():
    found = links({"koko": "pieni"})
    assert [label for label, *_rest in found["Väri"]] == ["Kaikki", "VIHREÄ"]
    assert found["Koko"][0] == ("Kaikki", "", False)
    assert found["Koko"][2] == ("pieni", "?koko=pieni", True)
    both = links({"koko": "iso", "vari": "vihreä"})
    assert ("KELTAINEN", "?koko=iso&vari=keltainen", False) in both["Väri"]
    assert ("Kaikki", "?vari=vihre%C3%A4", False) in both["Koko"]


def test_a_filter_without_values_is_not_there():
    assert [group.heading for group in listing.groups([Row("", "iso")], FACETS, {}, everything="Kaikki")] == ["Koko"]


def test_a_chosen_value_stays_to_be_seen():
    found = links({"koko": "pieni", "vari": "vihreä"})
    assert found["Väri"] == [
        ("Kaikki", "?koko=pieni", False),
        ("VIHREÄ", "?koko=pieni&vari=vihre%C3%A4", True),
    ]


def test_every_link_keeps_what_the_list_was_asked_for_besides():
    found = listing.groups(ROWS, FACETS, {"vari": "vihreä"}, everything="Kaikki", kept={"q": "a&b"})
    assert [choice.query for choice in found[0].choices][:2] == ["?q=a%26b", "?q=a%26b&vari=vihre%C3%A4"]
    assert all(choice.query.startswith("?q=a%26b") for group in found for choice in group.choices)


def test_a_row_with_several_values_is_found_by_each():
    rows = [{"a": "A", "b": "B"}, {"b": "B"}, {}]
    facets = [listing.ManyFacet("aihe", "Aihe", dict, dict)]
    assert listing.matching(rows, facets, {"aihe": "b"}) == rows[:2]
    (group,) = listing.groups(rows, facets, {"aihe": "b"}, everything="Kaikki")
    assert [(choice.label, choice.is_chosen) for choice in group.choices] == [
        ("Kaikki", False),
        ("A", False),
        ("B", True),
    ]
    assert listing.groups([{}], facets, {}, everything="Kaikki") == []
