"""The directory in the admin: lists, search, forms with hours, history, who may do what."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from kasper_site.directory.models import Person, Service
from kasper_site.users.models import User
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _site():
    factories.make_site()


def editor_with(*codenames: str) -> User:
    """Somebody who may enter the admin and has these permissions besides."""
    user = User.objects.create_user("toimittaja", "toimittaja@example.org", "salasana-salasana")
    user.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", *codenames]))
    return user


def hours_form(prefix: str, rows: list[dict]) -> dict:
    """The fields of an inline formset."""
    data = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": 0}
    data |= {f"{prefix}-MIN_NUM_FORMS": 0, f"{prefix}-MAX_NUM_FORMS": 1000}
    for number, row in enumerate(rows):
        data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def service_form(**changes) -> dict:
    data = {"slug": "tukiluuri", "name_fi": "Tukiluuri", "phone": "044 350 5179", "sort_order": 1}
    data |= hours_form("weekly_hours", [{"weekday": 2, "opens": "10:00", "closes": "12:00"}])
    data |= hours_form("hours_exceptions", [{"date": "2026-12-23", "note": "Aatonaatto"}])
    return {**data, "holiday_policy": "closed", "confirmed_on": "2023-08-02", **changes}


def test_the_list_of_people_shows_role_phone_and_confirmation(admin_client):
    factories.make_person(name="Sanna Välimäki", role_fi="toiminnanjohtaja", phone="044 493 4546")
    html = admin_client.get(reverse("wagtailsnippets_directory_person:list")).content.decode()
    for text in ("Sanna Välimäki", "toiminnanjohtaja", "044\N{NO-BREAK SPACE}493\N{NO-BREAK SPACE}4546", "2.8.2023"):
        assert text in html


@pytest.mark.database
def test_people_are_found_by_the_beginning_of_a_name(admin_client):
    factories.make_person(name="Sanna Välimäki")
    factories.make_person(name="Piia Hiltunen")
    for address in (
        "wagtailsnippets_directory_person:list_results",
        "wagtailsnippetchoosers_directory_person:choose_results",
    ):
        html = admin_client.get(reverse(address), {"q": "hilt"}).content.decode()
        assert "Piia Hiltunen" in html
        assert "Sanna Välimäki" not in html


def test_a_service_is_saved_with_its_hours(admin_client):
    response = admin_client.post(reverse("wagtailsnippets_directory_service:add"), service_form())
    assert response.status_code == 302
    service = Service.objects.get()
    assert [str(row) for row in service.weekly_hours.all()]
    assert service.weekly_hours.get().weekday == 2
    assert service.hours_exceptions.get().note == "Aatonaatto"
    assert service.confirmed_on == date(2023, 8, 2)


def test_search_words_are_kept_with_commas_between_them(admin_client):
    form = service_form(search_words=" tukipuhelin,,mihin  soittaa;\nkenelle soittaa ")
    assert admin_client.post(reverse("wagtailsnippets_directory_service:add"), form).status_code == 302
    assert Service.objects.get().search_words == "tukipuhelin, mihin soittaa, kenelle soittaa"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (", ".join(f"sana{number}" for number in range(25)), "enintään 24"),
        ("tukipuhelin, mihin minä voin nyt soittaa", "liikaa sanoja"),
    ],
)
def test_too_many_search_words_are_refused_at_their_field(admin_client, words, message):
    response = admin_client.post(reverse("wagtailsnippets_directory_service:add"), service_form(search_words=words))
    assert message in str(response.context["form"].errors["search_words"])
    assert not Service.objects.exists()


HOLIDAY_ROW = {"weekday": 7, "opens": "12:00", "closes": "14:00"}


@pytest.mark.parametrize(
    ("policy", "rows", "message"),
    [
        ("own_hours", [], "Omat ajat tarvitsevat rivin"),
        ("closed", [HOLIDAY_ROW], "Pyhäpäiville on annettu ajat"),
        ("as_usual", [HOLIDAY_ROW], "Pyhäpäiville on annettu ajat"),
    ],
)
def test_holiday_hours_and_their_policy_go_together(admin_client, policy, rows, message):
    form = service_form(holiday_policy=policy) | hours_form("weekly_hours", rows)
    response = admin_client.post(reverse("wagtailsnippets_directory_service:add"), form)
    assert message in response.content.decode()
    assert not Service.objects.exists()


def test_holidays_may_have_hours_of_their_own(admin_client):
    form = service_form(holiday_policy="own_hours") | hours_form("weekly_hours", [HOLIDAY_ROW])
    assert admin_client.post(reverse("wagtailsnippets_directory_service:add"), form).status_code == 302
    assert Service.objects.get().schedule.holiday_policy == "own_hours"


def test_a_day_may_be_open_until_midnight(admin_client):
    form = service_form() | hours_form("weekly_hours", [{"weekday": 4, "opens": "18:00", "closes": "0:00"}])
    assert admin_client.post(reverse("wagtailsnippets_directory_service:add"), form).status_code == 302


def test_hours_that_run_backwards_are_refused(admin_client):
    backwards = hours_form("weekly_hours", [{"weekday": 2, "opens": "12:00", "closes": "10:00"}])
    response = admin_client.post(reverse("wagtailsnippets_directory_service:add"), service_form(**backwards))
    assert response.status_code == 200
    assert not Service.objects.exists()


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        (
            [{"weekday": 2, "opens": "10:00", "closes": "12:00"}, {"weekday": 2, "opens": "11:00", "closes": "13:00"}],
            "”keskiviikko 10.00–12.00” ja ”keskiviikko 11.00–13.00”",
        ),
        (
            [
                {"weekday": 2, "opens": "10:00", "closes": "12:00", "valid_until": "2026-06-30"},
                {"weekday": 2, "opens": "10:00", "closes": "12:00", "valid_from": "2026-07-01"},
            ],
            "",
        ),
    ],
)
def test_weekly_hours_that_overlap_are_refused_by_name(admin_client, rows, named):
    form = service_form(**hours_form("weekly_hours", rows))
    response = admin_client.post(reverse("wagtailsnippets_directory_service:add"), form)
    assert response.status_code == (200 if named else 302)
    assert Service.objects.exists() is not bool(named)
    if named:
        html = response.content.decode()
        assert f"Rivit {named} menevät päällekkäin" in html
        assert 'value="11:00' in html or 'value="11.00' in html, "what was entered is lost"


def test_two_exceptions_that_contradict_each_other_are_refused_by_name(admin_client):
    rows = [{"date": "2026-12-23"}, {"date": "2026-12-23", "opens": "10:00", "closes": "12:00"}]
    form = service_form(**hours_form("hours_exceptions", rows))
    response = admin_client.post(reverse("wagtailsnippets_directory_service:add"), form)
    assert "Rivit ”23.12.2026” ja ”23.12.2026 10.00–12.00” menevät päällekkäin" in response.content.decode()
    assert not Service.objects.exists()


def test_a_row_that_is_taken_away_overlaps_with_nothing(admin_client):
    service = factories.make_service()
    row = service.weekly_hours.get()
    kept = {"weekday": 2, "opens": "08:00", "closes": "08:30", "id": row.pk, "DELETE": "on"}
    rows = [kept, {"weekday": 2, "opens": "08:00", "closes": "09:00"}]
    hours = hours_form("weekly_hours", rows) | {"weekly_hours-INITIAL_FORMS": 1}
    form = service_form(slug=service.slug, **hours)
    address = reverse("wagtailsnippets_directory_service:edit", args=[service.pk])
    assert admin_client.post(address, form).status_code == 302
    assert [str(row) for row in Service.objects.get().weekly_hours.all()] == ["keskiviikko 08.00–09.00"]


@pytest.mark.parametrize(("ticked", "is_today"), [({"is_confirmed_today": "on"}, True), ({}, False)])
def test_the_tick_confirms_the_facts_today(admin_client, ticked, is_today):
    person = factories.make_person()
    form = {"name": "Uusi Nimi", "sort_order": 1, "role_fi": "", "confirmed_on": "2023-08-02", **ticked}
    admin_client.post(reverse("wagtailsnippets_directory_person:edit", args=[person.pk]), form)
    person.refresh_from_db()
    assert person.name == "Uusi Nimi"
    assert person.confirmed_on == (timezone.localdate() if is_today else date(2023, 8, 2))


@pytest.mark.parametrize("model", ["person", "service", "place"])
def test_a_fact_has_a_form_a_history_and_its_uses(admin_client, model):
    fact = {"person": factories.make_person, "service": factories.make_service, "place": factories.make_place}[model]()
    for view in ("edit", "history", "usage", "delete"):
        address = reverse(f"wagtailsnippets_directory_{model}:{view}", args=[fact.pk])
        assert admin_client.get(address).status_code == 200, view


def test_a_change_stands_in_the_history(admin_client):
    admin_client.post(reverse("wagtailsnippets_directory_service:add"), service_form())
    service = Service.objects.get()
    html = admin_client.get(reverse("wagtailsnippets_directory_service:history", args=[service.pk])).content.decode()
    assert "admin" in html


def test_who_may_change_people_can_do_so_and_nothing_else(client):
    person = factories.make_person()
    client.force_login(editor_with("change_person"))
    edit = reverse("wagtailsnippets_directory_person:edit", args=[person.pk])
    form = {"name": "Uusi Nimi", "sort_order": 1, "role_fi": "", "phone": "", "email": ""}
    assert client.get(edit).status_code == 200
    assert client.post(edit, form).status_code == 302
    assert Person.objects.get().name == "Uusi Nimi"
    assert client.get(reverse("wagtailsnippets_directory_service:add")).status_code == 302
    assert client.get(reverse("wagtailsnippets_directory_person:add")).status_code == 302


def test_who_may_only_look_sees_the_list_but_no_form(client):
    person = factories.make_person()
    client.force_login(editor_with("view_person"))
    assert client.get(reverse("wagtailsnippets_directory_person:list")).status_code == 200
    assert client.get(reverse("wagtailsnippets_directory_person:edit", args=[person.pk])).status_code == 302


def test_the_menu_of_the_admin_offers_the_directory_and_no_general_list(admin_client):
    html = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    for address in ("person", "service", "place"):
        assert f"/hallinta/snippets/directory/{address}/" in html
    assert '"/hallinta/snippets/"' not in html
