"""Fourteen days: how they are counted, who is told, when a message goes."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from kasper_site.accessibility import clock, inbox
from kasper_site.accessibility.admin import letters, wording
from kasper_site.accessibility.models import AccessibilityFeedback
from kasper_site.cms import groups
from kasper_site.users.models import User


def at(day: int, hour: int = 12, minute: int = 0, month: int = 11) -> datetime:
    """A moment of that autumn, Finnish time, as the database gives it back."""
    return timezone.make_aware(datetime(2026, month, day, hour, minute)).astimezone(UTC)


# --- Counting ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("moment", "last_day"),
    [
        (at(21), date(2026, 12, 5)),
        (at(21, 23, 59), date(2026, 12, 5)),
        (at(22, 0, 1), date(2026, 12, 6)),  # still the 21st in UTC
        (at(20, 12, month=10), date(2026, 11, 3)),  # summer time ends in between
    ],
)
def test_fourteen_finnish_days(moment, last_day):
    assert clock.answer_by(moment) == last_day


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 11, 23), "12 päivää jäljellä"),
        (date(2026, 12, 4), "1 päivä jäljellä"),
        (date(2026, 12, 5), "Tänään on viimeinen päivä"),
        (date(2026, 12, 6), "1 päivä myöhässä"),
        (date(2026, 12, 8), "3 päivää myöhässä"),
    ],
)
def test_the_time_in_words(today, words):
    feedback = AccessibilityFeedback(received_at=at(21))
    assert wording.time_left(feedback, today) == words
    assert wording.deadline(feedback) == "Vastattava viimeistään 5.12.2026 (14\N{NO-BREAK SPACE}päivää)"


# --- Letters ----------------------------------------------------------------------------------------------------------
@pytest.mark.django_db
@pytest.mark.database
class TestLetters:
    @pytest.fixture(autouse=True)
    def editors(self, settings):
        settings.PUBLIC_URL = "https://www.example.fi"
        groups.ensure()
        for name, group in (("viivi", "viestintä"), ("yrjo", "ylläpito"), ("toini", "toimittaja")):
            user = User.objects.create_user(name, email=f"{name}@example.org")
            user.groups.add(Group.objects.get(name=group))
        User.objects.create_user("poissa", email="poissa@example.org", is_active=False).groups.add(
            Group.objects.get(name="viestintä")
        )

    def feedback(self, **fields) -> AccessibilityFeedback:
        values = {"message": "Salainen asia", "name": "Maija", "email": "maija@example.org", "received_at": at(21)}
        return AccessibilityFeedback.objects.create(**{**values, **fields})

    def test_who_may_answer_is_told_once_and_nothing_of_the_message(self, mailoutbox):
        feedback = self.feedback(page="/tukea/")
        assert letters.send_due(at(21, 12, 1)) == 1
        assert letters.send_due(at(21, 12, 2)) == 0
        assert [letter.to for letter in mailoutbox] == [["viivi@example.org"], ["yrjo@example.org"]]
        letter = mailoutbox[0]
        assert letter.subject == "Kasper ry: saavutettavuuspalaute, vastaa viimeistään 5.12.2026"
        assert f"https://www.example.fi/hallinta/saavutettavuuspalaute/#palaute-{feedback.pk}" in letter.body
        assert "sivustolle tuli saavutettavuuspalaute 21.11.2026." in letter.body
        for secret in ("Salainen", "Maija", "maija", "/tukea/"):
            assert secret not in letter.subject + letter.body

    def test_a_second_letter_when_three_days_are_left(self, mailoutbox):
        self.feedback(told_at=at(21))
        assert letters.send_due(at(1, 23, 59, month=12)) == 0
        assert letters.send_due(at(2, 0, 1, month=12)) == 1
        assert letters.send_due(at(3, month=12)) == 0
        assert mailoutbox[0].subject == "Kasper ry: saavutettavuuspalaute odottaa, viimeinen päivä on 5.12.2026"
        assert "3 päivää jäljellä." in mailoutbox[0].body

    def test_what_is_answered_needs_no_letter(self, mailoutbox):
        self.feedback(told_at=at(21), answered_at=at(22))
        self.feedback(answered_at=at(22))
        assert letters.send_due(at(4, month=12)) == 0
        assert mailoutbox == []

    def test_a_mail_server_that_is_away_is_tried_again(self, mailoutbox, monkeypatch):
        self.feedback()

        def away(*args):
            raise OSError("the mail server is away")

        with monkeypatch.context() as patched:
            patched.setattr(letters, "send_mail", away)
            with pytest.raises(ExceptionGroup):
                letters.send_due(at(21, 12, 1))
        assert letters.send_due(at(21, 12, 2)) == 1
        assert len(mailoutbox) == 2

    def test_one_address_that_fails_does_not_make_the_others_get_it_twice(self, mailoutbox, monkeypatch):
        self.feedback()
        send = letters.send_mail

        def flaky(subject, body, sender, to):
            if to == ["viivi@example.org"]:
                raise OSError("unknown user")
            return send(subject, body, sender, to)

        monkeypatch.setattr(letters, "send_mail", flaky)
        with pytest.raises(ExceptionGroup):
            letters.send_due(at(21, 12, 1))
        assert letters.send_due(at(21, 12, 2)) == 0
        assert [letter.to for letter in mailoutbox] == [["yrjo@example.org"]]

    def test_without_such_a_group_the_administrators_are_told(self, mailoutbox):
        User.objects.create_superuser("paa", email="paa@example.org")
        Group.objects.all().delete()
        self.feedback()
        letters.send_due(at(21, 12, 1))
        assert [letter.to for letter in mailoutbox] == [["paa@example.org"]]

    def test_what_was_answered_a_year_ago_goes_and_nothing_else(self):
        now = timezone.now()
        gone = self.feedback(answered_at=now - timedelta(days=365, minutes=1))
        kept = self.feedback(answered_at=now - timedelta(days=364))
        waiting = self.feedback(received_at=now - timedelta(days=900))
        assert inbox.delete_old() == 1
        assert set(AccessibilityFeedback.objects.all()) == {kept, waiting}
        assert gone not in AccessibilityFeedback.objects.all()
