"""The list of all pictures in the place of a page: what the frame of every page asks a page for."""

from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from kasper_site.cms import urls_of
from news.media_bank.addresses import FOLDER


@dataclass(frozen=True)
class Elsewhere:
    """The same list below the press room of another language."""

    url: str
    locale: object


class ShownBank:
    """The media bank at its address below a press room."""

    seo_title = ""
    listing_image = None
    is_plain_language = False

    def __init__(self, room):
        self.room = room

    @property
    def title(self) -> str:
        """Its name."""
        return _("Pictures for the press")

    @property
    def path(self) -> str:
        """Where it stands in the tree, for what holds in a whole section: where the press room does."""
        return self.room.path

    @property
    def is_neutral_outside(self) -> bool:
        """Whether tab and link preview are to tell nothing: as the press room has it."""
        return self.room.is_neutral_outside

    @property
    def title_outside(self) -> str:
        """What tab and link preview say."""
        return self.room.title_outside if self.is_neutral_outside else self.title

    @property
    def url(self) -> str:
        """Its address, below the press room's."""
        return f"{self.room.url}{FOLDER}/"

    @property
    def canonical_url(self) -> str:
        """Its one absolute address."""
        return urls_of.absolute(self.url)

    @property
    def lead(self) -> str:
        """What one may do here, in a sentence or two."""
        return _("You may use these pictures when you tell about Kasper. Tell who made the picture and its licence.")

    @property
    def description(self) -> str:
        """What search engines and link previews say of it."""
        return "" if self.is_neutral_outside else self.lead

    @property
    def is_noindex(self) -> bool:
        """Whether search engines are to leave it: as the press room has it."""
        return self.room.is_noindex

    @property
    def breadcrumb_pages(self) -> list:
        """The press room's own ancestors, and the press room."""
        return [*self.room.breadcrumb_pages, self.room]

    @cached_property
    def visible_translations(self) -> list[Elsewhere]:
        """The same below the press rooms of other languages."""
        return [Elsewhere(f"{other.url}{FOLDER}/", other.locale) for other in self.room.visible_translations]

    @property
    def front_pages(self) -> list:
        """The front pages of the other languages."""
        return self.room.front_pages
