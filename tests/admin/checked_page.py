"""What the tests of the publish check in the admin do: make a text page, post its form, look at what came of it."""

from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from tests import factories
from tests.content import SENTENCE

CODE = "010594Y9032"
BAD, GOOD = f"<p>Tunnus {CODE}</p>", "<p>Hyvä teksti kertoo pääasian.</p>"
STOPPED = "ei julkaistu"


def text_page(home, html=GOOD, **fields):
    """A text page with one paragraph, as a draft that has a revision."""
    body = [("paragraph", {"text": html})]
    page = factories.make_page("home.StandardPage", home, body=body, live=False, teaser=SENTENCE, **fields)
    page.save_revision()
    return page


def posted(html=GOOD, **more):
    """What the browser sends for a text page with one paragraph."""
    fields = {
        "title": "Uusi ryhmä",
        "slug": "uusi-ryhma",
        "body": streamfield([("paragraph", {"text": rich_text(html)})]),
        "comments": inline_formset([]),
        **more,
    }
    return nested_form_data(fields)


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def is_live(page):
    return Page.objects.get(pk=page.pk).live


def said(response):
    """The messages shown to the editor."""
    return [str(message) for message in response.context["messages"]]
