"""On which pages a fact shows, and how an editor reads it before changing the fact."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Site

from kasper_site.cms.models import SiteSettings
from kasper_site.directory import usage
from kasper_site.users.models import User
from news.models import ReleaseContact
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return factories.make_site()


@pytest.fixture
def person():
    return factories.make_person(name="Sanna Välimäki", is_in_staff_list=False)


def embed(key: str) -> str:
    return f'<p>Soita <embed embedtype="fact" id="{key}"/>.</p>'


def titles(fact, is_public: bool = True) -> list[str]:
    return [shown.page.title for shown in usage.pages_showing(fact) if shown.is_public is is_public]


def text_page(home, title: str, html: str, **fields):
    return factories.make_page("home.StandardPage", home, title=title, body=[("paragraph", {"text": html})], **fields)


def draft_of(page, html: str) -> None:
    """A newer draft of a page, with another text, as the edit view saves it."""
    page = page.specific
    page.body = [("paragraph", {"text": html})]
    page.save_revision()


# --- Which pages ------------------------------------------------------------------------------------------------------
def test_facts_in_running_text(home, person):
    text_page(home, "Teksti", embed(f"person:{person.pk}:phone"))
    text_page(home, "Toinen", "<p>Soita 044 350 5179.</p>")
    assert titles(person) == ["Teksti"]


def test_a_page_that_names_a_fact_twice_counts_once(home, person):
    text_page(home, "Teksti", embed(f"person:{person.pk}:phone") + embed(f"person:{person.pk}:email"))
    assert titles(person) == ["Teksti"]


def test_blocks_and_contacts_and_pages_of_their_own(home, person):
    body = [("people", {"heading": "", "people": [person]})]
    factories.make_page("home.StandardPage", home, title="Lohko", body=body)
    release = factories.make_page("news.ReleasePage", factories.place_for("news.ReleasePage"), title="Tiedote")
    release.contacts.add(ReleaseContact(person=person))
    release.save()
    assert titles(person) == ["Lohko", "Tiedote"]


def test_a_service_shows_on_its_page_and_on_those_that_show_all_services(home):
    index = factories.make_page("home.HelpIndexPage", home, title="Tukea")
    service = factories.make_service()
    factories.make_page("home.ServicePage", index, title="Tukiluuri", service=service)
    factories.make_page("home.ContactPage", home, title="Yhteystiedot")
    assert titles(service) == ["Kasper", "Tukea", "Tukiluuri", "Yhteystiedot"]


def test_a_service_without_hours_shows_only_where_it_is_named(home):
    factories.make_page("home.HelpIndexPage", home, title="Tukea")
    assert titles(factories.make_service(hours=0)) == []


def test_staff_shows_among_the_contacts_and_the_press_contact_on_the_front_page(home, person):
    factories.make_page("home.ContactPage", home, title="Yhteystiedot")
    person.is_in_staff_list = True
    person.save()
    assert titles(person) == ["Yhteystiedot"]
    SiteSettings.objects.update(press_contact=person)
    assert titles(person) == ["Kasper", "Yhteystiedot"]


def test_other_languages_come_last(home, person):
    text_page(home, "Aa", embed(f"person:{person.pk}:name"), locale=Locale.objects.get(language_code="sv"))
    text_page(home, "Bee", embed(f"person:{person.pk}:name"))
    assert titles(person) == ["Bee", "Aa"]


# --- What visitors do not see yet -------------------------------------------------------------------------------------
def test_drafts_and_embargoed_pages_are_not_public(home, person):
    html = embed(f"person:{person.pk}:phone")
    text_page(home, "Luonnos", html, live=False)
    parent, later = factories.place_for("news.ReleasePage"), timezone.now() + timedelta(days=1)
    factories.make_page(
        "news.ReleasePage", parent, title="Tuleva", public_at=later, body=[("paragraph", {"text": html})]
    )
    assert titles(person) == []
    assert titles(person, is_public=False) == ["Luonnos", "Tuleva"]


def test_a_fact_that_only_the_newest_draft_names(home, person):
    page = text_page(home, "Teksti", "<p>Ei mitään.</p>")
    draft_of(page, embed(f"person:{person.pk}:phone"))
    assert titles(person) == []
    assert titles(person, is_public=False) == ["Teksti"]


def test_a_draft_of_a_page_that_shows_the_fact_already_is_public(home, person):
    page = text_page(home, "Teksti", embed(f"person:{person.pk}:phone"))
    draft_of(page, embed(f"person:{person.pk}:email"))
    assert titles(person) == ["Teksti"]
    assert titles(person, is_public=False) == []


# --- Around every page ------------------------------------------------------------------------------------------------
def test_notes_tell_of_the_frame(home, person):
    assert len(usage.notes(factories.make_service(phone="044 350 5179"))) == 1
    assert usage.notes(factories.make_service(phone="")) == []
    assert usage.notes(person) == []
    SiteSettings.objects.filter(site=Site.objects.get()).update(feedback_contact=person)
    assert len(usage.notes(person)) == 1


# --- The panel --------------------------------------------------------------------------------------------------------
@pytest.fixture
def editor(client):
    client.force_login(User.objects.create_superuser("toimittaja"))
    return client


def test_the_form_of_a_fact_lists_its_pages_with_ways_to_read_and_edit(editor, home, person):
    page = text_page(home, "Teksti", embed(f"person:{person.pk}:phone"))
    html = editor.get(reverse(person.snippet_viewset.get_url_name("edit"), args=[person.pk])).content.decode()
    assert f'href="{reverse("wagtailadmin_pages:edit", args=[page.pk])}"' in html
    assert f'href="{page.url}"' in html
    assert html.index("Teksti") < html.index('name="phone"')


def test_many_pages_are_folded(editor, home, person):
    for number in range(9):
        text_page(home, f"Sivu {number}", embed(f"person:{person.pk}:phone"))
    html = editor.get(reverse(person.snippet_viewset.get_url_name("edit"), args=[person.pk])).content.decode()
    assert html.index("Sivu 5") < html.index("<details") < html.index("Sivu 6")


def test_a_new_fact_has_no_such_panel(editor, home, person):
    html = editor.get(reverse(person.snippet_viewset.get_url_name("add"))).content.decode()
    assert "fact-usage" not in html


def test_saving_a_fact_beside_the_panel_works(editor, home):
    service = factories.make_service(phone="044 350 5179")
    address = reverse(service.snippet_viewset.get_url_name("edit"), args=[service.pk])
    form = {"name_fi": service.name_fi, "slug": service.slug, "phone": "044 111 2222", "sort_order": "100"}
    form["holiday_policy"] = "closed"
    row = service.weekly_hours.get()
    hours = {"0-id": row.pk, "0-weekday": 2, "0-opens": "08:00", "0-closes": "08:30"}
    for prefix, count in (("weekly_hours", 1), ("hours_exceptions", 0)):
        form |= {f"{prefix}-TOTAL_FORMS": count, f"{prefix}-INITIAL_FORMS": count, f"{prefix}-MIN_NUM_FORMS": 0}
    form |= {f"weekly_hours-{name}": value for name, value in hours.items()}
    assert editor.post(address, form).status_code == 302
    service.refresh_from_db()
    assert service.phone == "044 111 2222"
