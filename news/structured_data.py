"""What search engines read of a story, as schema.org data."""

from django.utils import timezone, translation

from kasper_site.cms import structured_data
from kasper_site.cms.urls_of import absolute


def article(story, publisher: str) -> dict:
    """A NewsArticle: headline, day and hour, the main thing, who publishes it."""
    data = {
        "@context": structured_data.CONTEXT,
        "@type": "NewsArticle",
        "headline": story.title,
        "url": absolute(story.url or "/"),
        "datePublished": timezone.localtime(story.public_at).isoformat(timespec="seconds"),
        "inLanguage": translation.get_language(),
        "publisher": {"@type": "NGO", "name": publisher},
    }
    if story.last_published_at:
        changed = max(story.last_published_at, story.public_at)
        data["dateModified"] = timezone.localtime(changed).isoformat(timespec="seconds")
    if story.description or story.lead:
        data["description"] = story.description or story.lead
    return data
