"""Notices in the admin: the list, one press on and off with who and when, previews, what crafted requests get."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from kasper_site.delivery import banners
from kasper_site.directory.models import Banner
from kasper_site.users.models import User
from tests import factories

LIST = reverse("wagtailsnippets_directory_banner:list")

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    return factories.make_site()


@pytest.fixture
def prepared() -> Banner:
    words = {"heading_fi": "Puhelin ei toimi", "text_fi": "Korjaamme.", "heading_sv": "Fel", "text_sv": "Vi reparerar."}
    return Banner.objects.create(name="Puhelinvika", severity="urgent", phone="112", **words)


def address(view: str, pk) -> str:
    return reverse(f"wagtailsnippets_directory_banner:{view}", args=[pk])


def editor_with(*codenames: str) -> User:
    user = User.objects.create_user("toimittaja", "toimittaja@example.org", "salasana-salasana")
    user.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", *codenames]))
    return user


def text_of(response) -> str:
    return response.content.decode()


# --- One press --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("days", [None, 3])
def test_one_press_puts_it_on_to_the_end_of_the_day_and_one_takes_it_off(
    admin_client, client, prepared, days, django_capture_on_commit_callbacks
):
    today = timezone.localdate()
    last = today + timedelta(days=days or 0)
    with django_capture_on_commit_callbacks(execute=True):
        sent = {"until": last.isoformat()} if days else {}
        page = admin_client.post(address("switch_on", prepared.pk), sent, follow=True)
    prepared.refresh_from_db()
    assert prepared.is_shown
    assert timezone.localdate(prepared.shows_until - timedelta(seconds=1)) == last
    assert "Näkyy nyt, päättyy" in text_of(page)
    assert "Puhelin ei toimi" in text_of(client.get("/"))
    with django_capture_on_commit_callbacks(execute=True):
        page = admin_client.post(address("switch_off", prepared.pk), follow=True)
    assert "Yhtään tiedotetta ei ole näkyvissä" in text_of(page)
    assert "Puhelin ei toimi" not in text_of(client.get("/"))
    assert banners.read() == []


def test_who_did_it_and_when_stands_in_the_history(admin_client, prepared):
    admin_client.post(address("switch_on", prepared.pk))
    admin_client.post(address("switch_off", prepared.pk))
    entries = ModelLogEntry.objects.filter(object_id=prepared.pk).order_by("pk")
    assert [entry.action for entry in entries] == ["kasper.banner_on", "kasper.banner_off"]
    assert {entry.user.username for entry in entries} == {"admin"}
    html = text_of(admin_client.get(address("history", prepared.pk)))
    assert "Laitettu näkyviin, päättyy" in html
    assert "Otettu pois näkyvistä" in html


def test_what_is_on_can_be_prolonged(admin_client, prepared):
    admin_client.post(address("switch_on", prepared.pk))
    since = Banner.objects.get().shows_from
    last = timezone.localdate() + timedelta(days=14)
    admin_client.post(address("switch_on", prepared.pk), {"until": last.isoformat()})
    found = Banner.objects.get()
    assert timezone.localdate(found.shows_until - timedelta(seconds=1)) == last
    assert found.shows_from == since


@pytest.mark.parametrize(
    ("until", "words"),
    [
        ("2020-01-01", "on jo mennyt"),
        ("2999-01-01", "enintään 14 päivää"),
        ("9999-12-31", "Tämä ei ole päivä"),
        ("huomenna", "Tämä ei ole päivä"),
        ("\0", "Tämä ei ole päivä"),
    ],
)
def test_a_day_that_is_none_puts_nothing_on_and_says_what_to_do(admin_client, prepared, until, words):
    page = admin_client.post(address("switch_on", prepared.pk), {"until": until}, follow=True)
    assert words in text_of(page)
    assert not Banner.objects.get().is_on
    assert not ModelLogEntry.objects.exists()


# --- Who and how ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("view", ["switch_on", "switch_off"])
def test_a_visit_switches_nothing(admin_client, prepared, view):
    Banner.objects.update(is_on=view == "switch_off")
    assert admin_client.get(address(view, prepared.pk)).status_code == 405
    assert Banner.objects.get().is_on is (view == "switch_off")


@pytest.mark.parametrize("view", ["switch_on", "switch_off"])
def test_a_notice_that_is_not_there_is_not_found(admin_client, view):
    assert admin_client.post(address(view, 4711)).status_code == 404


@pytest.mark.parametrize("view", ["switch_on", "switch_off"])
@pytest.mark.parametrize("codenames", [(), ("view_banner",), ("change_service",)])
def test_who_may_not_switch_is_sent_away(client, prepared, view, codenames):
    Banner.objects.update(is_on=view == "switch_off")
    client.force_login(editor_with(*codenames))
    assert client.post(address(view, prepared.pk)).status_code == 302
    assert Banner.objects.get().is_on is (view == "switch_off")


def test_a_stranger_has_to_sign_in(client, prepared):
    response = client.post(address("switch_on", prepared.pk))
    assert response.status_code == 302
    assert "login" in response["Location"]
    assert not Banner.objects.get().is_on


def test_who_may_only_look_sees_the_list_without_switches(client, prepared):
    client.force_login(editor_with("view_banner"))
    html = text_of(client.get(LIST))
    assert "Puhelinvika" in html
    assert "Näytä tänään" not in html


# --- The list, the form, the desk -------------------------------------------------------------------------------------
def test_the_list_tells_on_how_many_pages(admin_client, home, prepared):
    section = factories.make_page("home.StandardPage", home, title="Tukea")
    factories.make_page("home.StandardPage", section)
    Banner.objects.create(name="Osio", heading_fi="A", text_fi="B", is_everywhere=False, section=section)
    Banner.objects.create(name="Poistettu", heading_fi="A", text_fi="B", is_everywhere=False)
    html = text_of(admin_client.get(LIST))
    assert "Kaikilla sivuilla" in html
    assert "2 sivulla: ”Tukea” ja sen alla olevat" in html
    assert "osio on poistettu" in html
    assert "2 sivulla" in text_of(admin_client.get(address("edit", Banner.objects.get(name="Osio").pk)))


def form(**changes) -> dict:
    data = {"name": "Vika", "severity": "notice", "heading_fi": "Puhelin ei toimi", "text_fi": "Korjaamme sitä."}
    return {**data, "is_everywhere": "on", **changes}


def test_a_notice_is_written_in_the_form(admin_client):
    response = admin_client.post(reverse("wagtailsnippets_directory_banner:add"), form(phone="112"))
    assert response.status_code == 302
    assert Banner.objects.get().phone == "112"


def test_a_form_that_is_wrong_says_so_and_keeps_what_was_typed(admin_client):
    wrong = {"is_on": "on", "phone": "x", "text_sv": "a" * 301}
    html = text_of(admin_client.post(reverse("wagtailsnippets_directory_banner:add"), form(**wrong)))
    assert "Kerro, milloin tiedote poistuu itsestään" in html
    assert "Tämä ei ole puhelinnumero" in html
    assert "300" in html
    assert "Puhelin ei toimi" in html
    assert not Banner.objects.exists()


@pytest.mark.parametrize(("mode", "words"), [("fi", "Puhelin ei toimi"), ("sv", "Fel"), ("en", "Puhelin ei toimi")])
def test_a_preview_shows_it_before_it_is_on(admin_client, prepared, mode, words):
    data = form(heading_sv="Fel", text_sv="Vi reparerar.")
    preview = address("preview_on_edit", prepared.pk)
    assert admin_client.post(preview, data).json()["is_valid"]
    html = text_of(admin_client.get(preview, {"mode": mode}))
    assert words in html
    assert f'lang="{mode}"' in html
    assert not Banner.objects.get().is_on


def test_the_preview_stands_on_a_page_of_the_site(admin_client, home, prepared):
    preview = address("preview_on_edit", prepared.pk)
    admin_client.post(preview, form())
    html = text_of(admin_client.get(preview, {"mode": "fi"}))
    assert 'id="sisalto"' in html
    assert "site-footer" in html


def test_the_desk_tells_that_a_notice_is_on(admin_client, prepared, django_capture_on_commit_callbacks):
    desk = reverse("wagtailadmin_home")
    assert "Näytä poikkeustiedote" in text_of(admin_client.get(desk))
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(address("switch_on", prepared.pk))
    assert "1 poikkeustiedote näkyy nyt" in text_of(admin_client.get(desk))
