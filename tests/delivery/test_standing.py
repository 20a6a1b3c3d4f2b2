"""Small files for what stands on every page."""

import fcntl
import os

import pytest

from kasper_site.delivery import standing


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    return tmp_path


def test_reads_back_what_was_written():
    standing.write("help", [{"name": "Tukiluuri"}])
    assert standing.read("help") == [{"name": "Tukiluuri"}]


@pytest.mark.parametrize("broken", [None, "", "{", "[" * 100_000, '["\\ud800"]'])
def test_a_missing_or_broken_file_is_nothing(var, broken):
    if broken is not None:
        (var / "help.json").write_text(broken)
    assert standing.read("help") is None


def test_a_failed_write_leaves_the_old_content_and_no_litter(var, monkeypatch):
    standing.write("help", ["old"])

    def refuse(source, target):
        raise PermissionError(target)

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PermissionError):
        standing.write("help", [])
    assert [file.name for file in var.iterdir()] == ["help.json"]
    assert standing.read("help") == ["old"]


def test_what_is_renewed_is_read_under_the_lock(var):
    """Whoever writes last must have read last, or a slow reader would bring back what was."""

    def read_late():
        with pytest.raises(BlockingIOError):
            _lock_again(var / "help.lock")
        return ["new"]

    standing.renew("help", read_late)
    assert standing.read("help") == ["new"]
    _lock_again(var / "help.lock")


def _lock_again(path):
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
