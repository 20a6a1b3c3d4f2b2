"""A page told once more in plain language: a page of its own right below it, at a fixed address (decision 0012).

The page type, `home.PlainLanguagePage`, stands above this floor; here it is known by `BasePage.is_plain_language`.
"""

from wagtail.models import Page

from kasper_site.cms import visibility

SLUG = "selkokieli"


def path_below(url_path: str) -> str:
    """Where the plain-language page of the page at `url_path` stands, whether there is one or not."""
    return f"{url_path}{SLUG}/"


def is_plain(page: Page) -> bool:
    """Whether the page is the plain-language page of the one above it."""
    return getattr(page.specific_class, "is_plain_language", False)


def below(page: Page) -> Page | None:
    """The plain-language page of a page, where a visitor may see it."""
    if not page.numchild:
        return None
    found = visibility.visible(page.get_children().filter(slug=SLUG)).first()
    return found if found and is_plain(found) else None
