"""How many queries an anonymous visitor's page costs: few, and as many with two items as with twenty."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, Page

from kasper_site.cms.blocks import BodyBlock
from kasper_site.cms.models import Menu, MenuLink, SiteDocument, SiteImage
from kasper_site.directory.models import Person
from news.models import PressFigure, PressRoomPicture, ReleaseContact, ReleasePage, ReleasePicture
from projects.models import Material, ProjectContact
from tests import factories

BUDGET = 10
PAGE_TYPES = factories.page_types()

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    front = factories.make_site()
    factories.make_facts()
    menu = Menu.objects.create(locale=Locale.objects.get(language_code="fi"))
    for position in MenuLink.Position.values:
        MenuLink.objects.create(menu=menu, page=front, position=position)
    return front


def queries(page: Page) -> list[str]:
    """The queries of an anonymous request, after one that has warmed what is kept for good (types, renditions)."""
    client = Client()
    assert client.get(page.url).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        assert client.get(page.url).status_code == 200
    return [query["sql"] for query in captured.captured_queries]


# --- Items, as many as a test asks for --------------------------------------------------------------------------------
def add_stories(count: int, parent: Page, **fields) -> None:
    """Stories of both types, with pictures, one a day."""
    for number in range(count):
        page_type = ("news.ReleasePage", "news.CurrentMatterPage")[number % 2]
        moment = timezone.now() - timedelta(days=number + 1)
        factories.make_page(page_type, parent, public_at=moment, listing_image=SiteImage.objects.first(), **fields)


def add_projects(count: int) -> None:
    parent = factories.place_for("projects.ProjectPage")
    for _number in range(count):
        project = factories.make_page("projects.ProjectPage", parent, listing_image=SiteImage.objects.first())
        add_materials(1, project)


def add_materials(count: int, project: Page) -> None:
    for number in range(count):
        document = SiteDocument.objects.first()
        Material.objects.create(page=project, title=f"Opas {number}", document=document, date=str(2000 + number))


def add_people(count: int) -> list[Person]:
    return [factories.make_person() for _number in range(count)]


def add_help_points(count: int) -> None:
    """Services and places, each with hours and a page of its own."""
    parent = factories.place_for("home.ServicePage")
    for _number in range(count):
        factories.make_page("home.ServicePage", parent)
        factories.make_page("home.PlacePage", parent)


def fill(page: Page, count: int) -> None:
    """As many as `count` of everything that a page of this type lists."""
    page_type = page._meta.label
    if page_type == "home.HomePage":
        add_stories(count, factories.place_for("news.ReleasePage"))
        add_projects(count)
    if page_type in ("home.HomePage", "home.HelpIndexPage", "home.ContactPage"):
        add_help_points(count)
    if page_type == "home.ContactPage":
        add_people(count)
    if page_type == "home.StandardPage":
        for _number in range(count):
            factories.make_page("home.StandardPage", page, listing_image=SiteImage.objects.first())
    if page_type in ("home.ServicePage", "home.PlacePage"):
        factories.add_hours(page.point, count)
    if page_type in ("home.EventIndexPage", "home.PlacePage"):
        for _number in range(count):
            factories.make_event(place=getattr(page, "place", None) or factories.make_place())
            factories.make_undated_event()
    if page_type == "home.StrategyPage":
        factories.make_page(page_type, page.get_parent(), organisation=page.organisation, period_start="2024")
    fill_projects(page, count)
    fill_news(page, count)


def fill_projects(page: Page, count: int) -> None:
    page_type = page._meta.label
    if page_type in ("projects.ProjectIndexPage", "projects.MaterialArchivePage"):
        add_projects(count)
    if page_type == "projects.ProjectPage":
        add_materials(count, page)
        add_stories(count, factories.place_for("news.ReleasePage"), related_project=page)
        for person in add_people(count):
            ProjectContact.objects.create(page=page, person=person)


def fill_news(page: Page, count: int) -> None:
    page_type = page._meta.label
    if page_type in ("news.NewsIndexPage", "news.ProjectNewsIndexPage"):
        add_stories(count, page)
    if page_type == "news.PressRoomPage":
        newsroom = factories.place_for("news.ReleasePage")
        add_stories(count, newsroom)
        for release in ReleasePage.objects.all():
            ReleasePicture.objects.create(page=release, image=factories.make_image(licence="CC BY 4.0"))
        for _number in range(count):
            PressRoomPicture.objects.create(page=page, image=factories.make_image(licence="CC BY 4.0"))
        for number in range(count):
            PressFigure.objects.create(page=page, number=str(number), text="kuntaa", year="2023", source="Kasper ry")
    if page_type == "news.ReleasePage":
        for person in add_people(count):
            ReleaseContact.objects.create(page=page, person=person, is_issuer=False)
        for _number in range(count):
            ReleasePicture.objects.create(page=page, image=factories.make_image(licence="CC BY 4.0"))


def filled(home: Page, page_type: str, count: int) -> Page:
    """A page of the type with its typed streams and its lists filled in, without the free body."""
    fields = {**factories.full_fields(page_type, count)}
    if "body" in fields:
        fields["body"] = []
    if page_type == "home.HomePage":
        for name, value in fields.items():
            setattr(home, name, value)
        home.save()
        page = home
    else:
        page = factories.make_page(page_type, factories.place_for(page_type), **fields)
    fill(page, count)
    return page


# --- The budget -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_a_page_keeps_to_its_budget(home, page_type):
    page = filled(home, page_type, 2)
    few = queries(page)
    assert len(few) <= BUDGET, "\n".join(few)


@pytest.mark.parametrize("page_type", PAGE_TYPES)
def test_twenty_items_cost_as_much_as_two(home, page_type):
    few = queries(filled(home, page_type, 2))
    if page_type != "home.HomePage":
        Page.objects.filter(depth=3).delete()
    many = queries(filled(home, page_type, 20))
    assert len(few) == len(many), "\n".join(many)


@pytest.mark.parametrize("name", list(BodyBlock().child_blocks))
def test_twenty_blocks_cost_as_much_as_two(home, name):
    value = BodyBlock().child_blocks[name].get_preview_value()
    few, many = (
        queries(factories.make_page("home.StandardPage", home, body=[(name, value)] * count)) for count in (2, 20)
    )
    assert len(few) == len(many) <= BUDGET, "\n".join(many)
