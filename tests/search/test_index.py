"""The index: filled from what is live, swapped whole, the same on both databases."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError

from kasper_site.cms.found import lifted_pages
from news.models import ReleaseContact
from search import indexing, query, rank, scope, sources
from search.index import entries, rebuild, words
from search.index.postings import postings
from search.index.state import state
from search.models import SCRATCH, Entry, IndexedWord, IndexState
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def source(key: str, text: str, title: str = "", language: str = "fi") -> entries.Source:
    return entries.Source(key=key, language=language, title=title, texts=(text,))


def filled(*sources: entries.Source, generation: int = 1) -> int:
    list(entries.fill(sources, generation))
    return generation


def found(text: str, generation: int = 1, language: str = "fi") -> list[str]:
    """Keys, best first."""
    words.forget()
    among = scope.whole(generation, language)
    found = rank.find(text, among).scores
    keys = dict(Entry.objects.filter(generation=generation).values_list("pk", "key"))
    return [keys[entry] for entry in found]


class TestFinding:
    def test_tiers_stand_in_their_order(self):
        filled(
            source("root", "Vertainen on muiden kaltainen."),
            source("part", "Vertaistukiryhmissä on tilaa."),
            source("lemma", "Saat tukea, kun tarvitset."),
            source("none", "Kahvia ja pullaa."),
        )
        assert found("tuki") == ["lemma", "part"]

    def test_a_base_form_as_typed_counts_first(self):
        filled(source("vanha", "Vanhat talot ovat kauniita."), source("vanhempi", "Vanhempia tuetaan."))
        assert found("vanhempi")[0] == "vanhempi"
        assert found("vanha")[0] == "vanha"

    def test_dots_left_out(self):
        filled(source("a", "Äidin sana."), source("b", "Isän sana."))
        assert found("aiti") == ["a"]
        assert found("isa") == ["b"]

    def test_a_slip(self):
        filled(source("a", "VOIKUKKIA-ryhmät alkavat."), source("b", "Ryhmä alkaa."))
        assert found("voikuka")[0] == "a"

    def test_accents_that_differ_are_other_words(self):
        """SQLite's stock search merges ä with a."""
        filled(source("sade", "Sade alkaa."), source("säde", "Säde osuu."))
        assert found("säde")[0] == "säde"
        assert found("sade")[0] == "sade"

    def test_texts_with_all_words_come_before_those_with_one(self):
        filled(
            source("both", "Lapsi muutti. " + "Sana " * 300 + " Kerran koti mainitaan."),
            source("one", "Lapsi, lapset, lapsen lasta lapselle.", title="Lapset"),
        )
        assert found("lapsi koti") == ["both", "one"]

    def test_the_title_weighs_more(self):
        filled(source("text", "Ero ja ero ja ero."), source("title", "Siitä kerrotaan.", title="Vanhempien ero"))
        assert found("ero")[0] == "title"

    def test_a_compound_that_stands_nowhere_is_looked_for_by_its_parts(self):
        filled(source("a", "Äiti jaksaa. Ryhmä kokoontuu."), source("b", "Äiti lähti."))
        assert found("äitiryhmä") == ["a"]

    def test_a_word_of_another_language_is_not_found(self):
        filled(source("sv", "Barnens röst", language="sv"), source("fi", "Lasten ääni"))
        assert found("barn", language="sv") == ["sv"]
        assert found("barn") == []

    @pytest.mark.parametrize("text", ["ja", "on se", "että"])
    def test_small_words_find_too(self, text):
        filled(source("a", "Hän on se, joka tietää, että asia on ja pysyy."))
        assert found(text) == ["a"]


@pytest.mark.parametrize("text", ["a\u0308iti", "aidille", "\u00e4idille"])
def test_dots_in_any_writing(text):
    filled(source("a", "A\u0308idit kertovat."), source("b", "Isät kertovat."))
    assert found(text) == ["a"]


def test_small_words_beside_others_decide_nothing():
    filled(source("a", "Huostaanotto on raskas."), source("b", "Mitä se on? Miten ja missä?"))
    assert found("mitä on huostaanotto?") == ["a"]


