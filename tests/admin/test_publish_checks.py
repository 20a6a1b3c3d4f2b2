"""The publish check in the admin: the form, the list beside it, and every other way to publish a page."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowState, WorkflowTask, get_page_models
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from home.models import StandardPage
from kasper_site.cms.models import BasePage
from kasper_site.cms.publish_checks.forms import CheckedFormMixin
from kasper_site.operations import publishing
from tests import factories
from tests.content import SENTENCE

pytestmark = pytest.mark.django_db

CODE = "010594Y9032"
BAD, GOOD = f"<p>Tunnus {CODE}</p>", "<p>Hyvä teksti kertoo pääasian.</p>"
STOPPED = "ei julkaistu"


@pytest.fixture
def home():
    return factories.make_site()


@pytest.fixture
def publisher(admin_client):
    """A signed-in administrator."""
    return admin_client


def text_page(home, html=GOOD, **fields):
    """A text page with one paragraph, as a draft that has a revision."""
    body = [("paragraph", {"text": html})]
    page = factories.make_page("home.StandardPage", home, body=body, live=False, teaser=SENTENCE, **fields)
    page.save_revision()
    return page


def posted(html=GOOD, **more):
    """What the browser sends for a text page with one paragraph."""
    fields = {
        "title": "Uusi ryhmä",
        "slug": "uusi-ryhma",
        "body": streamfield([("paragraph", {"text": rich_text(html)})]),
        "comments": inline_formset([]),
        **more,
    }
    return nested_form_data(fields)


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def is_live(page):
    return Page.objects.get(pk=page.pk).live


def said(response):
    """The messages shown to the editor."""
    return [str(message) for message in response.context["messages"]]


# --- The form ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("model", [model for model in get_page_models() if issubclass(model, BasePage)])
def test_every_page_type_has_the_checked_form(model):
    assert issubclass(model.get_edit_handler().get_form_class(), CheckedFormMixin)


def test_the_form_stops_the_publishing_and_keeps_what_was_written(home, publisher):
    page = text_page(home)
    response = publisher.post(edit_url(page), posted(BAD, **{"action-publish": "1"}))
    assert response.status_code == 200
    assert not is_live(page)
    (message,) = said(response)
    assert STOPPED in message
    assert "henkilötunnus" in message
    assert "StreamBlock" not in message
    assert CODE in response.content.decode()


def test_a_draft_is_saved_with_the_same_text(home, publisher):
    page = text_page(home)
    assert publisher.post(edit_url(page), posted(BAD)).status_code == 302
    answer = publisher.post(edit_url(page), posted(BAD), headers={"accept": "application/json"}).json()
    assert answer["success"]
    assert CODE in str(Page.objects.get(pk=page.pk).get_latest_revision().content["body"])


def test_the_form_publishes_what_has_nothing_to_mend(home, publisher):
    page = text_page(home)
    assert publisher.post(edit_url(page), posted(**{"action-publish": "1"})).status_code == 302
    assert is_live(page)


def test_a_new_page_is_stopped_too(home, publisher):
    address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", home.pk])
    response = publisher.post(address, posted(BAD, **{"action-publish": "1"}))
    assert response.status_code == 200
    assert not StandardPage.objects.filter(title="Uusi ryhmä").exists()
    assert publisher.post(address, posted(**{"action-publish": "1"})).status_code == 302
    assert StandardPage.objects.get(title="Uusi ryhmä").live


def test_a_release_without_a_contact_is_stopped_at_its_contacts(home, publisher):
    release = factories.make_page("news.ReleasePage", factories.place_for("news.ReleasePage"), live=False)
    fields = {"kind": "tiedote", "public_at": "2023-08-02 09:00", "contacts": inline_formset([])}
    response = publisher.post(edit_url(release), posted(**fields, **{"action-publish": "1"}))
    assert response.status_code == 200
    assert not is_live(release)
    assert response.context["form"].formsets["contacts"].non_form_errors()


# --- Ways around the form ---------------------------------------------------------------------------------------------
def test_a_form_without_the_check_is_caught_by_the_hook(home, publisher, monkeypatch):
    monkeypatch.setattr(CheckedFormMixin, "is_publishing", False)
    page = text_page(home)
    response = publisher.post(edit_url(page), posted(BAD, **{"action-publish": "1"}), follow=True)
    address, _status = response.redirect_chain[-1]
    assert address.startswith(f"{edit_url(page)}#:w:contentpath=body.")
    assert not is_live(page)
    assert STOPPED in said(response)[0]
    assert CODE in str(Page.objects.get(pk=page.pk).get_latest_revision().content["body"])


@pytest.fixture
def workflow(home):
    """One approval; an administrator may give it."""
    group = Group.objects.create(name="Hyväksyjät")
    task = GroupApprovalTask.objects.create(name="Hyväksyntä")
    task.groups.add(group)
    workflow = Workflow.objects.create(name="Kahden kesken")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow


def approve(client, page, workflow, **headers):
    """Approve as the dashboard's button does."""
    state = workflow.start(page, None)
    names = {"page_id": page.pk, "action_name": "approve", "task_state_id": state.current_task_state.pk}
    response = client.post(reverse("wagtailadmin_pages:workflow_action", kwargs=names), headers=headers)
    return state, response


