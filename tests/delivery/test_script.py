"""One script joined from small ones."""

from kasper_site.delivery import script


def test_each_behaviour_has_a_scope_of_its_own():
    assert script.join(["const a = 1;\n", "const a = 2;"]) == "{\nconst a = 1;\n}\n{\nconst a = 2;\n}\n"


def test_nobody_loads_comments_and_indentation():
    text = '// why\nif (a) {\n  // how\n\n  b = "// c"; // d\n}\n'
    assert script.lean(text) == 'if (a) {\nb = "// c"; // d\n}'


def test_every_behaviour_is_in_the_script():
    finder = script.ScriptFinder()
    text = finder.texts()["js/site.js"]
    assert "location.replace" in text
    assert "data-until" in text
    assert sorted(path.stem for path in (finder.folder / "js").glob("*.js")) == sorted(script.BEHAVIOURS)
