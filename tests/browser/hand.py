"""A hand that does an editor's tasks by the words on the screen, and keeps what they cost and which words it met.

hand.press("Julkaise"); hand.write("Otsikko", "Syksyn ryhmät"); hand.choose("Laji", "Tiedote"); hand.sees("julkaistu")
"""

import json
import os
import re
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.guide_pictures import MARK, UNMARK, around, keep_picture

# What a person presses, and what parts a screen has.
PRESSED = ("button", "link", "tab", "menuitem", "option", "checkbox", "radio")
PARTS = ("region", "row", "dialog", "group", "listitem", "navigation", "article")
# A window above the screen, whatever its name.
WINDOW = "window"
# Saving renders pages and pictures anew, and the machine may be busy with other tests.
PATIENCE = 30_000

WORDS_ON_SCREEN = """() => {
  const isShown = (node) => node.checkVisibility({ visibilityProperty: true });
  const named = [...document.querySelectorAll("[aria-label], [placeholder], [title]")].filter(isShown);
  const names = named.flatMap((node) => ["aria-label", "placeholder", "title"].map((name) => node.getAttribute(name)));
  return [document.body.innerText, ...names.filter(Boolean)];
}"""


def spaces(text: str) -> str:
    """The text with plain single spaces."""
    return " ".join(text.split())


def begins(name: str) -> re.Pattern:
    """The name of a part of the screen, which may go on: “Teksti” is the block “Teksti Lähdemme yhdessä…”."""
    return re.compile(rf"^\s*{re.escape(name)}(?!\w)".replace(r"\ ", r"\s+"), re.IGNORECASE)


def says(name: str) -> re.Pattern:
    """The name of what shows these words: a star, or more words after a stop for screen readers, may follow."""
    words = re.escape(name).replace(r"\ ", r"\s+").replace(":", r"\s*:")
    return re.compile(rf"^\s*{words}\s*([*:][\s\S]*|\s\.\s[\s\S]*)?$", re.IGNORECASE)


@dataclass
class Record:
    """What a task cost, of all hands together, and which words it met."""

    taps: int = 0
    characters: int = 0
    seconds: float = 0.0
    touched: set[str] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)
    notes: dict[str, tuple[int, int, float]] = field(default_factory=dict)

    def note(self, name: str) -> None:
        """Keep under a name what it has cost so far, where the task goes on after what is worth knowing."""
        self.notes[name] = (self.taps, self.characters, self.seconds)

    def met(self, words: str) -> bool:
        """Whether the words were pressed, filled in or on a screen."""
        bounded = re.compile(rf"(?<!\w){re.escape(spaces(words))}(?!\w)", re.IGNORECASE)
        return any(bounded.search(text) for text in self.touched | self.seen)


