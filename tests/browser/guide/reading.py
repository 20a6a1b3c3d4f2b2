"""What a visitor reads on the public pages."""

import re

from playwright.sync_api import Page, expect


def spaced(words: str) -> re.Pattern:
    """The words, whatever their spaces are."""
    return re.compile(re.escape(words).replace(r"\ ", r"\s"))


def reads(visitor: Page, path: str, words: str, within: str = "main") -> None:
    """The page shows the words."""
    visitor.goto(path)
    expect(visitor.locator(within)).to_contain_text(spaced(words))


def finds_nothing(visitor: Page, path: str) -> None:
    """There is no page at the address."""
    assert visitor.goto(path).status == 404
