"""Reports → Subscribers: how many there are; for those who may see addresses, each with what is kept, and a way out."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import include, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from kasper_site.cms.desk.own_pages import OwnPageItem, OwnPageView
from kasper_site.cms.wording import date_words
from news.models import Subscriber
from news.subscriptions import keeping

PERMISSION = "news.change_subscriber"
PAGE_SIZE = 40


def may_see_counts(user) -> bool:
    """Whether the user may know how many subscribe: whoever works in the admin."""
    return user.has_perm("wagtailadmin.access_admin")


def may_see_addresses(user) -> bool:
    """Whether the user may see, export and delete subscribers."""
    return user.has_perm(PERMISSION)


def menu_item() -> OwnPageItem:
    """Used as a hook."""
    address = reverse("subscribers:list")
    return OwnPageItem(
        gettext_lazy("Subscribers"), address, may_see_counts, name="subscribers", icon_name="mail", order=130
    )


class SubscribersView(OwnPageView):
    """Counts for everybody; addresses, and the search by `?osoite=`, only with the permission."""

    template_name = "wagtailadmin/news/subscribers.html"
    page_title = gettext_lazy("Subscribers")
    header_icon = "mail"
    may_see = staticmethod(may_see_counts)

    def get_context_data(self, **kwargs):
        context = {**super().get_context_data(**kwargs), "counts": counts(), "sees_addresses": False}
        if not may_see_addresses(self.request.user):
            return context
        typed = self.request.GET.get("osoite", "").replace("\x00", "").strip()
        rows = Subscriber.objects.prefetch_related("topics").filter(email__icontains=typed)
        page = Paginator(rows, PAGE_SIZE).get_page(self.request.GET.get("p"))
        entries = [_entry(subscriber) for subscriber in page]
        return {**context, "sees_addresses": True, "typed": typed, "entries": entries, "subscribers_page": page}


def counts() -> dict[str, int]:
    """How many get releases, how many of them are the press, how many wait or are paused."""
    confirmed, paused = Q(confirmed_at__isnull=False), Q(paused_at__isnull=False)
    return Subscriber.objects.aggregate(
        receiving=Count("pk", filter=confirmed & ~paused),
        press=Count("pk", filter=confirmed & ~paused & Q(is_press=True)),
        waiting=Count("pk", filter=~confirmed),
        paused=Count("pk", filter=paused),
    )


def _entry(subscriber: Subscriber) -> dict:
    """A subscriber as the list shows them."""
    topics = (
        _("All topics") if subscriber.has_all_topics else ", ".join(topic.name for topic in subscriber.topics.all())
    )
    press = [_("journalist")] if subscriber.is_press else []
    return {
        "subscriber": subscriber,
        "wishes": ", ".join([*press, topics or _("No topic is left"), subscriber.language]),
        "state": state(subscriber),
    }


def state(subscriber: Subscriber) -> str:
    """Where the subscription stands."""
    if subscriber.paused_at:
        words = {"date": date_words(subscriber.paused_at), "count": subscriber.bounces}
        return _("Paused %(date)s: %(count)d mails on end did not arrive") % words
    if subscriber.confirmed_at:
        return _("Confirmed %(date)s") % {"date": date_words(subscriber.confirmed_at)}
    return _("Not confirmed yet, asked %(date)s") % {"date": date_words(subscriber.asked_at)}


# --- What may be done with one ----------------------------------------------------------------------------------------
def _found(request: HttpRequest, pk: int) -> Subscriber:
    if not may_see_addresses(request.user):
        raise PermissionDenied
    return get_object_or_404(Subscriber, pk=pk)


@require_safe
@never_cache
def export(request: HttpRequest, pk: int) -> HttpResponse:
    """All that is kept of a subscriber who asks for it, as a file."""
    options = {"ensure_ascii": False, "indent": 2}
    response = JsonResponse(keeping.own_data(_found(request, pk)), json_dumps_params=options)
    response["Content-Disposition"] = 'attachment; filename="tilaaja.json"'
    return response


@require_POST
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a subscriber who asks for it."""
    keeping.leave(_found(request, pk))
    messages.success(request, _("Deleted. Nothing of the address is kept."))
    return redirect("subscribers:list")


@require_POST
def resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Send again to one who was paused; only their own mail can confirm them."""
    subscriber = _found(request, pk)
    if subscriber.paused_at and subscriber.confirmed_at:
        keeping.confirm(subscriber)
        messages.success(request, _("The next release goes there again."))
    return redirect("subscribers:list")


def urls() -> list:
    """The pages' addresses; used as a hook, so Wagtail asks for a login on each."""
    own = [
        path("", SubscribersView.as_view(), name="list"),
        path("<int:pk>/tiedot.json", export, name="export"),
        path("<int:pk>/poista/", delete, name="delete"),
        path("<int:pk>/jatka/", resume, name="resume"),
    ]
    return [path("tilaajat/", include((own, "subscribers")))]
