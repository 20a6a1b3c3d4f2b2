"""The overlay gives Finnish to every text of Wagtail and its companions, faithfully, and Django reads it."""

import json
import re
from datetime import timedelta

import polib
import pytest
from django.contrib.humanize.templatetags.humanize import naturaltime
from django.core.management import call_command
from django.utils import timezone, translation
from django.utils.translation import gettext, ngettext
from wagtail.admin.views.i18n import js_catalog

from kasper_site.cms import wagtail_wording
from kasper_site.cms.catalogues import is_translated

# %(name)s, %d, {name}, HTML tags and the spaces at a text's ends, which separate it from what follows.
KEPT = re.compile(r"%\(\w+\)[a-z]|%[a-z]|\{\w*\}|<[^>]+>|^\s+|\s+$")

each_domain = pytest.mark.parametrize("domain", wagtail_wording.DOMAINS)


def entry(msgid, msgstr="", **others):
    return polib.POEntry(msgid=msgid, msgstr=msgstr, **others)


def entries(*of):
    return {wagtail_wording.Key.of(one): one for one in of}


def texts(found):
    return [one.msgid for one in found]


def pairs(one):
    """Each source text of an entry with its Finnish."""
    if not one.msgid_plural:
        return [(one.msgid, one.msgstr)]
    return [(one.msgid, one.msgstr_plural[0]), (one.msgid_plural, one.msgstr_plural[1])]


def wording(catalogue):
    """What a catalogue says, whether read from its source or compiled."""
    return {wagtail_wording.Key.of(one): (one.msgstr, one.msgstr_plural) for one in catalogue}


# --- The overlay as it stands -----------------------------------------------------------------------------------------
@each_domain
def test_nothing_is_missing_stale_or_superseded(domain):
    found = wagtail_wording.findings(domain)
    assert {name: texts(of) for name, of in found._asdict().items()} == {"missing": [], "stale": [], "superseded": []}


@each_domain
def test_every_entry_is_whole(domain):
    assert [one.msgid for one in wagtail_wording.overlay(domain) if not is_translated(one)] == []


@each_domain
def test_placeholders_and_tags_are_kept(domain):
    changed = [
        (text, finnish)
        for one in wagtail_wording.overlay(domain)
        for text, finnish in pairs(one)
        if sorted(KEPT.findall(text)) != sorted(KEPT.findall(finnish))
    ]
    assert changed == []


@each_domain
def test_compiled_file_says_the_same_as_its_source(domain):
    path = wagtail_wording.po_file(domain)
    assert wording(polib.mofile(str(path.with_suffix(".mo")))) == wording(wagtail_wording.overlay(domain))


@each_domain
def test_plural_rule_is_the_packages_own(domain):
    """Django keeps catalogues of another plural rule apart, and the overlay would no longer come first."""
    assert wagtail_wording.overlay(domain).metadata["Plural-Forms"] == "nplurals=2; plural=(n != 1);"


@each_domain
def test_correction_differs_from_the_packages_wording_and_says_why(domain):
    packages = {}
    for folder in reversed(wagtail_wording.folders()):
        path = folder / "fi" / "LC_MESSAGES" / f"{domain}.mo"
        if path.is_file():
            packages |= wording(polib.mofile(str(path)))
    for one in filter(wagtail_wording.is_correction, wagtail_wording.overlay(domain)):
        assert packages[wagtail_wording.Key.of(one)] != (one.msgstr, one.msgstr_plural), one.msgid
        assert len(one.tcomment) > len(wagtail_wording.CORRECTION) + 10, one.msgid


# --- Through Django ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "finnish"),
    [
        ("Autosave is paused", "Automaattitallennus on tauolla"),
        ("Schedule to publish", "Ajasta julkaisu"),
        ("Incorrect heading hierarchy", "Otsikkotasojen järjestys on väärä"),
        ("Past 7 days", "Viimeiset 7 päivää"),  # django-filter's Finnish is not compiled
        ("Go-live:", "Julkaistaan:"),  # a correction
        ("Request changes", "Palauta tekijälle"),  # in the words of the desk and the guide
        ("Update", "Tallenna"),
    ],
)
def test_django_speaks_the_overlay(text, finnish):
    with translation.override("fi"):
        assert gettext(text) == finnish


