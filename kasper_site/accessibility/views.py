"""Where feedback on accessibility is written and sent: a page of its own, and the goal of the statement's form."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kasper_site.accessibility import clock, inbox
from kasper_site.accessibility.forms import FORM_ADDRESS, FeedbackForm, page_in_question
from kasper_site.cms.public_forms import public_form

THANKS_ADDRESS = "accessibility_feedback_thanks"
TEMPLATE = "accessibility/feedback.html"


@public_form
def feedback(request: HttpRequest) -> HttpResponse:
    """The form; with what was written and what is wrong with it, where it could not be taken."""
    if request.method != "POST":
        response = _show(request, FeedbackForm(initial={"page": page_in_question(request)}))
        patch_cache_control(response, private=True, no_cache=True)
        return response
    form = FeedbackForm(request.POST)
    status = 422
    if form.is_valid():
        try:
            inbox.take(form.cleaned_data)
            return redirect(THANKS_ADDRESS)
        except inbox.CrowdedError:
            form.add_error(
                None, _("Very many messages came just now. All you wrote is here: send it again in an hour.")
            )
            status = 429
    response = _show(request, form, status)
    response["Cache-Control"] = "no-store"
    return response


def _show(request: HttpRequest, form: FeedbackForm, status: int = 200) -> HttpResponse:
    return render(request, TEMPLATE, context(form), status=status)


def context(form: FeedbackForm) -> dict:
    """What the form's template needs, on its own page and in the statement."""
    return {"feedback_form": form, "answer_days": clock.ANSWER_DAYS, "form_address": FORM_ADDRESS}


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """The message came. The same page for everybody: it holds nothing of the message and may be cached."""
    return render(request, "accessibility/thanks.html", {"answer_days": clock.ANSWER_DAYS})
