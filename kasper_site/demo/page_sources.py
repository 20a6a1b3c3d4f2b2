"""The page files: one YAML file a page, read and put into the order of the tree."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.apps import apps
from django.utils.functional import cached_property
from wagtail.models import Page

from kasper_site.cms.models import BasePage
from kasper_site.demo.references import ContentError, Reference, page_reference, read
from kasper_site.demo.registry import checksum

KEYS = {"path", "type", "title", "order", "translation_of", "published_on", "fields"}
LANGUAGES = ("fi", "sv", "en")


@dataclass(frozen=True)
class PageSource:
    """One page as its file has it."""

    where: str
    language: str
    path: str
    model: type[BasePage]
    title: str
    order: int
    translation_of: Reference | None
    published_on: date | None
    fields: dict
    checksum: str

    @property
    def name(self) -> str:
        """The name under which the registry knows the page."""
        return self.reference.name

    @cached_property
    def reference(self) -> Reference:
        """The page as other files refer to it."""
        return page_reference(f"{self.language}:{self.path}")

    @property
    def parent(self) -> Reference | None:
        """The page above; None above a front page."""
        if self.path == "/":
            return None
        return page_reference(f"{self.language}:{self.path.rstrip('/').rpartition('/')[0]}/")

    @property
    def slug(self) -> str:
        """The last part of the address; a front page's does not show, so it is the language."""
        return self.path.strip("/").rpartition("/")[2] or self.language

    @property
    def rank(self) -> tuple:
        """Originals before translations, parents before children, siblings in their order."""
        return (LANGUAGES.index(self.language), self.path.strip("/").count("/") + (self.path != "/"), self.order)


def read_all(folder: Path) -> list[PageSource]:
    """Every page below `<folder>/<language>/`, parents first."""
    sources = []
    for language in LANGUAGES:
        files = sorted((folder / language).rglob("*.yaml"))
        sources += [_read_page(file, language, str(file.relative_to(folder))) for file in files]
    seen: dict[str, PageSource] = {}
    for source in sources:
        if source.name in seen:
            raise ContentError(source.where, f"{source.reference} stands in {seen[source.name].where} too")
        seen[source.name] = source
    for source in sources:
        if source.parent and source.parent.name not in seen:
            raise ContentError(source.where, f"there is no file for the page above, {source.parent}")
    return sorted(sources, key=lambda source: (*source.rank, source.path))


def _read_page(file: Path, language: str, where: str) -> PageSource:
    data = read(file, where)
    if not isinstance(data, dict) or not {"path", "type", "title"} <= set(data):
        raise ContentError(where, "a page needs path, type and title")
    extra = {name: value for name, value in data.items() if name not in KEYS}
    original = data.get("translation_of")
    return PageSource(
        where=where,
        language=language,
        path=f"/{data['path'].strip('/')}/".replace("//", "/"),
        model=_model(data["type"], where),
        title=str(data["title"]),
        order=data.get("order", 100),
        translation_of=page_reference(str(getattr(original, "key", original))) if original else None,
        published_on=data.get("published_on"),
        fields={**extra, **(data.get("fields") or {})},
        checksum=checksum(file.read_bytes()),
    )


def _model(name: str, where: str) -> type[Page]:
    try:
        model = apps.get_model(name)
    except (LookupError, ValueError) as error:
        raise ContentError(where, f"there is no page type {name}") from error
    if not issubclass(model, BasePage) or not model.is_creatable:
        raise ContentError(where, f"{name} is no page type")
    return model
