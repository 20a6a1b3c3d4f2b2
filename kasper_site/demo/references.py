"""The demo content's YAML: its tags for references, and what they stand for in the database.

`!page /tukea/`, `!page sv:/`, `!image KEY`, `!document KEY`, `!person KEY`, `!service SLUG`, `!place SLUG`,
`!topic SLUG`, `!group NAME`; in rich text `href="page:/tukea/"` and `href="document:KEY"`.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml
from django.conf import settings

KINDS = ("page", "image", "document", "person", "service", "place", "topic", "group")
_LINK = re.compile(r"""href=(["'])(page|document):(.*?)\1""")


class ContentError(Exception):
    """Something in the content files is wrong; the message names the file and the field."""

    def __init__(self, where: str, message: str):
        super().__init__(f"{where}: {message}")


class GoneError(ContentError):
    """The content refers to something that was loaded once and that an editor has deleted since."""


@dataclass(frozen=True)
class Reference:
    """Something named in the files by its kind and key."""

    kind: str
    key: str

    def __str__(self):
        return f"!{self.kind} {self.key}"

    @property
    def name(self) -> str:
        """The name under which the registry knows the thing."""
        return f"{self.kind} {self.key}"


def page_reference(text: str) -> Reference:
    """The page at a public path, written as `/tukea/` (Finnish) or `sv:/stod/`."""
    language, _colon, path = text.rpartition(":")
    return Reference("page", f"{language or settings.LANGUAGE_CODE}:/{path.strip('/')}/".replace("//", "/"))


def reference(kind: str, key: str) -> Reference:
    """The reference of a kind; pages have more than one spelling."""
    return page_reference(key) if kind == "page" else Reference(kind, key)


class ContentLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Safe YAML with our tags; a key that stands twice is an error and not a silent loss."""

    def construct_mapping(self, node, deep=False):
        keys = [key.value for key, _value in node.value]
        for key_node, _value in node.value:
            if keys.count(key_node.value) > 1:
                raise yaml.MarkedYAMLError(problem=f"“{key_node.value}” stands twice", problem_mark=key_node.start_mark)
        return super().construct_mapping(node, deep)


for _kind in KINDS:
    ContentLoader.add_constructor(
        f"!{_kind}", lambda loader, node, kind=_kind: reference(kind, loader.construct_scalar(node))
    )


def read(file: Path, where: str):
    """The data of a YAML file; ContentError with the line where it is not YAML."""
    loader = ContentLoader(file.read_text(encoding="utf-8"))
    try:
        return loader.get_single_data()
    except yaml.MarkedYAMLError as error:
        line = f", line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise ContentError(f"{where}{line}", error.problem or "this is not YAML") from error
    except yaml.YAMLError as error:
        raise ContentError(where, str(error)) from error
    finally:
        loader.dispose()


class Resolver:
    """From references to primary keys. A lenient one answers None for pages that do not exist yet."""

    def __init__(self, registry, is_lenient: bool = False):
        self.registry = registry
        self.is_lenient = is_lenient

    def pk(self, wanted: Reference, where: str) -> int | None:
        """The primary key of what is referred to."""
        if self.registry.is_gone(wanted.name):
            raise GoneError(where, f"{wanted} has been deleted by an editor")
        row = self.registry.row(wanted.name)
        if row is None and not (self.is_lenient and wanted.kind == "page"):
            raise ContentError(where, f"{wanted} does not exist")
        return row.object_id if row else None

    def rich_text(self, html: str, where: str) -> str:
        """Rich text with our links turned into Wagtail's, which follow a page when it moves."""

        def link(match: re.Match) -> str:
            _quote, kind, key = match.groups()
            pk = self.pk(reference(kind, key), where)
            return f'linktype="{kind}" id="{pk}"' if pk else match.group()

        return _LINK.sub(link, html)
