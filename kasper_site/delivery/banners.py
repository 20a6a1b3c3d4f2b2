"""The notices of exceptional situations that stand on every page, in a file: no query, and there without the database.

The directory writes the file whenever a notice or a page changes (`directory.banners.standing`). Whether a notice shows
is judged when a page is asked for, so that it comes and goes to the second without anybody doing anything.

An entry: severity · from, until (seconds since 1970) · paths (of the section in the tree of pages; None: everywhere) ·
texts {language: {heading, text}} · phone, tel ("" for none) · links {language: {url, title}}. Finnish texts are always
there and stand for a language that has none.
"""

from collections.abc import Callable

from kasper_site.delivery import standing

NAME = "banners"
MOST_SHOWN = 2
# From the least severe on.
SEVERITIES = ("notice", "important", "urgent")
_HOUSE_LANGUAGE = "fi"


def renew(entries: Callable[[], list[dict]]) -> None:
    """Replace the file by what `entries()` reads, one process at a time."""
    standing.renew(NAME, entries)


def read() -> list[dict]:
    """The entries as last written; none if there is no file that can be read, or something else is in it."""
    entries = standing.read(NAME)
    return entries if isinstance(entries, list) and all(map(_is_entry, entries)) else []


def shown(entries: list[dict], path: str, moment: float) -> list[dict]:
    """What a page at that place in the tree shows then: the most severe first, of equal ones the newest; two at most.

    `path` is "" for what is no page: only what holds everywhere shows there.
    """
    found = [entry for entry in entries if is_on(entry, moment) and _reaches(entry, path)]
    found.sort(key=lambda entry: (SEVERITIES.index(entry["severity"]), entry["from"]), reverse=True)
    return found[:MOST_SHOWN]


def is_on(entry: dict, moment: float) -> bool:
    """Whether the notice is to be seen at that moment."""
    return entry["from"] <= moment < entry["until"]


def in_language(entry: dict, language: str) -> dict:
    """The entry's words for a reader: heading, text, link; `lang` and the link's where they are Finnish instead."""
    texts, links = entry["texts"], entry["links"]
    code = language if language in texts else _HOUSE_LANGUAGE
    link_code = language if language in links else _HOUSE_LANGUAGE
    return {
        **{key: entry[key] for key in ("severity", "phone", "tel")},
        **texts[code],
        "lang": "" if code == language else code,
        "link": links.get(link_code),
        "link_lang": "" if link_code == language else link_code,
    }


def _reaches(entry: dict, path: str) -> bool:
    return entry["paths"] is None or any(path.startswith(section) for section in entry["paths"])


# --- What a file must hold to be believed -----------------------------------------------------------------------------
def _is_entry(entry: object) -> bool:
    if not isinstance(entry, dict) or entry.get("severity") not in SEVERITIES:
        return False
    moments = [entry.get(key) for key in ("from", "until")]
    is_timed = all(isinstance(moment, int | float) and not isinstance(moment, bool) for moment in moments)
    return is_timed and _are_paths(entry.get("paths")) and _is_worded(entry)


def _are_paths(paths: object) -> bool:
    return paths is None or (isinstance(paths, list) and all(isinstance(path, str) and path for path in paths))


def _is_worded(entry: dict) -> bool:
    texts, links, tel = entry.get("texts"), entry.get("links"), entry.get("tel")
    if not _are_words(texts, ("heading", "text")) or not _are_words(links, ("url", "title")):
        return False
    is_callable = isinstance(tel, str) and isinstance(entry.get("phone"), str) and (not tel or tel.startswith("tel:"))
    urls = [link["url"] for link in links.values()]
    are_ours = all(url.startswith(("/", "http://", "https://")) and not url.startswith("//") for url in urls)
    return _HOUSE_LANGUAGE in texts and (not links or _HOUSE_LANGUAGE in links) and is_callable and are_ours


def _are_words(by_language: object, keys: tuple[str, ...]) -> bool:
    return isinstance(by_language, dict) and all(
        isinstance(words, dict) and all(isinstance(words.get(key), str) for key in keys)
        for words in by_language.values()
    )
