"""The material archive: order, filters that combine, what has no date, only what a visitor may see."""

import pytest
from django.utils import translation
from wagtail.models import Locale

from projects import archive
from projects.models import Material
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    """Headings read as they stand in the code."""
    with translation.override("en"):
        yield


@pytest.fixture
def projects():
    """Two projects with materials: VOIKUKKIA and Kasperi II."""
    factories.make_site()
    parent = factories.place_for("projects.ProjectPage")
    first = factories.make_page("projects.ProjectPage", parent, title="VOIKUKKIA")
    second = factories.make_page("projects.ProjectPage", parent, title="Kasperi II")
    add(first, "Jälkihuollon opas", kind="guide", phase="I, 2006–2009", sort_order=1)
    add(first, "Käsikirja", kind="handbook", phase="III, 2012–2015", sort_order=2)
    add(first, "Kokemusjulkaisu", kind="publication", phase="III, 2012–2015", date="2015", sort_order=3)
    add(second, "Loppuraportti", kind="report", date="31.10.2013")
    return first, second


def add(page, title, **fields):
    return Material.objects.create(page=page, title=title, **fields)


def found(**params):
    """Titles in order, and the filters' headings with their labels."""
    context = archive.context(archive.materials(Locale.objects.get(language_code="fi").pk), params)
    groups = {str(group.heading): group.choices for group in context["filters"]}
    return [material.title for material in context["materials"]], groups


@pytest.mark.usefixtures("projects")
def test_by_project_and_the_newest_first():
    assert found()[0] == ["Kokemusjulkaisu", "Käsikirja", "Jälkihuollon opas", "Loppuraportti"]


@pytest.mark.usefixtures("projects")
@pytest.mark.parametrize(
    ("params", "titles"),
    [
        ({"hanke": "kasperi-ii"}, ["Loppuraportti"]),
        ({"vaihe": "III, 2012–2015"}, ["Kokemusjulkaisu", "Käsikirja"]),
        ({"vuosi": "2015"}, ["Kokemusjulkaisu"]),
        ({"vuosi": "2013"}, ["Loppuraportti"]),
        ({"tyyppi": "guide"}, ["Jälkihuollon opas"]),
        ({"hanke": "voikukkia", "tyyppi": "handbook"}, ["Käsikirja"]),
        ({"hanke": "kasperi-ii", "tyyppi": "handbook"}, []),
        ({"hanke": "ei-ole"}, []),
        ({"outo": "x"}, ["Kokemusjulkaisu", "Käsikirja", "Jälkihuollon opas", "Loppuraportti"]),
    ],
)
def test_filters_and_their_combinations(params, titles):
    assert found(**params)[0] == titles


@pytest.mark.usefixtures("projects")
def test_where_no_year_is_known_the_phase_tells_the_years():
    assert found(vuosi="2006–2009")[0] == ["Jälkihuollon opas"]
    years = [choice.query for choice in found()[1]["Year"] if choice.query]
    assert [query.split("=")[1][:4] for query in years] == ["2015", "2013", "2012", "2006"]


@pytest.mark.usefixtures("projects")
def test_a_filter_offers_what_the_others_leave():
    groups = found(hanke="voikukkia")[1]
    assert len(groups["Project"]) == 3  # all, and both projects to change between
    assert "?hanke=voikukkia&tyyppi=guide" in [choice.query for choice in groups["Type"]]
    assert not [choice for choice in groups["Type"] if "report" in choice.query]


def test_a_hidden_project_keeps_its_materials_to_itself(projects):
    projects[0].unpublish()
    assert found()[0] == ["Loppuraportti"]


def test_the_page_marks_what_is_chosen_and_leads_back(client, projects):
    page = factories.make_page("projects.MaterialArchivePage", projects[0].get_parent(), title="Aineistot")
    shown = client.get(page.url, {"hanke": "kasperi-ii"}).content.decode()
    assert "Loppuraportti" in shown
    assert "Kokemusjulkaisu" not in shown
    assert f'href="{page.url}?hanke=kasperi-ii#lista" aria-current="true"' in shown
    assert f'href="{page.url}#lista" aria-current="true"' not in shown
    assert f'href="{page.url}?hanke=voikukkia#lista"' in shown
    assert f'href="{page.url}#lista"' in shown