class Hand:
    """One person at one browser page."""

    def __init__(self, page: Page, url: str, record: Record):
        self.page, self.url, self.record = page, url, record
        page.set_default_timeout(PATIENCE)

    # --- Acting -----------------------------------------------------------------------------------------------------
    def go(self, address: str) -> None:
        """Open an address; what a task begins with, so it costs nothing."""
        self.page.goto(f"{self.url}{address}")

    def press(self, name: str, within: str = "", place: int | None = None) -> None:
        """Press what bears the name, in the part of the screen `within`; `place` where several bear it."""
        with self._timed():
            target = self._pressable(name, within, place)
            self._look_at(target, name)
            target.click()
        self._count(name, taps=1)

    def write(self, label: str, text: str, within: str = "", place: int | None = None) -> None:
        """Put the text into the field, instead of what was there."""
        with self._timed():
            target = self._field(label, within, place)
            self._look_at(target, label)
            self._fill(target, text)
        self._count(label, taps=1, characters=len(text))

    def choose(self, label: str, option: str, within: str = "", place: int | None = None) -> None:
        """Take an option of a list."""
        with self._timed():
            target = self._only(self._part(within).get_by_role("combobox", name=says(label)), place)
            self._look_at(target, label)
            target.select_option(label=option)
        self._count(label, taps=2)
        self.record.touched.add(option)

    def attach(self, label: str, file: Path) -> None:
        """Give a file from the computer."""
        with self._timed():
            self._look_at(self._pressable(label, "", None), label)
            self.page.locator("input[type=file]").first.set_input_files(file)
        self._count(label, taps=3)

    def type(self, text: str) -> None:
        """Go on typing where the caret stands."""
        with self._timed():
            self.page.keyboard.insert_text(text)
        self.record.characters += len(text)

    def key(self, name: str) -> None:
        """Press a key of the keyboard."""
        self.page.keyboard.press(name)
        self.record.characters += 1

    # --- Looking ----------------------------------------------------------------------------------------------------
    def sees(self, words: str, within: str = "") -> None:
        """Wait until the words are on the screen."""
        with self._timed():
            shown = self._part(within).get_by_text(re.compile(re.escape(words).replace(r"\ ", r"\s+")))
            expect(shown.filter(visible=True).first).to_be_visible(timeout=PATIENCE)
        self._look()

    def is_alone(self) -> None:
        """Wait until no window stands above the screen."""
        expect(self.page.locator(".modal-backdrop")).to_have_count(0, timeout=PATIENCE)

    def misses(self, words: str) -> None:
        """Wait until the words are gone from the screen."""
        expect(self.page.get_by_text(words).filter(visible=True)).to_have_count(0, timeout=PATIENCE)

    def picture(self, name: str, *marked: str, of: str = "") -> None:
        """With GUIDE_PICTURES set: keep the screen, or the part `of` it, for the guide; what is `marked` is framed."""
        if not os.environ.get("GUIDE_PICTURES"):
            return
        self.page.evaluate("document.activeElement.blur()")
        targets = [self._anything(words) for words in marked]
        for target in targets:
            target.scroll_into_view_if_needed()
            target.evaluate(MARK)
        shot = self.page.screenshot(clip=around(self._part(of)) if of else None)
        for target in targets:
            target.evaluate(UNMARK)
        keep_picture(name, shot)

    # --- How --------------------------------------------------------------------------------------------------------
    def _part(self, name: str):
        if not name:
            return self.page
        if name == WINDOW:
            return self.page.get_by_role("dialog").filter(visible=True).last
        roles = [self.page.get_by_role(role, name=begins(name)) for role in PARTS]
        return any_of(roles).filter(visible=True).first

    def _pressable(self, name: str, within: str, place: int | None) -> Locator:
        part = self._part(within)
        folded = part.locator("summary").filter(has_text=says(name))  # which has no role to be found by
        return self._only(any_of([folded, *(part.get_by_role(role, name=says(name)) for role in PRESSED)]), place)

    def _field(self, label: str, within: str, place: int | None) -> Locator:
        part = self._part(within)
        named = part.get_by_label(says(label)).and_(self.page.locator("input:not([type=file]), textarea"))
        named = named.filter(visible=True)
        # The field of a running text is none of the form's fields; its label stands before it.
        rich = part.locator("label", has_text=says(label)).locator("xpath=following::*[@contenteditable='true'][1]")
        expect(named.or_(rich).first, f"“{label}” on the screen").to_be_visible(timeout=PATIENCE)
        return self._only(named if named.count() else rich, place)

    def _anything(self, words: str) -> Locator:
        roles = [self.page.get_by_role(role, name=says(words)) for role in (*PRESSED, "textbox", "combobox", *PARTS)]
        return any_of(roles).filter(visible=True).first

    def _only(self, found: Locator, place: int | None) -> Locator:
        """The one that is shown; several are a mistake unless one says which."""
        shown = found.filter(visible=True)
        return shown if place is None else shown.nth(place)

    def _fill(self, target: Locator, text: str) -> None:
        target.click()
        if not target.evaluate("node => node.isContentEditable"):
            target.fill(text)
            return
        self.page.keyboard.insert_text(text)
        # The editor of running text writes into its form a quarter of a second later; no person is quicker than that.
        form = target.locator("xpath=ancestor::*[@data-draftail-editor-wrapper]/..//input[@type='hidden']")
        expect(form).to_have_value(re.compile(re.escape(json.dumps(text.strip(), ensure_ascii=False)[1:-1])))

    def _look_at(self, target: Locator, name: str) -> None:
        expect(target, f"“{name}” once on the screen").to_have_count(1, timeout=PATIENCE)
        self._look()

    def _look(self) -> None:
        self.record.seen.update(spaces(text) for text in self.page.evaluate(WORDS_ON_SCREEN))

    def _count(self, name: str, taps: int, characters: int = 0) -> None:
        self.record.touched.add(name)
        self.record.taps += taps
        self.record.characters += characters

    @contextmanager
    def _timed(self):
        start = time.monotonic()
        yield
        self.record.seconds += time.monotonic() - start


def any_of(locators: list[Locator]) -> Locator:
    """What matches one of them."""
    found, *others = locators
    for other in others:
        found = found.or_(other)
    return found
