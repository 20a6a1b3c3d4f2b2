"""The ways from a list to its feeds: in its head for feed readers, on the page for people."""

from dataclasses import dataclass

from news.feeds.asked import Asked


@dataclass(frozen=True)
class FeedLink:
    """A feed: its address, its name for a reader's program, and the topic that it is about, if it is of one."""

    url: str
    title: str
    topic: str = ""


def of_list(page, topic: tuple[str, str] | None) -> list[FeedLink]:
    """The list's own feed and that of the topic that it is narrowed to: (short name, name). A neutral name stays so."""
    own = FeedLink(page.url + Asked().tail, page.title_outside)
    if topic is None:
        return [own]
    slug, name = topic
    title = own.title if page.is_neutral_outside else f"{own.title}: {name}"
    return [own, FeedLink(page.url + Asked(slug).tail, title, name)]
