"""Topics on the pages of stories, each a link to the list of what else there is about it."""

from dataclasses import dataclass

from django.apps import apps
from django.db.models import OuterRef, Subquery

from news.listing import query_of_topic


@dataclass(frozen=True)
class TopicLink:
    """A topic's name and the list of its stories; "" where a visitor may see no list."""

    name: str
    url: str


def links(story) -> list[TopicLink]:
    """The topics of a story, saved or in a preview. Two queries, one where it has none."""
    topics = list(story.topics.all())
    newsroom = news_list(story.locale_id) if topics else None
    found = (TopicLink(topic.name, list_url(newsroom, topic.slug)) for topic in topics)
    return sorted(found, key=lambda link: link.name)


def news_list(locale_id: int):
    """The list of all news in a language that a visitor may see; None where there is none."""
    return apps.get_model("news", "NewsIndexPage").objects.visible().filter(locale_id=locale_id).first()


def news_list_path() -> Subquery:
    """The same as an expression beside a page: the path of the list in the tree, None where there is none."""
    lists = apps.get_model("news", "NewsIndexPage").objects.visible().filter(locale_id=OuterRef("locale_id"))
    return Subquery(lists.values("url_path")[:1])


def news_list_at(path: str | None):
    """The list at such a path, as much of it as a link needs; no query."""
    return apps.get_model("news", "NewsIndexPage")(url_path=path) if path else None


def list_url(newsroom, slug: str) -> str:
    """The news list narrowed to a topic."""
    return f"{newsroom.url}{query_of_topic(slug)}" if newsroom else ""
