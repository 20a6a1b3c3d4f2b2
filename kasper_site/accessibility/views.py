"""Where feedback on accessibility is written and sent: a page of its own, and the goal of the statement's form."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kasper_site.accessibility import clock, inbox
from kasper_site.accessibility.forms import FORM_ADDRESS, FeedbackForm, page_in_question
from kasper_site.cms.frame import settings_for
from kasper_site.cms.public_forms import public_form

THANKS_ADDRESS = "accessibility_feedback_thanks"
TEMPLATE = "accessibility/feedback.html"
CROWDED_FOR = 60 * 60  # seconds; the words say an hour


@public_form
def feedback(request: HttpRequest) -> HttpResponse:
    """The form; with what was written and what is wrong with it, where it could not be taken."""
    if request.method != "POST":
        response = _show(request, FeedbackForm(initial={"page": page_in_question(request)}))
        patch_cache_control(response, private=True, no_cache=True)
        return response
    form = FeedbackForm(request.POST)
    if not form.is_valid():
        return _not_taken(request, form, 422)
    try:
        inbox.take(form.cleaned_data)
    except inbox.CrowdedError:
        form.add_error(None, _crowded_words(request))
        response = _not_taken(request, form, 429)
        response["Retry-After"] = str(CROWDED_FOR)
        return response
    return redirect(THANKS_ADDRESS)


def _not_taken(request: HttpRequest, form: FeedbackForm, status: int) -> HttpResponse:
    response = _show(request, form, status)
    response["Cache-Control"] = "no-store"
    return response


def _crowded_words(request: HttpRequest) -> SafeString:
    """When to try again, and how one reaches us until then, as the foot of each page tells it."""
    wait = _("Very many messages came just now. All you wrote is here: send it again in an hour.")
    settings = settings_for(request)
    person = settings and settings.feedback_contact
    ways = [(person.tel, person.public_phone), (f"mailto:{person.public_email}", person.public_email)] if person else []
    links = format_html_join(", ", '<a href="{}">{}</a>', (way for way in ways if way[1]))
    return format_html("{} {} {}", wait, _("You can also reach us here:"), links) if links else format_html("{}", wait)


def _show(request: HttpRequest, form: FeedbackForm, status: int = 200) -> HttpResponse:
    return render(request, TEMPLATE, context(form), status=status)


def context(form: FeedbackForm) -> dict:
    """What the form's template needs, on its own page and in the statement."""
    return {"feedback_form": form, "answer_days": clock.ANSWER_DAYS, "form_address": FORM_ADDRESS}


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """The message came. The same page for everybody: it holds nothing of the message and may be cached."""
    return render(request, "accessibility/thanks.html", {"answer_days": clock.ANSWER_DAYS})
