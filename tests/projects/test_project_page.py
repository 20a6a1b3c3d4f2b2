"""A project as a visitor reads it: its time, its facts, its people, its materials, what happens around it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from projects.models import Material, ProjectContact
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def index():
    factories.make_site()
    return factories.place_for("projects.ProjectPage")


def make(index, **fields):
    return factories.make_page("projects.ProjectPage", index, **fields)


def shown(client, page):
    return client.get(page.url).content.decode()


def test_the_band_follows_the_period(client, index):
    assert "period-over" in shown(client, make(index, period_start="2011", period_end="2013"))
    assert "period-over" not in shown(client, make(index, period_start="2016"))


def test_a_name_in_another_language_is_marked_with_it(client, index):
    part = {"name": "Pohjanmaan Perhekaste II", "other_name": "KASTE familjeprojektet", "other_language": "sv"}
    text = shown(client, make(index, sub_projects=[("sub_project", part)]))
    assert '<span lang="sv">KASTE familjeprojektet</span>' in text


def test_the_history_is_an_ordered_list_newest_first_with_anchors(client, index):
    phases = [
        ("phase", {"numeral": "I", "start": "2006", "end": "2009", "name": "Voikukkia-projekti"}),
        ("phase", {"numeral": "III", "start": "2012", "end": "2015", "name": "VOIKUKKIA-verkostohanke"}),
    ]
    text = shown(client, make(index, history=phases))
    assert text.index('id="vaihe-iii"') < text.index('id="vaihe-i"')
    assert 'href="#vaihe-iii"' in text
    assert '<ol class="timeline">' in text


def test_people_of_a_project_that_is_over_are_names_and_those_who_left_have_no_number(client, index):
    page = make(index)
    left = factories.make_person(name="Lähtenyt Henkilö", until_date=date.today() - timedelta(days=1))
    ProjectContact.objects.create(page=page, name="Pelkkä Nimi", role="koordinaattori")
    ProjectContact.objects.create(page=page, person=left)
    text = shown(client, page)
    assert "Pelkkä Nimi" in text
    assert "Lähtenyt Henkilö" in text
    assert left.email not in text


def test_materials_lead_to_the_archive_only_if_it_is_there(client, index):
    page = make(index, slug="voikukkia")
    Material.objects.create(page=page, title="Ohjaajan opas", note="Tiedosto on muualla.")
    assert "?hanke=voikukkia" not in shown(client, page)
    archive = factories.make_page("projects.MaterialArchivePage", index)
    text = shown(client, page)
    assert f'href="{archive.url}?hanke=voikukkia"' in text
    assert "Tiedosto on muualla." in text


def test_current_matters_and_their_own_list(client, index):
    page = make(index)
    news = factories.make_page("news.ProjectNewsIndexPage", page)
    ahead = timezone.now() + timedelta(days=1)
    factories.make_page("news.CurrentMatterPage", news, title="Ovet auki")
    factories.make_page("news.CurrentMatterPage", news, title="Vasta huomenna", public_at=ahead)
    text = shown(client, page)
    assert "Ovet auki" in text
    assert "Vasta huomenna" not in text
    assert f'href="{news.url}"' in text


def test_the_list_of_projects_has_what_goes_on_first(client, index):
    make(index, title="Päättynyt", period_end="2013")
    make(index, title="Jatkuva", period_start="2016")
    text = shown(client, index)
    assert text.index("Jatkuva</a>") < text.index("Päättynyt</a>")
