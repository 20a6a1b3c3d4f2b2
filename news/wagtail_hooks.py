"""What the newsroom adds to the admin."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from kasper_site.cms.desk import shortcuts
from kasper_site.cms.desk.shortcuts import Shortcut
from kasper_site.cms.wording import date_words
from kasper_site.directory.wording import clock_words
from news import topic_deletion
from news.admin import withdrawing
from news.models import NewsIndexPage, StoryPage
from news.receipt import views as receipt
from news.receipt import ways_in
from news.subscriptions import admin as subscribers
from news.viewsets import TopicViewSet

register_snippet(TopicViewSet)
hooks.register("before_delete_snippet", topic_deletion.refuse_while_used)
hooks.register("register_admin_urls", receipt.urls)
hooks.register("register_page_header_buttons", ways_in.header_buttons)
hooks.register("after_create_page", ways_in.after_saving, order=10)
hooks.register("after_edit_page", ways_in.after_saving, order=10)  # after the words of an approval
hooks.register("register_admin_urls", subscribers.urls)
hooks.register("register_reports_menu_item", subscribers.menu_item)


@hooks.register("register_permissions")
def subscribers_permission():
    """Lets administrators give a group the right to see subscribers' addresses."""
    return Permission.objects.filter(content_type__app_label="news", codename="change_subscriber")


hooks.register("register_admin_urls", withdrawing.urls)
hooks.register("register_page_header_buttons", withdrawing.buttons)
hooks.register("after_publish_page", withdrawing.tell_if_withdrawn)
hooks.register("register_log_actions", withdrawing.register_log_actions)


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