def test_hyphens_are_no_wall():
    filled(source("a", "VOIKUKKIA-ryhmä alkaa."), source("b", "VOIKUKKIA on ryhmä."), source("c", "Kahvia."))
    assert found("VOIKUKKIA-ryhmä") == ["a", "b"]


def test_a_real_word_is_mended_into_nothing_else():
    filled(source("a", "Ihminen kysyy."))
    assert found("ilmainen") == []


def test_a_name_no_dictionary_knows_is_found_in_every_form():
    filled(source("text", "Kokemuskohtaamoon voi tulla."), source("title", "Tervetuloa.", title="Kokemuskohtaamo"))
    assert found("kokemuskohtaamossa") == ["title", "text"]


def test_a_compound_is_found_by_the_verb_in_it():
    filled(source("a", "Huostaanotettujen lasten vanhemmat."), source("b", "Lasten vanhemmat."))
    assert found("huostaanotto") == ["a"]


def test_words_with_marks_are_one_token():
    filled(source("a", "eu:n dna-näyte kasperihanke.fi o'hara"))
    words = ("eu:n", "dna-näyte", "kasperihanke.fi", "o'hara", "eu", "hara")
    tokens = [f"{level}s{word}" for word in words for level in range(4)]
    assert {number // 4 for _entry, number in postings(tokens)} == {0, 1, 2, 3}


@pytest.mark.parametrize(
    "text",
    [
        "\u0b83\u1ccf",
        "\U0001e900\U0001e922",
        "\U0001f600",
        "a\u0301\u0483b",
        "\u200fאבג",
        "ქართული ᲅ",
        "ⅷ ½ ²",
        "𝒶𝒷",
        "\ud7ff",
    ],
)
def test_letters_that_a_database_does_not_know_do_no_harm(text):
    filled(source("a", f"lapsi {text} x{text}y"))
    found(text)
    found(f"x{text}y")
    assert found(f"lapsi {text}") == ["a"]


def test_a_long_text_is_cut_into_entries_and_found_whole():
    filled(source("long", "sana " * 30_000 + "takkatuli"))
    assert Entry.objects.count() > 1
    assert set(found("takkatuli")) == {"long"}


def test_very_long_words_do_no_harm():
    filled(source("a", "x" * 5000 + " lapsi"))
    assert found("lapsi") == ["a"]


class TestReplacing:
    def test_a_changed_text_is_found_by_its_new_words_only(self):
        filled(source("a", "Kissa istuu."))
        entries.replace(source("a", "Koira juoksee."), 1)
        assert found("koira") == ["a"]
        assert found("kissa") == []

    def test_the_words_are_known_at_once(self):
        filled(source("a", "Kissa istuu."))
        entries.replace(source("a", "Koira juoksee."), 1)
        assert found("koiraa") == found("koria") == ["a"]

    def test_a_word_is_counted_once_an_entry(self):
        filled(source("a", "Kissa istuu."), source("b", "Kissat istuvat."))
        entries.replace(source("a", "Kissa istuu taas."), 1)
        assert IndexedWord.objects.get(word="kissa").count == 2


class TestRebuild:
    def test_the_old_index_answers_until_the_new_one_is_whole(self):
        rebuild.rebuild([source("a", "Kissa.")])
        first = state().generation
        seen = []

        def look(done):
            seen.append((state().generation, found("kissa", first)))

        rebuild.rebuild([source("a", "Koira."), source("b", "Koira.")], look)
        assert seen == [(first, ["a"])] * 2
        assert state().generation > first
        assert found("koira", state().generation) == ["a", "b"]
        assert not Entry.objects.filter(generation=first).exists()
        assert not IndexedWord.objects.filter(generation=first).exists()

    def test_what_is_published_meanwhile_is_in_both(self):
        rebuild.rebuild([source("a", "Kissa.")])

        def publish(done):
            if done == 1:
                indexing.write([source("a", "Hevonen."), source("z", "Hevonen.")])
                assert found("hevonen", state().generation) == ["a", "z"]

        # The rebuild had read the old text of z before it was published.
        rebuild.rebuild([source("b", "Lehmä."), source("z", "Vanha teksti.")], publish)
        assert found("hevonen", state().generation) == ["a", "z"]
        assert found("teksti", state().generation) == []

    def test_a_second_rebuild_takes_over(self):
        def begin_another(done):
            IndexState.objects.update(building=77)

        with pytest.raises(rebuild.Overtaken):
            rebuild.rebuild([source("a", "Kissa.")], begin_another)
        assert state().building == 77

    def test_measurements_are_left_alone(self):
        filled(source("a", "Kissa."), generation=SCRATCH + 5)
        rebuild.rebuild([source("a", "Koira.")])
        assert Entry.objects.filter(generation=SCRATCH + 5).exists()

    def test_the_command_indexes_the_site(self, capsys):
        factories.make_site()
        call_command("rebuild_search_index")
        assert "The search index is new" in capsys.readouterr().out
        assert query.search("kasper", "fi").total


def test_the_command_of_the_measurement(tmp_path, capsys):
    docs, queries = tmp_path / "docs.jsonl", tmp_path / "queries.jsonl"
    docs.write_text('{"id": "d1", "lang": "fi", "title": "", "text": "Lasten ääni."}\n{"id": "d2", "text": "Muu."}\n')
    queries.write_text('{"qid": "q1", "q": "lapsi"}\n{"qid": "q2", "q": "\\u0000"}\n')
    call_command("search_eval", docs=docs, queries=queries)
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith('{"qid": "q1", "ids": ["d1"], "ms": ')
    assert second.startswith('{"qid": "q2", "ids": [], "ms": ')
    assert not Entry.objects.exists()
    assert not IndexedWord.objects.exists()


def test_pages_of_services_stand_a_little_higher(monkeypatch):
    site = factories.make_site()
    pages = [
        factories.make_page("home.StandardPage", site, title=title, introduction="Vertaistukea.") for title in "AB"
    ]
    call_command("rebuild_search_index")
    monkeypatch.setattr("kasper_site.cms.found.lifted_pages", lambda: {pages[1].pk: 1.1})
    assert list(query.search("vertaistuki", "fi").owners) == [f"page:{pages[1].pk}", f"page:{pages[0].pk}"]
    monkeypatch.setattr("kasper_site.cms.found.lifted_pages", dict)
    assert list(query.search("vertaistuki", "fi").owners) == [f"page:{page.pk}" for page in pages]


def test_services_of_a_project_that_is_over_stand_no_higher():
    factories.make_site()
    page = factories.make_page("home.ServicePage", factories.place_for("home.ServicePage"))
    project = factories.make_page(
        "projects.ProjectPage", factories.place_for("projects.ProjectPage"), period_end="2030"
    )
    page.related_project = project
    page.save()
    assert lifted_pages() == {page.pk: 1.1}
    project.period_end = "2020"
    project.save()
    assert lifted_pages() == {}


def test_a_heading_weighs_more_and_agreement_decides_between_equals():
    common = "Muuta tekstiä on tässä. " * 40
    filled(
        source("a", common + "Vertaistuesta kerrotaan."),
        entries.Source(key="b", language="fi", title="", texts=(common + "Vertaistuki",), headings="Vertaistuki"),
        source("c", common + "Vertaistuki mainitaan."),
    )
    assert found("vertaistuki") == ["b", "c", "a"]


def test_what_only_a_part_of_a_compound_is_derived_from_is_not_meant():
    filled(source("a", "Oikea vastaus."), source("b", "Tavataan pihalla."), source("c", "Tapaamisoikeudesta sovitaan."))
    assert found("tapaamisoikeus") == ["c"]


def test_a_name_in_two_words_of_which_one_says_little():
    filled(source("a", "VOIKUKKIA-ryhmässä"), source("b", "Kukkia ja muuta"), source("c", "Tämä voi auttaa"))
    assert found("voi kukkia") == ["b", "a"]


def test_a_heading_that_stands_in_no_text_finds_nothing():
    filled(entries.Source(key="b", language="fi", title="", texts=("Vertaistuki",), headings="Kahvila"))
    assert found("kahvila") == []


class TestVisibility:
    def test_a_page_that_is_hidden_is_not_found_and_mends_nothing(self):
        site = factories.make_site()
        page = factories.make_page("home.StandardPage", site, title="Karhunkierros", introduction="Reitti.")
        call_command("rebuild_search_index")
        assert query.search("karhunkierroksella", "fi").total == 1
        assert query.search("karhunkieros", "fi").meant == "karhunkierros"
        page.unpublish()
        words.forget()
        for text in ("karhunkierros", "karhunkieros", "karhun kierros"):
            found = query.search(text, "fi")
            assert (found.total, found.meant) == (0, "")

    def test_the_rule_is_asked_at_each_search(self, monkeypatch):
        """Nothing has to be indexed anew when a page's time comes or goes."""
        site = factories.make_site()
        page = factories.make_page("home.StandardPage", site, title="Karhunkierros", introduction="Reitti.")
        call_command("rebuild_search_index")
        type(page).objects.filter(pk=page.pk).update(live=False)
        assert query.search("karhunkierros", "fi").total == 0
        type(page).objects.filter(pk=page.pk).update(live=True)
        assert query.search("karhunkierros", "fi").total == 1


def test_a_word_with_a_tag_inside_stays_one_and_paragraphs_stay_apart():
    site = factories.make_site()
    page = factories.make_page("home.StandardPage", site)
    page.body = [("paragraph", {"text": "<p><b>Voi</b>kukka</p><p>niityllä</p>"})]
    assert "Voikukka niityllä" in " ".join(sources.of_page(page).texts[0].split())


def test_a_page_is_found_by_the_services_and_places_that_its_text_shows(home, publish):
    service, place = factories.make_service(name_fi="Kuulolinja"), factories.make_place(name_fi="Lepopaikka")
    blocks = [("helpline", {"service": service}), ("meeting_place", {"place": place})]
    publish("Tukea", body=blocks)
    assert [query.search(word, "fi").total for word in ("kuulolinjaan", "lepopaikassa", "kahvila")] == [1, 1, 0]


@pytest.mark.parametrize("kind", ["person", "service", "place"])
def test_a_fact_that_is_deleted_leaves_no_word_on_the_pages_that_named_it(home, publish, commit, kind):
    fact = {
        "person": lambda: factories.make_person(name="Pirjo Kamppeli"),
        "service": lambda: factories.make_service(name_fi="Kamppeli"),
        "place": lambda: factories.make_place(name_fi="Kamppeli"),
    }[kind]()
    if kind == "person":
        release = factories.make_page("news.ReleasePage", factories.place_for("news.ReleasePage"))
        release.contacts.add(ReleaseContact(person=fact, role="zumbavastaava"))
        release.save()
        with commit():
            release.save_revision().publish()
    else:
        block = {"service": "helpline", "place": "meeting_place"}[kind]
        publish("Sivu", body=[(block, {kind: fact})])
    assert query.search("kamppeli", "fi").total == 1
    with commit():
        fact.delete()
    assert query.search("kamppeli", "fi").total == 0


def test_a_page_that_goes_while_the_index_is_built_is_left_out(monkeypatch):
    create = Entry.objects.bulk_create

    def fails_for_one(rows, **options):
        rows = list(rows)
        if rows[0].key == "gone":
            raise IntegrityError
        return create(rows, **options)

    monkeypatch.setattr(Entry.objects, "bulk_create", fails_for_one)
    assert rebuild.rebuild([source("gone", "Poistettu"), source("stays", "Vertaistuki")]) == 1
    assert Entry.objects.get().key == "stays"


def test_a_rebuild_that_breaks_leaves_nothing_to_write_into():
    def breaks():
        yield source("one", "Vertaistuki")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        rebuild.rebuild(breaks())
    assert state().building is None
