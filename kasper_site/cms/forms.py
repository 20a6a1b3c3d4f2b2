"""The edit form that every page type shares."""

from collections.abc import Iterator
from itertools import count

from django.utils.text import slugify
from wagtail.admin.forms import WagtailAdminPageForm

from kasper_site.cms.publish_checks.forms import CheckedFormMixin
from kasper_site.cms.safekeeping.cleaning import CleanedAloneMixin
from kasper_site.cms.safekeeping.page_conflicts import PageConflictMixin

SLUG_LENGTH = 200
UNTITLED_SLUG = "sivu"  # where a title holds no letter that an address can


def _numbered(base: str) -> Iterator[str]:
    yield base
    yield from (f"{base}-{number}" for number in count(2))


class PageForm(PageConflictMixin, CheckedFormMixin, CleanedAloneMixin, WagtailAdminPageForm):
    """Wagtail's page form with the publish check, which overwrites nobody's version unawares.

    A page type with a form of its own starts from this one.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean_slug(self) -> str:
        """The end of the address: made of the title where the browser had no time to make it, on a tab nobody opens."""
        slug = self.cleaned_data.get("slug")
        if slug:
            return slug
        base = slugify(self.data.get("title", ""))[:SLUG_LENGTH].strip("-") or UNTITLED_SLUG
        taken = set(self.parent_page.get_children().exclude(pk=self.instance.pk).values_list("slug", flat=True))
        return next(name for name in _numbered(base) if name not in taken)
