"""The pattern library: whole, light and dark, nothing twice on the page, contrasts as promised."""

import pytest
from bs4 import BeautifulSoup
from django.conf import settings

from kasper_site.cms.blocks import BodyBlock
from kasper_site.cms.patterns import tokens
from kasper_site.cms.patterns.colours import contrast
from kasper_site.cms.patterns.rendering import cut, detached
from kasper_site.cms.patterns.views import groups
from kasper_site.directory.help_bar import kept
from tests import factories

STYLES = settings.BASE_DIR / "static" / "css" / "components"
ADDRESS = "/hallinta/mallit/"


@pytest.fixture
def names(db) -> set[str]:
    """The names of all that the library shows."""
    return {component.name for group in groups() for component in group.components}


@pytest.fixture
def pages(admin_client) -> list[BeautifulSoup]:
    """All pages of the library, the tokens first."""
    factories.make_site()
    factories.make_facts()
    kept.write()  # the help bar reads the file that is written after a commit
    addresses = [ADDRESS, *(f"{ADDRESS}{group.name}/" for group in groups())]
    return [BeautifulSoup(admin_client.get(address).content, "html.parser") for address in addresses]


# --- Whole ------------------------------------------------------------------------------------------------------------
def test_every_style_file_of_a_component_has_an_example(names):
    files = {path.stem.replace("-", "_") for path in STYLES.glob("*.css")}
    assert sorted(files - names) == []
    assert sorted(names - files) == []


def test_every_block_has_an_example(names):
    assert sorted(set(BodyBlock().child_blocks) - names) == []


def test_the_library_shows_every_component_light_and_dark(pages, names):
    for name in names:
        section = next((found for page in pages if (found := page.find(id=name, class_="patterns-component"))), None)
        assert section is not None, name
        samples = section.select(".patterns-pair")
        assert samples, name
        for sample in samples:
            light, dark = sample.select_one(".scheme-light .scheme"), sample.select_one(".scheme-dark .scheme")
            assert light.get_text(strip=True) == dark.get_text(strip=True)
            assert light.find(True), name


def test_the_first_page_shows_every_token(pages):
    text = pages[0].find(id="tokens").get_text()
    for token in tokens.read().values():
        assert token.name in text
        assert token.light in text
        assert token.dark in text


def test_the_navigation_leads_to_everything(pages, names):
    assert names <= {link["href"].removeprefix("#") for page in pages for link in page.select("nav a")}
    addresses = {f"{ADDRESS}{group.name}/" for group in groups()}
    for page in pages:
        assert addresses | {ADDRESS} <= {link["href"] for link in page.select("nav a")}
        assert len(page.select("nav [aria-current]")) == 1


def test_an_empty_site_has_a_library_too(admin_client):
    factories.make_site()
    for name in ("", *(f"{group.name}/" for group in groups())):
        assert admin_client.get(ADDRESS + name).status_code == 200
    assert admin_client.get(f"{ADDRESS}nothing/").status_code == 404


def test_the_library_is_behind_the_login(client, db):
    assert client.get(ADDRESS).status_code == 302


# --- Nothing twice ----------------------------------------------------------------------------------------------------
def test_no_id_stands_twice_and_every_reference_leads_somewhere(pages):
    for page in pages:
        _references_hold(page)


def _references_hold(library):
    ids = [element["id"] for element in library.find_all(id=True)]
    assert len(ids) == len(set(ids))
    for name in ("for", "aria-labelledby", "aria-describedby"):
        for element in library.find_all(attrs={name: True}):
            assert set(element[name].split()) <= set(ids), element
    for link in library.find_all("a", href=lambda href: href and href.startswith("#")):
        assert link["href"][1:] in ids, link


def test_an_example_is_no_landmark_and_no_title_of_the_library(pages):
    for page in pages:
        assert len(page.find_all("h1")) == 1
        assert len(page.find_all("nav")) == 1
        assert not page.select(".scheme :is(nav, header, footer, aside, section, form, main)")


def test_nothing_is_styled_in_the_markup(pages):
    assert not any(page.find_all(style=True) for page in pages)


# --- The parts that it is made with -----------------------------------------------------------------------------------
def test_a_part_is_cut_out_with_its_state():
    html = '<nav><p class="a">yksi</p><button class="b">kaksi</button></nav>'
    assert cut(html, ".b", {"disabled": ""}) == '<button class="b" disabled="">kaksi</button>'
    with pytest.raises(LookupError):
        cut(html, ".c", {})


def test_an_example_gets_ids_of_its_own():
    text = '<p aria-labelledby="a"><a href="#a">x</a><a href="#b">y</a></p>'
    html = f'<nav aria-label="Valikko"><h1 id="a">x</h1>{text}</nav>'
    found = BeautifulSoup(detached(html, "-1", "menu"), "html.parser")
    assert found.div.attrs == {}
    assert found.select_one(".as-h1")["id"] == "a-1"
    assert found.p["aria-labelledby"] == "a-1"
    assert [link["href"] for link in found.find_all("a")] == ["#a-1", "#menu"]


def test_tokens_are_read_with_their_dark_values():
    css = """/* --not: #000000; */ :root { --ground: #ffffff; --space-1: 4px; }
    @media (prefers-color-scheme: dark) { :root { --ground: #000000; } }"""
    found = tokens.read(css)
    assert list(found) == ["ground", "space-1"]
    assert (found["ground"].light, found["ground"].dark, found["space-1"].dark) == ("#ffffff", "#000000", "4px")


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.4), ("#ffffff", "#ffffff", 1.0)],
)
def test_contrast(first, second, ratio):
    assert contrast(first, second) == contrast(second, first) == ratio


def test_the_stylesheet_keeps_its_contrasts():
    assert [pair for pair in tokens.pairs(tokens.read()) if not pair.is_enough] == []


def test_the_library_needs_no_more_than_the_public_policy(admin_client):
    factories.make_site()
    assert "unsafe-inline" not in admin_client.get(ADDRESS)["Content-Security-Policy"]
    assert "unsafe-inline" in admin_client.get("/hallinta/")["Content-Security-Policy"]


def test_a_state_that_is_only_shown_cannot_be_reached(pages):
    shown = [element for page in pages for element in page.select(".as-hover, .as-focus")]
    assert shown
    assert all(element.has_attr("inert") for element in shown)
