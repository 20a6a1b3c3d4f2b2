"""What answers where on the site, read once for as many redirects as there are to be looked at."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404
from django.urls import get_resolver
from django.urls.resolvers import LocalePrefixPattern, RoutePattern
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from kasper_site.cms import visibility


@dataclass(frozen=True)
class Known:
    """A page: where it stands and whether visitors get it."""

    pk: int
    title: str
    path: str
    is_servable: bool


class SiteMap:
    """Pages and redirects by their addresses, in a few queries for any number of questions."""

    def __init__(self):
        self._whole_pages: dict[int, Page] = {}

    @cached_property
    def site(self) -> Site:
        """The one site."""
        return Site.objects.select_related("root_page").get(is_default_site=True)

    @cached_property
    def _pages(self) -> dict[str, Known]:
        """Every page of every language by its normalised address."""
        servable = set(visibility.servable(Page.objects.all()).values_list("pk", flat=True))
        found = {}
        for prefix, root in self._roots:
            rows = Page.objects.filter(path__startswith=root.path).values_list("url_path", "pk", "title")
            for url_path, pk, title in rows:
                path = f"{prefix}/{url_path.removeprefix(root.url_path)}"
                found[Redirect.normalise_path(path)] = Known(pk, title, path, pk in servable)
        return found

    @cached_property
    def _roots(self) -> list[tuple[str, Page]]:
        """The front page of each language with what its addresses begin with."""
        roots = Page.objects.filter(translation_key=self.site.root_page.translation_key).select_related("locale")
        codes = {code for code, _name in settings.LANGUAGES}
        pairs = [(root.locale.language_code, root) for root in roots]
        own = settings.LANGUAGE_CODE
        return [("" if code == own else f"/{code}", root) for code, root in pairs if code in codes]

    @cached_property
    def _by_key(self) -> dict[int, Known]:
        return {page.pk: page for page in self._pages.values()}

    @cached_property
    def redirects(self) -> dict[str, Redirect]:
        """The redirects that there are, by old address; one for this site alone comes before one for all."""
        rows = Redirect.get_for_site(self.site).select_related("redirect_page").order_by("site_id", "pk")
        return {redirect.old_path: redirect for redirect in rows}

    def page(self, key: int) -> Known | None:
        """The page of that key."""
        return self._by_key.get(key)

    def page_at(self, path: str) -> Known | None:
        """The page at a normalised address, whether visitors get it yet or not; what follows "?" does not count."""
        return self._pages.get(path.partition("?")[0])

    def title_of_what_answers(self, path: str) -> str:
        """The title of the page that visitors get at a normalised address, or ""; a page may have views below it."""
        path = path.partition("?")[0]
        page = self._pages.get(path)
        if page is not None:
            return page.title if page.is_servable else ""
        rest = ""
        while path not in ("", "/"):
            path, _slash, last = path.rpartition("/")
            rest = f"/{last}{rest}"
            above = self._pages.get(path or "/")
            if above is not None and above.is_servable:
                return above.title if self._answers_below(above.pk, rest) else ""
        return ""

    def _answers_below(self, key: int, rest: str) -> bool:
        """Whether a page that visitors get answers by itself at an address below its own."""
        if key not in self._whole_pages:
            self._whole_pages[key] = Page.objects.get(pk=key).specific
        answer = getattr(self._whole_pages[key], "route_tail", None)  # Wagtail's own kind of page has no such views
        if answer is None:
            return False
        try:
            answer(None, [part for part in rest.split("/") if part])
        except Http404:
            return False
        return True

    def is_own_host(self, host: str | None) -> bool:
        """Whether a host name is one of ours."""
        own = {name.strip("[]").lower() for name in settings.ALLOWED_HOSTS} - {"*"}
        return bool(host) and host.lower() in {*own, self.site.hostname, urlsplit(settings.PUBLIC_URL).hostname}

    def is_reserved(self, path: str) -> bool:
        """Whether the address belongs to a view of the site, to the admin or to files: no page can stand there."""
        return _first_part(path) in {*_own_parts(), settings.STATIC_URL.strip("/")}

    def is_open(self, path: str) -> bool:
        """Whether it is such a place that visitors may be sent to."""
        return self.is_reserved(path) and _first_part(path) != settings.ADMIN_PATH.strip("/")

    def way_from(self, path: str) -> list[str]:
        """The addresses of ours that the redirects lead to from an address, one after another, none twice."""
        way: list[str] = []
        while (redirect := self.redirects.get(path)) and redirect.redirect_link:
            parts = urlsplit(redirect.redirect_link)
            path = Redirect.normalise_path(parts.path or "/")
            if not self.is_own_host(parts.hostname) or path in way:
                break
            way.append(path)
        return way

    def end_of(self, path: str) -> str:
        """Where one who starts at an old address arrives: the title of a page, or an address."""
        last = [path, *self.way_from(path)][-1]
        redirect = self.redirects.get(last)
        if redirect is None:
            return last
        return redirect.redirect_page.title if redirect.redirect_page_id else redirect.redirect_link


def _first_part(path: str) -> str:
    """The first part of an address, behind the language's prefix."""
    parts = [part for part in path.partition("?")[0].split("/") if part]
    languages = {code for code, _name in settings.LANGUAGES} - {settings.LANGUAGE_CODE}
    if parts and parts[0] in languages:
        parts.pop(0)
    return parts[0] if parts else ""


def _own_parts() -> set[str]:
    """What the addresses of the site's own views begin with."""
    top = get_resolver().url_patterns
    inner = [item for part in top if isinstance(part.pattern, LocalePrefixPattern) for item in part.url_patterns]
    routes = [str(item.pattern) for item in (*top, *inner) if isinstance(item.pattern, RoutePattern)]
    return {route.split("/")[0] for route in routes} - {""}
