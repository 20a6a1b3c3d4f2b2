"""The ways to the receipt: the message after publishing, the header's menu of a page's form."""

from collections.abc import Iterator

from django.contrib.messages import SUCCESS, get_messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from news.models import StoryPage
from news.receipt.views import address, may_see

APPROVED = ("workflow-action-name", "approve")


def header_buttons(page: Page, user, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Wagtail's hook."""
    if issubclass(page.specific_class, StoryPage) and page.live and may_see(user, page):
        yield Button(_("Receipt of publishing"), address(page.pk), icon_name="list-ul", priority=64)


def after_saving(request: HttpRequest, page: Page) -> None:
    """Put the way into the green message that says that the story is published; used as a hook."""
    if not isinstance(page, StoryPage) or not _is_published_by(request, page):
        return
    waiting = get_messages(request)
    found = list(waiting)  # looking at the waiting messages takes all of them out
    last = [message for message in found if message.level == SUCCESS][-1:]
    for message in found:
        words = message.message
        if message in last:
            words = messages.render(words, [messages.button(address(page.pk), _("Receipt of publishing"))])
        waiting.add(message.level, words, message.extra_tags)


def _is_published_by(request: HttpRequest, page: StoryPage) -> bool:
    name, approve = APPROVED
    is_asked = "action-publish" in request.POST or request.POST.get(name) == approve
    return is_asked and StoryPage.objects.filter(pk=page.pk, live=True, has_unpublished_changes=False).exists()
