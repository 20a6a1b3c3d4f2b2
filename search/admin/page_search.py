"""The admin's own search of pages: what Wagtail finds, then what our index finds under inflected forms and parts.

Wagtail's index knows drafts and the beginnings of words, ours the published pages and Finnish. What an editor may not
see among the pages is in neither.
"""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, Count, QuerySet, When
from wagtail.admin.views.pages.search import SearchView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page
from wagtail.query import PageQuerySet
from wagtail.search.utils import parse_query_string

from search import rank, scope, sources, synonyms

NO = ("no", "false")


def plain_text(typed: str) -> str:
    """What was typed to be searched for, without filters; "" where somebody looks for what is not published."""
    filters, query = parse_query_string(typed)
    if str(filters.get("live") or filters.get("published") or "").lower() in NO:
        return ""
    return getattr(query, "query_string", "")


def hits(typed: str, pages: QuerySet) -> list[int]:
    """The published ones among the pages that our index finds, in whatever language, best first."""
    if not rank.query_words(text := plain_text(typed)):
        return []
    found: dict[str, float] = {}
    for language, _name in settings.WAGTAIL_CONTENT_LANGUAGES:
        among = scope.of_pages(language, pages.filter(live=True))
        scores = rank.find(text, among, synonyms.of(language)).scores
        owners = among.owners(scores)
        found.update({owners[entry]: scores[entry] for entry in reversed(scores)})
    return [sources.page_pk(key) for key in sorted(found, key=lambda key: -found[key])]


class Joined:
    """Pages by their keys, in that order, as the admin's list takes them."""

    supports_facet = True  # the list shows how many there are of each type

    def __init__(self, pages: QuerySet, pks: list[int]):
        self.pages, self.pks = pages, pks

    def __len__(self):
        return len(self.pks)

    def count(self) -> int:
        """How many there are."""
        return len(self.pks)

    def __iter__(self):
        found = {page.pk: page for page in self.pages.filter(pk__in=self.pks)}
        return iter([found[pk] for pk in self.pks if pk in found])

    def __getitem__(self, key):
        return Joined(self.pages, self.pks[key]) if isinstance(key, slice) else list(self)[key]


class PageSearchView(SearchView):
    """Wagtail's view with both results joined; sorted by a column, they are sorted together."""

    def get_queryset(self):
        super().get_queryset()
        stock = [page.pk for page in self.all_pages]
        pks = list(dict.fromkeys(stock + hits(self.search_query, self._allowed())))
        self.all_pages = Page.objects.filter(pk__in=pks)
        self.content_types = _types(self.all_pages)
        shown = self.all_pages
        if self.selected_content_type:
            shown = shown.filter(content_type=self.selected_content_type)
        if self.ordering:
            pks = list(shown.order_by(self.ordering).values_list("pk", flat=True))
        elif self.selected_content_type:
            kept = set(shown.values_list("pk", flat=True))
            pks = [pk for pk in pks if pk in kept]
        return Joined(self.annotate_queryset(shown.select_related("locale")), pks)

    def _allowed(self) -> QuerySet:
        """The pages that the editor may see, as Wagtail's view has them."""
        return self.permission_policy.explorable_instances(self.request.user)


class SitePageViewSet(PageViewSet):
    """Wagtail's views of all pages, but for the search."""

    model = Page
    search_view_class = PageSearchView


# --- Choosing a page --------------------------------------------------------------------------------------------------
class FoundInFinnish(PageQuerySet):
    """Pages whose search by beginnings of words finds ours too, for the dialog in which a page is chosen."""

    def autocomplete(self, query, **options):
        """A queryset in the place of Wagtail's results, in the order of both."""
        stock = [page.pk for page in super().autocomplete(query, **options)]
        pks = list(dict.fromkeys(stock + hits(query, Page.objects.filter(pk__in=self.order_by().values("pk")))))
        order = Case(*(When(pk=pk, then=place) for place, pk in enumerate(pks))) if pks else "pk"
        return self.filter(pk__in=pks).order_by(order)


def in_chooser(pages: PageQuerySet, request) -> PageQuerySet:
    """The same pages with that search; used as a hook."""
    found = pages._chain()
    found.__class__ = FoundInFinnish
    return found


def _types(pages: QuerySet) -> list[tuple[ContentType, int]]:
    counts = pages.order_by().values_list("content_type_id").annotate(count=Count("pk"))
    return [(ContentType.objects.get_for_id(pk), count) for pk, count in counts.order_by("-count")]
