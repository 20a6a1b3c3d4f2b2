"""Makes sure that there is an index, and that it was built by the analyser in use."""

from collections.abc import Callable

from search import sources
from search.index.rebuild import Overtaken, analyser_in_use, rebuild
from search.index.state import state

COMMAND = "rebuild_search_index"


def is_current() -> bool:
    """Whether the index that answers is one of this analyser and engine."""
    row = state()
    return bool(row.generation) and row.analyser == analyser_in_use()


def ensure(progress: Callable[[str], object] = lambda line: None) -> bool:
    """Build the index where there is none, or one of another analyser; True if it was built. Done at every start."""
    if is_current():
        return False
    build(progress)
    return True


def build(progress: Callable[[str], object]) -> None:
    """Build the index anew and tell so in a line or two."""
    progress("Search index: reading all pages …")
    try:
        progress(f"Search index: {rebuild(sources.all_sources())} pages, documents and events")
    except Overtaken:
        progress("Search index: another process builds it")
