"""Nothing typed is lost: newer versions are not passed over, a fact's change is shown, a login tells that it ended."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.blocks import StreamBlock
from wagtail.models import ModelLogEntry
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

from kasper_site.cms.safekeeping import session
from kasper_site.cms.safekeeping.cleaning import one_at_a_time
from kasper_site.users.models import User
from tests import factories

pytestmark = pytest.mark.django_db
SESSION = "/hallinta/istunto/"
SCRIPT = {"x-requested-with": "XMLHttpRequest"}


@pytest.fixture
def home():
    return factories.make_site()


@pytest.fixture
def maija():
    return signed_in("Maija")


@pytest.fixture
def viivi():
    return signed_in("Viivi")


def signed_in(name: str) -> Client:
    """An editor at a browser of her own."""
    user = User.objects.create_superuser(name.lower(), f"{name}@example.org", "salasana-salasana", first_name=name)
    client = Client()
    client.force_login(user)
    return client


def opened(client: Client, address: str) -> dict[str, str]:
    """The fields of an edit form as it was opened."""
    html = client.get(address).content.decode()
    form = "page-edit-form" if "/pages/" in address else "w-editor-form"
    return querydict_from_html(html, form_id=form).dict()


# --- Pages ------------------------------------------------------------------------------------------------------------
@pytest.fixture
def text_page(home):
    page = factories.make_page("home.StandardPage", home, live=False)
    page.save_revision()
    return page


def page_form(client: Client, page, introduction: str) -> dict[str, str]:
    return {**opened(client, edit(page)), "introduction": introduction, **nested_form_data({"body": streamfield([])})}


def edit(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def draft(page) -> str:
    return page.revisions.latest("created_at").as_object().introduction


def test_a_newer_version_is_not_passed_over_unawares(text_page, maija, viivi):
    hers = page_form(viivi, text_page, "Viivin teksti")
    maija.post(edit(text_page), page_form(maija, text_page, "Maijan teksti"))
    answer = viivi.post(edit(text_page), hers)
    assert answer.status_code == 200
    assert draft(text_page) == "Maijan teksti"
    assert answer.context["form"]["introduction"].value() == "Viivin teksti"
    assert any("Maija" in error for error in answer.context["form"].non_field_errors())
    assert b"data-other-version" in answer.content
    assert answer.content.decode().count("loaded_revision_created_at") == 1


def test_who_was_told_may_save(text_page, maija, viivi):
    hers = page_form(viivi, text_page, "Viivin teksti")
    maija.post(edit(text_page), page_form(maija, text_page, "Maijan teksti"))
    again = viivi.post(edit(text_page), hers).content.decode()
    loaded = querydict_from_html(again, form_id="page-edit-form")["loaded_revision_created_at"]
    assert viivi.post(edit(text_page), {**hers, "loaded_revision_created_at": loaded}).status_code == 302
    assert draft(text_page) == "Viivin teksti"
    assert text_page.revisions.count() == 3


def test_who_was_asked_by_the_dialog_is_not_asked_twice(text_page, maija, viivi):
    hers = page_form(viivi, text_page, "Viivin teksti")
    maija.post(edit(text_page), page_form(maija, text_page, "Maijan teksti"))
    assert viivi.post(edit(text_page), {**hers, "is_overwriting": "1"}).status_code == 302


def test_ones_own_newer_version_is_no_stranger(text_page, maija):
    older = page_form(maija, text_page, "Vanhempi")
    maija.post(edit(text_page), page_form(maija, text_page, "Uudempi"))
    assert maija.post(edit(text_page), older).status_code == 302


def test_blocks_are_cleaned_by_one_thread_at_a_time(text_page, maija, monkeypatch):
    held = []
    clean = StreamBlock.clean
    monkeypatch.setattr(StreamBlock, "clean", lambda block, value: held.append(_is_held()) or clean(block, value))
    maija.post(edit(text_page), page_form(maija, text_page, "Teksti"))
    assert held
    assert all(held)


def _is_held() -> bool:
    return one_at_a_time._is_owned()


# --- Facts ------------------------------------------------------------------------------------------------------------
@pytest.fixture
def person(home):
    return factories.make_person(name="Sanna Välimäki", phone="044 493 4546")


def fact(person) -> str:
    return reverse("wagtailsnippets_directory_person:edit", args=[person.pk])


def changed(client: Client, person, **fields) -> dict[str, str]:
    return {**opened(client, fact(person)), **fields}


def test_a_changed_fact_is_shown_and_not_overwritten(person, maija, viivi):
    hers = changed(viivi, person, phone="050 765 4321")
    assert maija.post(fact(person), changed(maija, person, phone="050 123 4567")).status_code == 302
    answer = viivi.post(fact(person), hers)
    assert answer.status_code == 200
    person.refresh_from_db()
    assert person.phone == "050 123 4567"
    form = answer.context["form"]
    assert form["phone"].value() == "050 765 4321"
    assert form.errors["phone"] == ["Tallennettuna on nyt: 050 123 4567"]
    assert form.non_field_errors()[0].startswith("Maija muutti tätä")
    assert viivi.post(fact(person), {**hers, "seen_stamp": form.data["seen_stamp"]}).status_code == 302
    person.refresh_from_db()
    assert person.phone == "050 765 4321"


def test_what_cannot_be_read_is_compared_at_the_next_save(person, maija, viivi):
    hers = changed(viivi, person, phone="ei numero")
    maija.post(fact(person), changed(maija, person, phone="050 123 4567"))
    stamp = viivi.post(fact(person), hers).context["form"].data["seen_stamp"]
    answer = viivi.post(fact(person), {**hers, "phone": "050 765 4321", "seen_stamp": stamp})
    assert answer.context["form"].errors["phone"] == ["Tallennettuna on nyt: 050 123 4567"]


def test_a_change_elsewhere_hinders_nobody(person, maija):
    form = changed(maija, person, phone="050 123 4567")
    factories.make_person(name="Piia Hiltunen")
    assert maija.post(fact(person), form).status_code == 302


def test_a_text_brought_back_is_read_before_it_is_saved(person, maija):
    answer = maija.post(fact(person), changed(maija, person, phone="050 123 4567", is_restored="1"))
    assert answer.status_code == 200
    assert answer.context["form"]["phone"].value() == "050 123 4567"
    person.refresh_from_db()
    assert person.phone == "044 493 4546"


def test_the_history_of_a_fact_tells_who_changed_what_to_what(person, maija):
    maija.post(fact(person), changed(maija, person, phone="050 123 4567"))
    html = maija.get(reverse("wagtailsnippets_directory_person:history", args=[person.pk])).content.decode()
    assert "Puhelin: 044 493 4546 → 050 123 4567" in html
    assert "Maija" in html


def test_changed_hours_are_in_the_history(home, maija):
    service = factories.make_service()
    address = reverse("wagtailsnippets_directory_service:edit", args=[service.pk])
    assert maija.post(address, {**opened(maija, address), "weekly_hours-0-closes": "12:00"}).status_code == 302
    (message,) = [entry.message for entry in ModelLogEntry.objects.filter(action="wagtail.edit")]
    assert "keskiviikko 8 8.30 → keskiviikko 8 12" in message


def test_a_service_whose_hours_somebody_else_changed_is_compared(home, maija, viivi):
    service = factories.make_service()
    address = reverse("wagtailsnippets_directory_service:edit", args=[service.pk])
    hers = {**opened(viivi, address), "phone": "050 765 4321"}
    maija.post(address, {**opened(maija, address), "weekly_hours-0-closes": "12:00"})
    answer = viivi.post(address, hers)
    assert answer.status_code == 200
    assert "Tallennettuna on nyt: keskiviikko 8 12" in answer.content.decode()


# --- The login --------------------------------------------------------------------------------------------------------
def test_a_script_is_told_who_is_logged_in(maija):
    told = maija.get(SESSION, headers=SCRIPT)
    assert told.json()["user"] == str(User.objects.get(username="maija").pk)
    assert told.json()["token"]
    assert "no-store" in told["Cache-Control"]


def test_a_script_is_told_that_the_login_has_ended(home):
    assert Client().get(SESSION, headers=SCRIPT).status_code == 403


def test_the_login_is_renewed_once_an_hour():
    store = {}
    session.renew(store, 10_000_000)
    session.renew(store, 10_000_000 + 3599)
    assert store == {session.RENEWED: 10_000_000}
    session.renew(store, 10_000_000 + 3600)
    assert store == {session.RENEWED: 10_003_600}


def test_a_saved_text_is_told_once(person, maija):
    maija.post(fact(person), changed(maija, person, phone="050 123 4567", kept_text="1-abc"))
    assert maija.get(SESSION, headers=SCRIPT).json()["saved"] == ["1-abc"]
    assert maija.get(SESSION, headers=SCRIPT).json()["saved"] == []


def test_a_refused_text_stays_kept(person, maija):
    maija.post(fact(person), changed(maija, person, phone="ei numero", kept_text="1-abc"))
    assert maija.get(SESSION, headers=SCRIPT).json()["saved"] == []


def test_a_draft_saved_by_a_form_is_told_too(text_page, maija):
    maija.post(edit(text_page), {**page_form(maija, text_page, "Teksti"), "kept_text": "1-abc"})
    assert maija.get(SESSION, headers=SCRIPT).json()["saved"] == ["1-abc"]
