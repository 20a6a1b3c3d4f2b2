"""Corrections of releases that have been public: the editor's answer, the row that comes of it, who knows of it.

The answer (*small* or *essential*, with a note) is part of the draft: it travels through approval and schedule, and
counts when that draft is published. `change_key` names it, so that it counts once; `known_corrections` are the keys of
the essential answers that a draft was written upon or after: a draft that lacks one is older than that correction.
"""

from collections.abc import Iterable
from uuid import uuid4

from django.apps import apps
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from kasper_site.cms import publish_checks
from kasper_site.cms.publish_checks import Finding
from kasper_site.cms.wording import date_words
from kasper_site.delivery.models import Effect, Publication

SMALL, ESSENTIAL = "small", "essential"
LOG_ACTION = "kasper.corrected"


def was_public(page: Page) -> bool:
    """Whether visitors may have read the page at any time before now; what a draft says of its time tells nothing."""
    if page.pk is None:
        return False
    now = timezone.now()
    published = apps.get_model("news", "ReleasePage").objects.filter(pk=page.pk, first_published_at__lt=now)
    return published.filter(public_at__lte=now).exists() or Publication.objects.filter(page_id=page.pk).exists()


# --- The answer -------------------------------------------------------------------------------------------------------
def is_open(page: Page) -> bool:
    """Whether the page in memory is the newest draft and bears an answer that no publication has used up."""
    if not page.change_key or _corrections().filter(key=page.change_key).exists():
        return False
    live_key = type(page).objects.filter(pk=page.pk).values_list("change_key", flat=True).first()
    newest = Revision.objects.filter(pk=page.latest_revision_id).values_list("content__change_key", flat=True).first()
    return page.change_key == newest != live_key


def answer(page: Page, kind: str, note: str, key: str, known: Iterable[str]) -> None:
    """Put an answer on a draft; "" for none."""
    page.change_kind, page.correction_note = kind, note if kind == ESSENTIAL else ""
    page.change_key = key if kind else ""
    keys = [one for one in known if one != key] + ([key] if kind == ESSENTIAL else [])
    page.known_corrections = " ".join(dict.fromkeys(keys))


def new_key() -> str:
    """A key for an answer."""
    return uuid4().hex


# --- What comes of it -------------------------------------------------------------------------------------------------
def record(page: Page):
    """Write the correction that the live page's answer asks for, once; None where it asks for none."""
    is_asked = page.change_kind == ESSENTIAL and page.change_key and page.correction_note
    if not (page.live and is_asked):
        return None
    values = {"page_id": page.pk, "at": page.last_published_at or timezone.now(), "note": page.correction_note}
    correction, is_new = _corrections().get_or_create(key=page.change_key, defaults=values)
    if is_new:
        user = page.live_revision.user if page.live_revision else None
        log(instance=page, action=LOG_ACTION, user=user, data={"note": correction.note})
    return correction


def on_published(sender, instance, **kwargs) -> None:
    """Receives Wagtail's `page_published`, which comes for merely scheduled pages too."""
    if isinstance(instance, apps.get_model("news", "ReleasePage")):
        record(instance)


def brought_by(page: Page, publication: Publication) -> list:
    """The corrections that a publication brought to readers: each belongs to the first publication recorded after it.

    None belong to the first of all: nobody had read the release. What the process did not write down before it died
    is written first.
    """
    record(page)
    before = Publication.objects.filter(page_id=page.pk, published_at__lt=publication.published_at)
    last = before.order_by("-published_at").first()
    if last is None:
        return []
    return list(_corrections().filter(page_id=page.pk, at__gt=last.published_at, at__lte=publication.published_at))


def wanted(page: Page, publication: Publication) -> Iterable[tuple[str, dict]]:
    """For the outbox: a line on the receipt of a correction."""
    if isinstance(page, apps.get_model("news", "ReleasePage")) and brought_by(page, publication):
        yield "", {}


def run(effect: Effect) -> str:
    """The outbox's effect."""
    page = apps.get_model("news", "ReleasePage").objects.get(pk=effect.publication.page_id)
    notes = " ".join(correction.note for correction in brought_by(page, effect.publication))
    return _("The correction stands on the page: %(note)s") % {"note": notes} if notes else ""


# --- Drafts that are older --------------------------------------------------------------------------------------------
def unknown_to(page: Page, known: Iterable[str]) -> list:
    """The corrections of the page that a draft with these keys was written without, newest first."""
    return list(_corrections().filter(page_id=page.pk).exclude(key__in=list(known)))


def older_words(unknown: list) -> str:
    """What the editor of such a draft is told of the newest correction."""
    return _(
        "This draft is older than the correction of %(date)s: “%(note)s” See that the text holds what was corrected."
    ) % {"date": date_words(unknown[0].at), "note": unknown[0].note}


def requirements(page: Page) -> Iterable[Finding]:
    """For the publish check: what must be answered before the newest draft of a published release goes out."""
    if not (page.pk and page.has_unpublished_changes and was_public(page)):
        return
    if not page.change_kind:
        yield publish_checks.required("change_kind", _("Tell whether the change is small or essential."))
    elif page.change_kind == ESSENTIAL and not page.correction_note:
        yield publish_checks.required("correction_note", _("Write for readers what was wrong and what is right."))
    if unknown := unknown_to(page, page.known_corrections.split()):
        yield publish_checks.required("change_kind", older_words(unknown))


def _corrections():
    return apps.get_model("news", "Correction").objects
