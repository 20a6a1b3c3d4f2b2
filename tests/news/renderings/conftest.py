"""A published release with everything in it."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from django.core.cache import caches
from django.utils import timezone
from pypdf import PdfReader

from kasper_site.delivery.outbox import kinds, recording
from kasper_site.delivery.outbox.draining import drain
from news.models import ReleaseAttachment, ReleaseContact
from tests import factories

TEXT = '<p>Lue <a href="https://www.stea.fi/">rahoittajasta</a>.</p><ul><li>Yksi asia</li></ul>'
QUOTE = {"text": "Meitä kuultiin.", "speaker": "Matti Meikäläinen", "role": "isä"}


def pdf_of(page) -> bytes:
    with page.renderings.get(kind="pdf").file.open() as file:
        return file.read()


def text_of(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).replace("\xa0", " ")


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    """A folder of its own for each test; what is remembered of pictures belonged to another's."""
    settings.MEDIA_ROOT = tmp_path
    for cache in caches.all():
        cache.clear()


@pytest.fixture(autouse=True)
def _own_kinds(monkeypatch):
    """Of all that a publication brings about only the renderings."""
    own = {name: kind for name, kind in kinds._kinds.items() if name.startswith("rendering_")}
    monkeypatch.setattr(kinds, "_kinds", own)


@pytest.fixture
def person():
    factories.make_site()
    return factories.make_person(name="Sanna Välimäki", role_fi="toiminnanjohtaja", phone="044 493 4546")


@pytest.fixture
def release(person):
    """A release of 2 August 2023 with a heading, text, quote, list, picture, contacts and an attachment."""
    body = [
        ("heading", {"text": "Vanhemmat kaipasivat kuulijaa"}),
        ("paragraph", {"text": TEXT}),
        ("quote", QUOTE),
        ("picture", {"image": factories.make_image(), "caption": "Pöytä on katettu."}),
    ]
    page = factories.make_page(
        "news.ReleasePage",
        factories.place_for("news.ReleasePage"),
        title="Vanhempien ääni kuuluviin",
        lead="Tukiluuri vastaa koko maassa.",
        public_at=datetime(2023, 8, 2, 6, 0, tzinfo=UTC),
        body=body,
    )
    ReleaseContact.objects.create(page=page, person=person, is_issuer=True, reachable="tänään klo 10–14")
    ReleaseAttachment.objects.create(page=page, document=factories.make_document(title="Selvitys"))
    return page


@pytest.fixture
def made(release):
    """The release with its renderings made, as the scheduler makes them."""
    recording.record(release, timezone.now())
    assert drain() == 3
    return release
