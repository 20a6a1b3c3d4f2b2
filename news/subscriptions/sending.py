"""Hands a mail to the server and tells what the server thinks of it, without naming the address (RFC 5321, 4.2.1)."""

import smtplib

from django.core.mail import EmailMessage

POLICY = b"5.7."  # RFC 3463: what is wrong is between the servers, not with the address


class Bounced(Exception):
    """The server refuses this address for good."""


class Unsent(Exception):
    """It did not go out; a later try may help."""


def hand_over(message: EmailMessage) -> None:
    """Give the mail to the server. Raises Bounced or Unsent, with the server's code and never its words."""
    try:
        message.send()
    except smtplib.SMTPRecipientsRefused as error:
        trouble = _of_recipient(*next(iter(error.recipients.values())))
    except smtplib.SMTPDataError as error:
        trouble = _of_recipient(error.smtp_code, error.smtp_error)
    except smtplib.SMTPResponseException as error:
        trouble = Unsent(f"{type(error).__name__} {error.smtp_code}")
    except (smtplib.SMTPException, OSError, ValueError) as error:  # the last: an address that no mail can have
        trouble = Unsent(type(error).__name__)
    else:
        return
    raise trouble


def _of_recipient(code: int, words: bytes | str) -> Exception:
    words = words if isinstance(words, bytes) else words.encode(errors="replace")
    is_for_good = 500 <= code < 600 and not words.startswith(POLICY)
    return Bounced(str(code)) if is_for_good else Unsent(str(code))
