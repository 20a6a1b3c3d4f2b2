"""The mail about an essential correction: what was wrong and what is right, of which day, in which release. Short."""

from django.core.mail import EmailMultiAlternatives
from django.utils import translation
from django.utils.translation import gettext as _

from kasper_site.cms import frame
from kasper_site.cms.urls_of import absolute
from news import notices
from news.models import Correction, ReleasePage, Subscriber
from news.subscriptions import list_mail, release_mail
from news.subscriptions.plain_text import joined, paragraph, titled


def build(release: ReleasePage, subscriber: Subscriber, key: str, correction: Correction) -> EmailMultiAlternatives:
    """The mail to a subscriber who got the release; the same `key` gives the same Message-ID."""
    with translation.override(subscriber.language):
        values = _values(release, subscriber, correction)
        words = values["subject"], text(values), list_mail.html("news/mail/correction.html", values)
        answers_to = release_mail.reply_to(release_mail.contacts_of(release, frame.site_settings()))
        return list_mail.mail_to(subscriber, key, *words, reply_to=answers_to)


def text(values: dict) -> str:
    """The mail in plain text."""
    release = values["release"]
    return joined(
        [
            paragraph(values["notice"].text),
            titled(values["release_title"], f"{paragraph(release.title)}\n{values['kicker']}"),
            titled(values["link_title"], values["url"]),
            list_mail.foot_text(values),
        ]
    )


def _values(release: ReleasePage, subscriber: Subscriber, correction: Correction) -> dict:
    """The words that both forms of the mail are made of, in the active language."""
    return {
        "subject": _("Corrected release: %(headline)s") % {"headline": release.title},
        "notice": notices.corrected(correction.at, correction.note),
        "release": release,
        "kicker": release_mail.kicker(release),
        # Translators: in a mail about a correction; the release's headline and day follow on lines of their own
        "release_title": _("The correction is about this release:"),
        "link_title": _("Read the corrected release:"),
        "url": absolute(release.url or "/"),
        **list_mail.foot(subscriber),
    }
