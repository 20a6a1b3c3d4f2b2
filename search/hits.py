"""From what was found to rows: in brief for all that can be paged to, in full for the page that is shown.

The number of queries is the same whatever was found.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from wagtail.documents import get_document_model
from wagtail.models import Page, get_page_models

from kasper_site.cms import found, visibility
from kasper_site.cms.found import About, Kind
from kasper_site.cms.models import BasePage
from kasper_site.directory import event_wording, events
from kasper_site.directory.event_lists import Listed
from kasper_site.directory.models import Event
from search.models import Entry
from search.query import Results
from search.snippets import highlighted, snippet

MOST = 500  # results that a visitor can page to and filter
NO_PROJECT = ("", "")
FRONT_DEPTH = 2  # the front pages' depth; they stand in no row's breadcrumb


@dataclass(frozen=True, slots=True)
class Brief:
    """As much of a result as filters read: its best entry's key, whose it is, what the sections tell of that."""

    entry: int
    page_id: int | None
    document_id: int | None
    event_id: int | None
    kind: Kind
    about: About
    project: tuple[str, str]  # slug and title of its project's page, ("", "") where none is visible


@dataclass(frozen=True, slots=True)
class Hit:
    """A row of the results. `title` and `snippet` are escaped, hits marked; `file` says what a document's link opens.

    `language` is that of the words, where it is none of the site's or not the visitor's.
    """

    title: SafeString
    url: str
    kind: str
    day: date | None
    year: str
    snippet: SafeString
    trail: tuple[str, ...] = ()
    file_type: str = ""
    page_number: int | None = None
    language: str = ""


# --- In brief ---------------------------------------------------------------------------------------------------------
def briefs(results: Results) -> list[Brief]:
    """The first 500 results, in their order."""
    best = list(results.owners.values())[:MOST]
    rows = {row.pk: row for row in Entry.objects.filter(pk__in=best).only("page_id", "document_id", "event_id", "kind")}
    rows = [rows[pk] for pk in best if pk in rows]
    pages = found.about_pages({row.page_id for row in rows if row.page_id})
    documents = found.about_documents({row.document_id for row in rows if row.document_id})
    dates = {row.event_id: _about(results.scope.listed.events[row.event_id]) for row in rows if row.event_id}
    told = [pages.get(r.page_id) or documents.get(r.document_id) or dates.get(r.event_id) or About() for r in rows]
    projects = _projects(told)
    return [
        Brief(r.pk, r.page_id, r.document_id, r.event_id, _kind(r), about, projects.get(about.project_id, NO_PROJECT))
        for r, about in zip(rows, told, strict=True)
    ]


def _about(event: Event) -> About:
    """The next day on which an event is held."""
    one = events.next_held(event)
    return About(one.day, str(one.day.year)) if one else About()


def _projects(told: Iterable[About]) -> dict[int, tuple[str, str]]:
    """Slug and title of the projects that a visitor may see."""
    pks = {about.project_id for about in told if about.project_id}
    rows = visibility.visible(Page.objects.filter(pk__in=pks)) if pks else Page.objects.none()
    return {pk: (slug, title) for pk, slug, title in rows.values_list("pk", "slug", "title")}


def _kind(entry: Entry) -> Kind:
    if entry.event_id:
        return Kind.EVENT
    return Kind.DOCUMENT if entry.document_id else _kinds().get(entry.kind, Kind.PAGE)


@cache
def _kinds() -> dict[str, Kind]:
    return {model._meta.model_name: model.found_kind for model in get_page_models() if issubclass(model, BasePage)}


# --- In full ----------------------------------------------------------------------------------------------------------
def hits(shown: Sequence[Brief], results: Results) -> list[Hit]:
    """The rows of one page of results. Four queries at most."""
    other_parts = Entry.objects.filter(generation=OuterRef("generation"), key=OuterRef("key"), part__gt=1)
    entries = Entry.objects.filter(pk__in=[brief.entry for brief in shown]).annotate(has_parts=Exists(other_parts))
    entries = {entry.pk: entry for entry in entries.defer("terms")}
    pages = _pages([brief.page_id for brief in shown if brief.page_id])
    documents = _documents([brief.document_id for brief in shown if brief.document_id])
    trails = _trails(pages.values())
    rows = []
    for brief in shown:
        entry = entries.get(brief.entry)
        if entry and brief.page_id in pages:
            rows.append(_of_page(pages[brief.page_id], brief, entry, trails, results))
        elif entry and brief.document_id in documents:
            rows.append(_of_document(documents[brief.document_id], brief, entry, results))
        elif entry and brief.event_id:
            rows.append(_of_event(results.scope.listed, brief, entry, results))
    return rows


def _line(page: Page, entry: Entry, results: Results) -> SafeString:
    """What an editor says of a page that is put first, else the piece of its text that was hit."""
    said = results.promoted.get(page.pk)
    return escape(said) if said else _excerpt(entry, results)


def _excerpt(entry: Entry, results: Results) -> SafeString:
    """The piece of an entry's summary and text that was hit."""
    return snippet(f"{entry.summary}\n{entry.text}", results.language, results.wanted)


def _of_page(page: Page, brief: Brief, entry: Entry, trails: dict[str, str], results: Results) -> Hit:
    return Hit(
        title=highlighted(page.title, results.language, results.wanted),
        url=page.url,
        kind=str(brief.kind.label),
        day=brief.about.day,
        year="",
        snippet=_line(page, entry, results),
        trail=tuple(trails[path] for path in _paths_above(page) if path in trails),
    )


def _of_document(document, brief: Brief, entry: Entry, results: Results) -> Hit:
    page_number = entry.part if entry.has_parts else None
    return Hit(
        title=highlighted(document.title, results.language, results.wanted),
        url=f"{document.url}#page={page_number}" if page_number else document.url,
        kind=document.get_kind_display() if document.kind != document.Kind.OTHER else str(brief.kind.label),
        day=None,
        year=brief.about.year,
        snippet=_excerpt(entry, results),
        trail=(brief.project[1],) if brief.project[1] else (),
        file_type=document.file_extension.upper(),
        page_number=page_number,
        language=document.language if document.language != results.language else "",
    )


def _of_event(listed: Listed, brief: Brief, entry: Entry, results: Results) -> Hit:
    event = listed.events[brief.event_id]
    status = event_wording.status_words(event)
    line = _excerpt(entry, results)
    return Hit(
        title=highlighted(entry.title, results.language, results.wanted),
        url=listed.url(event),
        kind=str(brief.kind.label),
        day=brief.about.day,
        year="",
        snippet=format_html("{}. {}", status, line) if status else line,
        trail=(listed.page.title,),
        language="" if getattr(event, f"name_{results.language}") else settings.LANGUAGE_CODE,
    )


def _pages(pks: list[int]) -> dict[int, Page]:
    rows = Page.objects.filter(pk__in=pks).select_related("locale") if pks else ()
    return {page.pk: page for page in rows if page.url}


def _documents(pks: list[int]) -> dict[int, object]:
    rows = get_document_model().objects.filter(pk__in=pks).defer("extracted_text") if pks else ()
    return {document.pk: document for document in rows}


def _trails(pages: Iterable[Page]) -> dict[str, str]:
    """The titles of all pages above these, below the front page, by path. One query."""
    paths = {path for page in pages for path in _paths_above(page)}
    rows = visibility.visible(Page.objects.filter(path__in=paths)) if paths else Page.objects.none()
    return dict(rows.values_list("path", "title"))


def _paths_above(page: Page) -> list[str]:
    return [page.path[: page.steplen * depth] for depth in range(FRONT_DEPTH + 1, page.depth)]
