"""Consents of pictures: when they end, who is told, and that nobody is published without one."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Collection

from kasper_site.cms import consents, groups, publish_checks
from kasper_site.cms.desk import reminders
from kasper_site.cms.publish_checks.parts import Image, Text
from kasper_site.cms.publish_checks.rules.consents import ended_consents
from kasper_site.cms.publish_checks.targets import Targets
from tests import factories
from tests.admin.test_groups import member
from tests.cms.publish_checks.drafts import PLACE, draft

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
LONG_AGO = date(2020, 8, 2)


@pytest.mark.parametrize(
    ("until", "is_over"), [(None, False), (TODAY - DAY, True), (TODAY, False), (TODAY + DAY, False)]
)
def test_a_consent_holds_on_its_last_day(until, is_over):
    assert consents.has_ended(until, TODAY) == is_over


@pytest.mark.parametrize(("days", "is_found"), [(-1, True), (0, False), (1, False), (None, False)])
def test_a_picture_without_consent_blocks_and_says_what_to_do(days, is_found):
    until = {} if days is None else {1: timezone.localdate() + days * DAY}
    page = draft(Text(PLACE, images=(Image(1, "Kuva", is_decorative=True),)), targets=Targets(consents=until))
    found = list(ended_consents(page))
    assert [finding.is_blocking for finding in found] == ([True] if is_found else [])
    assert all("Valitse toinen kuva, tai pyydä uusi lupa" in finding.message for finding in found)


@pytest.mark.django_db
class TestSite:
    @pytest.fixture(autouse=True)
    def site(self):
        self.home = factories.make_site()
        groups.ensure()
        self.today = timezone.localdate()

    def picture(self, title: str, days: int | None):
        until = None if days is None else self.today + days * DAY
        return factories.make_image(title=title, consent_until=until)

    def client(self, name: str = "viestintä") -> Client:
        client = Client()
        client.force_login(member(name))
        return client

    @pytest.mark.parametrize("place", ["listing_image", "body", "rich text"])
    def test_a_page_is_not_published_with_it(self, place):
        image = self.picture("Vanha", -1)
        text = f'<p>A</p><embed embedtype="image" id="{image.pk}" format="fullwidth" alt="Kuva"/>'
        fields = {
            "listing_image": {"listing_image": image},
            "body": {"body": [("picture", {"image": image, "caption": ""})]},
            "rich text": {"body": [("paragraph", {"text": text})]},
        }[place]
        image.contextual_alt_text = "Kuva"
        page = factories.make_page("home.StandardPage", self.home, **fields)
        codes = [finding.code for finding in publish_checks.findings(page) if finding.is_blocking]
        assert codes == ["ended-consent"]
        image.consent_until = self.today
        image.save()
        assert "ended-consent" not in [finding.code for finding in publish_checks.findings(page)]

    def test_what_has_ended_or_ends_within_sixty_days(self):
        for title, days in (("Pian", 60), ("Ohi", -1), ("Myöhemmin", 61), ("Ikuinen", None), ("Kauan sitten", -900)):
            self.picture(title, days)
        found = consents.ending()
        assert [consent.image.title for consent in found] == ["Kauan sitten", "Ohi", "Pian"]
        assert [consent.has_ended for consent in found] == [True, True, False]
        assert consents.summary(found) == "2 lupaa on päättynyt, 1 lupa päättyy pian"

    def test_each_with_its_pages_in_a_steady_number_of_queries(self, django_assert_num_queries):
        images = [self.picture(f"Kuva {number}", -1) for number in range(4)]
        factories.make_page("home.StandardPage", self.home, title="Kansi", listing_image=images[0])
        body = [("picture", {"image": images[0], "caption": ""})]
        factories.make_page("home.StandardPage", self.home, title="Runko", body=body, listing_image=images[1])
        consents.ending()
        with django_assert_num_queries(5):  # two are the media bank's
            found = consents.ending()
        assert [[page.title for page in consent.pages] for consent in found] == [["Kansi", "Runko"], ["Runko"], [], []]

    def test_the_report_leads_to_the_picture_and_to_its_pages(self):
        image = self.picture("Vanha", -1)
        page = factories.make_page("home.StandardPage", self.home, title="<b>Kansi</b>", slug="a", listing_image=image)
        client = self.client()
        assert reverse("desk:consents") in client.get(reverse("wagtailadmin_home")).content.decode()
        soup = BeautifulSoup(client.get(reverse("desk:consents")).content, "html.parser")
        row = soup.select_one(".listing tbody tr")
        links = {link.get_text().strip(): link["href"] for link in row("a")}
        form = reverse("wagtailimages:edit", args=[image.pk])
        assert links == {
            "Vanha": form,
            "Kirjaa uusi lupa: Vanha": form,
            "<b>Kansi</b>": reverse("wagtailadmin_pages:edit", args=[page.pk]),
        }
        assert "Lupa päättyi" in row.get_text()

    def test_an_empty_report_says_that_all_is_well(self):
        assert "Kaikkien kuvien luvat ovat voimassa." in self.client().get(reverse("desk:consents")).content.decode()

    def test_a_writer_is_told_of_ones_own_pictures(self):
        self.picture("Muiden kuva", -1)
        user = member("toimittaja")
        writer = Client()
        writer.force_login(user)
        assert "on päättynyt" not in writer.get(reverse("wagtailadmin_home")).content.decode()
        root = Collection.get_first_root_node()
        factories.make_image(title="Oma", consent_until=LONG_AGO, uploaded_by_user=user, collection=root)
        html = writer.get(reverse("desk:consents")).content.decode()
        assert "Oma" in html
        assert "Muiden kuva" not in html
        assert "1 lupa on päättynyt" in writer.get(reverse("wagtailadmin_home")).content.decode()

    def test_it_is_not_for_those_who_keep_no_pictures(self):
        Group.objects.get(name="toimittaja").collection_permissions.all().delete()
        writer = self.client("toimittaja")
        assert writer.get(reverse("desk:consents")).status_code == 302
        assert reverse("desk:consents") not in writer.get(reverse("wagtailadmin_home")).content.decode()

    def test_one_row_on_the_desk_leads_to_the_report(self):
        self.picture("Vanha", -1)
        self.picture("Pian", 3)
        soup = BeautifulSoup(self.client().get(reverse("wagtailadmin_home")).content, "html.parser")
        (row,) = soup.select("#due-pages .desk__item")
        assert "Kuvien luvat" in row.get_text()
        assert "1 lupa on päättynyt, 1 lupa päättyy pian" in row.get_text()
        assert {link["href"] for link in row("a")} == {reverse("desk:consents")}
        assert not row.select("form")

    def test_the_monday_letter_tells_of_them(self, mailoutbox):
        self.picture("Vanha", -1)
        long_ago = timezone.now() - timedelta(days=30)
        for name in ("viestintä", "toimittaja"):
            user = member(name)
            user.date_joined = long_ago
            user.save()
        assert reminders.send_due() == 1, [letter.body for letter in mailoutbox]
        (letter,) = mailoutbox
        assert letter.subject == "Kasper ry: 1 kuvan lupa päättyy"
        assert "Kuvat, joiden lupa on päättynyt tai päättyy pian" in letter.body
        assert "- Vanha: Lupa päättyi" in letter.body
        assert "/hallinta/images/" in letter.body
