"""A number changes in the directory, then its owner leaves: what follows for a release of old, from end to end."""

from datetime import date, datetime, timedelta
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.core.cache import caches
from django.test import Client
from django.utils import timezone

from kasper_site.delivery.models import Effect
from news import corrections, publications
from news.feeds import atom
from news.models import ReleaseContact, ReleasePage
from news.renderings import renewal
from tests import factories
from tests.news.renderings.conftest import pdf_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]

HELSINKI = ZoneInfo("Europe/Helsinki")
DAY = datetime(2023, 8, 2, 9, tzinfo=HELSINKI)
OLD, NEW = "044 350 5179", "050 123 4567"
OWN_OLD, OWN_NEW = "044 901 8339", "050 765 4321"
CORRECTION = "Palvelun nimi oli väärin."
HEAD = "Tämä tiedote on päivältä 2.8.2023."
LEFT = "i enää Kasperissa"  # on paper with a capital letter


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    for cache in caches.all():
        cache.clear()


@pytest.fixture
def director():
    factories.make_site()
    return factories.make_person(name="Johtaja Nimi", role_fi="toiminnanjohtaja", phone="044 493 4546")


@pytest.fixture
def person(director):
    return factories.make_person(name="Lähtijä Nimi", phone=OWN_OLD, email="lahtija@example.org")


@pytest.fixture
def service(director):
    return factories.make_service(name_fi="Tukiluuri", phone=OLD)


@pytest.fixture
def help_page(service):
    return factories.make_page("home.ServicePage", factories.place_for("home.ServicePage"), service=service)


@pytest.fixture
def release(service, help_page, person):
    """A release of 2023 that names the service by a link and the number by its text; all that follows has been done."""
    newsroom = factories.place_for("news.ReleasePage")
    body = [("paragraph", {"text": f"<p>Soita numeroon {OLD}.</p>"})]
    page = factories.make_page("news.ReleasePage", newsroom, title="Uusi puhelin", public_at=DAY, body=body)
    ReleaseContact.objects.create(page=page, person=person, reachable="tänään klo 10–14")
    page.services = [service]
    page.save_revision().publish()
    ReleasePage.objects.update(last_published_at=DAY, first_published_at=DAY)
    work_off()
    renewal.check_due()
    return ReleasePage.objects.get(pk=page.pk)


def work_off() -> None:
    """What the scheduler does as long as there is something to do: each time it stops after some seconds."""
    publications.work_off()
    while Effect.objects.filter(state=Effect.State.WAITING, next_try_at__lte=timezone.now()).exists():
        publications.work_off()


@pytest.fixture
def change(django_capture_on_commit_callbacks):
    """Changes a fact as an editor's form does, then lets the scheduler do its jobs; how much it made anew."""

    def _change(fact, **fields) -> int:
        with django_capture_on_commit_callbacks(execute=True):
            for name, value in fields.items():
                setattr(fact, name, value)
            fact.save()
        again = renewal.check_due()
        with django_capture_on_commit_callbacks(execute=True):
            work_off()
        return again

    return _change


def plain(text: str) -> str:
    """In one line with plain spaces."""
    return " ".join(text.split())


def on_page(release) -> BeautifulSoup:
    return BeautifulSoup(Client().get(release.url).content, "html.parser").main


def in_pdf(release) -> str:
    """What the PDF says that a reader downloads."""
    data = Client().get(f"{release.url}tiedote.pdf").content
    assert data == pdf_of(release)
    return plain(text_of(data))


def in_text(release) -> str:
    return plain(Client().get(f"{release.url}tiedote.txt").content.decode())


def everywhere(release) -> list[str]:
    return [plain(on_page(release).get_text(" ")), in_pdf(release), in_text(release)]


def updated_in_feed(release) -> str:
    data = Client().get(f"{release.get_parent().url}syote.xml").content
    (entry,) = ElementTree.fromstring(data).iter(f"{{{atom.NAMESPACE}}}entry")
    return entry.findtext(f"{{{atom.NAMESPACE}}}updated")


def test_nothing_is_told_and_nothing_made_anew_while_all_holds(release):
    assert renewal.check_due() == 0
    for told in everywhere(release):
        assert HEAD not in told
        assert told.count(OLD) == 1
        assert OWN_OLD in told
    unfinished = Effect.objects.exclude(state=Effect.State.DONE)
    assert not unfinished.exclude(kind="search").exists()  # the index follows a commit, and a test has none


def test_a_changed_number_is_told_on_the_page_in_the_pdf_and_in_the_text(release, service, help_page, change):
    before = in_pdf(release), in_text(release), updated_in_feed(release)
    assert change(service, phone=NEW) == 2  # the card prints no number

    notice = on_page(release).select_one(".release-notice")
    assert plain(notice.get_text(" ")).startswith(HEAD)
    assert notice.a["href"] == help_page.url
    assert NEW in plain(notice.li.get_text())
    for told in everywhere(release):
        assert told.index(f"puhelin {NEW}") < told.index("Uusi puhelin") < told.index(f"Soita numeroon {OLD}.")
    assert before[0] != in_pdf(release)
    assert before[1] != in_text(release)
    # Nobody has edited the release: readers of the feed are not shown it as new.
    assert updated_in_feed(release) == before[2] == "2023-08-02T06:00:00Z"

    change(service, phone=OLD)
    assert HEAD not in "".join(everywhere(release))


def test_an_older_draft_published_later_undoes_neither_notice_nor_correction(release, service, change):
    old = release.get_latest_revision()
    corrections.answer(release, corrections.ESSENTIAL, CORRECTION, "avain", [])
    release.lead = "Numero oli väärin."
    release.save_revision().publish()
    change(service, phone=NEW)
    for told in everywhere(release):
        assert told.index(f"puhelin {NEW}") < told.index(CORRECTION) < told.index("Uusi puhelin")
        assert "Numero oli väärin." in told
    old.publish()
    work_off()
    for told in everywhere(release):
        assert "Numero oli väärin." not in told
        assert told.index(f"puhelin {NEW}") < told.index(CORRECTION) < told.index("Uusi puhelin")


def test_a_contact_s_number_then_their_last_day(release, person, director, change):
    assert change(person, phone=OWN_NEW) == 2
    for told in everywhere(release):
        assert told.count(OWN_NEW) == 2  # in the notice, in the contact box
        assert OWN_OLD not in told
        assert "Johtaja Nimi" not in told

    assert change(person, until_date=date.today() - timedelta(days=1)) == 2
    for told in everywhere(release):
        assert HEAD not in told  # the box tells it
        assert "Lähtijä Nimi" in told
        assert LEFT in told
        assert told.index(LEFT) < told.index("Johtaja Nimi") < told.index("044 493 4546")
        assert not [gone for gone in (OWN_OLD, OWN_NEW, "lahtija@example.org", "tänään klo 10–14") if gone in told]
