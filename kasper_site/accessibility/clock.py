"""The days of a feedback: act 306/2019 on the provision of digital services gives 14 days to answer it.

Days are Finnish days: what comes at half past midnight came on the new day, whatever the server's clock says.
"""

from datetime import date, datetime, timedelta

from django.utils import timezone

ANSWER_DAYS = 14
REMIND_DAYS = 3  # so many days before the last one the letter that reminds is sent
KEPT = timedelta(days=365)  # so long after the answer the feedback is deleted


def answer_by(received_at: datetime) -> date:
    """The last day on which the answer is in time."""
    return timezone.localdate(received_at) + timedelta(days=ANSWER_DAYS)


def days_left(last_day: date, today: date | None = None) -> int:
    """Days until that day; 0 on it, less than 0 after it."""
    return (last_day - (today or timezone.localdate())).days
