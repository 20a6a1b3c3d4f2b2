"""From an address to a page in few queries, with its ancestors for the breadcrumb.

Wagtail walks down the tree with two queries a level; the whole line of pages is known from the address alone.
"""

from dataclasses import dataclass

from django.db.models import Q
from django.http import Http404
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from kasper_site.cms import plain_language
from kasper_site.cms.visibility import restricted, servable


@dataclass(frozen=True)
class Line:
    """The pages on the way down along an address, the components that none answers to, and the visible ones around it.

    Around it are: the last page's translations, its plain-language page, the front pages of the other languages.
    """

    pages: list[Page]
    rest: list[str]
    around: list[Page]


def line(root: Page, components: list[str]) -> Line:
    """The line from below `root` along `components`, in one query.

    Only pages that may be served count; a hidden page in the middle does not hide those below it, as in Wagtail.
    """
    paths = [root.url_path]
    for component in components:
        paths.append(f"{paths[-1]}{component}/")
    siblings = Page.objects.filter(url_path=paths[-1]).values("translation_key")
    around = Q(translation_key__in=siblings) | Q(translation_key=root.translation_key)
    around |= Q(url_path=plain_language.path_below(paths[-1]))
    wanted = Page.objects.filter(Q(url_path__in=paths[1:]) | around)
    found = list(servable(wanted.annotate(is_restricted=restricted()).select_related("locale")).order_by("depth"))
    pages = [page for page in found if page.url_path in paths[1:]]
    depth = paths.index(pages[-1].url_path) if pages else 0
    shown = [page for page in found if page.url_path not in paths and not page.is_restricted]
    return Line(pages, components[depth:], shown)


def below(root: Page, request, components: list[str]) -> RouteResult:
    """What answers at `components` below `root`, which may be a plain `Page`; raises Http404 where nothing does."""
    way = line(root, components)
    if not way.pages:
        return root.specific.route_tail(request, way.rest)
    page = _whole(way.pages[-1])
    page.breadcrumb_pages = [root, *way.pages[:-1]]
    page.is_restricted = way.pages[-1].is_restricted
    if not way.rest:
        _introduce(page, root, way.around)
    return page.route_tail(request, way.rest)


def _introduce(page: Page, root: Page, around: list[Page]) -> None:
    """Tell a page which pages stand around it, so that it need not ask."""
    page.visible_translations = [other for other in around if other.translation_key == page.translation_key]
    page.front_pages = [other for other in around if other.translation_key == root.translation_key]
    below = plain_language.path_below(page.url_path)
    own = (other for other in around if other.url_path == below and plain_language.is_plain(other))
    page.plain_language_page = next(own, None)


def front(root: Page, language: str) -> RouteResult:
    """The front page of a language, `root` being that of any; raises Http404 where it may not be served."""
    pages = _selected(root.specific_class).annotate(is_restricted=restricted())
    pages = pages.filter(translation_key=root.translation_key, locale__language_code=language)
    page = servable(pages).first()
    if page is None:
        raise Http404
    page.breadcrumb_pages = page.front_pages = []
    return RouteResult(page)


def _whole(page: Page) -> Page:
    """The page as its own type, in one query."""
    return _selected(page.specific_class or Page).get(pk=page.pk)


def _selected(page_class: type[Page]):
    """All pages of a type, with what its `route_select_related` names and its `route_annotations()` ask besides."""
    pages = page_class.objects.select_related(*getattr(page_class, "route_select_related", ()))
    return pages.annotate(**getattr(page_class, "route_annotations", dict)())
