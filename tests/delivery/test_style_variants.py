"""What editors see on a screen of paper, dark and touch: the site's own stylesheet, changed."""

import pytest

from kasper_site.delivery import style_variants, stylesheet

DARK = "@media (prefers-color-scheme: dark) {\n:root {\n--ground: #000000;\n}\n}\n"
TOKENS = f":root {{\n--ground: #ffffff;\n}}\n{DARK}a {{\n}}\n"


def test_print_rules_hold_on_paper_and_dark_ones_do_not():
    css = style_variants.on_paper("@media (forced-colors: active), print {\n}\n" + TOKENS)
    assert "@media (forced-colors: active), all {" in css
    assert "@media not all {\n:root" in css


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("(min-width: 40rem)", True),
        ("(min-width: 60rem)", False),
        ("(max-width: 47.99rem)", True),
        ("(max-width: 30rem)", False),
    ],
)
def test_widths_are_those_of_a_sheet(query, holds):
    assert style_variants.on_paper(f"@media {query} {{}}") == f"@media ({'min' if holds else 'max'}-width: 0) {{}}"


def test_dark_tokens_stand_once_for_the_system_and_once_for_the_library():
    css = style_variants.in_patterns(TOKENS)
    assert ":is(:root, .scheme) {\n--ground: #ffffff;" in css
    assert "@media (prefers-color-scheme: dark) {\n:root {\n--ground: #000000;" in css
    assert ".scheme-dark {\n.scheme {\n--ground: #000000;" in css
    assert ".token-ground{--token:var(--ground)}" in css


@pytest.mark.parametrize(
    ("selector", "changed"),
    [
        ("&:hover", "&:is(:hover, .as-hover :where("),
        (":focus-visible", ":is(:focus-visible, .as-focus :where("),
        ("&:not(:focus)", "&:not(:is(:focus, .as-focus :where("),
        (".story-head h1", ".story-head :is(h1, .as-h1)"),
    ],
)
def test_states_have_a_class(selector, changed):
    assert changed in style_variants.in_patterns(f"{selector} {{\n}}\n")


def test_names_that_only_look_like_states_stay():
    css = ".button-hover {\n}\n.a {\nfont-size: var(--size-h1);\n}\n"
    assert style_variants.in_patterns(css) == css


def test_every_variant_is_served():
    finder = stylesheet.StylesheetFinder()
    assert {path for path, _storage in finder.list([])} == set(stylesheet.ADDRESSES) == set(finder.texts())
    for path in stylesheet.ADDRESSES:
        assert finder.find(path).endswith(path)
    assert finder.find("css/other.css") == []
