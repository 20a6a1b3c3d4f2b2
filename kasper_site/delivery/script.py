"""The one script of every public page, joined from one file for each behaviour (`static/js`)."""

import re

from kasper_site.delivery.joined import JoinedFinder

BEHAVIOURS = ("quick-exit", "hours", "search-suggest", "copy")


def join(texts: list[str]) -> str:
    """The files one after another, each in a scope of its own, so that one's names cannot meet another's."""
    return "\n".join(f"{{\n{lean(text)}\n}}" for text in texts) + "\n"


def lean(text: str) -> str:
    """The script without indentation and lines that are only a comment; no behaviour has text over several lines."""
    return re.sub(r"^\s*//.*\n|^\s+", "", text.strip(), flags=re.MULTILINE)


class ScriptFinder(JoinedFinder):
    """Offers the joined script."""

    addresses = ("js/site.js",)

    def texts(self) -> dict[str, str]:
        """The script and its text."""
        files = [self.folder / "js" / f"{name}.js" for name in BEHAVIOURS]
        return {"js/site.js": join([file.read_text(encoding="utf-8") for file in files])}
