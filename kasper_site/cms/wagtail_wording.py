"""Finnish for the words that Wagtail and its companions lack: an overlay on the packages' own catalogues.

The overlay is `locale_wagtail/fi/LC_MESSAGES/{django,djangojs}.po`, compiled beside it. Django reads it over what the
packages bring and under our own `locale/`. It holds every text that the installed packages leave in English, and
corrections: better words for a text that a package words wrongly, each with a comment that begins with "Correction"
and says why. After an upgrade `manage.py wagtail_wording` tells what is new and what is no longer wanted.
All of Wagtail is covered, so that switching on another of its parts brings no English; of other packages what is
installed. Needs GNU gettext and polib, which only the development environment has.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import django
import polib
import wagtail
from django.apps import apps
from django.conf import settings

from kasper_site.cms import catalogues

LANGUAGE = "fi"
DOMAINS = ("django", "djangojs")
CORRECTION = "Correction"

WAGTAIL = Path(wagtail.__file__).parent
PACKAGES = WAGTAIL.parent


class Key(NamedTuple):
    """What gettext looks a text up by; one text can be asked for with and without a plural."""

    context: str | None
    text: str
    has_plural: bool

    @classmethod
    def of(cls, entry: polib.POEntry) -> "Key":
        return cls(entry.msgctxt, entry.msgid, bool(entry.msgid_plural))


Entries = dict[Key, polib.POEntry]


class Findings(NamedTuple):
    """How the overlay of one domain stands against the installed packages."""

    missing: list[polib.POEntry]  # the packages lack it and so does the overlay
    stale: list[polib.POEntry]  # the overlay words it, but nobody asks for it any more
    superseded: list[polib.POEntry]  # the overlay words it, but a package does so itself now


# --- What the packages ask for and what they have ---------------------------------------------------------------------
def loaded_folders() -> list[Path]:
    """The catalogues that Django loads: its own and those of the installed apps that are not ours."""
    homes = (Path(app.path) for app in apps.get_app_configs())
    return [
        Path(django.__file__).parent / "conf" / "locale",
        *(home / "locale" for home in homes if home.is_relative_to(PACKAGES)),
    ]


@cache
def folders() -> list[Path]:
    """The catalogues that the overlay answers for: the loaded ones and those of every part of Wagtail."""
    return list(dict.fromkeys([*loaded_folders(), *sorted(WAGTAIL.rglob("locale"))]))


def source(folder: Path, domain: str) -> Entries:
    """The texts of one catalogue: its English source, or its Finnish file in a package that keeps no source."""
    for language in ("en", LANGUAGE):
        path = folder / language / "LC_MESSAGES" / f"{domain}.po"
        if path.is_file():
            return {Key.of(entry): entry for entry in polib.pofile(str(path)) if not entry.obsolete}
    return {}


def compiled(folder: Path, domain: str) -> set[Key]:
    """The texts that have Finnish where it counts, in the compiled catalogue: it leaves out doubtful wording."""
    path = folder / LANGUAGE / "LC_MESSAGES" / f"{domain}.mo"
    return {Key.of(entry) for entry in polib.mofile(str(path))} if path.is_file() else set()


def asked(domain: str) -> Entries:
    """Every text that the packages ask for."""
    return {key: entry for folder in reversed(folders()) for key, entry in source(folder, domain).items()}


def lacking(domain: str) -> Entries:
    """The texts that would stand in English. Catalogues are merged: one package's word serves the others too."""
    served = set().union(*(compiled(folder, domain) for folder in loaded_folders()))
    found: Entries = {}
    for folder in folders():
        for key, entry in source(folder, domain).items():
            if key not in served and key not in compiled(folder, domain):
                found.setdefault(key, copy_of(entry, folder))
    return found


def copy_of(entry: polib.POEntry, folder: Path) -> polib.POEntry:
    """The text for our own file, without wording: line numbers give way to the package's name."""
    return polib.POEntry(
        msgctxt=entry.msgctxt,
        msgid=entry.msgid,
        msgid_plural=entry.msgid_plural,
        msgstr_plural={0: "", 1: ""} if entry.msgid_plural else {},
        comment=entry.comment,
        flags=[flag for flag in entry.flags if flag != "fuzzy"],
        occurrences=[(str(folder.parent.relative_to(PACKAGES)), "")],
    )


# --- The overlay ------------------------------------------------------------------------------------------------------
def po_file(domain: str) -> Path:
    """The overlay's catalogue of a domain."""
    return Path(settings.BASE_DIR) / "locale_wagtail" / LANGUAGE / "LC_MESSAGES" / f"{domain}.po"


def overlay(domain: str) -> polib.POFile:
    """The overlay's entries."""
    return polib.pofile(str(po_file(domain)), wrapwidth=110)


def is_correction(entry: polib.POEntry) -> bool:
    """Whether an entry is there to replace a package's own Finnish."""
    return entry.tcomment.startswith(CORRECTION)


def findings(domain: str) -> Findings:
    """How the overlay stands against what is installed."""
    return compare(overlay(domain), asked(domain), lacking(domain))


def compare(entries: Iterable[polib.POEntry], wanted: Entries, lacked: Entries) -> Findings:
    """How entries stand against the texts that are asked for, of which some are lacked."""
    ours = {Key.of(entry): entry for entry in entries if not entry.obsolete}
    return Findings(
        missing=[entry for key, entry in lacked.items() if not catalogues.is_translated(ours.get(key))],
        stale=[entry for key, entry in ours.items() if key not in wanted],
        superseded=[
            entry for key, entry in ours.items() if key in wanted and key not in lacked and not is_correction(entry)
        ],
    )


def write(domain: str) -> str:
    """Add what is missing as empty entries, drop what is not wanted, compile; "" or what msgfmt has against it."""
    catalogue = overlay(domain)
    found = compare(catalogue, asked(domain), lacking(domain))
    for entry in (*found.stale, *found.superseded):
        catalogue.remove(entry)
    known = {Key.of(entry) for entry in catalogue}
    catalogue.extend(entry for entry in found.missing if Key.of(entry) not in known)
    catalogue.save()
    return compile_overlay(domain)


def compile_overlay(domain: str) -> str:
    """Compile the overlay; "" or what msgfmt has against it."""
    path = po_file(domain)
    return catalogues.compile_to(path, path.with_suffix(".mo"))
