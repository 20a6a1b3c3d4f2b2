"""From a list of stories to its feed."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from uuid import uuid5

from django.apps import apps
from django.conf import settings
from django.templatetags.static import static
from django.utils import translation
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.models import Page

from kasper_site.cms import frame
from kasper_site.cms.urls_of import absolute
from news import listing, notices
from news.feeds import content
from news.feeds.asked import Asked
from news.feeds.atom import Entry, Feed

MOST_ENTRIES = 50
BEFORE_ANYTHING = datetime(1970, 1, 1, tzinfo=UTC)


def feed(page, asked: Asked) -> Feed | None:
    """The feed of a list's newest stories in the active language; None where no visible story has the topic asked for.

    So a topic whose stories are all ahead of their time answers as one that does not exist.
    """
    stories = page.stories().select_related("locale")
    newest = list((stories.filter(topics__slug=asked.topic) if asked.topic else stories)[:MOST_ENTRIES])
    if asked.topic and not newest:
        return None
    author, entries = _author(), ()
    topics = listing.topics_of([story.pk for story in newest])
    if newest:
        corrected = _corrections([story.pk for story in newest])
        bodies = zip(newest, content.bodies(newest), strict=True)
        entries = tuple(
            _entry(story, f"{corrected.get(story.pk, '')}{_lead(story)}{body}", topics.get(story.pk, {}), author)
            for story, body in bodies
        )
    label = topics[newest[0].pk][asked.topic] if asked.topic else ""
    return Feed(
        id=stable_id(page, translation.get_language(), asked.tail),
        title=f"{page.title}: {label}" if label else page.title,
        subtitle=page.introduction,
        url=absolute(page.url + asked.tail),
        page_url=absolute(page.url + listing.query_of_topic(asked.topic)),
        language=translation.get_language(),
        updated=max((entry.updated for entry in entries), default=page.last_published_at or BEFORE_ANYTHING),
        author=author,
        icon=absolute(static("img/apple-touch-icon.png")),
        entries=entries,
    )


def stable_id(page: Page, language: str, tail: str = "") -> str:
    """The name of a story or feed for ever (RFC 4122): neither its address nor the site's makes a part of it."""
    return f"urn:uuid:{uuid5(page.translation_key, f'{language}/{tail}')}"


def _author() -> str:
    found = frame.site_settings()
    return (found and found.organisation_name) or settings.WAGTAIL_SITE_NAME


def _corrections(keys: Iterable[int]) -> dict[int, str]:
    """What was corrected in stories, the newest first, by their key. One query."""
    found: dict[int, str] = {}
    for row in apps.get_model("news", "Correction").objects.filter(page_id__in=list(keys)):
        words = format_html("<p><strong>{}</strong></p>", notices.corrected(row.at, row.note).text)
        found[row.page_id] = found.get(row.page_id, "") + words
    return found


def _entry(story, text: str, topics: Mapping[str, str], author: str) -> Entry:
    """A story by its own name, as in every list of ours, a discreet one too."""
    language = story.locale.language_code
    return Entry(
        id=stable_id(story, language),
        title=story.title,
        url=absolute(story.url),
        language=language,
        published=story.public_at,
        updated=story.changed_at,
        author=author,
        summary=story.teaser or story.lead,
        content=text,
        categories=[(listing.kind_of(story), str(story.kind_label)), *topics.items()],
    )


def _lead(story) -> str:
    lead = format_html("<p>{}</p>", story.lead) if story.lead else ""
    piece = getattr(story, "coveragepage", None)
    if piece is None:
        return lead
    words = _("Read it: %(name)s") % {"name": piece.source_name}
    return lead + format_html('<p><a href="{}">{}</a></p>', piece.source_url, words)
