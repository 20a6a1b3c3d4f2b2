"""The helplines' file for pages without a database."""

import pytest

from kasper_site.delivery import lifeline


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    return tmp_path


def test_reads_back_what_was_written():
    entries = [{"name": "Tukiluuri", "phone": "044 350 5179", "tel": "tel:+358443505179", "hours": []}]
    lifeline.write(entries)
    assert lifeline.read() == entries


@pytest.mark.parametrize("broken", [None, "", "{"])
def test_a_missing_or_broken_file_is_no_entries(var, broken):
    if broken is not None:
        (var / "lifeline.json").write_text(broken)
    assert lifeline.read() == []
