"""What the newsroom adds to the admin."""

from django.conf import settings
from django.contrib import messages
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail import hooks

from kasper_site.cms.desk import shortcuts
from kasper_site.cms.desk.shortcuts import Shortcut
from kasper_site.cms.wording import date_words
from kasper_site.directory.wording import clock_words
from news.models import NewsIndexPage, StoryPage


@hooks.register("after_publish_page")
def say_when_public(request, page):
    """A story ahead of its time is published for the admin and hidden from visitors: the editor is told so."""
    if isinstance(page, StoryPage) and page.public_at > timezone.now():
        words = {"day": date_words(page.public_at), "time": clock_words(page.public_at)}
        # Translators: %(day)s is a date, %(time)s a clock time with its word, for example "at 10:00"
        messages.warning(request, _("Nobody outside sees the page yet. It becomes public on %(day)s %(time)s.") % words)


def new_release(user) -> Shortcut | None:
    """The way from the desk to the form of a new release."""
    return _new_story(user, "releasepage", _("New release"), order=100)


def new_current_matter(user) -> Shortcut | None:
    """The way from the desk to the form of a new current matter."""
    return _new_story(user, "currentmatterpage", _("New current matter"), order=110)


def _new_story(user, model: str, label: str, order: int) -> Shortcut | None:
    """A form in the news list of the house's own language, for who may write there."""
    newsroom = NewsIndexPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE).first()
    if newsroom is None or not newsroom.permissions_for_user(user).can_add_subpage():
        return None
    return Shortcut(label, "plus", reverse("wagtailadmin_pages:add", args=["news", model, newsroom.pk]), order=order)


shortcuts.register(new_release)
shortcuts.register(new_current_matter)
