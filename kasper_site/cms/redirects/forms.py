"""The admin's forms of redirects: one redirect, a file with many, and the file once more when it has been looked at."""

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.contrib.redirects.forms import RedirectForm

from kasper_site.cms.redirects import csv_file, rules
from kasper_site.cms.redirects.csv_file import Line, RedirectsError
from kasper_site.cms.redirects.rules import Refused, Target
from kasper_site.cms.redirects.site_map import SiteMap

_SALT = "kasper_site.cms.redirects"


class CheckedRedirectForm(RedirectForm):
    """One redirect: from an old address either to a page or to an address."""

    # No URL field: a path of our own may be pasted as well, and the rules say what is wrong in words.
    redirect_link = forms.CharField(
        label=gettext_lazy("Or the address that it leads to"),
        required=False,
        help_text=gettext_lazy("Only where it does not lead to a page of ours, for example https://www.example.org/."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["site"]  # there is one site; a redirect that Wagtail made for it stays so
        self.order_fields(["old_path", "redirect_page", "redirect_link", "is_permanent"])
        labels = {"old_path": _("Old address"), "redirect_page": _("The page that it leads to")}
        for name, label in labels.items():
            self.fields[name].label = label
        self.fields["old_path"].help_text = _("For example /old-page/. Who comes to this address is led on.")
        self.fields["redirect_page"].help_text = _("The redirect follows the page when its address changes.")
        self.fields["is_permanent"].label = _("For good")
        self.fields["is_permanent"].help_text = _("Search engines forget the old address and remember the new one.")

    def clean(self):
        """One old address, one target, both by the rules; each error stands at its own field."""
        site_map = SiteMap()
        old = self._clean_old(site_map)
        super().clean()  # after ours, for it can read only an address that we can
        target = self._clean_target(site_map, old)
        if target:
            values = target.fields
            self.cleaned_data["redirect_link"] = values["redirect_link"]
            if values["redirect_page_id"]:
                self.cleaned_data["redirect_page"] = self._page_field.queryset.get(pk=values["redirect_page_id"])
        return self.cleaned_data

    @property
    def _page_field(self) -> forms.ModelChoiceField:
        return self.fields["redirect_page"]

    def _clean_old(self, site_map: SiteMap) -> str:
        """The old address in the form in which it is looked up; "" where it is refused."""
        if "old_path" not in self.cleaned_data:
            return ""
        try:
            old = rules.old_path(self.cleaned_data["old_path"], site_map)
        except Refused as refused:
            self.add_error("old_path", str(refused))
            return ""
        other = site_map.redirects.get(old)
        if other and other.pk != self.instance.pk:
            self.add_error("old_path", _("There is a redirect from this address already. Change that one."))
        self.cleaned_data["old_path"] = old
        return old

    def _clean_target(self, site_map: SiteMap, old: str) -> Target | None:
        page, link = self.cleaned_data.get("redirect_page"), self.cleaned_data.get("redirect_link", "")
        if "redirect_page" not in self.cleaned_data:
            return None
        if page and link:
            self.add_error("redirect_link", _("Choose a page or write an address, not both. Empty one of them."))
        elif not page and not link:
            self.add_error("redirect_page", _("Choose the page that the old address leads to, or write an address."))
        else:
            return self._target(site_map, old)
        return None

    def _target(self, site_map: SiteMap, old: str) -> Target | None:
        page, link = self.cleaned_data["redirect_page"], self.cleaned_data["redirect_link"]
        try:
            if page:
                return rules.page_target(page.pk, site_map, old)
            return rules.target(link, site_map, old)
        except Refused as refused:
            self.add_error("redirect_page" if page else "redirect_link", str(refused))
        return None


class FileForm(forms.Form):
    """A CSV file with many redirects."""

    file = forms.FileField(
        label=gettext_lazy("CSV file"),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,text/csv,text/plain"}),
        help_text=gettext_lazy("At most 1 MB and 2,000 rows."),
    )

    def clean_file(self) -> list[Line]:
        """The rows of the file."""
        file: File = self.cleaned_data["file"]
        try:
            return csv_file.read(file.read(csv_file.MOST_BYTES + 1))
        except RedirectsError as error:
            raise ValidationError(str(error)) from error


class ConfirmForm(forms.Form):
    """The rows that somebody has looked at, signed so that they are stored as they were shown."""

    rows = forms.CharField(widget=forms.HiddenInput)

    @classmethod
    def of(cls, lines: list[Line]) -> "ConfirmForm":
        """The form that stores these rows."""
        values = [(line.number, line.old, line.new) for line in lines]
        return cls(initial={"rows": signing.dumps(values, salt=_SALT, compress=True)})

    def clean_rows(self) -> list[Line]:
        """The rows as they were shown."""
        try:
            return [Line(*values) for values in signing.loads(self.cleaned_data["rows"], salt=_SALT)]
        except signing.BadSignature as error:
            raise ValidationError(_("Choose the file once more.")) from error
