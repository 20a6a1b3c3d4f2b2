"""From an empty database to a site; a second start changes nothing."""

import pytest
from django.db import Error, connection
from wagtail.models import Page, Site

from kasper_site.operations import first_run
from kasper_site.operations.problems import Problem
from tests.factories import make_page

pytestmark = [pytest.mark.django_db, pytest.mark.database]

said: list[str] = []


def fill_step(progress):
    """Stands for the demo content."""
    progress("Filling")
    make_page("home.HomePage", Page.objects.get(depth=1), title="Kasper", slug="kasper")


def broken_step(progress):
    """Fails after it has done half of its work."""
    fill_step(progress)
    raise OSError("no space left")


@pytest.fixture(autouse=True)
def empty_site(settings, tmp_path, monkeypatch):
    settings.VAR_DIR = tmp_path
    settings.FIRST_RUN_STEPS = [f"{__name__}.fill_step"]
    settings.PUBLIC_URL = "https://www.example.fi"
    monkeypatch.delenv("ADMIN_PASSWORD", raising=False)
    said.clear()


def everything() -> dict[str, list]:
    """Every row of every table."""
    with connection.cursor() as cursor:
        rows = {}
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows[table] = sorted(map(repr, cursor.fetchall()))
        return rows


def test_a_second_start_changes_nothing():
    first = first_run.prepare(said.append)
    before = everything()
    said.clear()
    assert first_run.prepare(said.append) == first
    assert everything() == before
    assert said == []


def test_the_first_start_fills_the_site_and_makes_the_account():
    account = first_run.prepare(said.append)
    assert said == ["Filling", "Search index: reading all pages …", "Search index: 1 pages, documents and events"]
    assert account.username == "yllapito"
    assert Page.objects.filter(slug="kasper").exists()


def test_what_editors_made_of_the_content_stays():
    first_run.prepare(said.append)
    page = Page.objects.get(slug="kasper").specific
    page.title = "Uusi nimi"
    page.save_revision().publish()
    first_run.prepare(said.append)
    assert Page.objects.get(slug="kasper").title == "Uusi nimi"


def test_a_site_with_pages_of_its_own_is_not_filled():
    make_page("home.HomePage", Page.objects.get(depth=1), title="Oma", slug="oma")
    assert not first_run.fill(said.append)
    assert said == []


def test_half_a_filling_is_none(settings):
    settings.FIRST_RUN_STEPS = [f"{__name__}.broken_step"]
    with pytest.raises(OSError, match="no space left"):
        first_run.fill(said.append)
    assert not first_run.has_content()


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://www.example.fi", ("www.example.fi", 443)),
        ("http://example.fi", ("example.fi", 80)),
        ("http://127.0.0.1:8123", ("127.0.0.1", 8123)),
    ],
)
def test_the_site_answers_to_the_public_address(url, address, settings):
    settings.PUBLIC_URL = url
    assert first_run.sync_address()
    site = Site.objects.get(is_default_site=True)
    assert (site.hostname, site.port) == address
    assert not first_run.sync_address()


def test_migrations_that_wait_are_run_and_counted(monkeypatch):
    monkeypatch.setattr(first_run.MigrationExecutor, "migration_plan", lambda self, targets: [None] * 60)

    def migrate(name, *, stdout, interactive):
        for number in range(60):
            stdout.write(f"  Applying home.{number:04}...")
            stdout.write(" OK\n")

    monkeypatch.setattr(first_run, "call_command", migrate)
    assert first_run.migrate(said.append)
    assert said == ["Setting up the database: 60 steps …", "  50 of 60"]


def test_a_database_that_refuses_its_tables_is_one_problem(monkeypatch):
    def refuse(progress):
        raise Error("permission denied for schema public")

    monkeypatch.setattr(first_run, "migrate", refuse)
    with pytest.raises(Problem, match=r"DATABASE_URL: .*permission denied"):
        first_run.prepare(said.append)
