"""One event in the place of a page: what the frame of every page asks a page for."""

from dataclasses import dataclass

from django.utils.functional import cached_property

from kasper_site.cms import urls_of
from kasper_site.directory.events import EventState


@dataclass(frozen=True)
class Elsewhere:
    """The same event in another language."""

    url: str
    locale: object


class ShownEvent:
    """An event at its address below the list of events, `index`."""

    seo_title = ""
    listing_image = None
    is_plain_language = False

    def __init__(self, state: EventState, index):
        self.state, self.event, self.index = state, state.event, index

    @property
    def title(self) -> str:
        """The event's name."""
        return self.event.name

    @property
    def path(self) -> str:
        """Where it stands in the tree, for what holds in a whole section: where the list does."""
        return self.index.path

    @property
    def is_neutral_outside(self) -> bool:
        """Whether tab and link preview are to tell nothing: as the list has it."""
        return self.index.is_neutral_outside

    @property
    def title_outside(self) -> str:
        """What tab and link preview say."""
        return self.index.title_outside if self.is_neutral_outside else self.title

    @property
    def url(self) -> str:
        """Its address, below the list's."""
        return f"{self.index.url}{self.event.slug}/"

    @property
    def canonical_url(self) -> str:
        """Its one absolute address."""
        return urls_of.absolute(self.url)

    @property
    def description(self) -> str:
        """What search engines and link previews say of it."""
        return "" if self.is_neutral_outside else self.event.summary

    @property
    def is_noindex(self) -> bool:
        """What is over can still be read, but nobody need find it; the list may be kept out as a whole."""
        return self.index.is_noindex or self.state.is_over

    @property
    def breadcrumb_pages(self) -> list:
        """The list's own ancestors, and the list."""
        return [*self.index.breadcrumb_pages, self.index]

    @cached_property
    def visible_translations(self) -> list[Elsewhere]:
        """The same event below the lists of other languages."""
        return [Elsewhere(f"{other.url}{self.event.slug}/", other.locale) for other in self.index.visible_translations]

    @property
    def front_pages(self) -> list:
        """The front pages of the other languages."""
        return self.index.front_pages
