"""Finnish where Wagtail's code makes English words without asking for a translation."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import choosers
from wagtail.admin.forms.auth import LoginForm
from wagtail.admin.forms.workflows import WorkflowPageForm
from wagtail.admin.menu import SubmenuMenuItem
from wagtail.contrib.simple_translation.models import SimpleTranslation
from wagtail.sites.views import IndexView
from wagtail.users.forms import PagePermissionsForm

LINK = {"link_text": _("Link text")}
# Fields without a label of their own: Django makes one of the field's name in the code.
LABELS = {
    LoginForm: {"password": _("Password")},
    choosers.ExternalLinkChooserForm: LINK,
    choosers.AnchorLinkChooserForm: LINK,
    choosers.PhoneLinkChooserForm: {"phone_number": _("Phone number"), **LINK},
    choosers.EmailLinkChooserForm: {
        "email_address": _("E-mail address"),
        "subject": _("Subject of the mail"),
        "body": _("Text of the mail"),
        **LINK,
    },
    PagePermissionsForm: {"page": _("Page")},
    WorkflowPageForm: {"page": _("Page")},
}
SITE_COLUMNS = {"port": _("Port"), "site_name": _("Site name"), "root_page": _("Root page")}


def install() -> None:
    """Name fields, the columns of the list of sites and the permission to translate; called once at the start."""
    for form, labels in LABELS.items():
        for name, label in labels.items():
            form.base_fields[name].label = label
    for column in IndexView.columns:
        column.label = SITE_COLUMNS.get(column.name, column.label)
    SimpleTranslation._meta.verbose_name = _("translation of pages")


def without_version(request, menu_items: list) -> None:
    """Wagtail's version stands at the foot of the settings and tells an editor nothing; used as a hook."""
    menu_items[:] = [_plain(item) if item.name == "settings" else item for item in menu_items]


def _plain(item: SubmenuMenuItem) -> SubmenuMenuItem:
    """The same part of the menu without its foot."""
    return SubmenuMenuItem(
        item.label, item.menu, name=item.name, classname=item.classname, icon_name=item.icon_name, order=item.order
    )
