"""The workflow between the groups: one writes, another reads and publishes."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupApprovalTask, WorkflowTask
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from home.models import StandardPage
from kasper_site.cms import groups
from kasper_site.users.models import User
from tests import factories
from tests.content import SENTENCE

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    groups.ensure()
    return factories.make_site()


@pytest.fixture
def writer(site):
    return member("toimittaja", "maija")


@pytest.fixture
def publisher(site):
    return member("viestintä", "viivi")


def member(group_name: str, name: str) -> User:
    user = User.objects.create_user(name, email=f"{name}@example.org")
    user.groups.add(Group.objects.get(name=group_name))
    return user


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def posted(**more) -> dict:
    fields = {
        "title": "Uusi ryhmä",
        "slug": "uusi-ryhma",
        "teaser": SENTENCE,
        "introduction": SENTENCE,
        "body": streamfield([("paragraph", {"text": rich_text("<p>Ryhmä kokoontuu syksyllä.</p>")})]),
        "comments": inline_formset([]),
    }
    return nested_form_data({**fields, **more})


def send(site, user: User) -> StandardPage:
    """A new page, written and sent for approval."""
    address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", site.pk])
    response = signed_in(user).post(address, posted(**{"action-submit": "1"}))
    assert response.status_code == 302, response.content.decode()
    return StandardPage.objects.get(slug="uusi-ryhma")


def act(user: User, page: StandardPage, action: str, **data):
    state = page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    return signed_in(user).post(address, data)


def test_one_writes_another_reads_and_publishes(
    site, writer, publisher, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        page = send(site, writer)
    assert not page.live
    assert [letter.to for letter in mailoutbox] == [[publisher.email]]
    act(publisher, page, "approve")
    page.refresh_from_db()
    assert page.live
    assert Client().get(page.url).status_code == 200


def approve_in_the_form(user: User, page: StandardPage) -> list[str]:
    """The button “Hyväksy ja julkaise” at the foot of the form; what is said on the next page."""
    client = signed_in(user)
    action = {"action-workflow-action": "1", "workflow-action-name": "approve"}
    address = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), posted(**action)).url
    found = BeautifulSoup(client.get(address).content, "html.parser").select(".messages li")
    return [" ".join(item.get_text(" ").split()) for item in found if item.get_text(strip=True)]


def test_who_approves_a_page_is_told_that_it_is_published(site, writer, publisher):
    page = send(site, writer)
    assert approve_in_the_form(publisher, page) == ["”Uusi ryhmä” on hyväksytty ja julkaistu. Näytä julkaistu"]
    assert StandardPage.objects.get(pk=page.pk).live


def test_an_approval_that_another_one_follows_publishes_nothing_and_says_so(site, writer, publisher):
    page = send(site, writer)
    workflow = page.current_workflow_state.workflow
    second = GroupApprovalTask.objects.create(name="Toinen")
    second.groups.add(Group.objects.get(name="viestintä"))
    WorkflowTask.objects.create(workflow=workflow, task=second, sort_order=9)
    assert "julkaistu" not in " ".join(approve_in_the_form(publisher, page))
    assert not StandardPage.objects.get(pk=page.pk).live


def test_a_writer_cannot_publish_by_any_form(site, writer):
    address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", site.pk])
    signed_in(writer).post(address, posted(**{"action-publish": "1"}))
    page = StandardPage.objects.get(slug="uusi-ryhma")
    assert not page.live
    page.get_workflow().start(page, writer)
    act(writer, page, "approve")
    page.refresh_from_db()
    assert not page.live


def test_a_page_that_waits_is_not_changed_under_the_readers_eyes(site, writer, publisher):
    page = send(site, writer)
    assert page.get_lock().for_user(writer)
    assert not page.get_lock().for_user(publisher)


def test_a_page_that_comes_back_can_be_mended_and_sent_again(site, writer, publisher):
    page = send(site, writer)
    act(publisher, page, "reject", comment="Lisää osoite.")
    page = StandardPage.objects.get(pk=page.pk)
    assert not page.get_lock()
    response = signed_in(writer).post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), posted(**{"action-submit": "1"})
    )
    assert response.status_code == 302
    assert StandardPage.objects.get(pk=page.pk).workflow_in_progress


def buttons(user: User, page: StandardPage) -> list[str]:
    """The words of the buttons at the foot of the form, the first one being the large one."""
    html = signed_in(user).get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content
    footer = BeautifulSoup(html, "html.parser").select_one("footer")
    found = [" ".join(button.get_text().split()) for button in footer.select("button.button, a.button")]
    return [words for words in found if words not in ("", "Muut toiminnot")]


def test_who_reads_a_page_decides_with_one_tap(site, writer, publisher):
    page = send(site, writer)
    assert buttons(publisher, page) == [
        "Hyväksy ja julkaise",
        "Palauta tekijälle",
        "Tallenna luonnos",
        "Hyväksy kommentin kera ja julkaise",
    ]
    assert buttons(writer, page) == ["Peruuta työnkulku", "Sivu lukittu"]


def test_who_writes_a_page_sends_it_and_who_publishes_it_publishes(site, writer, publisher):
    page = factories.make_page("home.StandardPage", site, live=False)
    assert buttons(writer, page) == ["Lähetä hyväksyttäväksi", "Tallenna luonnos"]
    assert buttons(publisher, page)[0] == "Julkaise"
