"""A release as a visitor reads it: kind, day, contacts with the roles of this release, who we are."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup

from news.models import ReleaseContact
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def release():
    factories.make_site()
    return factories.make_page("news.ReleasePage", factories.place_for("news.ReleasePage"), title="Uusi palvelu")


def shown(client, page):
    return client.get(page.url).content.decode()


def test_contacts_have_their_role_here_a_number_to_press_and_the_day_of_checking(client, release):
    person = factories.make_person(confirmed_on=date(2023, 8, 2))
    ReleaseContact.objects.create(page=release, person=person, role="tiedotteen antaja", is_issuer=True)
    text = shown(client, release)
    assert "tiedotteen antaja" in text
    assert f'href="{person.tel}"' in text
    assert f'href="mailto:{person.email}"' in text
    assert "2.8.2023" in text


def test_after_the_last_day_only_the_name_stays(client, release):
    person = factories.make_person(name="Lähtenyt Henkilö", until_date=date.today() - timedelta(days=1))
    ReleaseContact.objects.create(page=release, person=person)
    text = shown(client, release)
    assert "Lähtenyt Henkilö" in text
    assert person.email not in text
    assert "tel:" not in text.split("<main", 1)[1].split("</main>")[0]


def test_when_somebody_answers_stands_beside_the_number_and_the_card_can_be_saved(client, release):
    person = factories.make_person(is_in_staff_list=False)
    ReleaseContact.objects.create(page=release, person=person, reachable="tänään klo 10–14")
    release.save_revision().publish()
    text = shown(client, release)
    assert "Tänään klo 10–14" in text.split(f'href="{person.tel}"')[1]
    card = f"/yhteystieto/{person.pk}.vcf"
    assert f'href="{card}"' in text
    assert person.name in client.get(card).content.decode()


def test_one_press_before_the_text_leads_to_the_contacts(client, release):
    assert "release-ask" not in shown(client, release)
    ReleaseContact.objects.create(page=release, person=factories.make_person())
    soup = BeautifulSoup(shown(client, release), "html.parser")
    (jump,) = soup.select(".release-ask a")
    assert soup.select_one(jump["href"])["class"] == ["release-contacts"]
    assert jump.find_next("h1").find_next("h2").find_parent(class_="release-contacts")


def test_all_contacts_are_copied_at_once_without_the_number_of_who_has_left(client, release):
    yesterday = date.today() - timedelta(days=1)
    here = factories.make_person(name="Sanna", role_fi="toiminnanjohtaja")
    gone = factories.make_person(name="Lähtenyt", until_date=yesterday)
    ReleaseContact.objects.create(page=release, person=here, reachable="klo 9–12", is_issuer=True)
    ReleaseContact.objects.create(page=release, person=gone, role="suunnittelija", reachable="aina", sort_order=1)
    soup = BeautifulSoup(shown(client, release), "html.parser")
    (button,) = soup.select("main button")
    expected = f"Sanna, toiminnanjohtaja\n044 350 5179 (klo 9–12)\n{here.email}\n\nLähtenyt, ei enää Kasperissa"
    instead = f"Sanna, toiminnanjohtaja\n044 350 5179\n{here.email}"  # the director answers for who has left
    assert button["data-copy"] == f"{expected}\n\n{instead}"
    assert button.has_attr("hidden")
    assert "aina" not in soup.main.get_text().lower()
    assert f"/yhteystieto/{gone.pk}.vcf" not in str(soup)


def test_about_us_stands_at_the_end(client, release):
    text = shown(client, release)
    assert "release-about" in text


def test_the_project_is_named_only_while_a_visitor_may_see_it(client, release):
    project = factories.make_page("projects.ProjectPage", factories.place_for("projects.ProjectPage"), title="Hanke A")
    release.related_project = project.page_ptr
    release.save()
    assert f'href="{project.url}"' in shown(client, release)
    project.unpublish()
    assert "Hanke A" not in shown(client, release)


def test_a_statement_tells_to_whom_it_was_given_and_its_number(client, release):
    assert "story-subject" not in shown(client, release)
    release.kind, release.addressee, release.reference_number = "lausunto", "Sosiaalivaliokunta", "12/2023"
    release.save()
    head = BeautifulSoup(shown(client, release), "html.parser").select_one(".story-head")
    assert "Sosiaalivaliokunta" in head.get_text()
    assert "12/2023" in head.get_text()
