"""Links in running text, as visitors get them. Loaded by the hooks, once all models are."""

from django.utils.html import escape
from wagtail.rich_text.pages import PageLinkHandler

from kasper_site.cms.page_links import look_up


class VisiblePageLinkHandler(PageLinkHandler):
    """Links in running text: to visible pages only."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        page_ids = [int(attrs["id"]) if str(attrs.get("id")).isdigit() else 0 for attrs in attrs_list]
        addresses = look_up(set(page_ids))
        return [f'<a href="{escape(addresses[pk])}">' if addresses[pk] else "<a>" for pk in page_ids]


def register(features) -> None:
    """Put our handler in the place of Wagtail's; used as `register_rich_text_features`."""
    features.register_link_type(VisiblePageLinkHandler)
