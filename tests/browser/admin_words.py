"""Reads every word that a page of the admin says, shown or yet to be shown, and tells which are English."""

import re
from collections.abc import Iterable
from functools import cache

import polib
from playwright.sync_api import Page

from kasper_site.cms import catalogues, wagtail_wording

# Text, accessible names, tooltips and placeholders, in hidden dialogs and templates too. Not read: what editors have
# written (fields, rich text, names of rows and blocks, what is marked as English), the names of the stylesheet's values
# in the pattern library, a counter that is hidden while it says "None", a button that the date picker never shows.
READ = """() => {
  const SKIPPED = "script, style, textarea, svg, iframe, code, [contenteditable=true],"
    + ".c-sf-block__title, .w-minimap-item, #tokens, [lang=en], [data-row-name],"
    + "[data-side-panel-toggle-counter], .xdsoft_save_selected";
  const NAMES = ["aria-label", "aria-description", "title", "placeholder", "alt", "summary",
    "data-w-tooltip-content-value", "data-draftail-balloon", "data-w-progress-active-value", "data-tippy-content",
    "data-w-dialog-title", "data-empty-text"];
  const found = new Set();
  const add = (text) => { if (text && text.trim()) found.add(text.trim().replace(/\\s+/g, " ")); };
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) add(node.textContent);
    if (node.nodeType === Node.ELEMENT_NODE) {
      for (const name of NAMES) add(node.getAttribute(name));
      if (node.matches(SKIPPED)) return;
      if (node.matches("input[type=submit], input[type=button]")) add(node.value);
      if (node.matches("template")) walk(node.content);
    }
    node.childNodes.forEach(walk);
  };
  walk(document.documentElement);
  return [...found];
}"""

SMALL_LABELS = """() => [
  ...document.querySelectorAll("main .w-field__label, main .w-panel__heading, main legend, main table.listing th"),
].map((node) => node.textContent.trim()).filter((text) => /^[a-zåäö]/.test(text))"""

WORD = re.compile(r"[^\W\d_]+")

# The words that give English away, whatever the catalogues say.
TELLTALE_WORDS = """
    the and of to with from your you this that these those are was were been which when what how who can cannot could
    should would will must not has have had does do it its be by for as there their they we our if then than into
    add remove edit save delete choose change close open search cancel submit publish published unpublish move copy
    upload download view show hide select create clear filter filters sort order previous next back more less apply
    page pages image images document documents link links title name description heading label field fields value
    values user users group groups settings setting site sites home log login logout password account help true false
    none yes any other unknown empty no results found required optional error errors success warning actions action
    status comment comments history draft live date time today yesterday tomorrow ago now new old first last up down
    left right top bottom default root port hostname type types tag tags collection collections redirect redirects
    locale language report reports menu item items list row rows column table block blocks insert replace duplicate
    welcome wagtail
"""
TELLTALE = frozenset(TELLTALE_WORDS.split())

# Finnish words that look like English ones (to: Thursday), the organisation's name, a key of the keyboard, CC BY.
ALLOWED = {"alt", "by", "kasper", "media", "no", "on", "shift", "to"}


@cache
def vocabulary() -> frozenset[str]:
    """The words of every English text in the catalogues that no Finnish wording uses, and the telltale ones."""
    english, finnish = set(), set()
    for entry in _entries():
        english |= words(f"{entry.msgid} {entry.msgid_plural}")
        finnish |= words(" ".join((entry.msgstr, *entry.msgstr_plural.values())))
    return frozenset((english - finnish | TELLTALE) - ALLOWED)


def _entries() -> Iterable[polib.POEntry]:
    for domain in wagtail_wording.DOMAINS:
        yield from wagtail_wording.overlay(domain)
        for folder in wagtail_wording.loaded_folders():
            path = folder / "fi" / "LC_MESSAGES" / f"{domain}.po"
            yield from polib.pofile(str(path)) if path.is_file() else ()
    yield from polib.pofile(str(catalogues.po_file("fi")))


def words(text: str) -> set[str]:
    """The words of a text in lower case, without placeholders and tags."""
    plain = re.sub(r"%\(\w+\)[a-z]|%[a-z]|\{\w*\}|<[^>]+>", " ", text)
    return {word.lower() for word in WORD.findall(plain) if len(word) > 1}


def english_on(page: Page, titles: Iterable[str] = ()) -> list[str]:
    """The texts of a page in the browser that hold an English word, each with the words; `titles` are the content's."""
    found, names = [], sorted(titles, key=len, reverse=True)
    for text in page.evaluate(READ):
        plain = text
        for title in names:
            plain = plain.replace(title, " ")
        if hits := words(plain) & vocabulary():
            found.append(f"{text[:120]} → {', '.join(sorted(hits))}")
    return found


def lower_case_labels(page: Page) -> list[str]:
    """The labels of fields, panels and columns that begin with a small letter."""
    return page.evaluate(SMALL_LABELS)
