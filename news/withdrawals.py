"""Releases that were withdrawn: hidden everywhere, while their address says so or leads to another page.

Only what has been public can be withdrawn: an address must not tell of a release that nobody has seen.
"""

from datetime import datetime

from django.apps import apps
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from wagtail.log_actions import log
from wagtail.models import Page

from kasper_site.cms import frame, visibility
from kasper_site.delivery import published
from news import contacts, corrections

WITHDRAWN, RESTORED = "kasper.withdrawn", "kasper.restored"


def hidden(now: datetime) -> QuerySet:
    """Primary keys of the withdrawn releases; registered with the visibility rule."""
    return _withdrawals().values("page_id")


def of_page(page: Page):
    """The page's withdrawal, None where it stands."""
    return _withdrawals().filter(page_id=page.pk).first() if page.pk else None


def may_withdraw(page: Page) -> bool:
    """Whether there is anything that visitors have seen and still see."""
    return bool(page.live and corrections.was_public(page) and of_page(page) is None)


@transaction.atomic
def withdraw(page: Page, user, reason: str, redirect_to: Page | None) -> None:
    """Take a release away in public, at once."""
    _withdrawals().update_or_create(page=page, defaults={"reason": reason, "redirect_to": redirect_to})
    title = redirect_to.get_admin_display_title() if redirect_to else ""
    log(instance=page, action=WITHDRAWN, user=user, data={"reason": reason, "redirect_to": title})
    published.announce(page)


@transaction.atomic
def restore(page: Page, user) -> None:
    """Give it back as it was."""
    _withdrawals().filter(page_id=page.pk).delete()
    log(instance=page, action=RESTORED, user=user)
    published.announce(page)


# --- Its address ------------------------------------------------------------------------------------------------------
def answer(request: HttpRequest, url_path: str) -> HttpResponse | None:
    """For `gone.register`: 410 with day and reason, or 301; of one in a private section nothing is told."""
    page = Page.objects.filter(url_path=url_path, storypage__releasepage__withdrawal__isnull=False)
    page = page.annotate(is_restricted=visibility.restricted()).first()
    if page is None or page.is_restricted:
        return None
    withdrawal = _withdrawals().get(page_id=page.pk)
    target = visibility.visible_or_none(withdrawal.redirect_to_id)
    if target is not None:
        return HttpResponsePermanentRedirect(target.url)
    values = {
        "withdrawal": withdrawal,
        "list_page": visibility.visible(Page.objects.parent_of(page)).first(),
        "press_contact": contacts.press_contact(frame.settings_for(request)),
    }
    return render(request, "news/withdrawn.html", values, status=410)


def _withdrawals():
    return apps.get_model("news", "Withdrawal").objects
