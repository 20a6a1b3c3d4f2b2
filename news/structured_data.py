"""What search engines read of a story, as schema.org data."""

from django.templatetags.static import static
from django.utils import timezone, translation

from kasper_site.cms import structured_data
from kasper_site.cms.urls_of import absolute


def article(story, publisher: str) -> dict:
    """A NewsArticle: headline, day and hour, the main thing, who publishes it, its picture and its PDF."""
    address = absolute(story.url or "/")
    organisation = {"@type": "NGO", "name": publisher, "url": absolute("/")}
    logo = {"@type": "ImageObject", "url": absolute(static("img/apple-touch-icon.png"))}
    data = {
        "@context": structured_data.CONTEXT,
        "@type": "NewsArticle",
        "headline": story.title,
        "url": address,
        "mainEntityOfPage": address,
        "datePublished": timezone.localtime(story.public_at).isoformat(timespec="seconds"),
        "inLanguage": translation.get_language(),
        "articleSection": str(story.kind_label),
        "isAccessibleForFree": True,
        "author": organisation,
        "publisher": {**organisation, "logo": logo},
    }
    if story.last_published_at:
        data["dateModified"] = timezone.localtime(story.changed_at).isoformat(timespec="seconds")
    if story.description or story.lead:
        data["description"] = story.description or story.lead
    return {**data, **_translations(story), **_made(getattr(story, "made", {}))}


def _translations(story) -> dict:
    """The same story in other languages, where a visitor may see it: the addresses that `hreflang` names."""
    others = [
        {"@type": "NewsArticle", "url": absolute(other.url), "inLanguage": other.locale.language_code}
        for other in story.visible_translations
    ]
    return {"workTranslation": others} if others else {}


def _made(made: dict) -> dict:
    """The card and the files of a release, as far as they are made."""
    data = {}
    if "card" in made:
        card = {"@type": "ImageObject", "url": absolute(made["card"].url), "width": 1200, "height": 630}
        data["image"] = [card]
    files = [made[kind] for kind in ("pdf", "text") if kind in made]
    if files:
        data["encoding"] = [_file(rendering) for rendering in files]
    return data


def _file(rendering) -> dict:
    return {
        "@type": "MediaObject",
        "contentUrl": absolute(rendering.url),
        "encodingFormat": rendering.recipe.content_type.partition(";")[0],
        "contentSize": f"{rendering.size} B",
        "uploadDate": timezone.localtime(rendering.made_at).isoformat(timespec="seconds"),
    }
