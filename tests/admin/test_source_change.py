"""The editor of a plain-language page is told when its source has changed, until somebody has looked."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from kasper_site.cms import groups, reviews, source_changes
from kasper_site.cms.models import PageReview
from kasper_site.cms.wording import date_words
from kasper_site.users.models import User
from tests import factories

pytestmark = pytest.mark.django_db

WARNING = "Alkuperäinen sivu muuttui"
NOW = timezone.now()


@pytest.fixture
def source():
    groups.ensure()
    factories.make_site()
    page = factories.make_page("home.ServicePage", factories.place_for("home.ServicePage"), title="Tukiluuri")
    page.save_revision().publish()
    return page


@pytest.fixture
def plain(source):
    page = factories.make_page("home.PlainLanguagePage", source, title="Tukiluuri selkokielellä")
    page.save_revision().publish()
    published(source, days_ago=9)
    published(page, days_ago=8)
    return page


def published(page: Page, days_ago: int) -> None:
    """Let the page, with what it says now, have been published so long ago."""
    moment = NOW - timedelta(days=days_ago)
    Page.objects.filter(pk=page.pk).update(last_published_at=moment)
    page.revisions.update(created_at=moment)


@pytest.fixture
def client():
    user = User.objects.create_user("maija", email="maija@example.org")
    user.groups.add(Group.objects.get_or_create(name="viestintä")[0])
    browser = Client()
    browser.force_login(user)
    browser.user = user
    return browser


def edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def form(client, page) -> BeautifulSoup:
    return BeautifulSoup(client.get(edit_url(page)).content, "html.parser")


def on_desk(client) -> list[list[str]]:
    soup = BeautifulSoup(client.get(reverse("wagtailadmin_home")).content, "html.parser")
    items = soup.select("#due-pages .desk__item")
    return [[part.get_text().strip() for part in item.select(".desk__title, .desk__detail")] for item in items]


# --- When there is something to tell ----------------------------------------------------------------------------------
def test_nothing_while_the_source_is_older(plain):
    assert source_changes.live() == []
    assert source_changes.of_page(plain) is None


def test_a_source_published_later_is_told_until_the_page_is_published(source, plain):
    published(source, days_ago=7)
    (change,) = source_changes.live()
    assert (change.page_id, change.source_id) == (plain.pk, source.pk)
    assert change.changed_at == NOW - timedelta(days=7)
    assert source_changes.of_page(plain) == change
    published(plain, days_ago=6)
    assert source_changes.live() == []


def test_a_review_ends_it_and_a_later_change_begins_it_anew(source, plain, client):
    published(source, days_ago=7)
    reviews.mark(plain, client.user)
    assert source_changes.live() == []
    PageReview.objects.update(reviewed_at=NOW - timedelta(days=3, hours=2))
    published(source, days_ago=3)
    assert [change.page_id for change in source_changes.live()] == [plain.pk]


@pytest.mark.parametrize("which", ["source", "plain"])
def test_what_no_visitor_sees_waits_for_nobody(source, plain, which):
    published(source, days_ago=7)
    Page.objects.filter(pk={"source": source, "plain": plain}[which].pk).update(live=False)
    assert source_changes.live() == []


# --- What the editor sees ---------------------------------------------------------------------------------------------
def test_the_form_warns_and_leads_on(source, plain, client):
    old = source.latest_revision
    assert WARNING not in form(client, plain).get_text()
    published(source, days_ago=9)
    source.audience = "Uusi teksti."
    source.save_revision().publish()
    note = form(client, plain).select_one(".help-warning")
    assert f"{WARNING} {date_words(timezone.now())}, tämän sivun jälkeen." in note.get_text()
    compare, original = (link["href"] for link in note.select("a"))
    assert compare == reverse("wagtailadmin_pages:revisions_compare", args=[source.pk, old.pk, "live"])
    assert "Uusi teksti." in client.get(compare).content.decode()
    assert original == edit_url(source)


def test_one_tap_in_the_form_ends_the_warning_and_returns_there(source, plain, client):
    published(source, days_ago=7)
    button = form(client, plain).select_one(".help-warning button[type=button]")
    assert button.get_text() == "Merkitse tarkistetuksi"
    answer = client.post(button["data-w-action-url-value"], {"next": edit_url(plain)})
    assert answer.url == edit_url(plain)
    assert WARNING not in form(client, plain).get_text()
    assert on_desk(client) == []


def test_the_way_back_leads_to_no_other_site(source, plain, client):
    answer = client.post(reverse("desk:reviewed", args=[plain.pk]), {"next": "https://example.org/"})
    assert answer.url == reverse("wagtailadmin_home")


def test_the_desk_names_it_once_beside_the_pages_of_the_day(source, plain, client):
    published(source, days_ago=7)
    told = ["Tukiluuri selkokielellä", f"{WARNING} {date_words(NOW - timedelta(days=7))}"]
    assert on_desk(client) == [told]
    type(plain).objects.filter(pk=plain.pk).update(review_date=timezone.localdate() - timedelta(days=60))
    assert on_desk(client) == [told]


def test_publishing_the_source_names_the_plain_language_page(source, plain, client):
    def publish(page) -> str:
        data = {
            "title": page.title,
            "slug": page.slug,
            "teaser": page.teaser,
            "action-publish": "1",
            "comments-TOTAL_FORMS": 0,
        }
        data |= {"comments-INITIAL_FORMS": 0, "body-count": 0, "audience": "Vanhemmille.", "what_happens": "null"}
        data |= {"service": page.service_id, "search_description": "Puhelin vanhemmille."}
        answer = client.post(edit_url(page), data, follow=True)
        return BeautifulSoup(answer.content, "html.parser").select_one(".messages").get_text()

    words = "Sivu ”Tukiluuri selkokielellä” kertoo saman selkokielellä. Tarkista, pitääkö sekin muuttaa."
    assert words in publish(source)
    plain.unpublish()
    assert words not in publish(source)
