"""What the front page gathers from the sections below it."""

from dataclasses import dataclass

from django.db.models import Q
from wagtail.models import Page

from home import help_links
from kasper_site.cms import visibility
from news import listing as news
from projects import listing as projects


@dataclass(frozen=True)
class Card:
    """A door or an area of work: a heading, a text, and where it leads (None where a visitor may not go)."""

    heading: str
    text: str
    url: str | None


def context(page) -> dict:
    """Doors, areas, help points with their state, the newest matters and the projects, in the page's language."""
    raw = {name: [item["value"] for item in getattr(page, name).raw_data] for name in ("doors", "areas")}
    named = {value["page"] for values in raw.values() for value in values if value.get("page")}
    pages = _pages(named, page.locale_id)
    addresses = {each.pk: each.url for each in pages}
    doors, areas = ([_card(value, addresses) for value in values] for values in raw.values())
    return {
        "doors": [door for door in doors if door.url],
        "areas": areas,
        "help_points": help_links.with_pages(page.locale_id),
        "latest": news.latest(page.locale_id, count=3),
        "projects": projects.for_front(page.locale_id),
        "press_room": next((each for each in pages if hasattr(each, "pressroompage")), None),
    }


def _pages(named: set[int], locale_id: int) -> list[Page]:
    """The named pages and the language's press room, where a visitor may see them. One query."""
    press_room = Q(pressroompage__isnull=False, locale_id=locale_id)
    return list(visibility.visible(Page.objects.filter(Q(pk__in=named) | press_room)).select_related("pressroompage"))


def _card(value: dict, addresses: dict[int, str | None]) -> Card:
    """A card from a stream's stored value; reading the page itself would cost a query for each stream."""
    return Card(value["heading"], value["text"], addresses.get(value.get("page")))
