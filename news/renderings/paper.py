"""A release as a document: the page of HTML that the PDF and the plain text are made of.

It holds every fact of the release as it is at this moment, and nothing that is true of the moment alone (what is open
now): its text changes only when something that it tells has changed.
"""

from functools import lru_cache
from pathlib import Path

from django.template.loader import render_to_string
from django.utils import translation

from kasper_site.cms import frame, page_links, visibility
from kasper_site.cms.models import SiteSettings
from kasper_site.cms.urls_of import absolute
from news import contacts, notices

STYLE = Path(__file__).parent / "paper.css"


def html(page) -> str:
    """The document of a release, in the release's own language."""
    page_links.forget()
    with translation.override(page.locale.language_code):
        return render_to_string("news/renderings/release.html", context(page))


def context(page) -> dict:
    """What the document's template shows."""
    settings = frame.site_settings() or SiteSettings()
    box = contacts.box(page, settings)
    return {
        "page": page,
        "style": style(),
        "language": page.locale.language_code,
        "settings": settings,
        "notices": notices.notices(page),
        "issuers": box.issuers,
        "contact_cards": box.cards,
        "lost_contacts": box.lost,
        "press_contact": box.press_contact,
        "attachments": [(part, absolute(part.document.url)) for part in page.attachments.select_related("document")],
        "topics": [topic.name for topic in page.topics.all()],
        "project_page": visibility.visible_or_none(page.related_project_id),
        "linked_pks": page.linked_pks(),
    }


@lru_cache(maxsize=1)
def style() -> str:
    """The document's style sheet."""
    return STYLE.read_text(encoding="utf-8")
