"""The bodies of stories as HTML that stands anywhere: whole addresses, plain elements, nothing that runs.

Each block has a template of its own in `templates/news/feed`, without what holds only now (whether a helpline is open).
All stories of a feed are read together, so that fifty cost as many queries as two.
"""

from collections.abc import Iterable, Iterator, Sequence

from bs4 import BeautifulSoup, Tag
from django.db.models import prefetch_related_objects
from django.template.loader import render_to_string
from wagtail.blocks import StreamBlock, StreamValue
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from kasper_site.cms import page_links
from kasper_site.cms.urls_of import absolute
from news.feeds.atom import clean

BETWEEN = "\x1e"  # a character that `clean` takes out of every text

_PLAIN = {"p", "h2", "h3", "h4", "ul", "ol", "li", "b", "strong", "i", "em", "br", "blockquote", "figure", "figcaption"}
_WITH_ATTRIBUTES = {"a": ("href",), "img": ("src", "alt", "width", "height")}
_NEVER = ["script", "style", "svg", "form", "button", "iframe", "object", "template"]
_SCHEMES = ("http://", "https://", "mailto:", "tel:")


def bodies(stories: Sequence) -> list[str]:
    """The body of each story as HTML."""
    if not stories:
        return []
    block = stories[0]._meta.get_field("body").stream_block
    # Read as one, with what their blocks point to; each by itself would ask anew.
    streams = block.bulk_to_python([list(story.body.raw_data) for story in stories])
    linked = _linked(block, streams)
    _read_sizes(streams)
    raw = [clean("".join(_blocks(stream, linked))) for stream in streams]
    # Wagtail asks for what links and facts lead to once for each text; so all texts are one.
    return [safe(html) for html in expand_db_html(BETWEEN.join(raw)).split(BETWEEN)]


def _linked(block: StreamBlock, streams: Iterable[StreamValue]) -> set[int]:
    """The pages that the bodies name and a visitor may see, all asked for at once."""
    named = (reference for stream in streams for reference in block.extract_references(stream))
    known = page_links.look_up({int(pk) for model, pk, *_place in named if issubclass(model, Page)})
    return {pk for pk, address in known.items() if address}


def _read_sizes(streams: Iterable[StreamValue]) -> None:
    """Ask at once for the sizes of all pictures."""
    pictures = [block.value["image"] for stream in streams for block in stream if block.block_type == "picture"]
    prefetch_related_objects([picture for picture in pictures if picture], "renditions")


def _blocks(stream: StreamValue, linked: set[int]) -> Iterator[str]:
    for block in stream:
        yield render_to_string(f"news/feed/{block.block_type}.html", {"value": block.value, "linked_pks": linked})


def safe(html: str) -> str:
    """HTML of plain elements only, every address whole. What an element is made of stays where the element goes."""
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all(_NEVER):
        tag.decompose()
    for tag in soup.find_all(True):
        _simplify(tag)
    return str(soup).strip()


def _simplify(tag: Tag) -> None:
    kept = _WITH_ATTRIBUTES.get(tag.name, ())
    tag.attrs = {name: tag[name] for name in kept if tag.has_attr(name)}
    for name in {"href", "src"} & tag.attrs.keys():
        tag[name] = _address(str(tag[name]))
    if tag.name == "a" and not tag.get("href"):
        tag.unwrap()
    elif tag.name == "img" and not tag.get("src"):
        tag.decompose()
    elif tag.name not in _PLAIN and tag.name not in _WITH_ATTRIBUTES:
        tag.unwrap()


def _address(url: str) -> str:
    """A whole address of the web, of mail or of a phone; "" of anything else."""
    whole = absolute(url) if url.startswith("/") and not url.startswith("//") else url
    return whole if whole.startswith(_SCHEMES) else ""
