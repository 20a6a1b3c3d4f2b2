"""The edit form that lets nothing blocking through when somebody publishes; a draft is saved whatever it holds."""

from django.utils.translation import gettext as _

from kasper_site.cms.publish_checks import form_errors, named_errors
from kasper_site.cms.publish_checks.run import findings, summary


class CheckedFormMixin:
    """For a page form: `class PageForm(CheckedFormMixin, WagtailAdminPageForm)`."""

    _is_checked = False

    @property
    def is_publishing(self) -> bool:
        """Whether the sender pressed *publish*, or *approve* on a page that this publishes."""
        is_approving = "action-workflow-action" in self.data and self.data.get("workflow-action-name") == "approve"
        return "action-publish" in self.data or is_approving

    def is_valid(self):
        """Whether the form may be saved; asked again, it does not check again."""
        if not super().is_valid():
            self._tell()
            return False
        if self.is_publishing and not self._is_checked:
            self._is_checked = True
            self._check()
        return super().is_valid()

    def _tell(self) -> None:
        """Say once what did not happen, and name each part of a stream that is to be filled in or mended."""
        if self._is_checked or not self.is_bound:
            return
        self._is_checked = True
        named_errors.name_in(self)
        if not self.non_field_errors():
            not_done = _("The page was not published.") if self.is_publishing else _("The draft was not saved.")
            self._add_on_top(not_done)

    def _check(self) -> None:
        """Hang what blocks on the form, its sum on top."""
        page = self.save(commit=False)  # puts the rows of child relations on the page too, without a query
        blocking = [finding for finding in findings(page) if finding.is_blocking]
        if blocking:
            words = _("The page was not published: %(summary)s.") % {"summary": summary(blocking)}
            self._add_on_top(words)
            form_errors.add_to(self, blocking)

    def _add_on_top(self, words: str) -> None:
        kept = _("What you wrote is kept in this form.")
        self.add_error(None, f"{words} {kept}")
