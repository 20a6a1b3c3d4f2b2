"""What the admin says and offers first: counts, names, states, main buttons, ways from the desk."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Collection, Locale, Page

from kasper_site.cms import groups, roots
from kasper_site.cms.desk import counts
from kasper_site.cms.models import Menu, MenuLink
from kasper_site.directory.models import HoursException
from kasper_site.users.models import User
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    groups.ensure()
    return factories.make_site()


def signed_in(group_name: str) -> Client:
    """A browser in which a member of the group has signed in."""
    user = User.objects.create_user(group_name, email=f"{len(group_name)}@example.org")
    user.groups.add(Group.objects.get(name=group_name))
    client = Client()
    client.force_login(user)
    return client


def soup(client: Client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser")


# --- Counts and names -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("count", "words"), [(1, "1 henkilö"), (3, "3 henkilöä")])
def test_the_word_after_a_number_is_bent(home, admin_client, count, words):
    for _number in range(count):
        factories.make_person()
    page = soup(admin_client, reverse("wagtailsnippets_directory_person:list"))
    assert page.select_one(".pagination__end").get_text(strip=True) == words


def test_every_kind_of_thing_that_is_listed_has_words():
    with translation.override("fi"):
        for words in [*counts._words.values(), counts.OTHER]:
            assert words % {"count": 1} != words % {"count": 2}


def test_what_wagtail_calls_root_has_a_finnish_name_once(db):
    roots.name()
    assert Page.objects.get(depth=1).title == "Kaikki sivut"
    Collection.objects.filter(depth=1).update(name="Kuvapankki")
    roots.name()
    assert Collection.objects.get(depth=1).name == "Kuvapankki"


def test_the_rows_of_a_menu_tell_their_page(home, admin_client):
    menu = Menu.objects.create(locale=Locale.get_default())
    MenuLink.objects.create(menu=menu, page=factories.make_page("home.StandardPage", home, title="Meistä"))
    form = soup(admin_client, reverse("wagtailsnippets_cms_menu:edit", args=[menu.pk]))
    assert [name.get_text() for name in form.select("[data-row-name]")] == ["Meistä"]


def test_the_list_of_page_types_has_the_trees_order_and_tells_what_each_is_for(home, admin_client):
    listed = soup(admin_client, reverse("wagtailadmin_pages:add_subpage", args=[home.pk])).select("ul.listing li")
    wanted = [label.lower().replace(".", "/") for label in type(home).subpage_types]
    found = [item.select_one("a")["href"] for item in listed]
    assert [next(name for name in wanted if name in address) for address in found] == wanted
    assert all(item.select_one("small").get_text(strip=True) for item in listed if "accessibility" not in str(item))


# --- States -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("days", [2, -2])
def test_a_release_ahead_of_its_time_says_so(home, admin_client, days):
    parent = factories.place_for("news.ReleasePage")
    moment = timezone.localtime().replace(hour=9, minute=0) + timedelta(days=days)
    page = factories.make_page("news.ReleasePage", parent, public_at=moment)
    words = f"tulee julkiseksi {moment.day}.{moment.month}.{moment.year} klo\N{NO-BREAK SPACE}9"
    row = soup(admin_client, reverse("wagtailadmin_explore", args=[parent.pk])).select_one("table.listing tbody tr")
    form = soup(admin_client, reverse("wagtailadmin_pages:edit", args=[page.pk]))
    panel = form.select_one("[data-side-panel=status]").get_text()
    assert (words in row.get_text()) is (days > 0)
    assert (words.capitalize() in panel) is (days > 0)


def test_a_list_of_releases_asks_no_more_for_their_states(home, admin_client, django_assert_max_num_queries):
    parent = factories.place_for("news.ReleasePage")
    address = reverse("wagtailadmin_explore", args=[parent.pk])
    admin_client.get(address)
    ahead = timezone.now() + timedelta(days=2)
    for _number in range(10):
        factories.make_page("news.ReleasePage", parent, public_at=ahead)
    with django_assert_max_num_queries(40):
        admin_client.get(address)


# --- The main button --------------------------------------------------------------------------------------------------
def main_button(client: Client, address: str) -> str:
    """The words of the button that stands in sight at the foot of a form."""
    footer = soup(client, address).select_one("footer")
    return footer.select_one("button:not([aria-hidden])").get_text(strip=True)


@pytest.mark.parametrize(("group", "words"), [("viestintä", "Julkaise"), ("toimittaja", "Lähetä hyväksyttäväksi")])
def test_what_an_editor_came_for_is_the_main_button(home, group, words):
    client = signed_in(group)
    page = factories.make_page("home.StandardPage", home)
    assert main_button(client, reverse("wagtailadmin_pages:edit", args=[page.pk])) == words
    assert main_button(client, reverse("wagtailadmin_pages:add", args=["home", "standardpage", home.pk])) == words


def test_who_approves_has_that_as_the_main_button(home):
    writer, publisher = signed_in("toimittaja"), signed_in("viestintä")
    page = factories.make_page("home.StandardPage", home, live=False)
    page.save_revision()
    page.get_workflow().start(page, User.objects.get(username="toimittaja"))
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert main_button(publisher, address) == "Hyväksy ja julkaise"
    assert "hyväksyttäväksi" not in main_button(writer, address)


def test_enter_in_a_field_saves_a_draft(home, admin_client):
    """Browsers press the first button of a form, in sight or not; it must have no name, as that of the draft has."""
    page = factories.make_page("home.StandardPage", home)
    form = (
        soup(admin_client, reverse("wagtailadmin_pages:edit", args=[page.pk])).select_one("footer").find_parent("form")
    )
    buttons = form.select("button[type=submit], button:not([type]), input[type=submit]")
    first = next(button for button in buttons if not button.find_parent("template"))
    assert not first.get("name")


# --- From the desk ----------------------------------------------------------------------------------------------------
def shortcuts(client: Client) -> dict[str, str]:
    links = soup(client, reverse("wagtailadmin_home")).select(".desk__shortcuts a")
    return {link.get_text(strip=True): link["href"] for link in links}


def test_the_ways_that_editors_take_most_often(home):
    newsroom = factories.make_page("news.NewsIndexPage", home)
    everybodys = ["Etsi sivu", "Toimittajan opas"]
    assert list(shortcuts(signed_in("toimittaja"))) == ["Uusi tiedote", "Uusi ajankohtainen asia", *everybodys]
    found = shortcuts(signed_in("viestintä"))
    assert list(found) == [
        "Uusi tiedote",
        "Uusi ajankohtainen asia",
        "Aukioloajat",
        "Näytä poikkeustiedote",
        "Uusi tapahtuma",
        *everybodys,
    ]
    assert found["Uusi tiedote"] == reverse("wagtailadmin_pages:add", args=["news", "releasepage", newsroom.pk])


def test_without_a_news_list_there_is_no_way_to_a_new_release(home):
    assert "Uusi tiedote" not in shortcuts(signed_in("viestintä"))


def test_all_hours_stand_on_one_page_with_the_way_to_change_them(home):
    service, place = factories.make_service(), factories.make_place()
    day = timezone.localdate() + timedelta(days=400)
    HoursException.objects.create(place=place, date=day)
    address = reverse("opening_hours")
    rows = soup(signed_in("viestintä"), address).select(".desk__item")
    assert [row.select_one("strong").get_text() for row in rows] == [service.name_fi, place.name_fi]
    assert "Keskiviikkoisin klo\N{NO-BREAK SPACE}8–8.30" in rows[0].get_text()
    assert f"{day.day}.{day.month}." in rows[1].get_text()
    edit = reverse("wagtailsnippets_directory_service:edit", args=[service.pk])
    assert rows[0].select_one("a")["href"].split("#")[0] == edit
    assert signed_in("toimittaja").get(address).status_code == 302
