"""Facts in running text as visitors get them, and as Wagtail's index of references knows them."""

from wagtail.rich_text import EmbedHandler

from kasper_site.directory.rich_text import NAME, facts, keys
from kasper_site.directory.rich_text.values import value_of


class FactHandler(EmbedHandler):
    """`<embed embedtype="fact" id="service:3:phone"/>`: today's value; nothing where the fact is gone.

    An embed and not a link, because Wagtail replaces the whole of it: no copy of a number stays in the page.
    """

    identifier = NAME

    @classmethod
    def expand_db_attributes(cls, attrs: dict) -> str:
        return cls.expand_db_attributes_many([attrs])[0]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        known = facts.current()
        values = (value_of(keys.parse(attrs.get("id")), known) for attrs in attrs_list)
        return [value.html if value else "" for value in values]

    @classmethod
    def extract_references(cls, attrs):
        key = keys.parse(attrs.get("id"))
        if key:
            yield key.model, str(key.pk), "", ""