def test_plural_through_django():
    one, many = "%(num_child_objects)d child page", "%(num_child_objects)d child pages"
    with translation.override("fi"):
        assert ngettext(one, many, 1) == "%(num_child_objects)d alasivu"
        assert ngettext(one, many, 3) == "%(num_child_objects)d alasivua"


def test_english_admin_is_left_alone():
    with translation.override("en"):
        assert gettext("Autosave is paused") == "Autosave is paused"


@pytest.mark.parametrize(
    ("text", "finnish"),
    [
        ("Changes have been autosaved.", "Muutokset on tallennettu automaattisesti."),
        ("Duplicate", "Monista"),  # a correction
    ],
)
def test_scripts_of_the_admin_get_the_overlay(rf, text, finnish):
    with translation.override("fi"):
        script = js_catalog(rf.get("/")).content.decode()
    catalogue = json.loads(re.search(r"const newcatalog = (\{.*?\n\s*\});", script, re.DOTALL)[1])
    assert catalogue[text] == finnish


def test_times_ago_are_finnish():
    """Wagtail's workflow status borrows its words from django.contrib.humanize, which must be installed for them."""
    with translation.override("fi"):
        assert naturaltime(timezone.now() - timedelta(days=3)) == "3\xa0päivää sitten"


def test_command_is_content(capsys):
    call_command("wagtail_wording")
    assert "corrections" in capsys.readouterr().out


# --- The comparison ---------------------------------------------------------------------------------------------------
def test_missing_is_what_is_lacked_and_not_worded():
    lacked = entries(entry("New"), entry("Empty"), entry("Old"), entry("Doubtful"))
    ours = [entry("Old", "Vanha"), entry("Empty"), entry("Doubtful", "Ehkä", flags=["fuzzy"])]
    found = wagtail_wording.compare(ours, lacked, lacked)
    assert texts(found.missing) == ["New", "Empty", "Doubtful"]
    assert (found.stale, found.superseded) == ([], [])


def test_stale_is_what_nobody_asks_for():
    found = wagtail_wording.compare([entry("Gone", "Poissa")], {}, {})
    assert texts(found.stale) == ["Gone"]


def test_superseded_is_what_a_package_says_itself_unless_corrected():
    wanted = entries(entry("Save"), entry("Promote"))
    ours = [entry("Save", "Tallenna"), entry("Promote", "Löydettävyys", tcomment="Correction: clearer so.")]
    assert texts(wagtail_wording.compare(ours, wanted, {}).superseded) == ["Save"]


def test_same_text_with_plural_and_in_context_are_texts_of_their_own():
    plural = entry("page", msgid_plural="pages", msgstr_plural={0: "", 1: ""})
    lacked = entries(entry("page"), plural, entry("page", msgctxt="book"))
    found = wagtail_wording.compare([entry("page", "sivu")], lacked, lacked)
    assert [(one.msgctxt, one.msgid_plural) for one in found.missing] == [(None, "pages"), ("book", "")]


def test_write_adds_drops_and_compiles(tmp_path, monkeypatch):
    path = tmp_path / "django.po"
    catalogue = polib.POFile()
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Plural-Forms": "nplurals=2; plural=(n != 1);"}
    catalogue.extend([entry("Kept", "Jää"), entry("Gone", "Poissa")])
    catalogue.save(str(path))
    lacked = entries(entry("Kept"), entry("New"))
    monkeypatch.setattr(wagtail_wording, "po_file", lambda domain: path)
    monkeypatch.setattr(wagtail_wording, "asked", lambda domain: lacked)
    monkeypatch.setattr(wagtail_wording, "lacking", lambda domain: lacked)
    assert wagtail_wording.write("django") == ""
    assert [(one.msgid, one.msgstr) for one in wagtail_wording.overlay("django")] == [("Kept", "Jää"), ("New", "")]
    assert [one.msgid for one in polib.mofile(str(path.with_suffix(".mo")))] == ["Kept"]
