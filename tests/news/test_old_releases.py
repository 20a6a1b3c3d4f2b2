"""Old releases stay true: what has changed since is told on top, whoever has left is named as such."""

from datetime import date, time, timedelta

import pytest
from django.test import Client
from django.utils import timezone, translation

from kasper_site.cms.models import SiteSettings
from kasper_site.directory.models import Person, Place, Service
from news import notices, publications, snapshots
from news.models import Correction, ReleaseContact, ReleasePage, ReleaseSnapshot
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.database]

OUTDATED = "Tämä tiedote on päivältä"
NEW = "050 123 4567"


@pytest.fixture
def service():
    factories.make_site()
    return factories.make_service(name_fi="Tukiluuri", phone="044 350 5179")


def published(body: str = "", **fields) -> ReleasePage:
    """A release that has become visible, with what the outbox does then."""
    parent = factories.place_for("news.ReleasePage")
    linked = {name: fields.pop(name) for name in ("services", "places") if name in fields}
    blocks = [("paragraph", {"text": f"<p>{body}</p>"})] if body else []
    page = factories.make_page("news.ReleasePage", parent, body=blocks, **fields)
    for name, value in linked.items():
        setattr(page, name, value)
    page.save_revision().publish()
    publications.work_off()
    return fresh(page)


def fresh(page) -> ReleasePage:
    return ReleasePage.objects.select_related("snapshot").get(pk=page.pk)


def told(page) -> str:
    """The notices in words; the page shows the same."""
    words = " ".join(notice.text for notice in notices.notices(fresh(page)))
    html = Client().get(page.url).content.decode()
    assert (OUTDATED in words) == (OUTDATED in html)
    return words.replace("\N{NO-BREAK SPACE}", " ")


def call(owner, phone: str = NEW) -> None:
    owner.phone = phone
    owner.save()


# --- Facts that change ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("body", ["", "Soita 044 350 5179.", "Soita Tukiluuriin keskiviikkoisin klo 8.00–8.30."])
def test_nothing_is_told_while_everything_holds(service, body):
    page = published(body, services=[] if body else [service])
    assert ReleaseSnapshot.objects.get().facts["owners"]
    assert told(page) == ""


def test_a_changed_number_of_a_linked_service_is_told_with_its_page(service):
    help_page = factories.make_page("home.ServicePage", factories.place_for("home.ServicePage"), service=service)
    page = published(services=[service])
    call(service)
    assert told(page).endswith(f"Tukiluuri: puhelin {NEW}.")
    assert f'href="{help_page.url}"' in Client().get(page.url).content.decode().split("release-notices")[1][:900]
    help_page.unpublish()
    assert help_page.url not in Client().get(page.url).content.decode()


def test_a_typed_number_that_the_directory_knew_is_told(service):
    page = published("Soita numeroon 044 350 5179.")
    service.weekly_hours.all().delete()  # not named: nothing to tell
    assert told(page) == ""
    call(service)
    assert NEW in told(page)


def test_typed_hours_are_told_of_the_place_whose_day_is_named(service):
    tikkurila, jarvenpaa = (factories.make_place(name_fi=f"Kohtaamo {name}") for name in ("Tikkurila", "Järvenpää"))
    jarvenpaa.weekly_hours.update(weekday=3)
    page = published("Kohtaamo on auki torstaisin klo 8.00–8.30.")
    tikkurila.weekly_hours.update(opens=time(7))
    assert told(page) == ""
    jarvenpaa.weekly_hours.update(opens=time(7))
    assert "Kohtaamo Järvenpää: aukioloajat torstaisin klo 7–8.30." in told(page)


def test_a_typed_address_is_told(service):
    place = factories.make_place(name_fi="Kohtaamo", street_address="Vernissakatu 4")
    page = published("Olemme osoitteessa Vernissakatu 4.")
    Place.objects.filter(pk=place.pk).update(street_address="Uusikatu 1")
    assert "Uusikatu 1" in told(page)


def test_hours_that_hold_later_are_no_change_yet(service):
    page = published(services=[service])
    tomorrow = date.today() + timedelta(days=1)
    service.weekly_hours.model.objects.create(
        service=service, weekday=4, opens=time(9), closes=time(10), valid_from=tomorrow
    )
    assert told(page) == ""


def test_a_service_that_is_gone_is_told(service):
    page = published(services=[service], body="Soita 044 350 5179.")
    Service.objects.all().delete()
    assert "Tukiluuri: ei ole enää toiminnassa" in told(page)


