"""Sentences, syllables and what they say of a Finnish text."""

import pytest
from django.utils import translation

from kasper_site.cms.publish_checks import sentences, syllables
from kasper_site.cms.publish_checks.readability import Verdict, of_paragraphs, of_texts
from tests.cms.publish_checks.drafts import heading, rich

PLAIN = "Voit tulla ilman nimeä. Juomme kahvia ja puhumme. Saat tietoa ja tukea muilta."
OFFICIAL = (
    "Palvelujärjestelmän asiakaslähtöisen kehittämisen tavoitteena on varhaisen tuen palvelujen saatavuuden ja "
    "yhdenvertaisuuden vahvistaminen sekä monialaisen yhteistyön toimintamallien juurruttaminen osaksi "
    "hyvinvointialueiden perustoimintaa, johtamista ja kehittämisrakenteita."
)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("tie", 1),
        ("tien", 1),
        ("työ", 1),
        ("koulu", 2),
        ("ääni", 2),
        ("asia", 3),
        ("tietoa", 3),
        ("kielien", 3),
        ("perhetyö", 3),
        ("vanhempien", 4),
        ("vanhemmille", 4),
        ("huostaanotto", 4),
        ("aurinkoinen", 4),
        ("lastensuojelun", 5),
        ("korkeakoulu", 5),
        ("hyvinvointialue", 7),
        ("STM", 0),
        ("", 0),
    ],
)
def test_syllables(word, count):
    assert syllables.count(word) == count


@pytest.mark.parametrize(
    "sentence",
    [
        "Avasimme ovet 2.8.2023 klo 9.30 Tikkurilassa.",
        "Mukana ovat mm. Vantaa ja Kerava.",
        "Katso ks. Liite viisi.",
        "Esim. Tampereella on ryhmä.",
        "Ryhmä alkaa 1. tammikuuta.",
        "Kirjan teki A. Virtanen.",
        "1. Tule paikalle ajoissa.",
        "Puh. 044 350 5179.",
        "Onko totta (esim. Turussa)?",
    ],
)
def test_one_sentence(sentence):
    assert sentences.split(sentence) == [sentence]


@pytest.mark.parametrize(
    ("paragraph", "count"),
    [
        ("Tule. Juo kahvia.", 2),
        ("Hanke päättyi 2013. Sen jälkeen jatkoimme.", 2),
        ("Avoinna klo 9–15. Tervetuloa.", 2),
        ("Kahvia, pullaa jne. Ovi on auki.", 2),
        ("”Joku kuuntelee.” Niin hän sanoi. ”Se auttaa!” Hän hymyili.", 4),
        ("Mitä? Missä! Milloin… Tänään.", 4),
        ("", 0),
    ],
)
def test_many_sentences(paragraph, count):
    assert len(sentences.split(paragraph)) == count


def test_plain_text_is_easy():
    found = of_paragraphs([PLAIN])
    assert (found.sentence_count, found.mean_words, found.longest_words) == (3, 4.3, 5)
    assert found.verdict is Verdict.EASY
    assert found.hardest == ()


def test_official_text_is_hard_and_shown():
    found = of_paragraphs([PLAIN, OFFICIAL])
    assert of_paragraphs([OFFICIAL]).verdict is Verdict.HARD
    assert found.hardest[0].text == OFFICIAL
    assert "yhdenvertaisuuden" in found.hardest[0].long_words


def test_names_are_no_long_words():
    found = of_paragraphs(["Seuraava tapaaminen on Kokemuskohtaamossa Järvenpäässä."])
    assert found.long_share == pytest.approx(0.2)


def test_at_most_three_sentences_are_shown_hardest_first():
    found = of_paragraphs([OFFICIAL, f"Nyt {OFFICIAL}", f"Ja nyt {OFFICIAL}", f"Ja juuri nyt {OFFICIAL}"])
    scores = [sentence.score for sentence in found.hardest]
    assert len(scores) == 3
    assert scores == sorted(scores, reverse=True)


def test_other_languages_get_the_sentence_length_only():
    found = of_paragraphs(["You may come without telling your name."], language="en")
    assert found.long_share is None
    assert found.verdict is Verdict.EASY


def test_headings_and_labels_are_left_out():
    found = of_texts([heading("Tämä otsikko on neljä sanaa"), rich("<h3>Tämä on myös vain otsikko</h3><p>Kahvia</p>")])
    assert found.sentence_count == 0
    with translation.override("en"):
        assert found.verdict_words == "There is no running text yet."


@pytest.mark.parametrize(("paragraph", "words"), [(PLAIN, "Easy to read."), (OFFICIAL, "Hard to read.")])
def test_the_verdict_in_words(paragraph, words):
    with translation.override("en"):
        assert of_paragraphs([paragraph]).verdict_words.startswith(words)
