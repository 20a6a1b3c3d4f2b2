"""Wrong files: the error names the file and the field, and nothing of the pages is loaded."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from wagtail.models import Page

from kasper_site.demo import load as loader
from kasper_site.demo.load import ContentError

ABOUT = "content/pages/fi/meista.yaml"
WRONG_PAGES = [
    ("listing_image: !image niitty", "listing_image: !image muu", "listing_image: !image muu does not exist"),
    ("listing_image: !image niitty", "listing_image: niitty", "a reference such as !page"),
    ("listing_image: !image niitty", "olematon: x", "olematon: StandardPage has no such field"),
    ("page:/tukea/tukiluuri/", "page:/tukea/muu/", "body[0].paragraph.text: !page fi:/tukea/muu/ does not exist"),
    ("document:opas", "document:muu", "body[0].paragraph.text: !document muu does not exist"),
    ("- type: people", "- type: ihmiset", "body[1]: there is no block “ihmiset” here; there are heading, "),
    ("[!person sanna]", "[]", "body[1].people: "),
    ("caption: Niitty", "teksti: Niitty", "body[2].picture: there is no “teksti” here; there are image, caption"),
    ("alt_text: Voikukkia niityllä", 'alt_text: ""', "body[2].image.alt_text: "),
    ("{image: !image niitty, alt_text: Voikukkia niityllä}", "!image niitty", "give the parts by name: image, "),
    ("type: home.StandardPage", "type: home.NoPage", "there is no page type home.NoPage"),
    ("type: home.StandardPage", "type: news.StoryPage", "news.StoryPage is no page type"),
    ("type: home.StandardPage", "type: news.ReleasePage", "a news.ReleasePage cannot stand below a home.HomePage"),
    ("path: /meista/", "path: /ei/ole/", "there is no file for the page above, !page fi:/ei/"),
    ("path: /meista/", "path: /tukea/", "stands in fi/"),
    ("title: Meistä", "", "a page needs path, type and title"),
    ("order: 30", "order: 30\norder: 40", "line 5: “order” stands twice"),
    ("fields:", "fields: [", "meista.yaml, line "),
    ("title: Meistä", f"title: {'x' * 300}", "title: "),
]


@pytest.mark.parametrize(("old", "new", "message"), WRONG_PAGES, ids=lambda value: value[:30])
def test_an_error_in_a_page_names_file_and_field(folder, old, new, message):
    folder.replace(ABOUT, old, new)
    with pytest.raises(ContentError) as error:
        folder.load()
    assert message in str(error.value)
    assert "meista.yaml" in str(error.value)
    assert not Page.objects.filter(depth=2).exclude(slug="home").exists()


def test_all_wrong_pages_are_named_at_once(folder):
    folder.replace(ABOUT, "document:opas", "document:muu")
    folder.replace("content/pages/fi/tiedote.yaml", "role: toiminnanjohtaja", "rooli: x")
    with pytest.raises(ContentError) as error:
        folder.load()
    assert "meista.yaml" in str(error.value)
    assert "tiedote.yaml: contacts[0]: rooli: ReleaseContact has no such field" in str(error.value)


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("content/pages/fi/tiedote.yaml", "!topic vertaistuki", "!topic muu", "topics[0]: !topic muu does not exist"),
        ("content/pages/fi/tiedote.yaml", "!topic vertaistuki", "vertaistuki", "topics: references such as"),
        ("content/people.yaml", "044 493 4546", "x", "people.yaml (sanna): phone: "),
        ("content/people.yaml", "key: sanna, ", "", "people.yaml: each entry needs a key"),
        ("content/services.yaml", '"12:00"', '"09:00"', "services.yaml (tukiluuri): weekly_hours[0]: closes: "),
        ("content/menus.yaml", "/meista/", "/muu/", "menus.yaml (fi): links[1]: page: !page fi:/muu/ does not exist"),
        ("content/redirects.csv", "/meista/", "/muu/", "redirects.csv: rivi 2: Osoitteessa /muu ei ole sivua."),
        ("images/images.yaml", "file: niitty.png", "file: muu.png", "images.yaml (niitty): there is no file muu.png"),
        ("images/images.yaml", "  file: niitty.png\n", "", "images.yaml (niitty): file is missing"),
        ("documents/documents.yaml", "kind: guide", "kind: song", "documents.yaml (opas): kind: "),
    ],
    ids=lambda value: value[:30],
)
def test_an_error_in_another_file_names_the_entry(folder, file, old, new, message):
    folder.replace(file, old, new)
    with pytest.raises(ContentError) as error:
        folder.load()
    assert message in str(error.value)


def test_what_failed_can_be_mended_and_loaded(folder):
    folder.replace(ABOUT, "document:opas", "document:muu")
    with pytest.raises(ContentError):
        folder.load()
    assert not loader.is_loaded()
    folder.replace(ABOUT, "document:muu", "document:opas")
    folder.load()
    assert loader.is_loaded()


def test_the_command_ends_with_one_line_and_no_traceback(monkeypatch):
    def fail(**_kwargs):
        raise ContentError("fi/x.yaml", "wrong")

    monkeypatch.setattr("kasper_site.demo.management.commands.load_demo.load", fail)
    with pytest.raises(CommandError, match=r"fi/x\.yaml: wrong"):
        call_command("load_demo")
