"""A lone quotation mark in one of the admin's search fields, which Wagtail's search on SQLite answers with an error."""

from django.conf import settings

MARK, FIELD = '"', "q"


class LoneQuoteMiddleware:
    """Take the marks out of an admin search that has an odd number of them; pairs keep their meaning: a phrase."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        typed = request.GET.get(FIELD, "")
        if typed.count(MARK) % 2 and request.path_info.startswith(f"/{settings.ADMIN_PATH}"):
            request.GET = request.GET.copy()
            request.GET[FIELD] = typed.replace(MARK, " ")
        return self.get_response(request)
