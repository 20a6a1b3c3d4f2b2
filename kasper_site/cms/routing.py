"""From an address to a page in one query, with its ancestors for the breadcrumb.

Wagtail walks down the tree with two queries a level; the whole line of pages is known from the address alone.
"""

from wagtail.models import Page

from kasper_site.cms.visibility import restricted, servable


def line(root: Page, components: list[str]) -> tuple[list[Page], list[str]]:
    """The pages on the way down from below `root` along `components`, and the components that no page answers to.

    Only pages that may be served count; a hidden page in the middle does not hide those below it, as in Wagtail.
    """
    paths = [root.url_path]
    for component in components:
        paths.append(f"{paths[-1]}{component}/")
    pages = Page.objects.filter(url_path__in=paths[1:]).annotate(is_restricted=restricted()).select_related("locale")
    found = list(servable(pages).order_by("depth"))
    depth = paths.index(found[-1].url_path) if found else 0
    return found, components[depth:]
