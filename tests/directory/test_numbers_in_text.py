"""Numbers in plain text become links; nothing else does, and nothing else gets through."""

import pytest
from bs4 import BeautifulSoup

from kasper_site.directory.numbers_in_text import linked

NUMBERS = {
    "Hätätilanteessa soita 112.": ("112", "tel:112"),
    "Soita 116 111, kun": ("116 111", "tel:116111"),
    "Soita 116117!": ("116117", "tel:116117"),
    "Tukiluuri (044 350 5179) vastaa": ("044 350 5179", "tel:+358443505179"),
    "+358 44 350 5179 on auki": ("+358 44 350 5179", "tel:+358443505179"),
    "Kriisipuhelin: 09 2525 0111": ("09 2525 0111", "tel:+358925250111"),
    "Nollalinja 080 005 005.": ("080 005 005", "tel:+35880005005"),
    "Puhelin 0443505179": ("044 350 5179", "tel:+358443505179"),
}


@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_is_a_link_that_dials_it(text):
    soup = BeautifulSoup(linked(text), "html.parser")
    (link,) = soup.select("a")
    assert (link.get_text().replace("\N{NO-BREAK SPACE}", " "), link["href"]) == NUMBERS[text]
    assert soup.get_text().replace("\N{NO-BREAK SPACE}", "").replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    "text",
    [
        "Auki 24.11.2026 klo 9–15",
        "112,50 euroa ja 3112 ihmistä",
        "Vuosina 2023–2025, 01.12.2026",
        "klo 09.00–15.00",
        "Asia 0123-112-2026",
        "00000 Helsinki, 02100 Espoo",
        "",
    ],
)
def test_dates_times_and_sums_are_no_numbers_to_call(text):
    assert linked(text) == text


def test_all_the_rest_is_escaped():
    html = linked('<b onclick="x">112</b> <script>044 350 5179</script> & <a href="tel:112">')
    assert "<b" not in html
    assert "<script" not in html
    assert "&amp;" in html
    assert {link["href"] for link in BeautifulSoup(html, "html.parser").select("a")} <= {"tel:112", "tel:+358443505179"}
