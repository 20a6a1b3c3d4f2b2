"""What the scripts of an edit form ask before they send anything: is this tab still logged in, and as whom?

Answering renews the login, for a form that was opened or sent is work; the pings of a form that merely lies open are
not, so a forgotten tab ends with its twelve hours.
"""

import time

from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.urls import URLPattern, path
from django.views.decorators.cache import never_cache

from kasper_site.cms.safekeeping import kept

RENEWED = "kasper_renewed"
RENEWED_EVERY_SECONDS = 60 * 60


@never_cache
def session(request: HttpRequest) -> JsonResponse:
    """Who is logged in, the token for the next form (a login makes the old one void), which kept texts are saved."""
    renew(request.session, time.time())
    return JsonResponse(
        {"user": str(request.user.pk), "token": get_token(request), "saved": kept.take_saved(request.session)}
    )


def renew(store, now: float) -> None:
    """Let the login last its full time again; written once an hour at most."""
    if now - store.get(RENEWED, 0) >= RENEWED_EVERY_SECONDS:
        store[RENEWED] = int(now)


def urls() -> list[URLPattern]:
    """The address; used as a hook, so Wagtail answers 403 to a script that is logged out."""
    return [path("istunto/", session, name="editing_session")]
