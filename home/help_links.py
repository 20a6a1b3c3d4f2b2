"""Which page tells of which service or place, for cards that link to it."""

from dataclasses import replace

from django.conf import settings
from django.db.models import Q
from wagtail.models import Page

from kasper_site.cms import visibility
from kasper_site.directory import help_points
from kasper_site.directory.help_points import HelpPointState

_JOINED = [path for name in ("servicepage", "placepage") for path in (name, f"{name}__related_project__projectpage")]


def with_pages(locale_id: int) -> list[HelpPointState]:
    """All services and places with their state and, where a visitor may see one, their page in a language.

    With the project that they were part of, where that is over.
    """
    pages = _pages(locale_id=locale_id)
    entries = help_points.with_state()
    return [_with_page(entry, pages.get((entry.is_phone, entry.point.pk))) for entry in entries]


def own_pages(locale_id: int) -> dict[tuple[str, int], Page]:
    """The visible pages of services and places in a language, for `own_pages.register`. One query."""
    pages = _pages(locale_id=locale_id)
    return {("service" if is_phone else "place", pk): page for (is_phone, pk), page in pages.items()}


def ended_periods() -> dict[tuple[str, int], str]:
    """The periods of projects that are over, by what was part of them; for `kept.register_ended`. One query."""
    pages = _pages(locale__language_code=settings.LANGUAGE_CODE)
    projects = {key: _ended_project(page) for key, page in pages.items()}
    return {("service" if is_phone else "place", pk): one.period for (is_phone, pk), one in projects.items() if one}


def _with_page(entry: HelpPointState, page: Page | None) -> HelpPointState:
    return replace(entry, page=page, ended_project=_ended_project(page) if page else None)


def _ended_project(page: Page):
    """The project that the service or place was part of, if it is over and public."""
    project = getattr(_telling(page).related_project, "projectpage", None)
    return project if project and project.live and project.is_over else None


def _telling(page: Page) -> Page:
    """The service's or place's page proper, read with the page."""
    return getattr(page, "servicepage", None) or page.placepage


def _pages(**language) -> dict[tuple[bool, int], Page]:
    """The visible pages by what they tell of: whether it is a service, and its key. One query for both kinds."""
    help_pages = Page.objects.filter(Q(servicepage__isnull=False) | Q(placepage__isnull=False), **language)
    found = {}
    for page in visibility.visible(help_pages).select_related(*_JOINED):
        service_page = getattr(page, "servicepage", None)
        key = (True, service_page.service_id) if service_page else (False, page.placepage.place_id)
        found[key] = page
    return found
