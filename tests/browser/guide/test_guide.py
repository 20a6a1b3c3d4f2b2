"""The guide and its tests tell of the same tasks, and its pictures are there, small and told in words."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.guide import guide_text
from tests.browser.guide_pictures import MOST_BYTES, PICTURES

TESTED = re.compile(r'^@pytest\.mark\.guide_task\("(.+)"\)$', re.MULTILINE)
SIZES_OF_PICTURES = """() => Promise.all([...document.querySelectorAll(".guide img")].map(async (picture) => {
  picture.loading = "eager";
  await picture.decode();
  return picture.naturalWidth;
}))"""
KEPT = re.compile(r'\.picture\("([^"]+)"')


def code_of_tests() -> str:
    """The code of the tasks' tests."""
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted(Path(__file__).parent.glob("test_*.py")))


def named_files() -> list[str]:
    """The pictures that the guide shows, by their file names."""
    return [Path(picture.name).name for picture in guide_text.pictures()]


def test_every_task_of_the_guide_is_a_test():
    assert sorted(TESTED.findall(code_of_tests())) == sorted(guide_text.headings())


def test_every_task_names_words_of_the_screen():
    assert [heading for heading in guide_text.headings() if not guide_text.bold_words(heading)] == []


def test_the_guides_pictures_are_those_that_there_are():
    assert sorted(named_files()) == sorted(file.name for file in PICTURES.iterdir())
    assert {Path(name).stem for name in named_files()} == set(KEPT.findall(code_of_tests()))


def test_pictures_are_told_in_words_and_small():
    assert [picture.name for picture in guide_text.pictures() if len(picture.alt) < 20] == []
    assert [file.name for file in PICTURES.iterdir() if file.stat().st_size > MOST_BYTES] == []


@pytest.mark.browser
def test_the_guide_opens_from_the_admins_front_page_with_its_pictures(hand):
    hand.press("Toimittajan opas")
    hand.sees("Valitse, mitä haluat tehdä")
    sizes = hand.page.evaluate(SIZES_OF_PICTURES)
    assert len(sizes) == len(guide_text.pictures())
    assert all(sizes)
    hand.press("Muuta puhelinnumero", place=0)
    expect(hand.page.get_by_role("heading", name="Muuta puhelinnumero")).to_be_in_viewport()
