"""The admin's own search and the dialog that chooses a page find inflected forms, within what the editor may see."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission

from kasper_site.users.models import User
from search.admin.quotes import LoneQuoteMiddleware
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def pages(publish):
    return {
        "found": publish("Ryhmät", "Tukea huostaanotettujen lasten vanhemmille"),
        "other": publish("Talkoot", "Pihalla on tekemistä"),
    }


def titles(client, query: str) -> list[str]:
    soup = BeautifulSoup(client.get(reverse("wagtailadmin_pages:search") + query).content, "html.parser")
    return [link.get_text(" ", strip=True) for link in soup.select("td.title .title-wrapper > a")]


def test_an_inflected_form_a_part_of_a_compound_and_a_draft(admin_client, pages, home):
    factories.make_page("home.StandardPage", home, title="Lapsen luonnos", live=False)
    assert titles(admin_client, "?q=lapsi") == ["Ryhmät"]
    assert titles(admin_client, "?q=huostaanotto") == ["Ryhmät"]
    assert titles(admin_client, "?q=lapsen") == ["Lapsen luonnos", "Ryhmät"]
    assert titles(admin_client, "?q=lapsi live:no") == []
    assert titles(admin_client, "?q=xyzzyxyzzy") == []


def test_a_draft_of_a_published_page_is_not_ours_to_find(admin_client, pages):
    page = pages["found"]
    page.title = "Kuljetukset"
    page.save_revision()
    assert titles(admin_client, "?q=kuljetuksissa") == []


def test_types_order_and_the_number_count_both(admin_client, pages, publish):
    publish("Lasten aamu")
    soup = BeautifulSoup(admin_client.get(reverse("wagtailadmin_pages:search") + "?q=lapsi").content, "html.parser")
    assert "2" in soup.select_one("h2[role=alert]").get_text()
    kinds = soup.select("nav[aria-labelledby=page-types-title] li")
    assert [item.get_text(strip=True) for item in kinds] == ["Kaikki (2)", "Tekstisivu (2)"]
    assert titles(admin_client, "?q=lapsi&ordering=-title") == ["Ryhmät", "Lasten aamu"]
    assert titles(admin_client, "?q=lapsi&ordering=title") == ["Lasten aamu", "Ryhmät"]
    assert sorted(titles(admin_client, "?q=lapsi&content_type=home.standardpage")) == ["Lasten aamu", "Ryhmät"]
    assert titles(admin_client, "?q=lapsi&content_type=home.helppage") == []
    results = admin_client.get(reverse("wagtailadmin_pages:search_results") + "?q=lapsi")
    assert "Ryhmät" in results.content.decode()


def test_an_editor_without_right_to_a_section_does_not_see_its_pages(pages, publish):
    mine = publish("Oma osio")
    publish("Omat lapset", parent=mine)
    group = Group.objects.create(name="osio")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    permission = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    GroupPagePermission.objects.create(group=group, page=mine, permission=permission)
    user = User.objects.create_user("osaaja", email="osaaja@example.org")
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    assert titles(client, "?q=lapsi") == ["Omat lapset"]


def test_choosing_a_page(admin_client, pages):
    html = admin_client.get(reverse("wagtailadmin_choose_page_search") + "?q=lapsi").content.decode()
    assert "Ryhmät" in html
    assert "Talkoot" not in html
    typed = admin_client.get(reverse("wagtailadmin_choose_page_search") + "?q=lapsi&page_type=home.helppage")
    assert "Ryhmät" not in typed.content.decode()
    assert "Talkoot" in admin_client.get(reverse("wagtailadmin_choose_page_search") + "?q=talk").content.decode()
    assert admin_client.get(reverse("wagtailadmin_choose_page")).status_code == 200


@pytest.mark.parametrize("typed", ['"', 'lapsi"', '"lapsi', '""'])
def test_a_lone_quotation_mark_breaks_no_search_for_a_page(admin_client, pages, typed):
    for name in ("wagtailadmin_choose_page_search", "wagtailadmin_pages:search"):
        assert admin_client.get(reverse(name), {"q": typed}).status_code == 200
    html = admin_client.get(reverse("wagtailadmin_choose_page_search"), {"q": typed}).content.decode()
    assert ("Ryhmät" in html) is ("lapsi" in typed)


@pytest.mark.parametrize("typed", ['"', 'lapsi"', 'a"b', '"""'])
@pytest.mark.parametrize(
    "name",
    [
        "wagtaildocs:index",
        "wagtaildocs_chooser:choose",
        "wagtailimages:index",
        "wagtailimages_chooser:choose",
        "wagtailsnippets_directory_person:list",
        "wagtailsnippets_directory_event:list",
        "wagtailadmin_pages:search",
    ],
)
def test_a_lone_quotation_mark_is_answered_everywhere(admin_client, pages, name, typed):
    assert admin_client.get(reverse(name), {"q": typed}).status_code == 200


def test_a_phrase_between_quotation_marks_stays_one(rf):
    seen = []
    LoneQuoteMiddleware(lambda request: seen.append(request.GET["q"]))(rf.get("/hallinta/x/", {"q": '"lapsi ja äiti"'}))
    LoneQuoteMiddleware(lambda request: seen.append(request.GET["q"]))(rf.get("/haku/", {"q": '"'}))
    assert seen == ['"lapsi ja äiti"', '"']
