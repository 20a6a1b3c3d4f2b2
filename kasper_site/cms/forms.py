"""The edit form that every page type shares."""

from wagtail.admin.forms import WagtailAdminPageForm

from kasper_site.cms.publish_checks.forms import CheckedFormMixin


class PageForm(CheckedFormMixin, WagtailAdminPageForm):
    """Wagtail's page form with the publish check; a page type with a form of its own starts from this one."""
