"""System checks of the search; `manage.py check --database default` asks those that need the database too.

kasper.I101  which engine reads Finnish words, where it is the fallback
kasper.W102  there is no index, or it was built by another analyser than the one in use
"""

from django.core.checks import CheckMessage, Info, Tags, Warning, register
from django.db import Error

from search.analysis.engines import has_libvoikko
from search.index import upkeep
from search.index.rebuild import analyser_in_use
from search.index.state import state


@register("kasper")
def check_engine(app_configs=None, **kwargs) -> list[CheckMessage]:
    """No fault: the fallback finds the same, but takes longer to start and more memory."""
    if has_libvoikko():
        return []
    return [
        Info(
            "Finnish words are read by pyvoikko: libvoikko is not installed.",
            hint="The search finds the same by either, but pyvoikko takes some 270 MB in each process. "
            "On Debian: apt-get install libvoikko1 voikko-fi, then manage.py rebuild_search_index.",
            id="kasper.I101",
        )
    ]


@register(Tags.database)
def check_index(app_configs=None, databases=None, **kwargs) -> list[CheckMessage]:
    """Searching works with an index of another analyser, but some words are not found."""
    if not databases:
        return []
    try:
        row, is_current = state(), upkeep.is_current()
    except Error:  # no tables yet
        return []
    if is_current:
        return []
    built = f"was built by {row.analyser}, in use is {analyser_in_use()}" if row.generation else "has not been built"
    hint = f"Run manage.py {upkeep.COMMAND}; the site answers meanwhile."
    return [Warning(f"The search index {built}.", hint=hint, id="kasper.W102")]