def test_an_approval_is_stopped_and_rolled_back(home, publisher, workflow):
    page = text_page(home, BAD)
    state, response = approve(publisher, page, workflow)
    assert response.status_code == 302
    assert response.url.startswith(edit_url(page))
    assert not is_live(page)
    state = WorkflowState.objects.get(pk=state.pk)
    assert state.status == WorkflowState.STATUS_IN_PROGRESS
    assert state.current_task_state.status == "in_progress"
    shown = said(publisher.get(edit_url(page)))[0]
    assert STOPPED in shown
    assert "henkilötunnus" in shown
    assert CODE not in shown


def test_an_approval_with_a_comment_is_answered_in_its_dialog(home, publisher, workflow):
    page = text_page(home, BAD)
    _state, response = approve(publisher, page, workflow, x_requested_with="XMLHttpRequest")
    assert response.json()["redirect"].startswith(edit_url(page))
    assert not is_live(page)


def test_an_approval_publishes_what_has_nothing_to_mend(home, publisher, workflow):
    page = text_page(home)
    state, _response = approve(publisher, page, workflow)
    assert is_live(page)
    assert WorkflowState.objects.get(pk=state.pk).status == WorkflowState.STATUS_APPROVED


def test_approving_in_the_form_is_stopped_by_the_form(home, publisher, workflow):
    page = text_page(home)
    workflow.start(page, None)
    approval = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    response = publisher.post(edit_url(page), posted(BAD, **approval))
    assert response.status_code == 200
    assert not is_live(page)


def publish_in_bulk(client, *pages, **data):
    ids = "&".join(f"id={page.pk}" for page in pages)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return client.post(f"{address}?{ids}&next=/hallinta/", data)


def test_of_pages_in_bulk_all_are_published_or_none(home, publisher):
    good, bad = text_page(home), text_page(home, BAD)
    response = publish_in_bulk(publisher, good, bad)
    assert response.status_code == 302
    assert not is_live(good)
    assert not is_live(bad)
    (message,) = said(publisher.get(edit_url(good)))
    assert edit_url(bad) in message
    assert edit_url(good) not in message
    publish_in_bulk(publisher, good)
    assert is_live(good)


def test_drafts_below_a_page_in_bulk_count_too(home, publisher):
    section = text_page(home)
    below = text_page(section, BAD)
    publish_in_bulk(publisher, section, include_descendants="on")
    assert not is_live(section)
    assert not is_live(below)
    publish_in_bulk(publisher, section)
    assert is_live(section)


