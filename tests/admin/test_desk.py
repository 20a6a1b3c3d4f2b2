"""The editors' desk: its boxes, its one-tap buttons, its report."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry, Page, PageLogEntry, Revision

from kasper_site.cms import groups
from kasper_site.cms.models import ExternalLink, PageReview
from kasper_site.delivery import published
from kasper_site.directory.models import Person
from kasper_site.users.models import User
from tests import factories

pytestmark = pytest.mark.django_db

LONG_AGO = date(2020, 8, 2)


@pytest.fixture
def home():
    groups.ensure()
    return factories.make_site()


def signed_in(group_name: str, name: str = "") -> Client:
    """A browser in which a member of the group has signed in."""
    user = User.objects.create_user(name or group_name, email=f"{name or 'a'}@example.org")
    user.groups.add(Group.objects.get(name=group_name))
    client = Client()
    client.force_login(user)
    client.user = user
    return client


def boxes(client: Client) -> dict[str, list[list[str]]]:
    """The boxes by heading: of each thing its title, its line and the words of its action."""
    soup = BeautifulSoup(client.get(reverse("wagtailadmin_home")).content, "html.parser")
    found = {}
    for box in soup.select(".desk__box"):
        for hidden in box.select(".w-sr-only"):
            hidden.extract()
        found[box.select_one("h2 span").get_text()] = [
            [part.get_text().strip() for part in item.select(".desk__title, .desk__detail, .button")]
            for item in box.select(".desk__item")
        ]
    return found


def page(home, title="Meistä", **fields):
    return factories.make_page("home.StandardPage", home, title=title, **fields)


# --- The front page of the admin --------------------------------------------------------------------------------------
def test_an_empty_desk_is_one_calm_line(home):
    html = signed_in("viestintä").get(reverse("wagtailadmin_home")).content.decode()
    assert "Kaikki on kunnossa. Mikään ei odota sinua." in html
    assert "desk__box" not in html


def test_wagtails_own_lists_and_links_to_other_sites_are_gone(home):
    client = signed_in("toimittaja")
    page(home).save_revision(user=client.user, log_action=True)
    soup = BeautifulSoup(client.get(reverse("wagtailadmin_home")).content, "html.parser")
    assert not soup.select(".w-panel--dashboard")
    assert not [link["href"] for link in soup.select("main a[href^=http]")]


def test_every_box_at_once(home):
    writer, publisher = signed_in("toimittaja"), signed_in("viestintä")
    sent = page(home, "Lähetetty", live=False)
    sent.save_revision(user=writer.user)
    sent.get_workflow().start(sent, writer.user)
    page(home, "Luonnos", live=False).save_revision(user=publisher.user)
    page(home, "Vanha", review_date=LONG_AGO)
    factories.make_person(name="Sanna Välimäki", email="", confirmed_on=LONG_AGO)
    gone = page(home, "Kohde", live=False)
    page(home, "Linkittäjä", body=[("paragraph", {"text": f'<p><a linktype="page" id="{gone.pk}">Sinne</a></p>'})])
    found = boxes(publisher)
    assert list(found) == [
        "Luonnokset",
        "Odottaa hyväksyntää",
        "Tarkistettava",
        "Rikkinäiset linkit",
        "Vahvistamatta yli 12 kk",
    ]
    assert found["Odottaa hyväksyntää"] == [["Lähetetty", "toimittaja lähetti hetki sitten", "Lue ja päätä"]]
    assert found["Tarkistettava"] == [["Vanha", "Tarkistuspäivä oli 2.8.2020", "Merkitse tarkistetuksi"]]
    assert found["Rikkinäiset linkit"] == [["Linkittäjä", "”Sinne”: Sivua ei ole julkaistu.", "Korjaa"]]
    assert found["Vahvistamatta yli 12 kk"] == [
        ["Sanna Välimäki", "suunnittelija · 044\xa0350\xa05179\nVahvistettu 2.8.2020", "Vahvista"]
    ]


def test_the_desk_costs_a_steady_number_of_queries(home, django_assert_max_num_queries):
    client = signed_in("viestintä")
    for number in range(12):
        page(home, f"Sivu {number}", review_date=LONG_AGO)
        factories.make_person(confirmed_on=LONG_AGO)
        page(home, f"Luonnos {number}", live=False).save_revision(user=client.user)
    client.get(reverse("wagtailadmin_home"))
    with django_assert_max_num_queries(45):
        found = boxes(client)
    assert len(found["Tarkistettava"]) == len(found["Vahvistamatta yli 12 kk"]) == 12


# --- Drafts -----------------------------------------------------------------------------------------------------------
class TestDrafts:
    def drafts(self, client):
        return [title for title, _detail, _action in boxes(client).get("Luonnokset", [])]

    def test_what_one_has_written_last_and_not_published(self, home):
        client, other = signed_in("toimittaja", "maija"), signed_in("toimittaja", "matti")
        page(home, "Uusi", live=False).save_revision(user=client.user)
        page(home, "Julkaistu").save_revision(user=client.user)
        page(home, "Toisen", live=False).save_revision(user=other.user)
        page(home, "Valmis").save_revision(user=client.user).publish()
        assert self.drafts(client) == ["Julkaistu", "Uusi"]
        assert boxes(client)["Luonnokset"][0][2] == "Jatka"

    def test_what_waits_for_its_time_or_was_taken_away_is_no_draft(self, home):
        client = signed_in("viestintä")
        later = page(home, "Myöhemmin", live=False, go_live_at=timezone.now() + timedelta(days=3))
        later.save_revision(user=client.user).publish()
        away = page(home, "Pois")
        away.save_revision(user=client.user).publish()
        away.refresh_from_db()
        away.unpublish()
        assert self.drafts(client) == []

    def test_what_was_sent_is_not_a_draft_until_it_comes_back(self, home):
        writer, publisher = signed_in("toimittaja"), signed_in("viestintä")
        sent = page(home, "Lähetetty", live=False)
        sent.save_revision(user=writer.user)
        state = sent.get_workflow().start(sent, writer.user)
        assert self.drafts(writer) == []
        assert boxes(writer)["Odottaa hyväksyntää"][0][::2] == ["Lähetetty", "Avaa sivu"]
        assert boxes(publisher)["Odottaa hyväksyntää"][0][::2] == ["Lähetetty", "Lue ja päätä"]
        state.current_task_state.task.specific.on_action(
            state.current_task_state, publisher.user, "reject", comment="Lisää osoite."
        )
        assert boxes(writer)["Luonnokset"] == [["Lähetetty", "Palautettu sinulle: Lisää osoite.", "Jatka"]]
        assert "Odottaa hyväksyntää" not in boxes(publisher)


# --- Marking as reviewed ----------------------------------------------------------------------------------------------
class TestReviewed:
    def mark(self, client, target):
        return client.post(reverse("desk:reviewed", args=[target.pk]), follow=True)

    def test_one_tap_is_enough_and_leaves_no_draft(self, home):
        client, target = signed_in("toimittaja"), page(home, review_date=LONG_AGO)
        html = self.mark(client, target).content.decode()
        year = timezone.localdate().year + 1
        assert "Sivu ”Meistä” on merkitty tarkistetuksi" in html
        assert f".{year}." in html
        assert "Tarkistettava" not in boxes(client)
        assert PageReview.objects.get().reviewed_by == client.user
        assert not Revision.objects.exists()

    def test_the_history_tells_who_did_it(self, home):
        client, target = signed_in("toimittaja"), page(home, review_date=LONG_AGO)
        self.mark(client, target)
        html = client.get(reverse("wagtailadmin_pages:history", args=[target.pk])).content.decode()
        assert "Merkitty tarkistetuksi. Seuraava tarkistus on" in html
        assert PageLogEntry.objects.get(action="kasper.reviewed").user == client.user

    def test_the_form_tells_of_the_last_review(self, home):
        client, target = signed_in("toimittaja"), page(home, review_date=LONG_AGO)
        address = reverse("wagtailadmin_pages:edit", args=[target.pk])
        assert "Seuraava tarkistus on" not in client.get(address).content.decode()
        self.mark(client, target)
        assert "(toimittaja). Seuraava tarkistus on" in client.get(address).content.decode()

    def test_the_pages_of_ones_own_groups_come_first(self, home):
        client = signed_in("toimittaja")
        page(home, "Vanhin", review_date=LONG_AGO)
        own = client.user.groups.get()
        page(home, "Oma", review_date=LONG_AGO + timedelta(days=9), owner_group=own)
        assert [title for title, *_rest in boxes(client)["Tarkistettava"]] == ["Oma", "Vanhin"]

    def test_only_by_post_and_only_who_edits_the_page(self, home):
        target = page(home, review_date=LONG_AGO)
        address = reverse("desk:reviewed", args=[target.pk])
        assert signed_in("toimittaja").get(address).status_code == 405
        assert Client().post(address).status_code == 302
        Group.objects.get(name="toimittaja").page_permissions.all().delete()
        client = signed_in("toimittaja", "maija")
        assert "Tarkistettava" not in boxes(client)
        client.post(address)
        assert not PageReview.objects.exists()


# --- Confirming facts -------------------------------------------------------------------------------------------------
class TestFacts:
    def confirm(self, client, fact, kind="person"):
        return client.post(reverse("desk:confirmed", args=[kind, fact.pk]))

    def test_one_tap_sets_todays_date_and_visitors_get_it_at_once(self, home, django_capture_on_commit_callbacks):
        announced = []
        published.subscribe(announced.append)
        client, person = signed_in("viestintä"), factories.make_person(confirmed_on=LONG_AGO)
        with django_capture_on_commit_callbacks(execute=True):
            self.confirm(client, person)
        published._subscribers.remove(announced.append)
        person.refresh_from_db()
        assert person.confirmed_on == timezone.localdate()
        assert announced == [person]
        assert "Vahvistamatta yli 12 kk" not in boxes(client)

    def test_the_facts_history_tells_who_did_it(self, home):
        client, service = signed_in("viestintä"), factories.make_service(confirmed_on=LONG_AGO)
        self.confirm(client, service, "service")
        entry = ModelLogEntry.objects.get(action="kasper.confirmed")
        assert (entry.user, entry.object_id) == (client.user, str(service.pk))
        assert str(registry.get_formatter(entry).format_message(entry)) == "Vahvistettu todeksi"
        assert service.weekly_hours.count() == 1

    def test_what_is_old_and_what_is_not(self, home):
        client, today = signed_in("viestintä"), timezone.localdate()
        factories.make_person(name="Tuore", confirmed_on=today - timedelta(days=360))
        factories.make_person(name="Vanha", confirmed_on=today - timedelta(days=370))
        factories.make_place(name_fi="Vahvistamaton", confirmed_on=None)
        factories.make_person(name="Lähtenyt", confirmed_on=LONG_AGO, until_date=LONG_AGO)
        assert [title for title, *_rest in boxes(client)["Vahvistamatta yli 12 kk"]] == ["Vanha", "Vahvistamaton"]

    def test_only_by_post_and_only_who_keeps_the_facts(self, home):
        person = factories.make_person(confirmed_on=LONG_AGO)
        client = signed_in("toimittaja")
        assert "Vahvistamatta yli 12 kk" not in boxes(client)
        assert signed_in("viestintä").get(reverse("desk:confirmed", args=["person", person.pk])).status_code == 405
        self.confirm(client, person)
        assert Person.objects.get().confirmed_on == LONG_AGO
        assert self.confirm(signed_in("ylläpito"), person, "user").status_code == 404


# --- Broken links -----------------------------------------------------------------------------------------------------
class TestBrokenLinks:
    def test_the_report_names_link_page_and_what_is_wrong(self, home):
        text = '<p><a href="https://www.example.org/poissa#x">Toisaalla</a></p>'
        target = page(home, "Linkittäjä", body=[("paragraph", {"text": text})])
        link = ExternalLink.objects.create(
            url="https://www.example.org/poissa",
            state="broken",
            problem="gone",
            first_failed_at=timezone.now(),
            last_checked_at=timezone.now(),
        )
        link.pages.add(target)
        client = signed_in("toimittaja")
        soup = BeautifulSoup(client.get(reverse("desk:broken_links")).content, "html.parser")
        row = soup.select_one(".listing tbody tr")
        assert "Linkittäjä" in row.get_text()
        assert "Toisaalla" in row.get_text()
        assert "https://www.example.org/poissa" in row.get_text()
        assert "Sivua ei enää ole." in row.get_text()
        anchor = target.body[0].id
        edit = reverse("wagtailadmin_pages:edit", args=[target.pk])
        assert row.select_one("a")["href"] == f"{edit}#:w:contentpath=body.{anchor}.text"
        assert boxes(client)["Rikkinäiset linkit"] == [["Linkittäjä", "”Toisaalla”: Sivua ei enää ole.", "Korjaa"]]

    def test_a_link_that_failed_once_is_not_told(self, home):
        link = ExternalLink.objects.create(url="https://www.example.org/", state="failing", problem="gone")
        link.pages.add(page(home))
        assert boxes(signed_in("viestintä")) == {}

    def test_the_report_stands_in_the_menu_and_is_empty_when_all_is_well(self, home):
        client = signed_in("toimittaja")
        html = client.get(reverse("wagtailadmin_home")).content.decode()
        assert reverse("desk:broken_links") in html
        assert "Rikkinäisiä linkkejä ei ole." in client.get(reverse("desk:broken_links")).content.decode()

    def test_it_is_not_for_those_who_edit_no_page(self, home):
        Group.objects.get(name="toimittaja").page_permissions.all().delete()
        assert signed_in("toimittaja").get(reverse("desk:broken_links")).status_code == 302


def test_a_title_with_markup_is_shown_as_it_is(home):
    client = signed_in("viestintä")
    page(home, "<b>Äiti</b>", slug="aiti", review_date=LONG_AGO)
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "&lt;b&gt;Äiti&lt;/b&gt;" in html
    assert Page.objects.filter(slug="aiti").exists()
