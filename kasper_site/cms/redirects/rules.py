"""What an old address may be and where it may lead: the one place that knows, for the admin's form, files and command.

A visitor's request reaches a redirect only where nothing of ours answers, so one from the address of a page or of the
site itself would never be used; one to such an address must lead on to somewhere.
"""

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect

from kasper_site.cms.redirects.site_map import SiteMap
from kasper_site.cms.urls_of import absolute

LONGEST = 255
# Characters that nobody sees: control characters, direction marks, line and paragraph ends.
_UNSEEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_is_url = URLValidator(schemes=["http", "https"])


class Refused(ValueError):
    """An address that cannot be used; the message says why and what to do."""


@dataclass(frozen=True)
class Target:
    """Where a redirect leads: to a page, which it follows when the page moves, or to an address."""

    page_id: int | None = None
    link: str = ""
    # What an editor is shown of it, and whether visitors see it now.
    name: str = ""
    is_hidden: bool = False

    @property
    def fields(self) -> dict:
        """As Wagtail's redirect keeps it."""
        return {"redirect_page_id": self.page_id, "redirect_link": self.link}


def old_path(text: str, site_map: SiteMap) -> str:
    """The old address as redirects are looked up by it; Refused where it cannot be one."""
    parts = _split(text)
    if parts.scheme not in ("", "http", "https") or (parts.netloc and not parts.scheme):
        raise Refused(_("Write the old address as /old-page/ or with https:// in front."))
    path = Redirect.normalise_path(iri_to_uri(unicodedata.normalize("NFC", parts.geturl())))
    if len(path) > LONGEST:
        raise Refused(_("The old address is longer than %(count)d characters.") % {"count": LONGEST})
    if site_map.is_reserved(path):
        raise Refused(_("The site itself uses %(path)s. A redirect from there would not work.") % {"path": path})
    if title := site_map.title_of_what_answers(path):
        message = _("At %(path)s there is the page “%(title)s”. A redirect works only where there is no page.")
        raise Refused(message % {"path": path, "title": title})
    return path


def target(text: str, site_map: SiteMap, old: str = "") -> Target:
    """Where the new address leads; Refused where nobody would arrive. `old`: the redirect's own address, if known."""
    parts = _split(text)
    if text.strip().startswith("/") and not parts.netloc:
        return _own(parts, site_map, old)
    try:
        _is_url(parts.geturl())
    except ValidationError as error:
        message = _("Write the new address as /page/ or as a whole address that begins with https://.")
        raise Refused(message) from error
    if parts.username is not None or len(parts.geturl()) > LONGEST:
        raise Refused(_("This new address cannot be used. Copy it from the browser's address bar."))
    if site_map.is_own_host(parts.hostname):
        return _own(parts, site_map, old)
    return Target(link=parts.geturl(), name=parts.geturl())


def page_target(page_id: int, site_map: SiteMap, old: str = "") -> Target:
    """The same for a page that was chosen; Refused where the old address is its own."""
    page = site_map.page(page_id)
    if page is None:
        raise Refused(_("The page is no longer there. Choose another."))
    if old and Redirect.normalise_path(page.path) == old:
        raise Refused(_("The old address is this page's own address. Choose another page."))
    return Target(page_id=page.pk, name=page.title, is_hidden=not page.is_servable)


def _split(text: str) -> SplitResult:
    """The parts of an address as somebody typed or pasted it."""
    text = text.strip()
    if not text:
        raise Refused(_("The address is missing."))
    if any(unicodedata.category(character) in _UNSEEN for character in text) or "\\" in text:
        raise Refused(_("There is a character in the address that does not belong there. Write the address anew."))
    if text.lower().startswith("www."):
        text = f"https://{text}"
    if _SCHEME.match(text) and not text.lower().startswith(("http://", "https://")):
        raise Refused(_("Only addresses that begin with / or https:// can be used."))
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018  raises where it is no number
        if parts.path.startswith("//"):
            raise ValueError("Wagtail would take what follows for the name of a host")
    except ValueError as error:
        raise Refused(_("This is not a web address. Copy it from the browser's address bar.")) from error
    return parts


def _own(parts: SplitResult, site_map: SiteMap, old: str) -> Target:
    """A place on this site: a page, or a file or view that answers by itself."""
    path = Redirect.normalise_path(iri_to_uri(parts.path or "/"))
    link = absolute(parts._replace(scheme="", netloc="").geturl() or "/")
    page = site_map.page_at(path)
    if page is not None:
        found = page_target(page.pk, site_map, old)
        if not (parts.query or parts.fragment):
            return found
        return Target(link=link, name=link, is_hidden=found.is_hidden)
    if path == old or old in site_map.way_from(path):
        way = [old, path, *site_map.way_from(path)] if path != old else [old, old]
        raise Refused(_("This leads in a circle: %(way)s.") % {"way": " → ".join(way[: way.index(old, 1) + 1])})
    if path in site_map.redirects:
        message = _("%(path)s is an old address itself. Choose the page that it leads to: %(end)s.")
        raise Refused(message % {"path": path, "end": site_map.end_of(path)})
    if site_map.is_open(path) or site_map.title_of_what_answers(path):
        return Target(link=link, name=link)
    raise Refused(_("There is no page at %(path)s.") % {"path": path})
