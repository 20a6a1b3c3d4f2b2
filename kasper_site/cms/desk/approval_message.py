"""What an approval is answered with: that the page is published, where Wagtail says that it was updated."""

from django.contrib.messages import SUCCESS, get_messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page


def after_edit_page(request: HttpRequest, page: Page) -> None:
    """Put our words in the place of Wagtail's green message; used as a hook."""
    if request.POST.get("workflow-action-name") != "approve" or "action-workflow-action" not in request.POST:
        return
    published = Page.objects.filter(pk=page.pk, live=True, has_unpublished_changes=False).first()
    if published is None:  # another approval is still to come, or the page's day
        return
    _take_out_the_last_success(request)
    words = _("“%(title)s” has been approved and published.") % {"title": published.get_admin_display_title()}
    buttons = [messages.button(published.url, _("View live"))] if published.url else []
    messages.success(request, words, buttons=buttons)


def _take_out_the_last_success(request: HttpRequest) -> None:
    """Looking at the waiting messages takes all of them out, so the others are put back."""
    waiting = get_messages(request)
    found = list(waiting)
    said = [message for message in found if message.level == SUCCESS][-1:]
    for message in found:
        if message not in said:
            waiting.add(message.level, message.message, message.extra_tags)
