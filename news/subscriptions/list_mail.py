"""What all mails about releases share: the headers of a list, and how to leave."""

import re

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from news.models import Subscriber
from news.subscriptions import links
from news.subscriptions.envelope import host, mail, message_id
from news.subscriptions.plain_text import paragraph, titled


def mail_to(
    subscriber: Subscriber, key: str, subject: str, text: str, html: str, *, reply_to: str = ""
) -> EmailMultiAlternatives:
    """A mail of these words to a subscriber; the same `key` gives the same Message-ID."""
    answers = {"reply_to": [reply_to]} if reply_to else {}
    return mail(subscriber.email, subject, text, html, headers=headers(subscriber, key), **answers)


def headers(subscriber: Subscriber, key: str) -> dict[str, str]:
    """Who gets such mail, and how a mail program leaves with one press (RFC 2369, 2919, 3834, 8058)."""
    leave = links.address("subscription_leave", "own", subscriber)
    return {
        "Message-ID": message_id(key),
        "List-Id": f"{settings.WAGTAIL_SITE_NAME} <tiedotteet.{host()}>",
        "List-Unsubscribe": f"<{leave}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Precedence": "list",
        "Content-Language": subscriber.language,
    }


def foot(subscriber: Subscriber) -> dict[str, str]:
    """The words under every mail, in the active language, for `foot_text` and `news/mail/foot.html`."""
    return {
        "language": subscriber.language,
        "why": _("You get this mail because you subscribed to our releases."),
        "leave_title": _("Change your subscription or leave"),
        "leave_url": links.address("subscription_own", "own", subscriber),
    }


def foot_text(values: dict) -> str:
    """The same in plain text, behind the line that mail programs know (RFC 3676, 4.3)."""
    return f"-- \n{paragraph(values['why'])}\n{titled(values['leave_title'] + ':', values['leave_url'])}"


def html(template: str, values: dict) -> str:
    """A mail with its structure, without the lines that the template leaves empty."""
    return re.sub(r"\n\s*\n", "\n", render_to_string(template, values)).strip() + "\n"
