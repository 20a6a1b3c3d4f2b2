"""The helplines' file for pages without a database."""

import json
import os

import pytest
from django.template import Context, Template

from kasper_site.delivery import lifeline

ENTRY = {"name": "Tukiluuri", "phone": "044 350 5179", "tel": "tel:+358443505179", "hours": []}
ODD = [
    {},
    "Tukiluuri",
    [None],
    ["Tukiluuri"],
    [ENTRY, {}],
    [{**ENTRY, "hours": None}],
    [{**ENTRY, "hours": [1]}],
    [{**ENTRY, "phone": 112}],
]


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    return tmp_path


def test_reads_back_what_was_written():
    lifeline.write([ENTRY])
    assert lifeline.read() == [ENTRY]


@pytest.mark.parametrize("broken", [None, "", "{"])
def test_a_missing_or_broken_file_is_no_entries(var, broken):
    if broken is not None:
        (var / "lifeline.json").write_text(broken)
    assert lifeline.read() == []


@pytest.mark.parametrize("odd", [*map(json.dumps, ODD), "[" * 100_000])
def test_anything_else_in_the_file_is_no_entries(var, odd):
    (var / "lifeline.json").write_text(odd)
    assert lifeline.read() == []
    shown = Template("{% load site_frame %}{% lifelines as entries %}{{ entries|length }}").render(Context())
    assert shown == "0"


def test_a_failed_write_leaves_the_old_entries_and_no_litter(var, monkeypatch):
    lifeline.write([ENTRY])

    def refuse(source, target):
        raise PermissionError(target)

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PermissionError):
        lifeline.write([])
    assert [file.name for file in var.iterdir()] == ["lifeline.json"]
    assert lifeline.read() == [ENTRY]
