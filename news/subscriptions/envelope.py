"""What every mail to subscribers has around its words."""

from email.charset import QP, Charset
from email.header import Header
from email.utils import formataddr, parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils.crypto import salted_hmac


class Mail(EmailMultiAlternatives):
    """Begins each header on the line of its name: some programs show a space where a break follows the colon."""

    def message(self):
        """The mail as it is sent."""
        message = super().message()
        message.replace_header("Subject", Header(self.subject, self.encoding, header_name="Subject").encode())
        message.policy = message.policy.clone(max_line_length=None)  # a key in a header has no place to break
        return message


def mail(to: str, subject: str, text: str, html: str = "", headers: dict[str, str] | None = None, **more) -> Mail:
    """A mail to one address, in letters that every server passes on unchanged (quoted-printable, RFC 2045)."""
    message = Mail(
        subject=" ".join(subject.split()),
        body=text,
        from_email=sender(),
        to=[to],
        headers={"Auto-Submitted": "auto-generated", **(headers or {})},
        **more,
    )
    message.encoding = Charset("utf-8")
    message.encoding.body_encoding = QP
    if html:
        message.attach_alternative(html, "text/html")
    return message


def sender() -> str:
    """MAIL_FROM with the house's name before it, unless it has one."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return formataddr((name or settings.WAGTAIL_SITE_NAME, address))


def host() -> str:
    """The site's name on the net."""
    return urlsplit(settings.PUBLIC_URL).hostname


def message_id(key: str) -> str:
    """The same for the same key, so that a mail that was sent twice is shown once; it tells nothing of the key."""
    return f"<{salted_hmac('kasper.subscriptions.message_id', key, algorithm='sha256').hexdigest()[:32]}@{host()}>"
