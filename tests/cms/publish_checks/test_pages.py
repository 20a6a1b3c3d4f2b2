"""The check on real page types: every text is read, each finding names its input, queries do not grow."""

import pytest
from django.core.exceptions import FieldDoesNotExist
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Page, PageViewRestriction, get_page_models

from home.models import StandardPage
from kasper_site.cms import publish_checks
from kasper_site.cms.models import BasePage
from kasper_site.cms.publish_checks import run, texts
from kasper_site.cms.publish_checks.known import KnownContact, KnownFacts, known_facts
from kasper_site.cms.publish_checks.parts import Kind
from kasper_site.directory.models import Person
from tests import content, factories
from tests.content import SENTENCE

pytestmark = pytest.mark.django_db

PAGE_TYPES = sorted(
    model._meta.label for model in get_page_models() if issubclass(model, BasePage) and not model._meta.abstract
)
CREATABLE = [label for label in PAGE_TYPES if label != "news.StoryPage"]
BAD_TEXT = '<p>• Tunnus 010594Y9032</p><p>02.08.2023 <a href="https://example.org/">tästä</a></p>'


@pytest.fixture
def home():
    return factories.make_site()


def full_page(page_type, count=2):
    factories.make_facts()
    if page_type == "home.HomePage":
        page = Page.objects.get(slug="etusivu").specific
        for name, value in factories.full_fields(page_type, count).items():
            setattr(page, name, value)
        page.save()
    else:
        fields = factories.full_fields(page_type, count)
        page = factories.make_page(page_type, factories.place_for(page_type), **fields)
    if page_type == "news.ReleasePage":
        page.contacts.model.objects.create(page=page, person=Person.objects.first())
    return Page.objects.get(pk=page.pk).specific


def standard(home, *blocks, **fields):
    """A text page with these stored blocks, read back from the database."""
    stored = [{"type": kind, "value": value, "id": f"id{number}"} for number, (kind, value) in enumerate(blocks)]
    body = StandardPage.body.field.stream_block.to_python(stored)
    return factories.make_page("home.StandardPage", home, body=body, **{"teaser": SENTENCE, **fields})


def found(page, **kwargs):
    return [(finding.code, finding.field) for finding in publish_checks.findings(page, **kwargs)]


@pytest.mark.parametrize("page_type", CREATABLE)
def test_every_text_of_every_type_is_read(home, page_type):
    page = full_page(page_type)
    read = {text.place.field.partition(".")[0] for text in texts.of_page(page)}
    written = {
        field.name
        for field in page._meta.get_fields()
        if type(field).__name__ in ("CharField", "TextField", "RichTextField", "StreamField")
        and not field.choices
        and field.editable
        and getattr(page, field.attname)
    }
    assert written - read <= {"path"}
    assert {"title", "teaser", "listing_image"} <= read


@pytest.mark.parametrize("page_type", CREATABLE)
def test_each_place_is_an_input_of_the_form(home, page_type):
    page = full_page(page_type)
    for text in texts.of_page(page):
        root, *way = text.place.field.split(".")
        try:
            field = page._meta.get_field(root)
        except FieldDoesNotExist:
            assert not text.place.anchor
            continue
        if way:
            anchor_root, *anchor = text.place.anchor.split(".")
            block = field.stream_block.get_block_by_content_path(getattr(page, root), anchor)
            assert (anchor_root, block is not None) == (root, True), text.place
            assert way[0].isdigit(), text.place
            assert way[1] == "value", text.place


@pytest.mark.parametrize("page_type", CREATABLE)
def test_full_pages_have_nothing_that_blocks(home, page_type):
    page = full_page(page_type)
    assert [finding for finding in publish_checks.findings(page) if finding.is_blocking] == []


@pytest.mark.parametrize("page_type", ["home.StrategyPage", "projects.ProjectPage", "home.StandardPage"])
def test_queries_do_not_grow_with_the_page(home, page_type):
    few, many = full_page(page_type, 2), full_page(page_type, 20)
    many.body = content.full_body() * 5
    many.save()
    counts = []
    for page in (few, many):
        fresh = page.specific_class.objects.get(pk=page.pk)
        with CaptureQueriesContext(connection) as queries:
            publish_checks.findings(fresh, known=KnownFacts())
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 8


def test_findings_name_the_input_and_the_block(home):
    page = standard(home, ("heading", {"text": "Ryhmät"}), ("paragraph", {"text": BAD_TEXT}))
    findings = publish_checks.findings(page)
    assert {finding.code for finding in findings} == {"identity-code", "vague-link", "pasted-list", "date-form"}
    for finding in findings:
        assert finding.field == "body.1.value.text"
        assert finding.input_name == "body-1-value-text"
        assert finding.anchor == "body.id1.text"
        assert finding.root == "body"


def test_the_order_is_that_of_the_form(home):
    page = standard(
        home,
        ("paragraph", {"text": "<h3>Alku</h3>"}),
        ("link_list", {"heading": "OHJEET KAIKILLE", "links": [{"type": "item", "id": "x", "value": _link("tästä")}]}),
        title="TERVETULOA",
        introduction="Tapaamme 02.08.2023.",
        teaser="",
    )
    assert found(page) == [
        ("all-caps", "title"),
        ("date-form", "introduction"),
        ("heading-gap", "body.0.value.text"),
        ("all-caps", "body.1.value.heading"),
        ("vague-link", "body.1.value.links.0.value.url"),
        ("missing-description", "teaser"),
    ]


def _link(text):
    return {"text": text, "page": None, "url": "https://example.org/", "note": ""}


