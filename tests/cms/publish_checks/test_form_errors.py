"""What blocks is shown at the input it is about, and only when somebody publishes."""

import pytest
from django.contrib.auth import get_user_model
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from kasper_site.cms import publish_checks
from tests import factories

pytestmark = pytest.mark.django_db

CODE = "010594Y9032"


@pytest.fixture
def release():
    factories.make_site()
    return factories.make_page("news.ReleasePage", factories.place_for("news.ReleasePage"), slug="tiedote")


def checked_form(page, data):
    """The page type's own form, as the edit view makes it."""
    form_class = page.get_edit_handler().get_form_class()
    user = get_user_model().objects.create(username="toimittaja", is_superuser=True)
    return form_class(data, instance=page, parent_page=page.get_parent(), for_user=user)


def posted(*blocks, contacts=(), **more):
    fields = {
        "title": "Uusi palvelu",
        "slug": "tiedote",
        "kind": "tiedote",
        "public_at": "2023-08-02 09:00",
        "body": streamfield(blocks),
        "contacts": inline_formset(contacts),
        "pictures": inline_formset([]),
        "attachments": inline_formset([]),
        "comments": inline_formset([]),
        **more,
    }
    return nested_form_data(fields)


def paragraph(html):
    return ("paragraph", {"text": rich_text(html)})


def test_a_draft_is_saved_whatever_it_holds(release):
    assert checked_form(release, posted(paragraph(f"<p>{CODE}</p>"))).is_valid()


def test_publishing_is_stopped_at_the_block(release):
    form = checked_form(
        release,
        posted(
            paragraph("<p>Hyvä teksti.</p>"),
            paragraph(f"<p>{CODE}</p>"),
            ("link_list", {"heading": "", "links": _links(CODE)}),
            **{"action-publish": "1"},
        ),
    )
    assert not form.is_valid()
    assert not form.is_valid()
    (error,) = form.errors.as_data()["body"]
    assert "StreamBlock" not in form.errors["body"][0]
    nested = error.as_json_data()["blockErrors"]
    assert set(nested) == {1, 2}
    assert len(nested[1]["blockErrors"]["text"]["messages"]) == 1
    assert set(nested[2]["blockErrors"]["links"]["blockErrors"]) == {1}
    assert set(nested[2]["blockErrors"]["links"]["blockErrors"][1]["blockErrors"]) == {"text"}


def _links(text):
    rows = [{"text": words, "page": "", "url": "https://example.org/", "note": ""} for words in ("Ohjeet", text)]
    items = {str(n): {"value": row, "order": str(n), "deleted": "", "id": f"l{n}"} for n, row in enumerate(rows)}
    return {"count": "2", **items}


def test_approving_is_stopped_too(release):
    approval = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    assert not checked_form(release, posted(subject=CODE, **approval)).is_valid()


def test_plain_fields_have_their_errors(release):
    form = checked_form(release, posted(subject=CODE, **{"action-publish": "1"}))
    assert not form.is_valid()
    assert set(form.errors) == {"subject", "__all__"}


def test_what_a_type_requires_stands_at_its_rows(release, monkeypatch):
    def requirements(page):
        if not page.contacts.all():
            yield publish_checks.required("contacts", "A release needs a contact.")

    monkeypatch.setattr(type(release), "publish_requirements", requirements, raising=False)
    form = checked_form(release, posted(**{"action-publish": "1"}))
    assert not form.is_valid()
    assert form.formsets["contacts"].non_form_errors() == ["A release needs a contact."]
    assert list(form.non_field_errors())[1:] == ["A release needs a contact."]


def test_rows_are_kept_once_when_all_is_well(release):
    person = factories.make_person()
    row = {"person": person.pk, "role": "Tiedottaja", "is_issuer": False}
    form = checked_form(release, posted(paragraph("<p>Hyvä.</p>"), contacts=[row], **{"action-publish": "1"}))
    assert form.is_valid(), (form.errors, form.formsets["contacts"].errors)
    page = form.save()
    assert [contact.role for contact in page.contacts.all()] == ["Tiedottaja"]
    assert type(page).objects.get(pk=page.pk).contacts.count() == 1


def test_an_unknown_place_goes_to_the_top(release, monkeypatch):
    requirement = publish_checks.required("nowhere", "Something is missing.")
    monkeypatch.setattr(type(release), "publish_requirements", lambda page: [requirement], raising=False)
    form = checked_form(release, posted(**{"action-publish": "1"}))
    assert not form.is_valid()
    assert list(form.non_field_errors())[1:] == ["Something is missing."]