def test_a_contact_s_new_number_is_told(service):
    person = factories.make_person(name="Etunimi Sukunimi")
    page = factories.make_page("news.ReleasePage", factories.place_for("news.ReleasePage"))
    ReleaseContact.objects.create(page=page, person=person)
    fresh(page).save_revision().publish()
    publications.work_off()
    call(person)
    assert f"Etunimi Sukunimi: puhelin {NEW}." in told(page)


def test_no_change_of_words_is_a_change_of_facts(service):
    page = published(services=[service])
    Service.objects.update(name_fi="Uusi nimi", note_fi="Uusi huomautus", phone="+358443505179")
    with translation.override("sv"):
        assert notices.notices(fresh(page)) == []


# --- The snapshot -----------------------------------------------------------------------------------------------------
def test_the_snapshot_is_made_once(service):
    page = published(services=[service])
    call(service)
    publications.work_off()
    snapshots.take(page)
    assert NEW in told(page)


def test_a_later_publication_keeps_what_was_told_first(service):
    page = published("Soita 044 350 5179.", services=[service])
    call(service)
    page.title = "Uusi otsikko"
    page.save_revision().publish()
    publications.work_off()
    assert NEW in told(page)


def test_a_corrected_text_is_not_out_of_date(service):
    page = published("Soita 044 350 5179.")
    call(service)
    page.body = [("paragraph", {"text": f"<p>Soita {NEW}.</p>"})]
    page.save_revision().publish()
    publications.work_off()
    assert told(page) == ""


def test_an_embargoed_release_keeps_what_holds_when_it_becomes_public(service):
    moment = timezone.now() + timedelta(hours=1)
    page = published(services=[service], public_at=moment)
    assert not ReleaseSnapshot.objects.exists()
    call(service)
    ReleasePage.objects.update(public_at=timezone.now())
    publications.work_off()
    assert told(page) == ""


@pytest.mark.parametrize("count", [2, 20])
def test_the_notices_cost_the_same_however_many(service, count, django_assert_max_num_queries):
    services = [factories.make_service(name_fi=f"Puhelin {number}") for number in range(count)]
    page = published(services=services)
    Service.objects.update(phone=NEW)
    page = fresh(page)
    with django_assert_max_num_queries(6):
        assert len(notices.notices(page)[0].changes) == count


def test_corrections_stand_on_top_the_newest_first(service):
    page = published()
    for number, day in enumerate(("2023-08-03T09:00Z", "2023-08-04T09:00Z")):
        Correction.objects.create(page=page, at=day, note=f"Korjaus {number}.", key=str(number))
    assert told(page) == "Korjattu 4.8.2023: Korjaus 1. Korjattu 3.8.2023: Korjaus 0."
    html = Client().get(page.url).content.decode()
    assert html.index("Korjaus 1.") < html.index("Korjaus 0.") < html.index("<h1")


# --- Contacts who have left -------------------------------------------------------------------------------------------
@pytest.fixture
def director(service):
    return factories.make_person(name="Johtaja Nimi", role_fi="toiminnanjohtaja", phone="044 493 4546")


@pytest.fixture
def named(director):
    """A release whose contact is still with us."""
    person = factories.make_person(name="Lähtijä Nimi", email="lahtija@example.org")
    page = factories.make_page("news.ReleasePage", factories.place_for("news.ReleasePage"))
    ReleaseContact.objects.create(page=page, person=person)
    fresh(page).save_revision().publish()
    publications.work_off()
    return page


def main(page) -> str:
    return Client().get(page.url).content.decode().split("<main", 1)[1].split("</main>")[0]


@pytest.mark.parametrize("how", ["left", "deleted"])
def test_who_has_left_is_named_with_the_general_press_contact(named, how):
    assert "ei enää Kasperissa" not in main(named)
    assert "Johtaja Nimi" not in main(named)
    people = Person.objects.filter(name="Lähtijä Nimi")
    people.delete() if how == "deleted" else people.update(until_date=date.today() - timedelta(days=1))
    html = main(named)
    assert "Lähtijä Nimi" in html
    assert "ei enää Kasperissa" in html
    assert "lahtija@example.org" not in html
    assert html.index("Lähtijä Nimi") < html.index("Johtaja Nimi")
    chosen = factories.make_person(name="Valittu Nimi")
    SiteSettings.objects.update(press_contact=chosen)
    assert "Valittu Nimi" in main(named)
    assert "Johtaja Nimi" not in main(named)


def test_a_contact_whom_an_editor_took_out_is_not_named(named):
    ReleaseContact.objects.all().delete()
    assert "Lähtijä Nimi" not in main(named)
