"""A release as a visitor reads it: kind, day, contacts with the roles of this release, who we are."""

from datetime import date, timedelta

import pytest

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
