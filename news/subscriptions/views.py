"""The pages of a subscription. None is kept by a cache; who opens one from a mail is known by the key in its link."""

from functools import wraps
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from kasper_site.cms.public_forms import public_form
from news.models.subscriber import UNCONFIRMED_KEPT
from news.subscriptions import keeping, links
from news.subscriptions.forms import SubscribeForm, WishesForm

SAVED = "&tallennettu"
CROWDED_FOR = 60 * 60  # seconds; the words say an hour


@public_form
def subscribe(request: HttpRequest) -> HttpResponse:
    """The form; with all that was written and what is wrong with it, where it could not be taken."""
    if request.method != "POST":
        return _page(request, "ask", {"form": SubscribeForm()})
    form = SubscribeForm(request.POST)
    if not form.is_valid():
        return _page(request, "ask", {"form": form}, 422)
    try:
        keeping.ask(form.cleaned_data["email"], get_language(), **form.wishes)
    except keeping.CrowdedError:
        form.add_error(
            None, _("Very many subscriptions came just now. All you wrote is here: send it again in an hour.")
        )
        response = _page(request, "ask", {"form": form}, 429)
        response["Retry-After"] = str(CROWDED_FOR)
        return response
    return redirect("subscription_asked")


@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """Look into your mail. The same for everybody, whether the address is known or not."""
    return _page(request, "asked", {"days": UNCONFIRMED_KEPT.days})


@require_safe
def confirmed(request: HttpRequest) -> HttpResponse:
    """The subscription has begun; the same for everybody."""
    return _page(request, "confirmed")


def _with_subscriber(purpose: str):
    """Hand the view the subscriber whom the link's key names: None for one who has left. A bad key is told."""

    def decorate(view):
        @wraps(view)
        def opened(request: HttpRequest) -> HttpResponse:
            text = request.GET.get(links.PARAMETER, "")
            try:
                subscriber = links.whose(purpose, text)
            except links.BadLink:
                return _page(request, "bad_link", status=404)
            return view(request, subscriber)

        return opened

    return decorate


@public_form
@_with_subscriber("confirm")
def confirm(request: HttpRequest, subscriber) -> HttpResponse:
    """A button that confirms: programs that open every link of a mail press none."""
    if subscriber is None:
        return _page(request, "bad_link", status=404)
    if request.method != "POST":
        return _page(request, "confirm", {"subscriber": subscriber})
    keeping.confirm(subscriber)
    return redirect("subscription_confirmed")


@public_form
@_with_subscriber("own")
def own(request: HttpRequest, subscriber) -> HttpResponse:
    """What the subscriber gets, and the ways to change it, to see what is kept, to leave."""
    if subscriber is None:
        return _page(request, "left")
    if request.method != "POST":
        return _page(request, "own", _own(request, subscriber, WishesForm.of(subscriber)))
    form = WishesForm(request.POST)
    if not form.is_valid():
        return _page(request, "own", _own(request, subscriber, form), 422)
    keeping.set_wishes(subscriber, **form.wishes)
    return redirect(f"{request.get_full_path().removesuffix(SAVED)}{SAVED}")


def _own(request: HttpRequest, subscriber, form: WishesForm) -> dict:
    is_saved = request.method != "POST" and request.get_full_path().endswith(SAVED)
    query = urlencode({links.PARAMETER: request.GET[links.PARAMETER]})
    return {"subscriber": subscriber, "form": form, "is_saved": is_saved, "query": query}


@require_safe
@_with_subscriber("own")
def own_data(request: HttpRequest, subscriber) -> HttpResponse:
    """All that is kept of the subscriber, as a file."""
    if subscriber is None:
        return _page(request, "left")
    options = {"ensure_ascii": False, "indent": 2}
    response = JsonResponse(keeping.own_data(subscriber), json_dumps_params=options)
    response["Content-Disposition"] = 'attachment; filename="kasper-tilaus.json"'
    return _for_nobody_else(response)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@_with_subscriber("own")
def leave(request: HttpRequest, subscriber) -> HttpResponse:
    """Leave by one press: of the button here, or of a mail program's, which sends no form token and follows no
    redirect (RFC 8058, 3.1 and 3.2). Opening the address leaves nothing.
    """
    if request.method == "POST" and subscriber is not None:
        keeping.leave(subscriber)
        subscriber = None
    return _page(request, "left" if subscriber is None else "leave")


def _page(request: HttpRequest, name: str, context: dict | None = None, status: int = 200) -> HttpResponse:
    response = render(request, f"news/subscriptions/{name}.html", context, status=status)
    return _for_nobody_else(response)


def _for_nobody_else(response: HttpResponse) -> HttpResponse:
    """Kept by no cache, found by no search engine."""
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response
