"""The stamp of a public form: which form it is and when it was shown, signed with the site's key.

It proves that somebody has opened the form on this site within a day. It is no secret and may be used more than once:
that another site cannot send the form for a visitor is the work of `origin`.
"""

from datetime import datetime, timedelta
from enum import Enum, auto

from django.core.signing import BadSignature, Signer
from django.utils import timezone

VALID_FOR = timedelta(hours=24)
FASTEST = timedelta(seconds=2)  # nobody reads and writes faster

_signer = Signer(salt="kasper.public_forms")


class Verdict(Enum):
    """What a stamp is worth."""

    GOOD = auto()
    HASTY = auto()  # genuine, but the form came back at once
    EXPIRED = auto()
    WRONG = auto()  # none, forged, or another form's

    @property
    def is_usable(self) -> bool:
        """Whether the same stamp may be sent again."""
        return self in (Verdict.GOOD, Verdict.HASTY)


def give(form_name: str, now: datetime | None = None) -> str:
    """A stamp for a form that is shown now."""
    return _signer.sign(f"{form_name} {int((now or timezone.now()).timestamp())}")


def judge(stamp: str, form_name: str, now: datetime | None = None) -> Verdict:
    """What a stamp that came with this form is worth."""
    try:
        name, _space, seconds = _signer.unsign(stamp).rpartition(" ")
    except BadSignature:
        return Verdict.WRONG
    if name != form_name:
        return Verdict.WRONG
    age = (now or timezone.now()).timestamp() - int(seconds)
    if age > VALID_FOR.total_seconds():
        return Verdict.EXPIRED
    return Verdict.HASTY if age < FASTEST.total_seconds() else Verdict.GOOD
