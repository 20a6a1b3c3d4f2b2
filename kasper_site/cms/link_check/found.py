"""The addresses outside that visible pages link to, kept in `ExternalLink`."""

from urllib.parse import quote, urldefrag, urlsplit

from django.db import transaction
from django.db.models import Q
from wagtail.models import Page

from kasper_site.cms import visibility
from kasper_site.cms.models import ExternalLink
from kasper_site.cms.publish_checks import texts
from kasper_site.cms.publish_checks.parts import LinkKind

_KEPT = "!#$%&'()*+,/:;=?@[]~"


def addresses_of(page: Page) -> set[str]:
    """The addresses on other sites in a page's texts and blocks, without their anchors."""
    links = (link for text in texts.of_page(page) for link in text.links if link.kind is LinkKind.ADDRESS)
    return {address for link in links if (address := outside(str(link.target)))}


def outside(address: str) -> str:
    """The address as it is asked for; "" where it is not on the web (mail, phone, a path) or not to be understood."""
    address = quote(urldefrag(address.strip()).url, safe=_KEPT)
    try:
        parts = urlsplit(address)
        is_web = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        return ""
    return address if is_web and len(address) <= ExternalLink._meta.get_field("url").max_length else ""


def on_published(thing: object) -> None:
    """A page was published or went away: what it links to is known at once."""
    page = Page.objects.filter(pk=thing.pk).first() if isinstance(thing, Page) else None
    if page:
        refresh(page.specific)
        drop_unused()


def refresh(page: Page) -> None:
    """Keep what the page links to now; nothing of a page that visitors cannot see."""
    is_seen = visibility.is_visible(page.pk)
    wanted = addresses_of(page) if is_seen else set()
    known = dict(ExternalLink.objects.filter(pages=page.pk).values_list("url", "pk"))
    if wanted != known.keys():
        with transaction.atomic():
            for url in wanted - known.keys():
                ExternalLink.objects.get_or_create(url=url)[0].pages.add(page.pk)
            _leave(Q(page_id=page.pk, externallink_id__in=[known[url] for url in known.keys() - wanted]))


def sync() -> None:
    """Read every visible page; a daily job, for what happened without publishing (a section made private, say)."""
    seen = visibility.visible(Page.objects.filter(depth__gt=1))
    for page in seen.specific().iterator(chunk_size=50):
        refresh(page)
    _leave(~Q(page_id__in=seen.values("pk")))
    drop_unused()


def drop_unused() -> None:
    """Forget addresses that no page links to any more."""
    ExternalLink.objects.filter(pages__isnull=True).delete()


def _leave(uses: Q) -> None:
    ExternalLink.pages.through.objects.filter(uses).delete()
