"""Finnish names for what Wagtail makes in English in every new database: the topmost page and collection."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Collection, Page

WAGTAILS_NAME = "Root"


def name() -> None:
    """Name both, unless somebody has named them already; one of the steps of `manage.py prepare`."""
    with translation.override(settings.LANGUAGE_CODE):
        # Translators: name of what all pages stand under, in the editors' tree of pages
        title = _("All pages")
        Page.objects.filter(depth=1, title=WAGTAILS_NAME).update(title=title, draft_title=title)
        # Translators: name of the collection that holds every picture and document that is in no other
        Collection.objects.filter(depth=1, name=WAGTAILS_NAME).update(name=_("In no collection"))
