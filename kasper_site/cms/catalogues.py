"""The wording's catalogues: `locale/LANGUAGE/LC_MESSAGES/django.po` and, compiled beside it, `django.mo`.

Both are committed, so that serving needs no gettext. `make messages` brings them up to date with the code, `make check`
tells what is missing: Finnish must be whole; Swedish must hold what visitors read; English is the code's own wording.
Needs GNU gettext and polib, which only the development environment has.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import polib
from django.apps import apps
from django.conf import settings
from django.utils import translation

LANGUAGES = ("fi", "sv")
WHOLE = ("fi",)
SOURCES = ("home", "kasper_site", "news", "projects", "search", "templates")
SUFFIXES = {".py", ".html", ".txt"}

# Where words stand that only editors read. Choices are labels of what visitors see, wherever they stand.
EDITORS_FILES = (
    "*/apps.py",
    "*/blocks.py",
    "*/blocks/*",
    "*/checks.py",
    "*/models.py",
    "*/models/*",
    "*/patterns.py",
    "*/viewsets.py",
    "*/wagtail_hooks.py",
    "kasper_site/accessibility/admin/*",
    "kasper_site/cms/consents.py",
    "kasper_site/cms/desk/*",
    "kasper_site/cms/link_check/*",
    "kasper_site/cms/menu_*.py",
    "kasper_site/cms/page_effect.py",
    "kasper_site/cms/partial_dates.py",
    "kasper_site/cms/patterns/*",
    "kasper_site/cms/previews.py",
    "kasper_site/cms/publish_checks/*",
    "kasper_site/cms/safekeeping/*",
    "kasper_site/cms/redirects*.py",
    "kasper_site/cms/roots.py",
    "kasper_site/cms/uploads/*",
    "kasper_site/directory/banners/*",
    "kasper_site/directory/deletion.py",
    "kasper_site/directory/event_checks.py",
    "kasper_site/directory/event_form.py",
    "kasper_site/directory/event_notes.py",
    "kasper_site/directory/event_shortcut.py",
    "kasper_site/directory/forms.py",
    "kasper_site/directory/hours_list.py",
    "kasper_site/directory/panels.py",
    "kasper_site/directory/phones.py",
    "kasper_site/directory/rich_text/*",
    "kasper_site/directory/short_names.py",
    "kasper_site/directory/today/*",
    "kasper_site/directory/usage.py",
    "news/receipt/*",
    "search/page_effect.py",
    "news/subscriptions/admin.py",
    "news/subscriptions/mailing.py",
    "news/admin/*",
    "news/corrections.py",
    "news/media_bank/report.py",
    "news/media_bank/requirements.py",
    "templates/directory/*",
    "templates/patterns/*",
    "templates/wagtailadmin/*",
    "templates/wagtailimages/*",
    "templates/wagtailredirects/*",
    "templates/wagtailusers/*",
)
VISITORS_FILES = ("news/models/story.py",)


class CatalogueError(Exception):
    """A catalogue that cannot be compiled, in msgfmt's words."""


def po_file(language: str) -> Path:
    """A language's catalogue."""
    return Path(settings.BASE_DIR) / "locale" / language / "LC_MESSAGES" / "django.po"


# --- Collecting -------------------------------------------------------------------------------------------------------
def update() -> list[Path]:
    """Bring the catalogues up to date with the code and compile them; the files written. Wording is never lost."""
    written = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for language in LANGUAGES:
            if po_file(language).is_file():
                _copy(po_file(language), copy)
        _collect(copy, *(f"--locale={language}" for language in LANGUAGES), "--no-obsolete")
        for language in LANGUAGES:
            path = po_file(language)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_without_date((copy / _relative(path)).read_text(encoding="utf-8")), encoding="utf-8")
            if complaint := compile_to(path, path.with_suffix(".mo")):
                raise CatalogueError(complaint)
            written += [path, path.with_suffix(".mo")]
    return written


def found_in_code() -> polib.POFile:
    """Every text that the code and the templates mark for translation, with the files where it stands."""
    with tempfile.TemporaryDirectory() as folder:
        _collect(Path(folder), "--exclude=none", "--keep-pot")
        return polib.pofile(str(Path(folder) / "locale" / "django.pot"))


