"""Pages that are kept nowhere, for templates that link to a page; they lead to the front page."""

from wagtail.models import Page, Site


def page_at_home(model: type[Page] = Page, **fields) -> Page:
    """An unsaved page of a type whose address is the front page's."""
    paths = Site.get_site_root_paths()
    return model(url_path=paths[0].root_path if paths else "", **fields)


def items(*values: dict) -> list[dict]:
    """Values in the shape of a stream: each item has its `value`."""
    return [{"value": value} for value in values]
