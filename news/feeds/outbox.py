"""The outbox's kind “feed”: a publication really stands in the feed of its language."""

from xml.etree import ElementTree

from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Page

from kasper_site.cms import visibility
from kasper_site.delivery.models import Effect
from kasper_site.delivery.outbox.kinds import Refused
from news import listing, topics
from news.feeds import atom, building
from news.feeds.asked import Asked

NAME = "feed"
_ID = f"{{{atom.NAMESPACE}}}id"


class NotInFeedError(Exception):
    """The feed was read and the story was not in it."""


def run(effect: Effect) -> str:
    """Read the feed as a reader would, and look for the story; a line for the editor."""
    page = visibility.visible_or_none(effect.publication.page_id)
    if page is None:
        raise Refused(_("The page is not public any more."))
    newsroom = topics.news_list(page.locale_id)
    if newsroom is None:
        raise Refused(_("There is no list of news in this language, so there is no feed either."))
    if _id_of(page) in _ids(newsroom, page.locale.language_code):
        return _("In the feed")
    if _is_older(page):
        # Translators: a line on the receipt of a publication; %(count)d is the number of stories in a feed
        return _("Not in the feed: it has the %(count)d newest stories.") % {"count": building.MOST_ENTRIES}
    raise NotInFeedError(_("The feed was read, and the page is not in it."))


def _id_of(page: Page) -> str:
    return building.stable_id(page, page.locale.language_code)


def _ids(newsroom, language: str) -> set[str]:
    """What the feed names, from the file itself: so it is also seen to be sound XML."""
    with translation.override(language):
        found = building.feed(newsroom, Asked())
        data = atom.write(found)
    return {entry.text for entry in ElementTree.fromstring(data).iter(_ID)}  # noqa: S314  our own file


def _is_older(page: Page) -> bool:
    """Whether as many stories as a feed holds are newer."""
    newest = listing.in_language(page.locale_id).values_list("pk", flat=True)[: building.MOST_ENTRIES]
    return page.pk not in set(newest)
