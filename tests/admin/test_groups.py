"""The three groups of editors: that every installation has them, and what each may do."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    Locale,
    Page,
    Site,
    Workflow,
    WorkflowPage,
    get_page_models,
)

from kasper_site.cms import groups
from kasper_site.cms.models import BasePage, EditorGroup, Menu, SiteDocument, SiteImage, SiteSettings
from kasper_site.directory.models import Event, Person, Place, Service
from kasper_site.operations import first_run
from kasper_site.users.models import User
from tests import factories

pytestmark = pytest.mark.django_db

WRITER, PUBLISHER, KEEPER = NAMES = ("toimittaja", "viestintä", "ylläpito")
YES, NO = True, False


def member(name: str, username: str = "") -> User:
    user = User.objects.create_user(username or f"{name}-1", email=f"{username or name}@example.org".replace("ä", "a"))
    user.groups.add(Group.objects.get(name=name))
    return user


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def granted(name: str) -> set[str]:
    """All that a group may do, as in groups.yaml."""
    group = Group.objects.get(name=name)
    site = {f"site:{row.content_type.app_label}.{row.codename}" for row in group.permissions.all()}
    pages = {f"pages:{row.permission.codename.removesuffix('_page')}" for row in group.page_permissions.all()}
    rows = [row.permission for row in group.collection_permissions.all()]
    return site | pages | {f"files:{row.content_type.app_label}.{row.codename}" for row in rows}


# --- Making them ------------------------------------------------------------------------------------------------------
@pytest.mark.database
class TestMaking:
    def test_every_start_makes_sure_of_them(self, settings, tmp_path):
        settings.VAR_DIR, settings.FIRST_RUN_STEPS = tmp_path, []
        first_run.prepare(lambda line: None)
        assert sorted(Group.objects.values_list("name", flat=True)) == sorted(NAMES)

    def test_a_second_time_changes_nothing(self, django_assert_max_num_queries):
        assert groups.ensure().made == list(NAMES)
        before = {name: granted(name) for name in NAMES}
        with django_assert_max_num_queries(10):
            assert groups.ensure().same == list(NAMES)
        assert {name: granted(name) for name in NAMES} == before
        assert Workflow.objects.count() == GroupApprovalTask.objects.count() == 1

    def test_a_group_that_somebody_has_made_before_is_taken_over(self):
        Group.objects.create(name=WRITER)
        groups.ensure()
        assert "pages:change" in granted(WRITER)

    def test_what_an_administrator_has_changed_or_deleted_stays(self):
        groups.ensure()
        writer = Group.objects.get(name=WRITER)
        writer.permissions.add(Permission.objects.get(codename="add_redirect"))
        writer.page_permissions.filter(permission__codename="add_page").delete()
        Group.objects.get(name=KEEPER).delete()
        groups.ensure()
        assert "site:wagtailredirects.add_redirect" in granted(WRITER)
        assert "pages:add" not in granted(WRITER)
        assert not Group.objects.filter(name=KEEPER).exists()

    def test_a_new_version_adds_and_takes_away_only_what_changed_in_it(self, tmp_path):
        groups.ensure()
        writer = Group.objects.get(name=WRITER)
        writer.permissions.remove(Permission.objects.get(codename="view_person"))
        file = tmp_path / "groups.yaml"
        text = groups.FILE.read_text(encoding="utf-8").replace(
            "      - directory.view_place\n", "      - directory.add_place\n", 1
        )
        file.write_text(text.replace("pages: [add, change]", "pages: [change, publish]", 1), encoding="utf-8")
        assert groups.ensure(file).changed == [WRITER]
        found = granted(WRITER)
        assert {"site:directory.add_place", "pages:publish", "site:directory.view_service"} <= found
        assert not {"site:directory.view_place", "pages:add", "site:directory.view_person"} & found

    def test_an_unknown_permission_is_named(self, tmp_path):
        file = tmp_path / "groups.yaml"
        text = groups.FILE.read_text(encoding="utf-8").replace("directory.view_person", "directory.eat_person")
        file.write_text(text, encoding="utf-8")
        with pytest.raises(LookupError, match=r"directory\.eat_person"):
            groups.ensure(file)
        assert not EditorGroup.objects.exists()

    def test_wagtails_own_groups_go_unless_somebody_is_in_them(self):
        User.objects.create_user("vanha").groups.add(Group.objects.get(name="Editors"))
        groups.ensure()
        assert sorted(Group.objects.values_list("name", flat=True)) == sorted([*NAMES, "Editors"])

    def test_wagtails_workflow_becomes_ours(self):
        groups.ensure()
        assert [workflow.name for workflow in Workflow.objects.all()] == ["Toinen silmäpari"]
        task = GroupApprovalTask.objects.get()
        assert task.name == "Viestintä lukee ja julkaisee"
        assert {group.name for group in task.groups.all()} == {PUBLISHER, KEEPER}
        assert WorkflowPage.objects.get().page == Page.get_first_root_node()

    def test_without_wagtails_workflow_ours_is_made(self):
        Workflow.objects.all().delete()
        GroupApprovalTask.objects.all().delete()
        groups.ensure()
        home = factories.make_site()
        assert home.get_workflow().name == "Toinen silmäpari"
        assert [task.name for task in home.get_workflow().tasks] == ["Viestintä lukee ja julkaisee"]


# --- What each may do -------------------------------------------------------------------------------------------------
@pytest.fixture
def site():
    groups.ensure()
    home = factories.make_site()
    factories.make_facts()
    return home


PAGE_TYPES = [
    model._meta.label
    for model in get_page_models()
    if issubclass(model, BasePage) and model.is_creatable and model._meta.label != "home.HomePage"
]


@pytest.mark.parametrize("page_type", PAGE_TYPES)
@pytest.mark.parametrize(
    ("name", "publishes", "removes_many"), [(WRITER, NO, NO), (PUBLISHER, YES, NO), (KEEPER, YES, YES)]
)
def test_pages_of_every_type(site, page_type, name, publishes, removes_many):
    page = factories.make_page(page_type, factories.place_for(page_type))
    rights = page.permissions_for_user(member(name))
    assert rights.can_edit()
    assert rights.can_publish() == rights.can_unpublish() == rights.can_lock() == publishes
    assert rights.can_delete() == publishes
    assert rights.can_submit_for_moderation()
    assert ("pages:bulk_delete" in granted(name)) == removes_many
    page.delete()  # of some types a place holds only one
    draft = factories.make_page(page_type, page.get_parent(), live=False, owner=member(name, "tekija"))
    assert draft.permissions_for_user(draft.owner).can_delete()


# The address of each place in the admin, and who may open it.
PLACES = {
    ("wagtailsnippets_directory_person:list", ()): (YES, YES, YES),
    ("wagtailsnippets_directory_person:add", ()): (NO, YES, YES),
    ("wagtailsnippets_directory_person:edit", ("person",)): (NO, YES, YES),
    ("wagtailsnippets_directory_person:delete", ("person",)): (NO, YES, YES),
    ("wagtailsnippets_directory_service:list", ()): (YES, YES, YES),
    ("wagtailsnippets_directory_service:add", ()): (NO, YES, YES),
    ("wagtailsnippets_directory_service:edit", ("service",)): (NO, YES, YES),
    ("wagtailsnippets_directory_service:delete", ("service",)): (NO, NO, YES),
    ("wagtailsnippets_directory_place:list", ()): (YES, YES, YES),
    ("wagtailsnippets_directory_place:edit", ("place",)): (NO, YES, YES),
    ("wagtailsnippets_directory_place:delete", ("place",)): (NO, NO, YES),
    ("wagtailsnippets_directory_event:list", ()): (YES, YES, YES),
    ("wagtailsnippets_directory_event:add", ()): (NO, YES, YES),
    ("wagtailsnippets_directory_event:edit", ("event",)): (NO, YES, YES),
    ("wagtailsnippets_directory_event:delete", ("event",)): (NO, YES, YES),
    ("wagtailsnippets_accessibility_knownissue:list", ()): (NO, YES, YES),
    ("wagtailsnippets_accessibility_knownissue:add", ()): (NO, YES, YES),
    ("accessibility_inbox:list", ()): (NO, YES, YES),
    ("wagtailsnippets_cms_menu:list", ()): (NO, YES, YES),
    ("wagtailsnippets_cms_menu:edit", ("menu",)): (NO, YES, YES),
    ("wagtailsnippets_cms_menu:add", ()): (NO, NO, YES),
    ("wagtailsettings:edit", ("settings",)): (NO, YES, YES),
    ("wagtailredirects:index", ()): (NO, YES, YES),
    ("wagtailredirects:add", ()): (NO, YES, YES),
    ("wagtailredirects:start_import", ()): (NO, YES, YES),
    ("wagtailimages:index", ()): (YES, YES, YES),
    ("wagtailimages:add", ()): (YES, YES, YES),
    ("wagtailimages:edit", ("image",)): (NO, YES, YES),
    ("wagtailimages:delete", ("image",)): (NO, YES, YES),
    ("wagtaildocs:index", ()): (YES, YES, YES),
    ("wagtaildocs:add", ()): (YES, YES, YES),
    ("wagtaildocs:edit", ("document",)): (NO, YES, YES),
    ("wagtailadmin_collections:index", ()): (NO, NO, YES),
    ("wagtailusers_users:index", ()): (NO, NO, YES),
    ("wagtailusers_users:add", ()): (NO, NO, YES),
    ("wagtailusers_groups:index", ()): (NO, NO, YES),
    ("wagtailadmin_workflows:index", ()): (NO, NO, YES),
    ("wagtailadmin_workflows:task_index", ()): (NO, NO, YES),
    ("wagtailsites:index", ()): (NO, NO, NO),
    ("wagtailadmin_reports:locked_pages", ()): (NO, YES, YES),
    ("wagtailadmin_reports:site_history", ()): (YES, YES, YES),
    ("desk:broken_links", ()): (YES, YES, YES),
    ("desk:consents", ()): (YES, YES, YES),
    ("pattern_library", ()): (YES, YES, YES),
}


def arguments(key: str) -> list:
    """What an address names, made if it is not there."""
    models = {
        "event": Event,
        "person": Person,
        "service": Service,
        "place": Place,
        "image": SiteImage,
        "document": SiteDocument,
    }
    if key == "menu":
        return [Menu.objects.get_or_create(locale=Locale.objects.get(language_code="fi"))[0].pk]
    if key == "settings":
        return ["cms", SiteSettings._meta.model_name, Site.objects.get().pk]
    return [models[key].objects.first().pk]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place[0])
def test_places_in_the_admin(site, place):
    address, named = place
    url = reverse(address, args=[part for key in named for part in arguments(key)])
    opened = tuple(signed_in(member(name)).get(url).status_code == 200 for name in NAMES)
    assert opened == PLACES[place]


def test_a_writer_keeps_ones_own_picture(site):
    user = member(WRITER)
    own = factories.make_image(uploaded_by_user=user, collection=Collection.get_first_root_node())
    assert signed_in(user).get(reverse("wagtailimages:edit", args=[own.pk])).status_code == 200


def menu(user: User) -> str:
    return signed_in(user).get(reverse("wagtailadmin_home")).content.decode()


def test_the_menu_holds_only_what_one_may_open(site):
    writer, publisher = menu(member(WRITER)), menu(member(PUBLISHER))
    redirects, users = reverse("wagtailredirects:index"), reverse("wagtailusers_users:index")
    assert (redirects in writer, redirects in publisher) == (NO, YES)
    assert (users in writer, users in publisher) == (NO, NO)
