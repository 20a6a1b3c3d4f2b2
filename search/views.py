"""The search page."""

from django.core.paginator import Paginator
from django.template.response import TemplateResponse
from django.utils import translation
from django.views.decorators.http import require_safe
from wagtail.models import Page

from search import query

PAGE_SIZE = 10
MAX_PAGE = 50


@require_safe
def search_page(request):
    """Results for `?q=`; odd characters and page numbers are answered politely."""
    text = request.GET.get("q", "")[: query.MAX_CHARACTERS].replace("\x00", "").strip()
    pages = Page.objects.filter(locale__language_code=translation.get_language())
    results = Paginator(query.search(text, pages), PAGE_SIZE).get_page(_page_number(request.GET.get("sivu")))
    context = {"query": text, "results": results, "is_searched": bool(text)}
    response = TemplateResponse(request, "search/search_page.html", context)
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "private, no-store"
    return response


def _page_number(value: str | None) -> int:
    return min(int(value), MAX_PAGE) if value and value.isascii() and value.isdigit() and len(value) < 5 else 1
