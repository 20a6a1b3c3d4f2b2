"""Small style files joined in order."""

from kasper_site.delivery import stylesheet


def test_tokens_come_first_and_print_last(tmp_path):
    (tmp_path / "components").mkdir()
    for name in ("print.css", "tokens.css", "base.css", "layout.css", "components/b.css", "components/a.css"):
        (tmp_path / name).write_text(f"/*{name}*/")
    joined = stylesheet.join(tmp_path).split()
    names = ["tokens.css", "base.css", "layout.css", "components/a.css", "components/b.css", "print.css"]
    assert joined == [f"/*{name}*/" for name in names]
