"""The loader, on a small site: what it makes, that a second run changes nothing, what it leaves alone."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, PageLogEntry, Revision, Site

from home.models import HomePage, ServicePage, StandardPage
from kasper_site.cms.models import Menu, MenuLink, SiteDocument, SiteImage, SiteRendition, SiteSettings
from kasper_site.demo.load import is_loaded
from kasper_site.directory.models import Person, Service, WeeklyHours
from news.models import ReleasePage
from search import query
from search.index import upkeep
from search.models import Entry

pytestmark = pytest.mark.database

EVERYTHING = (Page, Revision, PageLogEntry, SiteImage, SiteRendition, SiteDocument, Person, Service, WeeklyHours)
EVERYTHING += (Group, Menu, MenuLink, SiteSettings, Redirect, Site, Locale)


def counts() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in EVERYTHING}


def page(path: str) -> Page:
    """The page whose address ends so."""
    return Page.objects.get(url_path__endswith=path).specific


# --- What a first run makes -------------------------------------------------------------------------------------------
def test_the_site_opens_with_our_front_page_in_place_of_wagtails(folder, settings):
    settings.PUBLIC_URL = "https://www.example.fi"
    folder.load()
    site = Site.objects.get()
    assert (site.hostname, site.port, site.is_default_site) == ("www.example.fi", 443, True)
    assert site.root_page.specific.introduction == "Perheiden asiantuntijajärjestö."
    assert sorted(Page.objects.filter(depth=2).values_list("title", flat=True)) == ["Kasper", "Kasper på svenska"]
    assert [locale.language_code for locale in Locale.objects.order_by("pk")] == ["fi", "sv", "en"]


def test_pages_are_live_in_their_order_and_published_through_a_revision(folder):
    folder.load()
    home = HomePage.objects.get(locale__language_code="fi")
    assert [child.slug for child in home.get_children()] == ["tukea", "ajankohtaista", "meista"]
    assert all(found.live and found.live_revision_id for found in Page.objects.filter(depth__gt=1))
    assert timezone.localdate(home.first_published_at).isoformat() == "2023-08-02"


def test_a_translation_shares_the_key_of_its_original(folder):
    folder.load()
    finnish, swedish = HomePage.objects.order_by("locale__pk")
    assert finnish.translation_key == swedish.translation_key
    assert swedish.url == "/sv/"


def test_references_lead_to_what_they_name(folder):
    folder.load()
    home, about, service = HomePage.objects.first(), page("/meista/"), ServicePage.objects.get()
    assert home.doors[0].value["page"].pk == service.pk
    assert about.listing_image.title == "Niitty"
    assert service.service.weekly_hours.get().opens.hour == 10
    html = about.body[0].value["text"].source
    assert f'<a linktype="page" id="{service.pk}">' in html
    assert f'<a linktype="document" id="{SiteDocument.objects.get().pk}">' in html
    assert list(about.body[1].value["people"]) == [Person.objects.get()]
    assert about.body[2].value["image"].contextual_alt_text == "Voikukkia niityllä"


def test_rows_of_a_page_keep_their_order_and_fields(folder):
    folder.replace(
        "content/pages/fi/tiedote.yaml", "is_issuer: true}", "is_issuer: true}\n    - {person: !person sanna, role: x}"
    )
    folder.load()
    contacts = ReleasePage.objects.get().contacts.order_by("sort_order")
    assert [(contact.role, contact.is_issuer) for contact in contacts] == [("toiminnanjohtaja", True), ("x", False)]


def test_a_pages_topics_follow_the_file(folder):
    folder.load()
    assert [topic.slug for topic in ReleasePage.objects.get().topics.all()] == ["vertaistuki"]
    folder.replace("content/pages/fi/tiedote.yaml", "  topics: [!topic vertaistuki]\n", "")
    folder.load()
    assert not ReleasePage.objects.get().topics.all()


def test_a_picture_keeps_what_is_known_of_it(folder):
    folder.load()
    image = SiteImage.objects.get()
    assert (image.title, image.description, image.credit, image.licence) == (
        "Niitty",
        "Voikukkia niityllä",
        "Kasper ry",
        "CC BY 4.0",
    )
    assert (image.focal_point_x, image.focal_point_y, image.width, image.height) == (300, 200, 640, 480)
    assert image.file_hash
    assert image.file_size
    assert "niitty" in image.file.name


def test_groups_menus_settings_and_redirects(folder):
    folder.load()
    assert {group.name for group in Group.objects.all()} == {"toimittaja", "viestintä", "ylläpito"}
    assert SiteSettings.objects.get().press_contact.name == "Sanna Välimäki"
    links = Menu.objects.get().links.order_by("sort_order")
    assert [(link.position, link.text) for link in links] == [("header", "Apua"), ("footer", "Meistä")]
    assert Redirect.objects.get().redirect_page.slug == "meista"


def test_the_search_finds_what_stands_in_a_pages_rows(folder):
    folder.load()
    assert [found.slug for found in ReleasePage.objects.search("Sanna Välimäki")] == ["tiedote"]


def test_the_load_ends_with_a_new_index(folder, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        lines = folder.load()
    assert lines[-1].startswith("Search index: ")
    assert upkeep.is_current()
    found = [Entry.objects.get(pk=entry).title for entry in query.search("tukiluurin", "fi").owners.values()]
    assert "Tukiluuri" in found


def test_the_history_of_a_page_offers_to_bring_back_what_was_loaded(folder, admin_client):
    folder.load()
    loaded = page("/meista/").get_latest_revision()
    folder.replace("content/pages/fi/meista.yaml", "title: Meistä", "title: Keitä olemme")
    folder.load()
    renewed = page("/meista/").get_latest_revision()
    assert renewed != loaded
    changed = page("/meista/")
    changed.title, changed.body = "Vahinko", []
    changed.save_revision(log_action=True).publish()
    history = admin_client.get(reverse("wagtailadmin_pages:history", args=[changed.pk])).content.decode()
    for revision, title in ((loaded, "Meistä"), (renewed, "Keitä olemme")):
        address = reverse("wagtailadmin_pages:revisions_revert", args=[changed.pk, revision.pk])
        assert address in history
        form = admin_client.get(address).context["form"]
        assert (form.initial["title"], len(form.initial["body"])) == (title, 3)


# --- A second run -----------------------------------------------------------------------------------------------------
def test_a_second_run_changes_nothing_and_says_so(folder):
    assert not is_loaded()
    folder.load(is_warmed=True)
    assert is_loaded()
    before = counts()
    lines = folder.load(is_warmed=True)
    assert counts() == before
    assert lines[-1] == "Demo content: nothing new, nothing changed"
    assert not [line for line in lines if "loaded" in line or "updated" in line]


def test_a_second_run_costs_few_queries(folder, django_assert_max_num_queries):
    folder.load()
    with django_assert_max_num_queries(50):
        folder.load()


def test_a_changed_file_is_taken_over_and_what_left_it_leaves_the_page(folder):
    folder.load()
    folder.write(
        "content/pages/fi/meista.yaml",
        "{path: /meista/, type: home.StandardPage, title: Keitä olemme, order: 30, fields: {introduction: Uusi.}}",
    )
    folder.replace("content/services.yaml", "044 350 5179", "044 350 5178")
    lines = folder.load()
    about = page("/meista/")
    assert (about.title, about.introduction, len(about.body)) == ("Keitä olemme", "Uusi.", 0)
    assert about.listing_image is None
    assert Service.objects.get().phone == "044 350 5178"
    assert WeeklyHours.objects.count() == 1
    assert "Pages: 1 updated, 6 unchanged" in lines


def test_a_new_file_finds_its_place_among_pages_that_are_there(folder):
    folder.load()
    folder.write(
        "content/pages/fi/uusi.yaml", "{path: /toiminta/, type: projects.ProjectIndexPage, title: Toiminta, order: 15}"
    )
    folder.load()
    home = HomePage.objects.get(locale__language_code="fi")
    assert [child.slug for child in home.get_children()] == ["tukea", "toiminta", "ajankohtaista", "meista"]
    assert Page.find_problems() == ([], [], [], [], [])


# --- What editors have done -------------------------------------------------------------------------------------------
def test_a_page_that_an_editor_has_changed_is_left_alone_with_a_note(folder):
    folder.load()
    about = page("/meista/")
    about.introduction = "Toimittajan teksti."
    about.save_revision().publish()
    folder.replace("content/pages/fi/meista.yaml", "title: Meistä", "title: Muu")
    lines = folder.load()
    assert StandardPage.objects.get().introduction == "Toimittajan teksti."
    assert StandardPage.objects.get().title == "Meistä"
    assert "Pages: 6 unchanged, 1 left as an editor has made it (fi:/meista/)" in lines


def test_a_page_that_an_editor_has_taken_off_the_site_stays_off(folder):
    folder.load()
    page("/meista/").unpublish()
    folder.replace("content/pages/fi/meista.yaml", "title: Meistä", "title: Muu")
    folder.load()
    assert not StandardPage.objects.get().live


def test_a_page_that_an_editor_has_moved_is_still_the_same_page(folder):
    folder.load()
    about = page("/meista/")
    about.slug = "keita-olemme"
    about.save_revision().publish()
    folder.load()
    assert StandardPage.objects.count() == 1


def test_what_an_editor_has_deleted_stays_away_and_nothing_stumbles_over_it(folder):
    folder.load()
    page("/meista/").delete()
    Person.objects.get().delete()
    folder.replace("content/pages/fi/tiedote.yaml", "title: Tiedote", "title: Muu")
    folder.write("content/pages/fi/alla.yaml", "{path: /meista/alla/, type: home.StandardPage, title: Alla}")
    lines = folder.load()
    assert not StandardPage.objects.exists()
    assert not Person.objects.exists()
    assert "People: 1 left out, an editor has deleted it (sanna)" in lines
    assert any(
        "refers to something that an editor has deleted (fi:/ajankohtaista/tiedote/, fi:/meista/alla/)" in line
        for line in lines
    )


@pytest.mark.parametrize("phone", ["044 111 1111"])
def test_a_fact_that_an_editor_has_changed_is_left_alone(folder, phone):
    folder.load()
    Person.objects.update(phone=phone)
    folder.replace("content/people.yaml", "Sanna Välimäki", "Joku muu")
    lines = folder.load()
    assert Person.objects.get().phone == phone
    assert Person.objects.get().name == "Sanna Välimäki"
    assert "People: 1 left as an editor has made it (sanna)" in lines


def test_hours_that_an_editor_has_changed_are_left_alone(folder):
    folder.load()
    WeeklyHours.objects.update(weekday=4)
    folder.replace("content/services.yaml", 'closes: "12:00"', 'closes: "13:00"')
    folder.load()
    assert WeeklyHours.objects.get().weekday == 4


def test_an_editors_group_and_menu_are_left_alone(folder):
    folder.load()
    Group.objects.get(name="toimittaja").permissions.clear()
    MenuLink.objects.filter(label="Apua").update(label="Tuki")
    folder.replace("content/menus.yaml", "label: Apua", "label: Muu")
    folder.load()
    assert not Group.objects.get(name="toimittaja").permissions.exists()
    assert MenuLink.objects.filter(label="Tuki").exists()
