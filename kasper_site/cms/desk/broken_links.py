"""The box of pages with links that lead nowhere."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.permissions import policy_registry

from kasper_site.cms.desk.boxes import Box, Item
from kasper_site.cms.desk.words import language_of
from kasper_site.cms.link_check import inside, places
from kasper_site.cms.link_check.places import NOWHERE, Spot
from kasper_site.cms.models import ExternalLink
from kasper_site.cms.publish_checks.parts import LinkKind
from kasper_site.cms.wording import date_words


@dataclass(frozen=True)
class Broken:
    """A link that leads nowhere: its page, what it names, what is wrong and since when, where it stands."""

    page: Page
    key: tuple[LinkKind, int | str]
    target: str
    reason: str
    since: str = ""
    spot: Spot = NOWHERE

    @property
    def edit_url(self) -> str:
        """The form, open at the link."""
        return self.spot.edit_url(self.page)

    @property
    def name(self) -> str:
        """What the editor knows the link by: its words, else where it leads."""
        return f"”{self.spot.words}”" if self.spot.words else self.target


def box(user) -> Box:
    """The pages with broken links that the user may edit, one entry for each page."""
    by_page: dict[int, list[Broken]] = {}
    for link in of_user(user):
        by_page.setdefault(link.page.pk, []).append(link)
    return Box(
        key="broken-links",
        heading=_("Broken links"),
        help=_("Choose another target or take the link away."),
        action=_("Mend"),
        icon="link",
        items=[_item(links) for links in by_page.values()],
    )


def of_user(user) -> list[Broken]:
    """The links of the pages that the user may edit, those inside first."""
    links = [*_inside(), *_outside()]
    if not links:
        return []
    allowed = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    pages = allowed.filter(pk__in={link.page.pk for link in links})
    spots = {page.pk: places.spots(page) for page in pages}
    return [
        Broken(**{**vars(link), "spot": spots[link.page.pk].get(link.key, NOWHERE)})
        for link in links
        if link.page.pk in spots
    ]


def _inside() -> list[Broken]:
    return [Broken(link.page, (link.kind, link.target), link.title, link.reason) for link in inside.broken()]


def _outside() -> list[Broken]:
    links = ExternalLink.objects.filter(state=ExternalLink.State.BROKEN).order_by("first_failed_at", "url")
    return [
        Broken(
            page=page,
            key=(LinkKind.ADDRESS, link.url),
            target=link.url,
            reason=link.get_problem_display(),
            since=date_words(link.first_failed_at),
        )
        for link in links.prefetch_related("pages__locale")
        for page in link.pages.all()
    ]


def _item(links: list[Broken]) -> Item:
    """One page; the action opens its form at the first of its broken links."""
    page = links[0].page
    detail = "\n".join(f"{link.name}: {link.reason}" if link.name else link.reason for link in links)
    return Item(page.get_admin_display_title(), links[0].edit_url, detail, NOWHERE.edit_url(page), language_of(page))
