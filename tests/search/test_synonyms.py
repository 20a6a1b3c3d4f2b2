"""Editors' synonyms: at once, after what was typed, in both directions; and what the form refuses."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from search import evaluate, query
from search.models import Entry, SynonymGroup
from tests.search.searchable import results_page

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def titles(text: str, language: str = "fi") -> list[str]:
    return [Entry.objects.get(pk=key).title for key in query.search(text, language).owners.values()]


def group(words: str, **fields) -> SynonymGroup:
    made = SynonymGroup(words=words, **fields)
    made.full_clean()
    made.save()
    return made


@pytest.fixture
def pages(publish):
    publish("Ukille", "Mummon ja papan luona")
    publish("Isovanhempien ryhmä", "Tule mukaan")
    publish("Talkoot", "Pihalla on tekemistä")


class TestFinding:
    def test_the_word_itself_first_then_what_means_the_same(self, pages):
        assert titles("isovanhemmille") == ["Isovanhempien ryhmä"]
        group("isovanhempi, mummo, ukki")
        assert titles("isovanhemmille") == ["Isovanhempien ryhmä", "Ukille"]

    def test_from_the_others_too_unless_one_way(self, pages):
        made = group("isovanhempi, mummo, ukki")
        assert titles("ukki") == ["Ukille", "Isovanhempien ryhmä"]
        made.is_one_way = True
        made.save()
        assert titles("ukki") == ["Ukille"]
        assert titles("isovanhempi") == ["Isovanhempien ryhmä", "Ukille"]

    def test_a_word_that_stands_nowhere_is_no_slip_of_the_fingers_then(self, pages):
        group("vaari, ukki")
        assert titles("vaari") == ["Ukille"]
        assert query.search("vaari", "fi").meant == ""

    def test_a_phrase_is_found_where_all_its_words_are(self, pages, publish):
        publish("Papan poika", "Mies kertoo")
        group("vaari, mummon pappa")
        assert titles("vaarilla") == ["Ukille"]

    def test_a_phrase_of_which_a_page_holds_a_part_marks_nothing(self, pages, publish):
        publish("Vaarin viesti", "Isä kertoo mummon puutarhasta")
        group("vaari, mummon mökki")
        assert titles("vaari") == ["Vaarin viesti"]
        page = results_page("vaari")
        assert [mark.get_text() for mark in page.select(".results mark")] == ["Vaarin"]

    def test_a_typed_phrase_finds_what_means_the_same(self, pages):
        group("isovanhempi, pihan talkoot")
        assert titles("talkoita pihalla") == ["Talkoot"]  # the words are there, but not the phrase
        assert titles("pihan talkoisiin") == ["Talkoot", "Isovanhempien ryhmä"]
        assert titles("kaikki pihan talkoot")[0] == "Talkoot"
        assert "Isovanhempien ryhmä" in titles("kaikki pihan talkoot")

    def test_stop_words_of_a_phrase_may_be_left_out(self, pages):
        group("isovanhempi, mummo ja vaari")
        for typed in ("mummo ja vaari", "mummo vaari", "mummon tai vaarin"):
            assert "Isovanhempien ryhmä" in titles(typed)

    def test_a_phrase_from_the_first_word_only(self, pages):
        group("isovanhempi, pihan talkoot", is_one_way=True)
        assert titles("pihan talkoot") == ["Talkoot"]
        assert titles("isovanhempi") == ["Isovanhempien ryhmä", "Talkoot"]

    def test_only_in_its_language(self, pages):
        group("isovanhempi, ukki", language="sv")
        assert titles("isovanhempi") == ["Isovanhempien ryhmä"]

    def test_the_measurement_knows_none(self, pages):
        group("isovanhempi, ukki")
        documents = [{"id": 1, "title": "Ukille", "text": ""}, {"id": 2, "title": "Isovanhempi", "text": ""}]
        with evaluate.scratch_index(documents) as generation:
            (answer,) = evaluate.answers([{"qid": 1, "q": "isovanhempi"}], generation)
        assert answer["ids"] == ["2"]


class TestForm:
    @pytest.mark.parametrize(
        ("words", "error"),
        [
            ("", "Tämä kenttä ei voi olla tyhjä"),
            (" , ;", "Kirjoita vähintään kaksi sanaa ja pilkku niiden väliin."),
            ("mummo", "Kirjoita vähintään kaksi sanaa ja pilkku niiden väliin."),
            ("mummo, Mummon", "”Mummon” on tässä jo. Yksi muoto riittää."),
            ("pappa, ukille", "”ukille” on jo täällä: ”mummo, ukki”. Lisää siihen."),
            (", ".join(["äiti", "isä", *(f"sana{number}" for number in range(30))]), "Kirjoita enintään 24 sanaa"),
            ("ja, mummi", "”ja” on liian monessa haussa"),
            ("yksi kaksi kolme neljä viisi, kuusi", "on liikaa sanoja. Erota sanat pilkuilla."),
        ],
    )
    def test_what_is_refused(self, words, error):
        group("mummo, ukki")
        with pytest.raises(ValidationError) as refused:
            group(words)
        assert error in " ".join(refused.value.message_dict["words"])

    def test_a_word_that_only_is_found_may_stand_in_several_groups(self):
        group("mummo, ukki")
        group("eläkeläinen, mummo", is_one_way=True)
        with pytest.raises(ValidationError):
            group("mummo, anoppi", is_one_way=True)

    def test_another_language_may_have_the_same_word(self):
        group("mummo, ukki")
        group("mummo, mormor", language="sv")
        assert SynonymGroup.objects.count() == 2

    def test_in_the_admin(self, admin_client, home):
        address = reverse(SynonymGroup.snippet_viewset.get_url_name("add"))
        page = admin_client.get(address).content.decode()
        assert "Erota sanat ja sanonnat pilkuilla: isovanhempi, mummo, ukki." in page
        html = admin_client.post(address, {"words": "ero", "language": "fi"}).content.decode()
        assert "Kirjoita vähintään kaksi sanaa" in html
        admin_client.post(address, {"words": " avioero ,ero", "language": "fi"})
        assert SynonymGroup.objects.get().words == "avioero, ero"
        listing = admin_client.get(reverse(SynonymGroup.snippet_viewset.get_url_name("list"))).content.decode()
        assert "avioero, ero" in listing
