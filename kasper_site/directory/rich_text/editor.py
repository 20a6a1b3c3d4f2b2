"""Facts in the rich-text editor: the button, and the way from the database to the editor and back."""

from django.forms import Media, Script
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from draftjs_exporter import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import KEEP_WHITESPACE, InlineEntityElementHandler
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.admin.staticfiles import versioned_static

from kasper_site.directory.rich_text import NAME, facts, keys
from kasper_site.directory.rich_text.handler import FactHandler
from kasper_site.directory.rich_text.values import label, value_of

ENTITY = "FACT"  # the editor's own name for it, also in fact-entity.js


class FactElementHandler(InlineEntityElementHandler):
    """From the database to the editor: today's value as text that cannot be typed into."""

    mutability = "IMMUTABLE"

    def get_attribute_data(self, attrs):
        key = keys.parse(attrs.get("id"))
        return {"id": attrs.get("id", ""), "label": label(key, value_of(key, facts.current()))}

    def handle_starttag(self, name, attrs, state, contentstate):
        super().handle_starttag(name, attrs, state, contentstate)
        value = value_of(keys.parse(dict(attrs).get("id")), facts.current())
        # The editor drops what has no text at all, and with it the editor's chance to see that something is missing.
        state.current_block.text += value.text if value else f"[{_('missing fact')}]"
        state.leading_whitespace = KEEP_WHITESPACE


def stored(props: dict):
    """From the editor to the database: which fact is meant and in what style, and nothing of what it said."""
    element = DOM.create_element("embed", {"embedtype": NAME, "id": props.get("id")})
    for tag in reversed(styles(props["children"])):
        element = DOM.create_element(tag, {}, element)
    return element


def styles(node) -> list[str]:
    """The tags around the whole text of a fact (`b`, `i`), from outside in."""
    tags = []
    while not isinstance(node, str) and len(node.children) == 1:
        tags.append(node.type)
        node = node.children[0]
    return tags


class FactFeature(EntityFeature):
    """The button, and what keeps the caret out of a fact.

    The script takes the words for the buttons beside a fact from its own element.
    """

    def construct_options(self, options):
        super().construct_options(options)
        options.setdefault("plugins", []).append({"type": ENTITY})

    @property
    def media(self):
        words = {"data-change": _("Choose another fact"), "data-remove": _("Remove from the text")}
        script = Script(versioned_static("js/admin/fact-entity.js"), **words)
        return super().media + Media(js=[script])


def register(features) -> None:
    """Everything that Wagtail must know of facts in rich text; used as `register_rich_text_features`."""
    features.register_embed_type(FactHandler)
    plugin = FactFeature(
        {
            "type": ENTITY,
            "icon": "group",
            "description": gettext_lazy("Insert a fact from the directory"),
            "chooserUrls": {"factChooser": reverse_lazy("fact_chooser:choose")},
        },
        js=["wagtailadmin/js/chooser-modal.js"],
        css={"all": ["css/admin/fact-entity.css"]},
    )
    features.register_editor_plugin("draftail", NAME, plugin)
    rule = {
        "from_database_format": {f'embed[embedtype="{NAME}"]': FactElementHandler(ENTITY)},
        "to_database_format": {"entity_decorators": {ENTITY: stored}},
    }
    features.register_converter_rule("contentstate", NAME, rule)
