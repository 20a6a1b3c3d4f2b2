"""What search engines read of a page: breadcrumb and organisation as schema.org data. Pure functions."""

import json

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from kasper_site.cms.urls_of import absolute

CONTEXT = "https://schema.org"
_ESCAPES = {ord(character): f"\\u{ord(character):04X}" for character in "<>&\u2028\u2029"}


def as_script_text(data: dict) -> str:
    """The data as JSON that can stand inside a script element: nothing in it can end the element."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def script(data: dict) -> SafeString:
    """The data as the element that a page holds."""
    text = mark_safe(as_script_text(data))  # as_script_text escapes what could end the element
    return format_html('<script type="application/ld+json">{}</script>', text)


def breadcrumb(pages: list, page) -> dict:
    """A BreadcrumbList of the pages above and the page itself; each has `title` and `url`."""
    items = [
        {"@type": "ListItem", "position": number, "name": item.title, "item": absolute(item.url or "/")}
        for number, item in enumerate([*pages, page], start=1)
    ]
    return {"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": items}


def organisation(name: str, url: str, description: str, logo: str) -> dict:
    """The organisation: its names, address on the web and mark."""
    return {
        "@context": CONTEXT,
        "@type": "NGO",
        "name": name,
        "alternateName": ["Kasper ry", "Kasper"],
        "url": absolute(url),
        "logo": absolute(logo),
        **({"description": description} if description else {}),
    }
