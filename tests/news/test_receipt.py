"""The receipt of publishing: what it shows, to whom, and what it leads to."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kasper_site.cms import groups
from kasper_site.delivery.models import Effect, Publication
from kasper_site.delivery.outbox import kinds, recording
from kasper_site.operations.models import SchedulerBeat
from kasper_site.users.models import User
from news import publications
from news.receipt import rows, wording
from tests import factories
from tests.admin.checked_page import edit_url

pytestmark = [pytest.mark.django_db, pytest.mark.database]
STATE = Effect.State
COPIES = 12


@pytest.fixture(autouse=True)
def two_kinds(monkeypatch):
    """A page's two ordinary effects, and a crowd of mails."""
    monkeypatch.setattr(kinds, "_kinds", {})
    kinds.register("page", "Sivu", lambda effect: "Näkyy.", order=10)
    kinds.register("pdf", "PDF", lambda effect: "Valmis.", order=20)
    crowd = [(str(number), {}) for number in range(COPIES)]
    kinds.register("mail", "Sähköpostit", lambda effect: "", wanted=lambda page, publication: crowd, order=30)


@pytest.fixture
def newsroom():
    groups.ensure()
    factories.make_site()
    SchedulerBeat.objects.create(name="x", last_run_at=timezone.now())
    return factories.place_for("news.ReleasePage")


@pytest.fixture
def release(newsroom):
    """A published release that the outbox knows of."""
    page = factories.make_page("news.ReleasePage", newsroom, title="Uusi ryhmä")
    page.save_revision().publish()
    publications.record_new()
    return page


def signed_in(group_name: str = "viestintä") -> Client:
    user = User.objects.create_user(group_name, email="a@example.org", first_name="Viivi", last_name="Viestijä")
    user.groups.add(Group.objects.get(name=group_name))
    client = Client()
    client.force_login(user)
    client.user = user
    return client


def soup_of(client: Client, page, name: str = "receipt:page") -> BeautifulSoup:
    response = client.get(reverse(name, args=[page.pk]))
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def lines(soup: BeautifulSoup) -> list[list[str]]:
    """Each row of the newest publication: its words."""
    found = soup.select("[data-receipt-target=state] .receipt__row")
    return [list(row.stripped_strings) for row in found]


def state_of(soup: BeautifulSoup) -> tuple[str, str]:
    """The summary, and after how many seconds to look again."""
    block = soup.select_one("[data-receipt-target=state]")
    return block["data-summary"], block["data-again"]


# --- What it shows ----------------------------------------------------------------------------------------------------
def test_it_fills_up(release):
    client = signed_in()
    soup = soup_of(client, release)
    assert lines(soup) == [["Sivu", "Odottaa"], ["PDF", "Odottaa"], ["Sähköpostit", "Odottaa", "0/12 valmiina"]]
    assert state_of(soup) == ("0/3 valmiina", "1")
    publications.work_off()
    for name in ("receipt:page", "receipt:rows"):
        soup = soup_of(client, release, name)
        assert lines(soup) == [
            ["Sivu", "Valmis", "Näkyy."],
            ["PDF", "Valmis", "Valmis."],
            ["Sähköpostit", "Valmis", "12/12 valmiina"],
        ]
        assert state_of(soup) == ("3/3 valmiina", "0")


def test_it_tells_when_and_by_whom(release):
    client = signed_in()
    release.save_revision(user=client.user).publish(user=client.user)
    publications.record_new()
    soup = soup_of(client, release)
    first, second = Publication.objects.order_by("pk")
    assert f"Muutettu {wording.moment(second.public_at)}" in soup.get_text()
    assert soup.select_one(".receipt__publisher").get_text() == "Julkaisija: Viivi Viestijä"
    earlier = soup.select_one(".receipt__earlier summary").get_text()
    assert earlier == f"Julkinen {wording.moment(first.public_at)} alkaen · 0/3 valmiina"


def test_a_story_ahead_of_its_time_says_when(newsroom):
    moment = timezone.now() + timedelta(hours=3)
    page = factories.make_page("news.ReleasePage", newsroom, public_at=moment)
    page.save_revision().publish()
    soup = soup_of(signed_in(), page)
    assert state_of(soup) == (f"Tulee julkiseksi {wording.moment(moment)}", "30")
    assert "Julkaisun työt tehdään silloin." in soup.get_text()


