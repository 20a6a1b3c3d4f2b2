"""The forms that every page type shares: for editing, for a copy."""

from collections.abc import Iterator
from itertools import count

from django.utils.text import slugify
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm
from wagtail.coreutils import string_to_ascii

from kasper_site.cms import discreet
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
        if self.instance.pk is None:
            self.initial |= discreet.initial_below(self.parent_page)

    def clean_slug(self) -> str:
        """The end of the address: numbered if the title made it and a page beside this one has it already.

        It is on a tab nobody opens: the browser makes it of the title, or had no time for that. One that the editor
        wrote is theirs to change.
        """
        slug = self.cleaned_data.get("slug", "")
        if slug and not (self._was_never_public() and self._is_made_of_the_title(slug)):
            return slug
        taken = set(self.parent_page.get_children().exclude(pk=self.instance.pk).values_list("slug", flat=True))
        base = (slug or slugify(self.data.get("title", "")))[:SLUG_LENGTH].strip("-") or UNTITLED_SLUG
        return next(name for name in _numbered(base) if name not in taken)

    def _was_never_public(self) -> bool:
        """Whether nobody can know the address yet. A new page is saved by itself while one still writes it."""
        return self.instance.first_published_at is None

    def _is_made_of_the_title(self, slug: str) -> bool:
        """Whether the browser made it. Letters as ø, which fall away here, it writes as others that look like them."""
        title = self.data.get("title", "")
        return slug.strip("-") in (slugify(title), slugify(string_to_ascii(title)))


class PageCopyForm(CopyForm):
    """Wagtail's form for a copy, without aliases.

    An alias follows its page's text and nothing else: a correction, a withdrawal, an old address would pass it by.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("alias", None)
