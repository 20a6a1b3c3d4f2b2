"""Loads the demo content: a believable site from plain files, through the models' own interface.

Loading twice changes nothing; what an editor has changed or deleted since stays so. Used by `load_demo` and at
the first start.
"""

from collections.abc import Callable
from pathlib import Path

from django.db import transaction
from wagtail.models import Page

from kasper_site.cms import visibility, warm
from kasper_site.cms.redirects import csv_file, incoming
from kasper_site.demo import accessibility, facts, groups, media, page_sources, pages, site
from kasper_site.demo.models import LoadedItem
from kasper_site.demo.references import ContentError
from kasper_site.demo.registry import Registry, Tally, checksum
from search.index import upkeep

FOLDER = Path(__file__).resolve().parent
FINISHED = "finished"
WARMED = "warmed"

__all__ = ["ContentError", "is_loaded", "load"]


def is_loaded() -> bool:
    """Whether the demo content has been loaded to its end at least once."""
    return LoadedItem.objects.filter(name=FINISHED).exists()


def load(progress: Callable[[str], object] = print, folder: Path = FOLDER, is_warmed: bool = True) -> bool:
    """Load what is new in the files below `folder`; True if anything was. Raises ContentError where a file is wrong.

    `progress` gets one line a step. `is_warmed=False` leaves the pictures' sizes to the first visitors.
    """
    content, registry = folder / "content", Registry()
    site.make_languages()
    is_changed = False
    for tally in _steps(folder, content, registry):
        progress(str(tally))
        is_changed |= tally.is_changed
    if is_warmed and (is_changed or registry.row(WARMED) is None):
        progress(_warm(registry))
    if is_changed:
        transaction.on_commit(lambda: upkeep.build(progress))
    progress("Demo content: loaded" if is_changed else "Demo content: nothing new, nothing changed")
    registry.record(FINISHED, 0, "", "")
    return is_changed


def _steps(folder: Path, content: Path, registry: Registry):
    """Do one step after the other, in the order in which they need each other."""
    yield groups.load()
    yield from facts.load(content, registry)
    yield from accessibility.load(content, registry)
    yield from media.load(folder, registry)
    yield pages.load(page_sources.read_all(content / "pages"), registry)
    yield from facts.load_after_pages(content, registry)
    site.open_site(registry)
    yield from site.load(content, registry)
    yield _load_redirects(content / "redirects.csv", registry)


def _load_redirects(file: Path, registry: Registry) -> Tally:
    """The old addresses, whenever their file is another one than the last time."""
    tally, source = Tally("Redirects"), checksum(file.read_bytes())
    verdict = registry.judge("redirects", source, "")
    if verdict.is_to_load:
        try:
            incoming.import_file(file)
        except csv_file.RedirectsError as error:
            raise ContentError(file.name, str(error)) from error
        registry.record("redirects", 0, source, "")
    tally.add(verdict, file.name)
    return tally


def _warm(registry: Registry) -> str:
    """Render every page once, so that no visitor waits for a picture's sizes; the next run tries again if one fails."""
    found = list(visibility.visible(Page.objects.filter(depth__gt=1)).specific())
    failed = warm.warm(found)
    if failed:
        LoadedItem.objects.filter(name=WARMED).delete()
        return f"Rendered: {len(found) - len(failed)} pages; {len(failed)} failed, the log says why"
    registry.record(WARMED, 0, "", "")
    return f"Rendered: {len(found)} pages"