def compile_to(source: Path, target: Path) -> str:
    """Compile a catalogue; "" or what msgfmt has against it."""
    command = ["msgfmt", "--check-format", f"--output-file={target}", str(source)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  names of our own files
    return "" if done.returncode == 0 else done.stderr.strip()


def _collect(copy: Path, *arguments: str) -> None:
    """Run Django's makemessages on a copy of the sources, for it writes beside the templates that it reads."""
    base = Path(settings.BASE_DIR)
    for folder in SOURCES:
        for path in (base / folder).rglob("*"):
            if path.suffix in SUFFIXES and "migrations" not in path.parts:
                _copy(path, copy)
    (copy / "locale").mkdir(exist_ok=True)
    options = ("--add-location=file", "--no-wrap", "--verbosity=0")
    command = [sys.executable, "-m", "django", "makemessages", *options, *arguments]
    subprocess.run(command, cwd=copy, env=_bare_environment(), check=True)  # noqa: S603  a fixed command


def _bare_environment() -> dict[str, str]:
    """The environment without settings, so that makemessages looks at the copy alone."""
    return {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}


def _relative(path: Path) -> Path:
    return path.relative_to(settings.BASE_DIR)


def _copy(path: Path, copy: Path) -> None:
    target = copy / _relative(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, target)


def _without_date(text: str) -> str:
    """The catalogue without the date of its making, which would change the file when nothing else does."""
    return re.sub(r'^"POT-Creation-Date: .*\n', "", text, flags=re.MULTILINE)


# --- Checking ---------------------------------------------------------------------------------------------------------
def problems() -> list[str]:
    """What is missing or stale, a line each; none when the wording is complete."""
    template = found_in_code()
    return [line for language in LANGUAGES for line in _problems_of(language, template)]


def _problems_of(language: str, template: polib.POFile) -> Iterator[str]:
    path = po_file(language)
    name = _relative(path)
    if not path.is_file():
        yield f"{name} is missing: run `make messages`"
        return
    catalogue = {key(entry): entry for entry in polib.pofile(str(path)) if not entry.obsolete}
    choices = _choice_labels()
    for entry in template:
        is_wanted = language in WHOLE or entry.msgid in choices or is_for_visitors(entry)
        if is_wanted and not is_translated(catalogue.get(key(entry))):
            yield f"{name}: no wording for {entry.msgid!r} ({', '.join(file for file, _line in entry.occurrences)})"
    yield from _stale(path)


def key(entry: polib.POEntry) -> tuple[str | None, str]:
    """What tells entries apart: context and text."""
    return entry.msgctxt, entry.msgid


def is_translated(entry: polib.POEntry | None) -> bool:
    """Whether an entry has its wording, in every plural form, and nobody doubts it."""
    if entry is None or entry.fuzzy:
        return False
    return all(entry.msgstr_plural.values()) if entry.msgid_plural else bool(entry.msgstr)


def is_for_visitors(entry: polib.POEntry) -> bool:
    """Whether a text stands in a file whose words reach visitors."""
    return any(
        file in VISITORS_FILES or not any(fnmatch(file, pattern) for pattern in EDITORS_FILES)
        for file, _line in entry.occurrences
    )


def _choice_labels() -> set[str]:
    """The labels of every choice of our own models: kinds, states, weekdays."""
    with translation.override(None):
        own = (model for model in apps.get_models() if model.__module__.startswith(SOURCES))
        fields = (field for model in own for field in model._meta.get_fields() if getattr(field, "choices", None))
        return {str(label) for field in fields for _value, label in field.flatchoices}


def _stale(path: Path) -> Iterator[str]:
    """Whether the compiled catalogue says the same as the source."""
    with tempfile.TemporaryDirectory() as folder:
        fresh, kept = Path(folder) / "django.mo", path.with_suffix(".mo")
        if complaint := compile_to(path, fresh):
            yield f"{_relative(path)} cannot be compiled: {complaint}"
        elif not kept.is_file() or _wording(kept) != _wording(fresh):
            yield f"{_relative(kept)} is older than its source: run `make messages`"


def _wording(path: Path) -> dict:
    return {key(entry): (entry.msgstr, entry.msgstr_plural) for entry in polib.mofile(str(path))}
