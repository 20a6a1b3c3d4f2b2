"""Old addresses from a CSV file: `old,new` a line, kept as Wagtail's own redirects.

The file has a heading line with the columns `old` and `new`, in UTF-8, separated by commas or semicolons. `old` is a
path or a whole address of the old site; `new` is the path of a page of ours or an address on another site.
"""

import csv
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

_is_url = URLValidator(schemes=["http", "https"])


class RedirectsError(Exception):
    """The file is wrong; the message has one line for each wrong line, with its number."""


@dataclass(frozen=True)
class Line:
    """One line of the file: from which path to which page or address."""

    number: int
    old: str
    new: str


@dataclass
class Result:
    """How many redirects were made, changed and found as they should be."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0


@transaction.atomic
def import_file(file: Path) -> Result:
    """Make the redirects of the file. A file with an error changes nothing; a second run of the same neither."""
    site = Site.objects.select_related("root_page").get(is_default_site=True)
    lines, errors, targets = _read(file), [], {}
    for line in lines:
        try:
            _check(line, targets, site)
            targets[line.old] = _target(line.new, site)
        except ValueError as error:
            errors.append(f"line {line.number}: {error}")
    if errors:
        raise RedirectsError("\n".join(errors))
    result = Result()
    for old, target in targets.items():
        _keep(old, target, site, result)
    return result


def _read(file: Path) -> list[Line]:
    """The lines with something on them; a spreadsheet's byte-order mark and semicolons are welcome."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RedirectsError(f"{file.name} cannot be read as UTF-8 text: {error}") from error
    heading = text.partition("\n")[0]
    reader = csv.DictReader(text.splitlines(), delimiter=";" if ";" in heading else ",")
    columns = {(name or "").strip().lower(): name for name in reader.fieldnames or []}
    if not {"old", "new"} <= set(columns):
        raise RedirectsError("line 1: the columns must be named old and new")
    lines = []
    for row in reader:
        old, new = ((row[columns[name]] or "").strip() for name in ("old", "new"))
        if old or new:
            lines.append(Line(reader.line_num, Redirect.normalise_path(old) if old else "", new))
    return lines


def _check(line: Line, seen: dict, site: Site) -> None:
    """Raise ValueError with what is wrong with the old address."""
    if not line.old or not line.new:
        raise ValueError("one of the two addresses is missing")
    if len(line.old) > 255:
        raise ValueError("the old address is longer than 255 characters")
    if line.old in seen:
        raise ValueError(f"{line.old} stands in the file twice")
    page = page_at(line.old, site)
    if page and page.live:
        raise ValueError(f"{line.old} is the address of a page, which comes before any redirect")


def _target(new: str, site: Site) -> dict:
    """The redirect's fields for a new address; ValueError where there is no such page and no such address."""
    if new.startswith("/") and not new.startswith("//"):
        page = page_at(new, site)
        if page is None:
            raise ValueError(f"there is no page at {new}")
        return {"redirect_page_id": page.pk, "redirect_link": ""}
    try:
        _is_url(new)
    except ValidationError as error:
        raise ValueError(f"{new} is neither a path such as /tukea/ nor an address such as https://…") from error
    return {"redirect_page_id": None, "redirect_link": new}


def page_at(path: str, site: Site) -> Page | None:
    """The page at a public path, whether public yet or not."""
    parts = [part for part in urlsplit(path).path.split("/") if part]
    languages = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
    language = parts.pop(0) if parts and parts[0] in languages else settings.LANGUAGE_CODE
    key = site.root_page.translation_key
    root = Page.objects.filter(translation_key=key, locale__language_code=language).first()
    if root is None:
        return None
    return Page.objects.filter(url_path=root.url_path + "".join(f"{part}/" for part in parts)).first()


def _keep(old: str, target: dict, site: Site, result: Result) -> None:
    """Make one redirect, or bring those that there are for the old address up to the target."""
    found = list(Redirect.get_for_site(site).filter(old_path=old))
    if not found:
        Redirect.objects.create(old_path=old, **target)
        result.created += 1
        return
    for redirect in found:
        if all(getattr(redirect, name) == value for name, value in target.items()):
            result.unchanged += 1
            continue
        for name, value in target.items():
            setattr(redirect, name, value)
        redirect.save()
        result.updated += 1
