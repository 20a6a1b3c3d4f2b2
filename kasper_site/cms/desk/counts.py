"""How many of something: Finnish bends the word that follows a number, which Wagtail's lists do not.

An app above this floor registers its models: `counts.register("directory.Person", ngettext_lazy(…, "count"))`.
"""

from django.core.paginator import Paginator
from django.utils.translation import ngettext_lazy

OTHER = ngettext_lazy("%(count)d item", "%(count)d items", "count")

_words = {
    "auth.group": ngettext_lazy("%(count)d group", "%(count)d groups", "count"),
    "cms.menu": ngettext_lazy("%(count)d menu", "%(count)d menus", "count"),
    "cms.sitedocument": ngettext_lazy("%(count)d document", "%(count)d documents", "count"),
    "cms.siteimage": ngettext_lazy("%(count)d image", "%(count)d images", "count"),
    "users.user": ngettext_lazy("%(count)d user", "%(count)d users", "count"),
    "wagtailcore.collection": ngettext_lazy("%(count)d collection", "%(count)d collections", "count"),
    "wagtailcore.page": ngettext_lazy("%(count)d page", "%(count)d pages", "count"),
    "wagtailcore.site": ngettext_lazy("%(count)d site", "%(count)d sites", "count"),
    "wagtailcore.task": ngettext_lazy("%(count)d task", "%(count)d tasks", "count"),
    "wagtailcore.workflow": ngettext_lazy("%(count)d workflow", "%(count)d workflows", "count"),
    "wagtailredirects.redirect": ngettext_lazy("%(count)d redirect", "%(count)d redirects", "count"),
}


def register(label: str, words) -> None:
    """Count the rows of a model, `app.Model`, in `words`: a lazy plural that takes its number from `count`."""
    _words[label.lower()] = words


def words(paginator: Paginator) -> str:
    """How many things a list holds: "3 people"."""
    model = getattr(paginator.object_list, "model", None)
    found = _words.get(model._meta.label_lower, OTHER) if model else OTHER
    return found % {"count": paginator.count}