def test_a_publication_that_is_not_recorded_yet_is_said_to_be(newsroom):
    page = factories.make_page("news.ReleasePage", newsroom)
    page.save_revision().publish()
    assert state_of(soup_of(signed_in(), page)) == ("Julkaisu kirjataan…", "1")


def test_a_page_that_was_taken_away_says_so(release):
    publications.work_off()
    release.refresh_from_db()
    release.unpublish()
    soup = soup_of(signed_in(), release)
    assert state_of(soup) == ("Kävijät eivät näe sivua.", "0")
    assert len(soup.select(".receipt__earlier")) == 1


def test_a_dead_scheduler_is_told_while_something_waits(release):
    client = signed_in()
    assert "Ajastin ei ole käynnissä" not in soup_of(client, release).get_text()
    SchedulerBeat.objects.update(last_run_at=timezone.now() - timedelta(minutes=3))
    assert "Ajastin ei ole käynnissä" in soup_of(client, release).get_text()
    publications.work_off()
    assert "Ajastin ei ole käynnissä" not in soup_of(client, release).get_text()


def test_a_failure_tells_its_reason_its_tries_and_the_next_one(release):
    Effect.objects.filter(kind="page").update(state=STATE.DONE)
    later = timezone.now() + timedelta(minutes=10)
    Effect.objects.filter(kind="pdf").update(tries=4, note="OSError: ei vastaa", next_try_at=later)
    Effect.objects.filter(kind="mail").update(state=STATE.DONE)
    Effect.objects.filter(key__endswith=":7").update(state=STATE.FAILED, note="Osoite hylättiin.")
    soup = soup_of(signed_in(), release)
    assert lines(soup)[1] == [
        "PDF",
        "Odottaa",
        "OSError: ei vastaa",
        "Yritetty 4 kertaa. Seuraava yritys 10 minuutin päästä",
    ]
    assert lines(soup)[2] == [
        "Sähköpostit",
        "Epäonnistui",
        "11/12 valmiina, 1 epäonnistui\nVirhe: Osoite hylättiin.",
        "Yritä uudelleen",
        ": Sähköpostit",
    ]
    assert state_of(soup) == ("1/3 valmiina, 1 epäonnistui", "30")


def test_a_page_of_receipts_costs_a_steady_number_of_queries(release, django_assert_max_num_queries):
    client = signed_in()
    for number in range(1, 8):
        recording.record(release, timezone.now() + timedelta(seconds=number))
    soup_of(client, release)
    with django_assert_max_num_queries(45):
        soup_of(client, release)


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (timedelta(seconds=-5), "Seuraava yritys minuutin sisällä"),
        (timedelta(seconds=50), "Seuraava yritys minuutin sisällä"),
        (timedelta(minutes=1), "Seuraava yritys 1 minuutin päästä"),
        (timedelta(minutes=59), "Seuraava yritys 59 minuutin päästä"),
        (timedelta(hours=4), "Seuraava yritys 4 tunnin päästä"),
    ],
)
def test_the_next_try_in_words(left, words):
    now = timezone.now()
    assert wording.next_try(now + left, now) == words


# --- Trying again -----------------------------------------------------------------------------------------------------
def test_one_failed_row_is_tried_again(release):
    client = signed_in()
    Effect.objects.filter(kind="pdf").update(state=STATE.FAILED, tries=7)
    which = soup_of(client, release).select_one(".receipt__retry")["value"]
    html = client.post(reverse("receipt:retry", args=[release.pk]), {"which": which}, follow=True).content.decode()
    assert "1 työtä yritetään uudelleen." in html
    assert Effect.objects.get(kind="pdf").state == STATE.WAITING
    assert "Uudelleen yritettävää ei enää ole." in (
        client.post(reverse("receipt:retry", args=[release.pk]), {"which": which}, follow=True).content.decode()
    )


