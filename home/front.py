"""What the front page gathers from the sections below it."""

from kasper_site.directory import help_points
from news import listing as news
from projects import listing as projects


def context(page) -> dict:
    """Help points with their state, the newest matters and the projects, in the page's language."""
    return {
        "help_points": help_points.with_state(),
        "latest": news.latest(page.locale_id, count=3),
        "projects": projects.for_front(page.locale_id),
    }
