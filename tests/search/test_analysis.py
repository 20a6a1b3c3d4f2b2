"""What words are found by; the same golden table for both engines."""

import threading

import pytest

from search.analysis import engines, finnish, fold, normalise, terms, words
from search.analysis.terms import terms as cached_terms

ENGINES = [engines.Pyvoikko]
if engines.has_libvoikko():
    ENGINES.append(engines.Libvoikko)


@pytest.fixture(params=ENGINES, scope="module")
def by_each_engine(request):
    """The analyser over one engine; every word is analysed anew."""
    chosen = request.param()
    before = finnish.engine
    finnish.engine = lambda: chosen
    _forget()
    yield chosen
    finnish.engine = before
    _forget()


def _forget():
    finnish.readings.cache_clear()
    cached_terms.cache_clear()


# word: lemmas, of the parts at least these, of the parts and roots at least these
GOLDEN = {
    "lasten": ("lapsi", "", ""),
    "äidin": ("äiti", "", ""),
    "huostaanottoon": ("huostaanotto", "huosta otto", ""),
    "huostaanotettujen": ("huostaanotettu huostaanottaa", "huostaan huosta ottaa", ""),
    "vertaistukiryhmissä": ("vertaistukiryhmä", "vertaistuki tuki ryhmä", "tukiryhmä"),
    "lastensuojelun": ("lastensuojelu", "lapsi suojelu", ""),
    "isovanhempien": ("isovanha isovanhempi", "iso vanhempi", ""),
    "voikukkia": ("voikukka", "voi kukka", ""),
    "voikukkia-ryhmässä": ("voikukkia-ryhmä", "voikukkia voikukka ryhmä", ""),
    "tukiluurissa": ("tukiluuri", "tuki luuri", ""),
    "auttaminen": ("auttaminen", "", "auttaa"),
    "osallistuvat": ("osallistua osallistuva", "", "osallistupa"),
    "lisätty": ("lisätty lisätä", "", ""),
    "kokemuskohtaamo": ("", "kokemus", "kokemuskohtaamo kohtaamo"),
    "kokemuskohtaamoissa": ("", "kokemus", "kokemuskohtaamo kohtaamo"),
    "teikarin": ("", "", "teikari"),
    "petraeuksen": ("", "", "petraeus"),
    "elisabethiltä": ("", "", "elisabeth"),
    "välimäen": ("välimäki", "", ""),
    "eu:n": ("eu", "", ""),
    "kasperihanke.fi": ("kasperihanke.fi", "hanke", ""),
}


@pytest.mark.parametrize("word", GOLDEN)
def test_golden(by_each_engine, word):
    lemmas, parts, roots = (set(text.split()) for text in GOLDEN[word])
    found = terms(word)
    assert set(found.lemmas) == lemmas
    assert parts <= set(found.parts)
    assert roots <= {*found.parts, *found.roots}


def test_every_reading_is_kept_and_the_likely_ones_come_first(by_each_engine):
    found = terms("osallistuvat")
    assert "osallistupa" in found.roots  # a compound that Voikko invents
    assert terms("vanhempi").lemmas == ("vanha", "vanhempi") or terms("vanhempi").lemmas == ("vanhempi", "vanha")
    assert terms("vanhempi").choices == 2


def test_a_term_stands_in_one_kind_only(by_each_engine):
    for word in GOLDEN:
        found = terms(word)
        kinds = [*found.lemmas, *found.parts, *found.roots]
        assert len(kinds) == len(set(kinds))


@pytest.mark.skipif(len(ENGINES) < 2, reason="libvoikko is not installed")
def test_both_engines_give_the_same_terms(by_each_engine):
    text = "Vanhempien ero koskettaa koko perhettä. Lapsen sijoitus ei ole loppu, vaan alku: saat apua Tukiluurista."
    mine = [cached_terms.__wrapped__(word.text) for word in words(text)]
    finnish.readings.cache_clear()
    other, finnish.engine = finnish.engine, lambda: engines.Pyvoikko()
    try:
        assert [cached_terms.__wrapped__(word.text) for word in words(text)] == mine
    finally:
        finnish.engine = other
        finnish.readings.cache_clear()


def test_swedish_and_english_by_stems():
    assert terms("barnens", "sv").lemmas == terms("barn", "sv").lemmas
    assert terms("children's", "en").lemmas
    assert terms("parents", "en").lemmas == terms("parent", "en").lemmas
    assert "group" in terms("peer-groups", "en").parts


def test_words_stand_where_they_stand():
    text = "Lasten­suojelu: VOIKUKKIA-ryhmä, 12.30 ja äiti’s"
    found = list(words(text))
    assert [word.text for word in found] == ["lastensuojelu", "voikukkia-ryhmä", "12.30", "ja", "äiti's"]
    assert all(text[word.start : word.end] == word.written for word in found)


@pytest.mark.parametrize(
    ("written", "text"),
    [("A\u0308ITI", "äiti"), ("Lasten\u00adsuojelu", "lastensuojelu"), ("dna\u2011näyte", "dna-näyte")],
)
def test_normalise(written, text):
    assert normalise(written) == text


def test_fold():
    assert fold("äitiyspäivän") == "aitiyspaivan"
    assert fold("ålder é ö") == "alder e o"


def test_many_threads_analyse_at_once(by_each_engine):
    """libvoikko's handles must not be shared: with one handle for all this crashes the process."""
    _forget()
    errors = []

    def work():
        try:
            for _ in range(20):
                for word in GOLDEN:
                    cached_terms.__wrapped__(word)
                    by_each_engine.outputs(word)
        except Exception as error:  # whatever it is, the test shows it
            errors.append(error)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []


@pytest.mark.parametrize("word", ["", "-", "'", "a" * 60, "😀", "１２", "ﬁ", "ß" * 30, "\x00", "ــ", "a-b-c-d-e-f"])
def test_odd_words_do_no_harm(by_each_engine, word):
    terms(normalise(word))
    list(words(word * 5))