def test_links_and_pictures_are_looked_up(home):
    draft_page = factories.make_page("home.StandardPage", home, title="Luonnos", live=False)
    private = factories.make_page("home.StandardPage", home, title="Suljettu")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    bare = factories.make_image(description="")
    page = standard(
        home,
        ("paragraph", {"text": f'<p><a linktype="page" id="{draft_page.pk}">Ryhmän esittely</a></p>'}),
        ("paragraph", {"text": '<p><a linktype="page" id="99999">Poistettu sivu</a></p>'}),
        ("paragraph", {"text": '<p><a linktype="document" id="99999">Poistettu opas</a></p>'}),
        ("document_list", {"heading": "", "documents": [{"type": "item", "id": "d", "value": 99999}]}),
        ("paragraph", {"text": f'<p><a linktype="page" id="{private.pk}">Ohjaajille</a></p>'}),
        ("picture", {"image": {"image": bare.pk, "alt_text": "", "decorative": False}, "caption": ""}),
        ("picture", {"image": {"image": bare.pk, "alt_text": "", "decorative": True}, "caption": ""}),
        ("picture", {"image": {"image": bare.pk, "alt_text": "Ovi on auki", "decorative": False}, "caption": ""}),
        listing_image=bare,
    )
    assert found(page) == [
        ("unpublished-page-link", "body.0.value.text"),
        ("broken-page-link", "body.1.value.text"),
        ("broken-document-link", "body.2.value.text"),
        ("broken-document-link", "body.3.value.documents.0.value"),
        ("hidden-page-link", "body.4.value.text"),
        ("missing-alt", "body.5.value.image.alt_text"),
        ("missing-alt", "listing_image"),
    ]


def test_a_page_named_in_a_field_is_looked_up(home):
    project = factories.make_page("projects.ProjectPage", factories.place_for("projects.ProjectPage"), live=False)
    place = factories.place_for("home.PlacePage")
    page = factories.make_page("home.PlacePage", place, teaser=SENTENCE, related_project=project)
    assert found(page) == [("hidden-page-link", "related_project")]


def test_a_draft_may_link_to_itself(home):
    page = standard(home, live=False)
    page.body = [("paragraph", {"text": f'<p><a linktype="page" id="{page.pk}">Ryhmän esittely</a></p>'})]
    assert found(page) == []


def test_an_unsaved_page_with_child_relations_is_read(home):
    page = factories.page_model("projects.ProjectPage")(title="Hanke", introduction=SENTENCE, teaser=SENTENCE)
    page.materials = [page.materials.model(title="OHJAAJAN OPAS", note="02.08.2023")]
    page.contacts = [page.contacts.model(name="Sanna Kivinen", role="1) suunnittelija")]
    assert found(page) == [
        ("pasted-list", "contacts.0.role"),
        ("all-caps", "materials.0.title"),
        ("date-form", "materials.0.note"),
    ]


def test_partial_dates_and_codes_are_no_text(home):
    page = factories.page_model("home.StrategyPage")(title="Strategia", organisation="Kasper ry", teaser=SENTENCE)
    page.documents = [("document", {"title": "Väliarviointi", "date": "2020-11-30", "document": None, "note": ""})]
    page.period_start = "2020"
    assert found(page) == []
    assert [text.text for text in texts.of_page(page)][:2] == ["Strategia", "Kasper ry"]


def test_the_language_is_the_page_s(home):
    from wagtail.models import Locale

    page = standard(home, ("paragraph", {"text": "<p>Open 9:00–15:00 on 02.08.2023</p>"}))
    assert [code for code, _field in found(page)] == ["time-form", "date-form"]
    page.locale = Locale.objects.get(language_code="en")
    assert found(page) == []


def test_a_page_type_names_what_it_requires(home, monkeypatch):
    requirement = publish_checks.required("contacts", "A release needs a contact.")
    release = factories.make_page("news.ReleasePage", factories.place_for("news.ReleasePage"), teaser=SENTENCE)
    monkeypatch.setattr(type(release), "publish_requirements", lambda page: [requirement], raising=False)
    (finding,) = publish_checks.findings(release)
    assert (finding.code, finding.field, finding.is_blocking) == ("required", "contacts", True)


def test_apps_above_add_checks(home, monkeypatch):
    monkeypatch.setattr(run, "_registered", [])

    def too_short(draft):
        for text in draft.texts:
            if text.kind is Kind.HEADING and len(text.text) < 3:
                yield publish_checks.asking("short", text.place, "Write more.", text.text)

    publish_checks.register(too_short)
    publish_checks.register(too_short)
    assert found(standard(home, title="Me")) == [("short", "title")]


def test_the_directory_tells_what_it_knows(home, monkeypatch):
    from kasper_site.cms.publish_checks import known

    monkeypatch.setattr(known, "_providers", [])
    publish_checks.register_facts(lambda: KnownFacts(phones=(KnownContact("044 350 5179", "Tukiluuri"),)))
    assert known_facts().phones[0].owner == "Tukiluuri"
    page = standard(home, ("paragraph", {"text": "<p>Soita 0443505179.</p>"}))
    assert found(page) == [("typed-fact", "body.0.value.text")]
    assert found(page, known=KnownFacts()) == [("phone-form", "body.0.value.text")]


def test_review_and_summary(home):
    review = publish_checks.review(standard(home, ("paragraph", {"text": BAD_TEXT})))
    assert [finding.code for finding in review.blocking] == ["identity-code"]
    assert len(review.asking) == 3
    assert review.readability.sentence_count == 1
    with translation.override("en"):
        assert publish_checks.summary(review.findings) == "1 thing to mend first, 3 things to think about"
        assert publish_checks.summary([]) == "Nothing to mend"