def test_all_the_failed_of_a_crowd_are_tried_again(release):
    client = signed_in()
    Effect.objects.filter(kind__in=["mail", "pdf"]).update(state=STATE.FAILED)
    Effect.objects.filter(key__endswith=":7").update(state=STATE.DONE)
    which = soup_of(client, release).select(".receipt__retry")[-1]["value"]
    client.post(reverse("receipt:retry", args=[release.pk]), {"which": which})
    assert Effect.objects.filter(kind="mail", state=STATE.WAITING).count() == COPIES - 1
    assert Effect.objects.get(kind="pdf").state == STATE.FAILED


def test_nothing_of_another_page_is_tried_again(release):
    other = factories.make_page("news.ReleasePage", release.get_parent())
    Effect.objects.update(state=STATE.FAILED)
    publication = Publication.objects.get()
    for which in (str(Effect.objects.first().pk), f"{publication.pk}:mail", "", "x", ":", "9" * 40, "1:", "²"):
        assert not rows.failed(which, other.pk).exists()


# --- Who may see it ---------------------------------------------------------------------------------------------------
def test_who_may_neither_edit_nor_publish_learns_nothing(release):
    Effect.objects.update(state=STATE.FAILED)
    client = signed_in("toimittaja")
    Group.objects.get(name="toimittaja").page_permissions.all().delete()
    addresses = [reverse(f"receipt:{name}", args=[release.pk]) for name in ("page", "rows", "retry")]
    nowhere = reverse("receipt:page", args=[99999])
    for address in (*addresses[:2], nowhere):
        assert client.get(address).status_code == 404
        assert Client().get(address).status_code == 302
    answers = [BeautifulSoup(client.get(address).content, "html.parser") for address in (addresses[0], nowhere)]
    assert answers[0].get_text() == answers[1].get_text()
    assert client.post(addresses[2], {"which": str(Effect.objects.first().pk)}).status_code == 404
    assert not Effect.objects.exclude(state=STATE.FAILED).exists()


def test_an_editor_without_the_right_to_publish_sees_it(release):
    assert lines(soup_of(signed_in("toimittaja"), release))


def test_only_stories_have_one_and_a_retry_is_posted(release):
    client = signed_in()
    front = release.get_parent().get_parent()
    assert client.get(reverse("receipt:page", args=[front.pk])).status_code == 404
    assert client.get(reverse("receipt:retry", args=[release.pk])).status_code == 405


# --- The ways there ---------------------------------------------------------------------------------------------------
def test_the_form_leads_to_it(release):
    client = signed_in()
    address = reverse("receipt:page", args=[release.pk])
    assert address in client.get(edit_url(release)).content.decode()
    front = release.get_parent().get_parent()
    assert "Julkaisukuitti" not in client.get(edit_url(front)).content.decode()
    draft = factories.make_page("news.ReleasePage", release.get_parent(), live=False)
    assert "Julkaisukuitti" not in client.get(edit_url(draft)).content.decode()


# --- The desk ---------------------------------------------------------------------------------------------------------
def desk(client: Client) -> str:
    soup = BeautifulSoup(client.get(reverse("wagtailadmin_home")).content, "html.parser")
    return " ".join(soup.select_one("main").get_text().split())


def test_failed_work_is_on_the_desk_of_those_who_edit_the_page(release):
    client = signed_in()
    assert "epäonnistui" not in desk(client)
    Effect.objects.filter(kind__in=["pdf", "mail"]).update(state=STATE.FAILED)
    words = desk(client)
    assert "Uusi ryhmä Julkaisun jälkeen epäonnistui: PDF, Sähköpostit Katso kuitti" in words
    Group.objects.get(name="toimittaja").page_permissions.all().delete()
    assert "epäonnistui" not in desk(signed_in("toimittaja"))


def test_work_that_stands_still_is_on_the_desk_of_those_who_publish(release):
    client = signed_in()
    Effect.objects.update(next_try_at=timezone.now() - timedelta(minutes=11))
    assert "Jokin työ on odottanut yli kymmenen minuuttia. Kerro ylläpidolle." in desk(client)
    assert "seisovat" not in desk(signed_in("toimittaja"))
    SchedulerBeat.objects.update(last_run_at=timezone.now() - timedelta(minutes=3))
    assert "Pyydä ylläpitoa käynnistämään ajastin." in desk(client)
    Effect.objects.filter(kind="page").update(state=STATE.DONE, done_at=timezone.now())
    assert "seisovat" not in desk(client)
