"""What went wrong, on the desk of those who can mend it."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.permissions import policy_registry

from kasper_site.cms.desk.boxes import Item
from kasper_site.cms.desk.words import language_of
from kasper_site.delivery.models import Effect
from kasper_site.delivery.outbox.kinds import kind
from news.models import StoryPage
from news.receipt import health
from news.receipt.views import address

MOST = 20


def items(user) -> Iterator[Item]:
    """A row for what stands still, one for each page whose publishing left something failed."""
    if policy_registry.get_by_type(Page).user_has_permission(user, "publish"):
        yield from _standing_still()
    by_page: dict[int, set[str]] = {}
    for page_id, name in _failed():
        by_page.setdefault(page_id, set()).add(name)
    if not by_page:
        return
    allowed = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    pages = allowed.filter(pk__in=by_page).select_related("locale")
    for page in pages.order_by("-last_published_at")[:MOST]:
        labels = ", ".join(sorted(str(one.label) if (one := kind(name)) else name for name in by_page[page.pk]))
        yield Item(
            title=page.get_admin_display_title(),
            action_url=address(page.pk),
            detail=_("Failed after publishing: %(labels)s") % {"labels": labels},
            url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
            language=language_of(page),
            action=_("Look at the receipt"),
        )


def _failed() -> list[tuple[int, str]]:
    """Pages of stories with the kinds of what failed."""
    rows = Effect.objects.filter(state=Effect.State.FAILED, publication__page__in=StoryPage.objects.values("pk"))
    return list(rows.order_by().values_list("publication__page_id", "kind").distinct())


def _standing_still() -> Iterator[Item]:
    if not health.is_stuck():
        return
    is_silent = health.is_silent()
    yield Item(
        title=_("The work after publishing stands still"),
        action_url=reverse("wagtailadmin_reports:site_history"),
        detail=silent_words() if is_silent else _("Something has waited for more than ten minutes. Tell the upkeep."),
        action=_("Look at what was published"),
    )


def silent_words() -> str:
    """What is wrong where no scheduler runs, and what to do."""
    return _("The timer does not run, so nothing is done. Nothing is lost. Tell the upkeep: start the scheduler.")
