"""The search page and the suggestions for its field. What was typed is kept nowhere: no cache, no log, no index."""

from functools import wraps

from django.http import JsonResponse
from django.template.response import TemplateResponse
from django.utils import translation
from django.views.decorators.http import require_safe

from search import answer, counting, suggestions


def kept_nowhere(view):
    """Ask browsers, caches and search engines to forget the answer."""

    @wraps(view)
    def marked(request):
        response = view(request)
        response["X-Robots-Tag"] = "noindex"
        response["Cache-Control"] = "private, no-store"
        return response

    return marked


@require_safe
@kept_nowhere
def search_page(request):
    """Results for `?q=`; odd characters and page numbers are answered politely."""
    context = answer.context(request.GET)
    if context.get("is_start") and request.method == "GET":
        counting.count(context["query"], translation.get_language(), context["count"] + len(context["cards"]))
    return TemplateResponse(request, "search/search_page.html", context)


@require_safe
@kept_nowhere
def suggest(request):
    """What the text of `?q=` may become, as JSON: `{"suggestions": [...], "words": "3 suggestions"}`."""
    text = answer.cleaned(request.GET.get("q", ""))
    return JsonResponse(suggestions.answer(text, translation.get_language()))
