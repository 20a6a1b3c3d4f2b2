"""Static files are gathered when they have changed, and only then."""

import pytest
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage

from kasper_site.operations import static_files


@pytest.fixture
def gathered(tmp_path, settings, monkeypatch):
    """A small project; the list of what was gathered."""
    settings.BASE_DIR, settings.STATIC_ROOT = tmp_path, tmp_path / "var" / "static"
    settings.STATICFILES_DIRS = [tmp_path / "static"]
    for folder in ("static/css", "var/static"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "requirements.txt").write_text("django==5")
    (tmp_path / "static" / "css" / "base.css").write_text("body { margin: 0 }")
    done = []
    monkeypatch.setattr(static_files, "staticfiles_storage", ManifestStaticFilesStorage())
    monkeypatch.setattr(static_files, "call_command", lambda *args, **options: done.append(args))
    return done


def collect() -> bool:
    return static_files.collect(lambda line: None)


def test_the_second_time_nothing_is_gathered(gathered):
    assert [collect(), collect(), len(gathered)] == [True, False, 1]


@pytest.mark.parametrize("name", ["static/css/base.css", "static/css/new.css", "requirements.txt"])
def test_a_change_of_a_source_or_of_the_lock_gathers_anew(name, gathered, tmp_path):
    collect()
    (tmp_path / name).write_text("changed")
    assert collect()


def test_touching_a_file_is_no_change(gathered, tmp_path):
    collect()
    (tmp_path / "static" / "css" / "base.css").touch()
    assert not collect()


def test_where_files_are_served_from_their_sources_nothing_is_gathered():
    assert not collect()


def test_the_parts_of_the_stylesheet_are_not_served_by_themselves():
    from django.apps import apps

    assert "css/components/*" in apps.get_app_config("staticfiles").ignore_patterns
