"""The publish check on every way to publish but the form: approvals, many pages at once, a schedule."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowState, WorkflowTask

from kasper_site.cms.publish_checks.forms import CheckedFormMixin
from kasper_site.operations import publishing
from tests import factories
from tests.admin.checked_page import BAD, CODE, STOPPED, edit_url, is_live, posted, said, text_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return factories.make_site()


@pytest.fixture
def publisher(admin_client):
    """A signed-in administrator."""
    return admin_client


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
