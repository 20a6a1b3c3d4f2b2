"""The mail of a release: kind, headline, lead, what it tells, where it stands, whom to call, how to leave.

The whole lead and the headings of the body are in the mail, the full text behind the link: a journalist sees in one
look whether it is for them, and what was corrected since is never out of date in a mailbox.
"""

from dataclasses import dataclass

from django.core.mail import EmailMultiAlternatives
from django.utils import translation
from django.utils.translation import gettext as _

from kasper_site.cms import frame
from kasper_site.cms.models import SiteSettings
from kasper_site.cms.urls_of import absolute
from kasper_site.cms.wording import date_words
from kasper_site.directory.models import Person
from news import contacts
from news.models import ReleasePage, Subscriber
from news.subscriptions import list_mail
from news.subscriptions.plain_text import joined, listed, paragraph, titled

MOST_POINTS = 8


@dataclass(frozen=True)
class Contact:
    """Somebody whom a journalist may call."""

    name: str
    role: str
    phone: str
    tel: str
    email: str
    reachable: str = ""

    @property
    def can_be_reached(self) -> bool:
        """Whether there is a number or an address."""
        return bool(self.phone or self.email)

    @property
    def title(self) -> str:
        """Name and role in a line."""
        return ", ".join(filter(None, (self.name, self.role)))

    @property
    def lines(self) -> list[str]:
        """The same in plain text."""
        reachable = _("Reachable: %(when)s") % {"when": self.reachable} if self.reachable else ""
        return [paragraph(line) for line in (self.title, self.phone, self.email, reachable) if line]


def build(release: ReleasePage, subscriber: Subscriber, key: str) -> EmailMultiAlternatives:
    """The mail of a release to a subscriber; the same `key` gives the same Message-ID."""
    with translation.override(subscriber.language):
        values = _values(release, subscriber)
        words = subject(release), text(values), list_mail.html("news/mail/release.html", values)
        return list_mail.mail_to(subscriber, key, *words, reply_to=reply_to(values["contacts"]))


def subject(release: ReleasePage) -> str:
    """What it is and its headline."""
    words = {"headline": release.title}
    if release.kind == release.Kind.STATEMENT:
        return _("Statement: %(headline)s") % words
    return _("Release: %(headline)s") % words


def text(values: dict) -> str:
    """The mail in plain text."""
    release = values["release"]
    return joined(
        [
            values["kicker"],
            paragraph(release.title),
            paragraph(release.lead),
            titled(values["points_title"], listed(values["points"])),
            titled(values["link_title"], values["url"]),
            titled(values["contacts_title"], "\n\n".join("\n".join(contact.lines) for contact in values["contacts"])),
            paragraph(values["about"]),
            list_mail.foot_text(values),
        ]
    )


def _values(release: ReleasePage, subscriber: Subscriber) -> dict:
    """The words that both forms of the mail are made of, in the active language."""
    about = frame.site_settings()
    return {
        "release": release,
        "kicker": kicker(release),
        "points_title": _("In the release:"),
        "points": key_points(release),
        "link_title": _("Read the whole release:"),
        "url": absolute(release.url or "/"),
        "contacts_title": _("Further information:"),
        "contacts": contacts_of(release, about),
        "about": about.about if about else "",
        **list_mail.foot(subscriber),
    }


def kicker(release: ReleasePage) -> str:
    """Kind and day."""
    return f"{release.kind_label} {date_words(release.public_at)}"


def key_points(release: ReleasePage) -> list[str]:
    """What the release tells: the headings of its body."""
    headings = [block.value["text"] for block in release.body if block.block_type == "heading"]
    return headings[:MOST_POINTS]


def contacts_of(release: ReleasePage, about: SiteSettings | None) -> list[Contact]:
    """Those of the release's contact box who can be reached, who tells more before who issues it.

    The press contact answers where the box says so, and where nobody else can be reached.
    """
    box = contacts.box(release, about)
    rows = [*box.cards, *box.issuers]
    found = [_contact(row.person, row.role, row.reachable) for row in rows]
    instead = box.press_contact
    if not any(contact.can_be_reached for contact in found):
        instead = contacts.press_contact(about)
    if instead and instead.pk not in {row.person_id for row in rows}:
        found.append(_contact(instead))
    return [contact for contact in found if contact.can_be_reached]


def reply_to(found: list[Contact]) -> str:
    """Where an answer to the mail goes; "" where it goes to nobody."""
    return found[0].email if found else ""


def _contact(person: Person, role: str = "", reachable: str = "") -> Contact:
    title = ", ".join(filter(None, (role or person.role, person.organisation)))
    return Contact(person.name, title, person.public_phone, person.tel, person.public_email, reachable)