def test_unpublishing_in_bulk_is_not_checked(home, publisher):
    page = text_page(home, BAD)
    page.get_latest_revision().publish()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    publisher.post(f"{address}?id={page.pk}&next=/hallinta/")
    assert not is_live(page)


def test_the_admin_s_programming_interface_publishes_nothing(home, publisher):
    page = text_page(home)
    assert publisher.post(f"/hallinta/api/main/pages/{page.pk}/action/publish/").status_code == 404
    assert not is_live(page)


# --- Scheduled --------------------------------------------------------------------------------------------------------
def test_scheduling_is_checked_when_it_is_done(home, publisher):
    page = text_page(home)
    tomorrow = f"{timezone.localtime() + timedelta(days=1):%Y-%m-%d %H:%M}"
    scheduled = {"go_live_at": tomorrow, "action-publish": "1"}
    assert publisher.post(edit_url(page), posted(BAD, **scheduled)).status_code == 200
    assert not Page.objects.get(pk=page.pk).approved_schedule
    assert publisher.post(edit_url(page), posted(**scheduled)).status_code == 302
    assert Page.objects.get(pk=page.pk).approved_schedule


def test_a_link_that_died_in_the_meantime_holds_no_scheduled_page_back(home):
    target = text_page(home)
    target.get_latest_revision().publish()
    page = text_page(home, f'<p><a linktype="page" id="{target.pk}">Ryhmän esittely</a></p>')
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    target.unpublish()
    assert not is_live(page)
    page.revisions.update(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    latest = page.get_latest_revision()
    latest.content["go_live_at"] = None
    latest.save()
    publishing.publish_due()
    assert is_live(page)


# --- The list beside the form -----------------------------------------------------------------------------------------
def test_the_list_stands_in_the_form_in_place_of_wagtail_s_metrics(home, publisher):
    page = text_page(home, '<p>• Katso <a href="https://example.org/">lue lisää</a>.</p>')
    shown = publisher.get(edit_url(page)).content.decode()
    assert "data-content-readability-score" not in shown
    assert "data-checks-panel" in shown
    assert "w-content-checker-row-template" in shown
    assert f'href="#:w:contentpath=body.{page.body[0].id}.text"' in shown
    assert "Luettavuus" in shown
    assert "2 asiaa harkittavana" in shown


def test_a_page_that_is_not_saved_yet_has_the_list_too(home, publisher):
    address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", home.pk])
    assert "Sivulla ei ole kuvausta" in publisher.get(address).content.decode()


def test_the_list_is_that_of_the_newest_draft_with_what_blocks_first(home, publisher):
    page = text_page(home, "<p>• Ensin</p>", title="TERVETULOA KAIKKI RYHMÄÄN")
    page.body = [("paragraph", {"text": BAD})]
    page.save_revision()
    shown = publisher.get(reverse("publish_check", args=[page.pk])).content.decode()
    assert "<html" not in shown
    assert CODE not in shown
    assert shown.index("henkilötunnus") < shown.index("isoin kirjaimin")
    assert "Luettelo" not in shown
    assert 'data-count="2" data-blocking="1"' in shown
    assert "Sisältö, osa 1" in shown


def test_only_who_may_edit_the_page_sees_the_list(home, client, django_user_model):
    address = reverse("publish_check", args=[text_page(home).pk])
    assert client.get(address).status_code == 302
    visitor = django_user_model.objects.create(username="vieras")
    visitor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(visitor)
    response = client.get(address)
    assert response.status_code == 302
    assert response.url == reverse("wagtailadmin_home")


def test_the_list_asks_no_more_for_a_longer_page(home, publisher, django_assert_max_num_queries):
    page = text_page(home)
    page.body = [("paragraph", {"text": GOOD})] * 40
    page.save_revision()
    address = reverse("publish_check", args=[page.pk])
    publisher.get(address)
    with django_assert_max_num_queries(30):
        publisher.get(address)
