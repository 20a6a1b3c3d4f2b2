"""A withdrawn release is nowhere; its address says so or leads on; an editor can give it back."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry, PageViewRestriction
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

from kasper_site.cms import groups, visibility
from kasper_site.delivery.models import Publication
from news.models import ReleaseContact, ReleasePage, Withdrawal
from tests import factories
from tests.admin.test_two_people import member, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.database]

TITLE = "Salaisuudenverho"
REASON = "Tiedotteessa oli väärä luku."


@pytest.fixture
def release():
    """A release that has been public since yesterday."""
    factories.make_site()
    day = timezone.now() - timedelta(days=1)
    parent = factories.place_for("news.ReleasePage")
    page = factories.make_page("news.ReleasePage", parent, title=TITLE, slug="vanha", public_at=day)
    ReleaseContact.objects.create(page=page, person=factories.make_person())
    page.save_revision().publish()
    ReleasePage.objects.update(first_published_at=day, last_published_at=day)
    return ReleasePage.objects.get(pk=page.pk)


def withdraw(client, page, **data):
    return client.post(reverse("news_withdraw", args=[page.pk]), {"reason": "", "redirect_to": "", **data}, follow=True)


def errors(response) -> str:
    form = response.context["form"]
    return " ".join(words for found in form.errors.values() for words in found)


def menu(client, page) -> str:
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


def test_its_address_tells_why_and_never_what_it_was(admin_client, release):
    assert reverse("news_withdraw", args=[release.pk]) in menu(admin_client, release)
    withdraw(admin_client, release, reason=REASON)
    response = Client().get(release.url)
    text = response.content.decode()
    assert response.status_code == 410
    assert "Tiedote on vedetty pois" in text
    assert REASON in text
    assert TITLE not in text
    assert f'href="{release.get_parent().url}"' in text
    assert not visibility.is_servable(release)
    assert TITLE not in Client().get(release.get_parent().url).content.decode()


def test_its_address_leads_on_while_readers_see_the_other_page(admin_client, release):
    other = factories.make_page("news.ReleasePage", release.get_parent(), title="Uusi", slug="uusi")
    withdraw(admin_client, release, redirect_to=other.pk)
    response = Client().get(release.url)
    assert (response.status_code, response.url) == (301, other.url)
    other.unpublish()
    assert Client().get(release.url).status_code == 410


def test_it_can_be_given_back_and_the_history_tells_both(admin_client, release):
    withdraw(admin_client, release, reason=REASON)
    html = menu(admin_client, release)
    assert REASON in html
    assert reverse("news_restore", args=[release.pk]) in html
    assert reverse("news_withdraw", args=[release.pk]) not in html
    assert admin_client.get(reverse("news_restore", args=[release.pk])).status_code == 200
    admin_client.post(reverse("news_restore", args=[release.pk]))
    assert Client().get(release.url).status_code == 200
    history = admin_client.get(reverse("wagtailadmin_pages:history", args=[release.pk])).content.decode()
    assert f"Vedetty pois: {REASON}" in history
    assert "Palautettu" in history
    assert PageLogEntry.objects.filter(page=release.pk, action__startswith="kasper.").count() == 2


def test_who_gives_back_what_is_not_public_is_told_so(admin_client, release):
    withdraw(admin_client, release, reason=REASON)
    release.unpublish()
    shown = admin_client.post(reverse("news_restore", args=[release.pk]), follow=True).content.decode()
    assert "taas julkinen" not in shown
    assert "kävijät eivät näe tiedotetta nyt" in shown


def test_a_copy_is_no_alias(admin_client, release):
    address = reverse("wagtailadmin_pages:copy", args=[release.pk])
    assert 'name="new_title"' in (form := admin_client.get(address).content.decode())
    assert 'name="alias"' not in form
    values = {"new_title": "Kopio", "new_slug": "kopio", "new_parent_page": release.get_parent().pk, "alias": "on"}
    admin_client.post(address, values)
    assert ReleasePage.objects.get(slug="kopio").alias_of_id is None


def test_a_reason_or_a_public_page_is_needed_and_nothing_typed_is_lost(admin_client, release):
    assert "syy" in errors(withdraw(admin_client, release))
    assert "sama tiedote" in errors(withdraw(admin_client, release, redirect_to=release.pk))
    draft = factories.make_page("home.StandardPage", release.get_parent().get_parent(), live=False)
    response = withdraw(admin_client, release, reason=REASON, redirect_to=draft.pk)
    assert "eivät näe" in errors(response)
    assert REASON in response.content.decode()
    assert not Withdrawal.objects.exists()


def test_one_that_nobody_has_seen_is_not_withdrawn_and_its_address_tells_nothing(admin_client, release):
    Publication.objects.all().delete()
    ReleasePage.objects.update(public_at=timezone.now() + timedelta(hours=1))
    assert reverse("news_withdraw", args=[release.pk]) not in menu(admin_client, release)
    response = withdraw(admin_client, release, reason=REASON)
    assert "ei ole vielä nähnyt" in str(list(response.context["messages"])[-1])
    assert not Withdrawal.objects.exists()
    hidden, unknown = (Client().get(f"/{release.get_parent().slug}/{slug}/") for slug in ("vanha", "olematon"))
    assert hidden.content.replace(b"vanha", b"olematon") == unknown.content
    assert dict(hidden.headers) == dict(unknown.headers)


def test_one_in_a_private_section_tells_nothing(admin_client, release):
    withdraw(admin_client, release, reason=REASON)
    lock = PageViewRestriction.LOGIN
    PageViewRestriction.objects.create(page=release.get_parent(), restriction_type=lock)
    response = Client().get(release.url)
    assert Withdrawal.objects.exists()
    assert response.status_code == 404


def test_an_older_draft_published_later_does_not_bring_it_back(admin_client, release):
    old = release.get_latest_revision()
    withdraw(admin_client, release, reason=REASON)
    old.publish()
    assert Client().get(release.url).status_code == 410


def test_who_publishes_an_older_version_in_the_admin_is_told_that_it_stays_withdrawn(admin_client, release):
    old = release.get_latest_revision()
    withdraw(admin_client, release, reason=REASON)
    address = reverse("wagtailadmin_pages:revisions_revert", args=[release.pk, old.pk])
    form = querydict_from_html(admin_client.get(address).content.decode(), form_id="page-edit-form").dict()
    sent = {**form, **nested_form_data({"body": streamfield([])}), "change_kind": "small", "action-publish": "1"}
    response = admin_client.post(address, sent, follow=True)
    assert "yhä vedetty pois" in " ".join(str(message) for message in response.context["messages"])
    assert Client().get(release.url).status_code == 410


def test_who_writes_may_not_withdraw(release):
    groups.ensure()
    writer = signed_in(member("toimittaja", "maija"))
    assert reverse("news_withdraw", args=[release.pk]) not in menu(writer, release)
    writer.post(reverse("news_withdraw", args=[release.pk]), {"reason": REASON, "redirect_to": ""})
    assert not Withdrawal.objects.exists()


def test_an_ordinary_page_costs_no_query_for_it(release):
    Client().get(release.get_parent().url)
    with CaptureQueriesContext(connection) as captured:
        Client().get(release.get_parent().url)
    assert not [query for query in captured.captured_queries if query["sql"].startswith('SELECT "news_withdrawal"')]
