"""The editors' side: the inbox of feedback, its place on the desk, the list of known issues."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kasper_site.accessibility.models import AccessibilityFeedback, KnownIssue
from kasper_site.cms import groups
from kasper_site.users.models import User
from tests import factories

pytestmark = pytest.mark.django_db

INBOX = "/hallinta/saavutettavuuspalaute/"


@pytest.fixture(autouse=True)
def home():
    groups.ensure()
    return factories.make_site()


def member(group: str) -> Client:
    user = User.objects.create_user(group, first_name="Viivi", last_name="Viestijä")
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


def came(days_ago: int = 2, **fields) -> AccessibilityFeedback:
    moment = timezone.now() - timedelta(days=days_ago)
    return AccessibilityFeedback.objects.create(**{"message": "Nappi ei toimi.", "received_at": moment, **fields})


def soup(client, address=INBOX, **query) -> BeautifulSoup:
    response = client.get(address, query)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def words(tag) -> str:
    return " ".join(tag.get_text(" ").split())


# --- The list ---------------------------------------------------------------------------------------------------------
def test_each_message_tells_by_when_it_is_answered():
    late, soon = came(20, page="/tukea/"), came(2, email="maija@example.org", name="Maija")
    first, second = soup(member("viestintä")).select(".inbox__message")
    assert first["id"] == f"palaute-{late.pk}"
    assert "6 päivää myöhässä" in words(first)
    assert "Ei nimeä" in words(first)
    day = soon.answer_by
    assert f"Vastattava viimeistään {day.day}.{day.month}.{day.year} (14 päivää) 12 päivää jäljellä" in words(second)
    assert second.select_one("a[href='mailto:maija@example.org']")
    assert "Nappi ei toimi." in words(second)


def test_one_tap_stops_the_clock_and_says_who_and_when():
    client, feedback = member("viestintä"), came()
    form = soup(client).select_one(".inbox__message form")
    assert form["action"] == f"{INBOX}{feedback.pk}/vastattu/"
    assert client.post(form["action"]).url == INBOX
    feedback.refresh_from_db()
    assert feedback.answered_by.username == "viestintä"
    assert timezone.localdate(feedback.answered_at) == timezone.localdate()
    page = soup(client)
    assert not page.select(".inbox__message")
    assert "Mikään palaute ei odota vastausta." in words(page)
    today = timezone.localdate()
    answered = soup(client, tila="vastatut")
    assert f"Viivi Viestijä vastasi {today.day}.{today.month}.{today.year}" in words(answered)


def test_a_slip_is_taken_back():
    client, feedback = member("viestintä"), came(answered_at=timezone.now())
    client.post(soup(client, tila="vastatut").select_one(".inbox__message form")["action"])
    feedback.refresh_from_db()
    assert (feedback.is_open, feedback.answered_by) == (True, None)


def test_who_was_first_stays():
    feedback, first = came(), member("ylläpito")
    first.post(f"{INBOX}{feedback.pk}/vastattu/")
    response = member("viestintä").post(f"{INBOX}{feedback.pk}/vastattu/", follow=True)
    feedback.refresh_from_db()
    assert feedback.answered_by.username == "ylläpito"
    assert "Joku on jo merkinnyt palautteen vastatuksi." in response.content.decode()


def test_what_visitors_write_is_shown_as_text():
    came(message="<script>alert(1)</script>\nToinen rivi", page='"><img src=x>')
    message = soup(member("viestintä")).select_one(".inbox__message")
    assert "<script>alert(1)</script>" in message.get_text()
    assert not message.select("script, img")


@pytest.mark.parametrize(("group", "may"), [("toimittaja", False), ("viestintä", True), ("ylläpito", True)])
def test_who_may_read_and_answer(group, may):
    client, feedback = member(group), came()
    assert (client.get(INBOX).status_code == 200) is may
    assert (INBOX in client.get(reverse("wagtailadmin_home")).content.decode()) is may
    for action in ("vastattu", "avoin"):
        client.post(f"{INBOX}{feedback.pk}/{action}/")
        feedback.refresh_from_db()
        assert feedback.is_open is not (may and action == "vastattu")
    assert client.get(f"{INBOX}{feedback.pk}/vastattu/").status_code in (302, 405)


# --- The desk ---------------------------------------------------------------------------------------------------------
def test_it_stands_first_in_the_box_of_what_is_to_be_reviewed(home):
    factories.make_page("home.StandardPage", home, title="Meistä", review_date=date(2020, 1, 1))
    feedback = came(20)
    box = soup(member("viestintä"), reverse("wagtailadmin_home")).select_one("#due-pages")
    first, second = box.select(".desk__item")
    assert "6 päivää myöhässä" in words(first)
    assert first.select_one("a.button")["href"] == f"{INBOX}#palaute-{feedback.pk}"
    assert "Lue ja vastaa" in words(first.select_one("a.button"))
    assert not first.select("form")
    assert second.select_one("form button")


def test_answered_feedback_leaves_the_desk():
    came(answered_at=timezone.now())
    assert not soup(member("viestintä"), reverse("wagtailadmin_home")).select("#due-pages")


# --- Known issues -----------------------------------------------------------------------------------------------------
ISSUES = "wagtailsnippets_accessibility_knownissue"


def test_issues_are_listed_by_their_state():
    KnownIssue.objects.create(text_fi="Vanhat tiedostot.", found_on=date(2026, 1, 2))
    KnownIssue.objects.create(text_fi="Pieni nappi.", found_on=date(2026, 1, 1), fixed_on=date(2026, 2, 1))
    client, address = member("viestintä"), reverse(f"{ISSUES}:list")
    page = words(soup(client, address).main)
    assert "Avoin, näkyy selosteessa" in page
    assert "Korjattu 1.2.2026" in page
    assert "Pieni nappi." not in words(soup(client, address, state="open").main)
    assert "Vanhat tiedostot." not in words(soup(client, address, state="fixed").main)


def test_an_editor_writes_an_issue_and_marks_it_as_fixed():
    client = member("viestintä")
    fields = {"text_fi": "Vanhat tiedostot.", "found_on": "2.1.2026"}
    empty = dict.fromkeys(("text_sv", "text_en", "criterion", "plan_fi", "plan_sv", "plan_en", "fixed_on"), "")
    client.post(reverse(f"{ISSUES}:add"), {**empty, **fields})
    issue = KnownIssue.objects.get()
    assert (issue.found_on, issue.is_open) == (date(2026, 1, 2), True)
    response = client.post(reverse(f"{ISSUES}:edit", args=[issue.pk]), {**empty, **fields, "fixed_on": "1.1.2026"})
    assert "Puutetta ei voi korjata ennen kuin se on huomattu." in response.content.decode()
    client.post(reverse(f"{ISSUES}:edit", args=[issue.pk]), {**empty, **fields, "fixed_on": "3.1.2026"})
    assert not KnownIssue.objects.get().is_open
