"""What the wording's check asks for, and that collecting keeps what is there."""

import polib
import pytest

from kasper_site.cms import catalogues

PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Help now"
msgstr "{help}"

msgid "Gone from the code"
msgstr "Poissa"
"""


def entry(*files: str, **fields) -> polib.POEntry:
    return polib.POEntry(msgid="Help now", occurrences=[(file, "") for file in files], **fields)


@pytest.mark.parametrize(
    ("files", "is_for_visitors"),
    [
        (["templates/home/home_page.html"], True),
        (["kasper_site/directory/wording.py"], True),
        (["news/models/story.py"], True),
        (["home/models/home_page.py"], False),
        (["kasper_site/cms/blocks/text.py"], False),
        (["templates/wagtailadmin/base.html"], False),
        (["home/models/home_page.py", "templates/404.html"], True),
    ],
)
def test_where_a_text_stands_tells_who_reads_it(files, is_for_visitors):
    assert catalogues.is_for_visitors(entry(*files)) is is_for_visitors


def test_a_translation_is_whole_and_beyond_doubt():
    assert catalogues.is_translated(entry(msgstr="Apua nyt"))
    assert not catalogues.is_translated(None)
    assert not catalogues.is_translated(entry(msgstr=""))
    assert not catalogues.is_translated(entry(msgstr="Apua nyt", flags=["fuzzy"]))
    assert catalogues.is_translated(entry(msgid_plural="Helps", msgstr_plural={0: "apu", 1: "avut"}))
    assert not catalogues.is_translated(entry(msgid_plural="Helps", msgstr_plural={0: "apu", 1: ""}))


def test_labels_of_choices_are_among_what_is_asked_for():
    assert {"Media release", "Handbook", "Wednesday"} <= catalogues._choice_labels()


@pytest.fixture
def project(tmp_path, settings):
    """A project of one template and two catalogues, the Finnish one with a text that is gone."""
    settings.BASE_DIR = tmp_path
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text(
        "{% load i18n %}{% translate 'Help now' %}{% blocktranslate count n=n %}%(n)s day{% plural %}days"
        "{% endblocktranslate %}".replace("%(n)s", "{{ n }}").replace("days", "{{ n }} days")
    )
    path = catalogues.po_file("fi")
    path.parent.mkdir(parents=True)
    path.write_text(PO.format(help="Apua nyt"))
    return tmp_path


def test_what_is_missing_is_told_with_its_place(project):
    lines = catalogues.problems()
    assert "locale/fi/LC_MESSAGES/django.po: no wording for '%(n)s day' (templates/page.html)" in lines
    assert "locale/fi/LC_MESSAGES/django.mo is older than its source: run `make messages`" in lines
    assert "locale/sv/LC_MESSAGES/django.po is missing: run `make messages`" in lines
    assert not any("Help now" in line for line in lines)


def test_collecting_keeps_the_wording_and_writes_nothing_beside_the_templates(project):
    written = catalogues.update()
    assert [path.relative_to(project).as_posix() for path in written] == [
        f"locale/{language}/LC_MESSAGES/django.{suffix}" for language in ("fi", "sv") for suffix in ("po", "mo")
    ]
    kept = {entry.msgid: entry for entry in polib.pofile(str(catalogues.po_file("fi")))}
    assert kept["Help now"].msgstr == "Apua nyt"
    assert kept["Help now"].occurrences == [("templates/page.html", "")]
    assert set(kept) == {"Help now", "%(n)s day"}
    assert [path.name for path in (project / "templates").iterdir()] == ["page.html"]
    first = catalogues.po_file("fi").read_bytes()
    catalogues.update()
    assert catalogues.po_file("fi").read_bytes() == first


def test_a_compiled_catalogue_older_than_its_source_is_stale(project):
    catalogues.update()
    path = catalogues.po_file("fi")
    assert list(catalogues._stale(path)) == []
    path.write_text(path.read_text().replace("Apua nyt", "Apua heti"))
    assert list(catalogues._stale(path)) == [
        "locale/fi/LC_MESSAGES/django.mo is older than its source: run `make messages`"
    ]


def test_a_placeholder_that_the_wording_lost_is_told(project):
    path = catalogues.po_file("fi")
    path.write_text(path.read_text() + '\n#, python-format\nmsgid "%(count)s days"\nmsgstr "%(määrä)s päivää"\n')
    (line,) = catalogues._stale(path)
    assert "cannot be compiled" in line
