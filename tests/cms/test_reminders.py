"""The Monday letters: to whom, about what, and only once."""

from datetime import date, datetime, timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import Page

from kasper_site.cms import groups
from kasper_site.cms.desk import reminders
from kasper_site.cms.models import Reminder
from kasper_site.users.models import User
from tests import factories

MONDAY = date(2026, 11, 23)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of that November, Finnish time."""
    return timezone.make_aware(datetime(2026, 11, day, hour, minute))


@pytest.mark.parametrize(
    ("moment", "week"),
    [
        (at(23, 7), MONDAY),
        (at(23, 6, 59), MONDAY - timedelta(days=7)),
        (at(29, 23), MONDAY),
        (at(30, 6), MONDAY),
        (at(30, 7), MONDAY + timedelta(days=7)),
    ],
)
def test_a_week_begins_on_monday_at_seven(moment, week):
    assert reminders.week_of(moment) == week


@pytest.mark.django_db
@pytest.mark.database
class TestLetters:
    @pytest.fixture(autouse=True)
    def site(self, settings):
        settings.PUBLIC_URL = "https://www.example.fi"
        self.home = factories.make_site()
        groups.ensure()

    def editor(self, name: str, *group_names: str, **fields) -> User:
        values = {"email": f"{name}@example.org", "date_joined": at(1, 12), **fields}
        user = User.objects.create_user(name, **values)
        user.groups.set(Group.objects.filter(name__in=group_names))
        return user

    def page(self, title: str, group_name: str = "") -> Page:
        group = Group.objects.get(name=group_name) if group_name else None
        fields = {"title": title, "owner_group": group, "review_date": date(2026, 8, 2)}
        return factories.make_page("home.StandardPage", self.home, **fields)

    def test_a_group_is_told_of_its_own_pages_in_finnish(self, mailoutbox):
        self.editor("maija", "toimittaja")
        page = self.page("Meistä", "toimittaja")
        self.page("Muiden sivu", "viestintä")
        assert reminders.send_due(at(23, 7)) == 1
        (letter,) = mailoutbox
        assert letter.to == ["maija@example.org"]
        assert letter.subject == "Kasper ry: 1 sivu tarkistettavana"
        assert "- Meistä: tarkistuspäivä oli 2.8.2026" in letter.body
        assert f"https://www.example.fi/hallinta/pages/{page.pk}/edit/" in letter.body
        assert "https://www.example.fi/hallinta/\n" in letter.body
        assert "Muiden sivu" not in letter.body

    def test_who_publishes_is_told_of_pages_that_nobody_looks_after_and_of_facts(self, mailoutbox):
        self.editor("maija", "toimittaja")
        self.editor("viivi", "viestintä")
        self.page("Orpo sivu")
        factories.make_person(name="Sanna Välimäki")
        factories.make_service(confirmed_on=date(2026, 11, 1))
        assert reminders.send_due(at(23, 7)) == 1
        (letter,) = mailoutbox
        assert letter.to == ["viivi@example.org"]
        assert letter.subject == "Kasper ry: 1 sivu tarkistettavana, 1 tieto vahvistettavana"
        assert "Orpo sivu" in letter.body
        assert "- Sanna Välimäki (henkilö): Vahvistettu 2.8.2023" in letter.body
        assert "Puhelin" not in letter.body

    def test_once_a_week(self, mailoutbox):
        self.editor("maija", "toimittaja")
        self.page("Meistä", "toimittaja")
        for moment in (at(23, 7), at(23, 7, 10), at(29, 12), at(30, 6)):
            reminders.send_due(moment)
        assert len(mailoutbox) == 1
        reminders.send_due(at(30, 7, 1))
        assert len(mailoutbox) == 2

    def test_what_becomes_due_in_the_middle_of_a_week_waits_for_monday(self, mailoutbox):
        user = self.editor("maija", "toimittaja")
        reminders.send_due(at(23, 7))
        self.page("Meistä", "toimittaja")
        reminders.send_due(at(25, 12))
        assert mailoutbox == []
        assert Reminder.objects.get(user=user).item_count == 0

    def test_nobody_without_an_address_a_group_or_an_account_in_use(self, mailoutbox):
        self.editor("osoitteeton", "toimittaja", email="")
        self.editor("ryhmaton")
        self.editor("lahtenyt", "toimittaja", is_active=False)
        self.editor("uusi", "toimittaja", date_joined=at(24, 12))
        self.page("Meistä", "toimittaja")
        assert reminders.send_due(at(25, 7)) == 0
        assert mailoutbox == []

    def test_who_could_not_be_reached_is_tried_again_and_nobody_is_told_twice(self, mailoutbox, monkeypatch):
        for name in ("maija", "matti"):
            self.editor(name, "toimittaja")
        self.page("Meistä", "toimittaja")
        send, refused = reminders.send_mail, ["maija@example.org"]

        def flaky(subject, body, sender, to):
            if to == refused:
                raise OSError("the mail server is away")
            return send(subject, body, sender, to)

        monkeypatch.setattr(reminders, "send_mail", flaky)
        with pytest.raises(ExceptionGroup):
            reminders.send_due(at(23, 7))
        refused.clear()
        assert reminders.send_due(at(23, 7, 10)) == 1
        assert sorted(letter.to[0] for letter in mailoutbox) == ["maija@example.org", "matti@example.org"]

    def test_the_text_is_plain_and_holds_no_entities(self, mailoutbox):
        self.editor("maija", "toimittaja")
        self.page("Äiti & isä <3", "toimittaja")
        reminders.send_due(at(23, 7))
        assert "Äiti & isä <3" in mailoutbox[0].body
        assert mailoutbox[0].alternatives == []
