"""Small style files joined in order, those that few pages need in sheets of their own."""

from pathlib import Path

from django.conf import settings

from kasper_site.delivery import stylesheet

FOLDER = Path(settings.BASE_DIR) / "static" / "css"


def test_tokens_come_first_and_print_last(tmp_path):
    (tmp_path / "components").mkdir()
    for name in ("print.css", "tokens.css", "base.css", "layout.css", "components/b.css", "components/a.css"):
        (tmp_path / name).write_text(f"/*{name}*/")
    joined = stylesheet.join(stylesheet.parts(tmp_path)).split()
    names = ["tokens.css", "base.css", "layout.css", "components/a.css", "components/b.css", "print.css"]
    assert joined == [f"/*{name}*/" for name in names]


def test_each_component_is_in_one_sheet():
    sheets = stylesheet.sheets(FOLDER)
    public = ["css/site.css", "css/site-print.css", *(f"css/{name}.css" for name in stylesheet.SHEETS)]
    for path in stylesheet.parts(FOLDER):
        text = stylesheet.dense(stylesheet.lean(path.read_text(encoding="utf-8"))).strip()
        assert sum(text in sheets[name] for name in public) == 1, path.name


def test_a_dense_sheet_keeps_what_browsers_tell_apart():
    css = '.a :is(b, c) > d {\ncontent: "; } :  ";\nmargin: calc(1px + 2px) 0;\n}\n@media (a: 1px) {\n}\n'
    assert stylesheet.dense(css) == '.a :is(b,c) > d{content:"; } :  ";margin:calc(1px + 2px) 0}@media (a:1px){}\n'
