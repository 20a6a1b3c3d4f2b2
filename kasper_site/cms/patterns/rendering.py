"""Examples are cut out of the real templates, so that none is a copy that falls behind."""

from bs4 import BeautifulSoup, Tag
from bs4.dammit import EntitySubstitution
from bs4.formatter import HTMLFormatter
from django.http import HttpRequest
from django.template.context import make_context
from django.template.loader import get_template
from django.template.loader_tags import ExtendsNode

from kasper_site.cms.patterns.registry import Render

# An example is no landmark of the library, and the library has its one h1.
LANDMARKS = ("article", "aside", "footer", "form", "header", "main", "nav", "section")
HTML = HTMLFormatter(EntitySubstitution.substitute_xml, void_element_close_prefix=None)
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls")


def part(template: str, values: dict | None = None, select: str = "", **attributes: str) -> Render:
    """A renderer of a template, or of the part of it that a CSS selector finds, with `attributes` set on that part.

    Of a template that extends another only its block `content` is rendered.
    """

    def render(request: HttpRequest) -> str:
        html = render_content(template, values or {}, request)
        return cut(html, select, attributes) if select or attributes else html

    return render


def joined(*renderers: Render) -> Render:
    """Several examples one after another."""
    return lambda request: " ".join(render(request) for render in renderers)


def render_content(name: str, values: dict, request: HttpRequest) -> str:
    """A template with values; of a whole page only what stands in its block `content`."""
    template = get_template(name).template
    context = make_context(values, request)
    page = next(iter(template.nodelist.get_nodes_by_type(ExtendsNode)), None)
    if page is None:
        return template.render(context)
    with context.render_context.push_state(template), context.bind_template(template):
        return page.blocks["content"].render(context)


def cut(html: str, select: str, attributes: dict[str, str]) -> str:
    """The first element that the selector finds (without one the first of all), with attributes added."""
    soup = BeautifulSoup(html, "html.parser")
    found = soup.select_one(select or "*")
    if found is None:
        raise LookupError(f"The template has no {select}.")
    for name, value in attributes.items():
        found[name.replace("_", "-")] = value
    return found.decode(formatter=HTML)


def detached(html: str, suffix: str, anchor: str) -> str:
    """The example as it may stand on a page beside its like: ids of its own, no landmarks, no h1, links that lead.

    Links to parts of a page that are not in the example lead to `anchor`.
    """
    soup = BeautifulSoup(html, "html.parser")
    own = {element["id"] for element in soup.find_all(id=True)}
    for element in soup.find_all(True):
        _detach_names(element)
        _detach_ids(element, own, suffix, anchor)
    return soup.decode(formatter=HTML)


def _detach_names(element: Tag) -> None:
    if element.name in LANDMARKS:
        element.name = "div"
        for name in ("aria-label", "aria-labelledby", "role", "action", "method"):
            del element[name]
    elif element.name == "h1":
        element.name = "div"
        element["class"] = [*element.get("class", []), "as-h1"]


def _detach_ids(element: Tag, own: set[str], suffix: str, anchor: str) -> None:
    if element.get("id"):
        element["id"] += suffix
    for name in REFERENCES:
        if words := [f"{word}{suffix}" for word in element.get(name, "").split() if word in own]:
            element[name] = " ".join(words)
        else:
            del element[name]
    if element.get("href", "").startswith("#"):
        target = element["href"][1:]
        element["href"] = f"#{target}{suffix}" if target in own else f"#{anchor}"
