"""One rule: what a visitor must not see is in no listing, on no address, in no search, in no map."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from kasper_site.cms import visibility
from kasper_site.cms.models import Menu, MenuLink
from tests import factories
from tests.search.searchable import index

pytestmark = [pytest.mark.django_db, pytest.mark.database]

SECRET = "Salaisuudenverho"
HIDDEN = ("draft", "private", "expired", "embargoed")


def hide(page, how: str) -> None:
    """Take a live page out of sight in one of the ways there are."""
    pages = type(page).objects.filter(pk=page.pk)
    if how == "draft":
        page.unpublish()
    elif how == "private":
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    elif how == "expired":
        pages.update(expire_at=timezone.now() - timedelta(seconds=1))
    else:
        pages.update(public_at=timezone.now() + timedelta(hours=1))


@pytest.fixture
def site():
    """A small site in which one release and one project are shown wherever they can be."""
    cache.clear()
    home = factories.make_site()
    index = factories.make_page("projects.ProjectIndexPage", home, title="Toiminta", slug="toiminta")
    project = factories.make_page("projects.ProjectPage", index, title="Hanke", slug="hanke")
    factories.make_page("projects.MaterialArchivePage", index, title="Aineistot", slug="aineistot")
    factories.make_page("news.ProjectNewsIndexPage", project, title="Hankkeen asiat", slug="ajankohtaista")
    factories.make_page("news.NewsIndexPage", home, title="Ajankohtaista", slug="ajankohtaista")
    factories.make_page("news.PressRoomPage", home, title="Medialle", slug="medialle")
    return home


def make_release(home, **fields):
    """A release about the project, with the secret word in every text."""
    index, project = (Page.objects.get(title=title).specific for title in ("Ajankohtaista", "Hanke"))
    texts = {"title": SECRET, "slug": "salaisuus", "lead": SECRET, "teaser": SECRET, "related_project": project}
    return factories.make_page("news.ReleasePage", index, **{**texts, **fields})


def link_everywhere(home, page) -> None:
    """Name the page wherever an editor can name one: menu, door, area, link list, running text."""
    menu = Menu.objects.create(locale=home.locale)
    for position in MenuLink.Position.values:
        MenuLink.objects.create(menu=menu, page=page, position=position)
    home.doors = [("door", {"heading": "Ovi", "text": "Teksti", "page": page})]
    home.areas = [("area", {"heading": "Alue", "text": "Teksti", "page": page})]
    home.save_revision().publish()
    link = {"text": "Lue siitä", "page": page, "url": "", "note": ""}
    body = [
        ("paragraph", {"text": f'<p>Lue <a linktype="page" id="{page.pk}">tiedote</a>.</p>'}),
        ("link_list", {"heading": "", "links": [link]}),
    ]
    factories.make_page("home.StandardPage", home, title="Tekstisivu", slug="teksti", body=body)


CHANNELS = [
    "/",
    "/toiminta/",
    "/toiminta/hanke/",
    "/toiminta/hanke/ajankohtaista/",
    "/toiminta/aineistot/",
    "/ajankohtaista/",
    "/ajankohtaista/syote.xml",
    "/toiminta/hanke/ajankohtaista/syote.xml",
    "/medialle/",
    f"/haku/?q={SECRET}",
    "/sitemap.xml",
    "/teksti/",
]


def found(path: str) -> bool:
    """Whether the secret word or address is in the answer (a search repeats what was typed in its field)."""
    text = Client().get(path).content.decode().replace(f'value="{SECRET}"', "")
    return "salaisuus" in text or (SECRET in text and "/haku/" not in path)


@pytest.mark.parametrize("how", [None, *HIDDEN])
def test_a_release_is_everywhere_or_nowhere(site, how):
    release = make_release(site)
    link_everywhere(site, release)
    if how:
        hide(release, how)
    shown = {path for path in CHANNELS if found(path)}
    expected = set() if how else set(CHANNELS) - {"/toiminta/", "/toiminta/aineistot/"}
    # The menu stands on every page.
    expected |= set() if how else {"/toiminta/", "/toiminta/aineistot/"}
    assert shown == expected


@pytest.mark.parametrize(("how", "status"), [("draft", 404), ("expired", 404), ("embargoed", 404), ("private", 302)])
def test_a_hidden_page_is_not_served(site, how, status):
    release = make_release(site)
    assert Client().get(release.url).status_code == 200
    hide(release, how)
    assert Client().get("/ajankohtaista/salaisuus/").status_code == status


def test_an_embargoed_address_answers_like_any_unknown_one(site):
    make_release(site, public_at=timezone.now() + timedelta(hours=1))
    hidden, unknown = (Client().get(f"/ajankohtaista/{slug}/") for slug in ("salaisuus", "olematon"))
    assert hidden.content.replace(b"salaisuus", b"olematon") == unknown.content
    assert dict(hidden.headers) == dict(unknown.headers)


@pytest.mark.parametrize("how", ["draft", "private", "expired"])
def test_a_project_goes_from_every_list(site, how):
    project = Page.objects.get(title="Hanke").specific
    type(project).objects.filter(pk=project.pk).update(title=SECRET, draft_title=SECRET)
    assert found("/toiminta/")
    assert found("/")
    hide(project, how)
    assert not [path for path in CHANNELS if found(path) and "/hanke/" not in path]


def test_a_hidden_project_is_not_named_by_its_release(site):
    release = make_release(site)
    project = Page.objects.get(title="Hanke").specific
    assert "/toiminta/hanke/" in Client().get(release.url).content.decode()
    hide(project, "draft")
    assert "/toiminta/hanke/" not in Client().get(release.url).content.decode()


def test_the_very_second_decides():
    home = factories.make_site()
    index = factories.make_page("news.NewsIndexPage", home, title="Ajankohtaista", slug="ajankohtaista")
    moment = timezone.now() + timedelta(days=1)
    release = factories.make_page("news.ReleasePage", index, public_at=moment)
    pages = Page.objects.filter(pk=release.pk)
    assert not visibility.visible(pages, moment - timedelta(microseconds=1)).exists()
    assert visibility.visible(pages, moment).exists()


def test_pages_below_a_private_one_are_private():
    home = factories.make_site()
    parent = factories.make_page("home.StandardPage", home)
    child = factories.make_page("home.StandardPage", parent)
    neighbour = factories.make_page("home.StandardPage", home)
    hide(parent, "private")
    shown = set(visibility.visible(Page.objects.all()).values_list("pk", flat=True))
    assert neighbour.pk in shown
    assert not {parent.pk, child.pk} & shown


def test_a_password_opens_a_private_page():
    home = factories.make_site()
    page = factories.make_page("home.StandardPage", home, title="Jäsenille", slug="jasenille", introduction="Sisältö")
    lock = PageViewRestriction.PASSWORD
    PageViewRestriction.objects.create(page=page, restriction_type=lock, password="sanasana")
    client = Client()
    locked = client.get("/jasenille/")
    assert "Sisältö" not in locked.content.decode()
    action = locked.context_data["action_url"]
    client.post(action, {"password": "väärä", "return_url": "/jasenille/"})
    assert "Sisältö" not in client.get("/jasenille/").content.decode()
    client.post(action, {"password": "sanasana", "return_url": "/jasenille/"})
    assert "Sisältö" in client.get("/jasenille/").content.decode()


def test_an_old_address_does_not_tell_of_a_hidden_page(site):
    release = make_release(site, slug="vanha")
    release.slug = "uusi-osoite"
    release.save()
    Redirect.objects.create(old_path="/ajankohtaista/vanha", redirect_page=release)
    assert Client().get("/ajankohtaista/vanha/").status_code == 301
    hide(release, "embargoed")
    assert Client().get("/ajankohtaista/vanha/").status_code == 404


@pytest.mark.parametrize(("typed", "title"), [("Uusikatu", "Paikkasivu"), ("6677", "Puhelinsivu")])
def test_the_search_follows_the_directory(site, typed, title, django_capture_on_commit_callbacks):
    parent = factories.make_page("home.HelpIndexPage", site, title="Tukea", slug="tukea")
    place = factories.make_page("home.PlacePage", parent, title="Paikkasivu", slug="paikka").place
    service = factories.make_page("home.ServicePage", parent, title="Puhelinsivu", slug="puhelin").service
    index()
    with django_capture_on_commit_callbacks(execute=True):
        place.street_address = "Uusikatu 1"
        place.save()
        service.phone = "044 555 6677"
        service.save()
    assert title in Client().get("/haku/", {"q": typed}).content.decode()
