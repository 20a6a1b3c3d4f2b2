"""What the newsroom adds to the admin."""

from django.contrib import messages
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail import hooks

from kasper_site.cms.wording import date_words
from kasper_site.directory.wording import clock_words
from news.models import StoryPage


@hooks.register("after_publish_page")
def say_when_public(request, page):
    """A story ahead of its time is published for the admin and hidden from visitors: the editor is told so."""
    if isinstance(page, StoryPage) and page.public_at > timezone.now():
        words = {"day": date_words(page.public_at), "time": clock_words(page.public_at)}
        # Translators: %(day)s is a date, %(time)s a clock time with its word, for example "at 10:00"
        messages.warning(request, _("Nobody outside sees the page yet. It becomes public on %(day)s %(time)s.") % words)
