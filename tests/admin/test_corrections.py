"""Publishing an edit of a published release asks how much was changed; an essential change leaves a dated note."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

from kasper_site.delivery.models import Publication
from news import corrections, publications
from news.models import Correction, ReleaseContact, ReleasePage
from tests import factories

pytestmark = pytest.mark.django_db

NOTE = "Puhelinnumero oli väärin. Oikea numero on 044 350 5179."
PUBLISH = {"action-publish": "1"}
ESSENTIAL = {"change_kind": "essential", "correction_note": NOTE}


@pytest.fixture
def release():
    """A release that was published yesterday."""
    factories.make_site()
    page = factories.make_page("news.ReleasePage", factories.place_for("news.ReleasePage"), title="Uusi palvelu")
    ReleaseContact.objects.create(page=page, person=factories.make_person())
    published(page)
    day = timezone.now() - timedelta(days=1)
    ReleasePage.objects.update(first_published_at=day, last_published_at=day, public_at=day)
    return fresh(page)


def published(page, **fields) -> ReleasePage:
    """The page after a publication by code."""
    page = fresh(page)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return fresh(page)


def fresh(page) -> ReleasePage:
    return ReleasePage.objects.get(pk=page.pk)


def address(page, revision=None) -> str:
    names = [page.pk, revision.pk] if revision else [page.pk]
    return reverse(f"wagtailadmin_pages:{'revisions_revert' if revision else 'edit'}", args=names)


def opened(client, page, revision=None) -> dict:
    """What the browser would send of the form as it was opened."""
    html = client.get(address(page, revision)).content.decode()
    form = querydict_from_html(html, form_id="page-edit-form").dict()
    return {**form, **nested_form_data({"body": streamfield([])})}


def send(client, page, revision=None, form=None, **fields):
    return client.post(address(page, revision), {**(form or opened(client, page, revision)), **fields})


def errors(response) -> str:
    form = response.context["form"]
    return " ".join([*form.non_field_errors(), *(words for found in form.errors.values() for words in found)])


# --- Asking -----------------------------------------------------------------------------------------------------------
def test_the_first_publication_asks_nothing(admin_client, release):
    ReleasePage.objects.update(first_published_at=None, last_published_at=None, live=False)
    assert 'name="change_kind"' not in admin_client.get(address(release)).content.decode()
    assert send(admin_client, release, **PUBLISH, **ESSENTIAL).status_code == 302
    assert fresh(release).live
    assert not Correction.objects.exists()


def test_a_release_ahead_of_its_time_asks_nothing(admin_client, release):
    ReleasePage.objects.update(public_at=timezone.now() + timedelta(days=1))
    assert 'name="change_kind"' not in admin_client.get(address(release)).content.decode()


def test_publishing_a_change_asks_and_a_draft_does_not(admin_client, release):
    assert 'value="essential"' in admin_client.get(address(release)).content.decode()
    response = send(admin_client, release, title="Uusi otsikko", **PUBLISH)
    assert "pieni vai olennainen" in errors(response)
    assert fresh(release).title == "Uusi palvelu"
    assert send(admin_client, release, title="Uusi otsikko").status_code == 302


def test_an_essential_change_needs_a_note(admin_client, release):
    response = send(admin_client, release, change_kind="essential", **PUBLISH)
    assert "mikä oli väärin" in errors(response)


# --- What comes of it -------------------------------------------------------------------------------------------------
def test_an_essential_change_leaves_a_note_when_it_is_published(admin_client, release):
    send(admin_client, release, **ESSENTIAL)
    assert not Correction.objects.exists()
    assert NOTE in admin_client.get(address(release)).content.decode()  # an answer waits in its draft
    send(admin_client, release, **PUBLISH)
    correction = Correction.objects.get()
    assert (correction.note, correction.at) == (NOTE, fresh(release).last_published_at)


def test_a_small_change_leaves_none(admin_client, release):
    assert send(admin_client, release, **PUBLISH, change_kind="small", correction_note=NOTE).status_code == 302
    assert not Correction.objects.exists()


def test_an_answer_counts_once_and_the_next_change_is_asked_for_anew(admin_client, release):
    send(admin_client, release, **PUBLISH, **ESSENTIAL)
    release = fresh(release)
    release.get_latest_revision().publish()
    assert Correction.objects.count() == 1
    assert NOTE not in admin_client.get(address(release)).content.decode()
    assert "pieni vai olennainen" in errors(send(admin_client, release, **PUBLISH))
    send(admin_client, release, **PUBLISH, **ESSENTIAL)
    assert Correction.objects.count() == 2


def test_the_answer_travels_through_an_approval(admin_client, release):
    task = GroupApprovalTask.objects.create(name="Hyväksyntä")
    task.groups.add(Group.objects.create(name="Hyväksyjät"))
    workflow = Workflow.objects.create(name="Kahden kesken")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)

    def approve():
        state = workflow.start(fresh(release), None)
        names = {"page_id": release.pk, "action_name": "approve", "task_state_id": state.current_task_state.pk}
        admin_client.post(reverse("wagtailadmin_pages:workflow_action", kwargs=names))
        return state

    send(admin_client, release, title="Uusi otsikko")
    approve().cancel()
    assert fresh(release).title == "Uusi palvelu"  # nobody has answered
    send(admin_client, release, **ESSENTIAL)
    approve()
    assert fresh(release).title == "Uusi otsikko"
    assert Correction.objects.get().note == NOTE


def test_a_scheduled_correction_is_written_when_its_moment_comes(release):
    release.go_live_at = timezone.now() + timedelta(hours=1)
    corrections.answer(release, "essential", NOTE, "avain", [])
    revision = release.save_revision()
    revision.publish()
    assert not Correction.objects.exists()
    revision.refresh_from_db()
    revision.content["go_live_at"] = None
    revision.save()
    revision.publish()
    assert Correction.objects.get().note == NOTE


def test_the_outbox_writes_a_correction_that_the_publication_did_not(release):
    publications.work_off()
    corrections.answer(release, "essential", NOTE, "avain", [])
    published(release, change_kind="essential", correction_note=NOTE, change_key="avain")
    Correction.objects.all().delete()
    publications.work_off()
    publications.work_off()
    assert Correction.objects.get().note == NOTE


# --- Older drafts -----------------------------------------------------------------------------------------------------
@pytest.fixture
def corrected(admin_client, release):
    """The release after an essential correction, and its revision from before."""
    old = release.get_latest_revision()
    send(admin_client, release, **PUBLISH, **ESSENTIAL)
    return fresh(release), old


def test_an_older_version_published_later_leaves_the_correction_and_is_told_of_it(admin_client, corrected):
    release, old = corrected
    form = opened(admin_client, release, old)
    response = send(admin_client, release, old, form, change_kind="small", **PUBLISH)
    assert "vanhempi kuin korjaus" in errors(response)
    assert NOTE in errors(response)
    again = querydict_from_html(response.content.decode(), form_id="page-edit-form").dict()
    response = send(admin_client, release, old, {**form, **again}, change_kind="small", **PUBLISH)
    assert response.status_code == 302
    assert fresh(release).last_published_at > release.last_published_at
    assert Correction.objects.count() == 1


def test_an_older_version_saved_as_a_draft_is_told_of_later(admin_client, corrected):
    release, old = corrected
    send(admin_client, release, old)
    release = fresh(release)
    (finding,) = [
        one for one in corrections.requirements(release.get_latest_revision_as_object()) if "vanh" in one.message
    ]
    assert NOTE in finding.message
    assert "vanhempi kuin korjaus" in errors(send(admin_client, release, change_kind="small", **PUBLISH))


def test_a_draft_upon_the_correction_is_not_told(admin_client, corrected):
    release, _old = corrected
    assert send(admin_client, release, change_kind="small", **PUBLISH).status_code == 302


def test_publishing_an_older_revision_by_code_takes_no_correction_away(corrected):
    _release, old = corrected
    old.publish()
    assert Correction.objects.get().note == NOTE


def test_a_release_that_comes_out_of_its_embargo_by_an_edit_asks_nothing(release):
    ReleasePage.objects.filter(pk=release.pk).update(public_at=timezone.now() + timedelta(days=1))
    Publication.objects.all().delete()
    release.refresh_from_db()
    release.public_at = timezone.now() - timedelta(minutes=1)
    release.save_revision()
    assert not corrections.was_public(release)
