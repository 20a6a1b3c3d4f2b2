"""What surrounds every page: settings, menus, breadcrumb, languages. Read once a request, and only if shown."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import translation
from django.utils.functional import SimpleLazyObject, cached_property
from wagtail.models import Page

from kasper_site.cms import languages, visibility
from kasper_site.cms.languages import Alternate, OtherLanguage
from kasper_site.cms.models import MenuLink, SiteSettings


def site_settings() -> SiteSettings | None:
    """The site's settings with the site, its root page and the contacts; None before the first set-up."""
    rows = SiteSettings.objects.select_related("site__root_page", "press_contact", "feedback_contact")
    return rows.filter(site__is_default_site=True).first()


def settings_for(request) -> SiteSettings | None:
    """The same, read once a request."""
    if not hasattr(request, "_site_settings"):
        request._site_settings = site_settings()
    return request._site_settings


@dataclass
class Frame:
    """The header, footer and head of one request's page."""

    request: object
    page: Page | None = None

    @cached_property
    def settings(self) -> SiteSettings:
        """The site's settings (empty ones before the first set-up)."""
        return settings_for(self.request) or SiteSettings()

    @cached_property
    def links(self) -> list[MenuLink]:
        """The menu links of the active language whose page a visitor may see."""
        rows = MenuLink.objects.filter(menu__locale__language_code=translation.get_language())
        return list(rows.filter(page__in=visibility.visible(Page.objects.all())).select_related("page"))

    @property
    def header_links(self) -> list[MenuLink]:
        """The links of the header."""
        return [link for link in self.links if link.position == MenuLink.Position.HEADER]

    @property
    def footer_links(self) -> list[MenuLink]:
        """The links of the footer."""
        return [link for link in self.links if link.position == MenuLink.Position.FOOTER]

    @property
    def exit_links(self) -> list[MenuLink]:
        """The links beside *leave quickly*."""
        return [link for link in self.links if link.position == MenuLink.Position.EXIT]

    @property
    def home_url(self) -> str:
        """The active language's front page."""
        return reverse("wagtail_serve", args=[""])

    @property
    def breadcrumb(self) -> list[Page]:
        """The pages above the page, from the front page on; none on the front page."""
        return self.page.breadcrumb_pages if self.page else []

    @cached_property
    def languages(self) -> list[OtherLanguage]:
        """The ways to the other languages."""
        return languages.of_page(self.page) if self._is_ours else languages.of_request(self.request)

    @property
    def alternates(self) -> list[Alternate]:
        """The page's addresses in all its languages, for search engines."""
        if not self._is_ours:
            return []
        others = {other.locale.language_code: other.url for other in self.page.visible_translations}
        return languages.alternates({translation.get_language(): self.page.url or "/", **others})

    @property
    def _is_ours(self) -> bool:
        return hasattr(self.page, "visible_translations")


def context(request) -> dict:
    """Context processor: `frame`, made when a template first asks for it."""
    return {"frame": SimpleLazyObject(lambda: Frame(request, _page_of(request)))}


def _page_of(request) -> Page | None:
    route = getattr(request, "_wagtail_route_for_request", None)
    page = getattr(request, "preview_page", None) or (route.page if route else None)
    # A page may show something of the directory at an address below its own, an event for example.
    return getattr(page, "shown", None) or page
