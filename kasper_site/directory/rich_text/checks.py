"""A publish check: a fact in the text whose owner the directory has no longer, or that the owner has no longer."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from kasper_site.cms.publish_checks import Finding, asking
from kasper_site.cms.publish_checks.draft import Draft
from kasper_site.directory.rich_text import facts, keys
from kasper_site.directory.rich_text.values import label, value_of


def lost_facts(draft: Draft) -> Iterator[Finding]:
    """What visitors see nothing of, or only the owner's name. Costs no query where no fact is in the text."""
    known = facts.current()
    for text in draft.texts:
        for key in keys.in_text(text.html):
            value = value_of(key, known)
            if value is None:
                message = _("A fact is not in the directory any more: visitors see nothing in its place. Remove it.")
                yield asking("lost-fact", text.place, message)
            elif not value.is_known:
                # Translators: %(fact)s names a fact that is not known (any more): "Sanna Välimäki: phone"
                message = _("The directory does not have this: %(fact)s. Visitors see only the name.")
                yield asking("lost-fact", text.place, message % {"fact": label(key, value)})
