"""The edit form that lets nothing blocking through when somebody publishes; a draft is saved whatever it holds."""

from kasper_site.cms.publish_checks import form_errors
from kasper_site.cms.publish_checks.run import findings


class CheckedFormMixin:
    """For a page form: `class PageForm(CheckedFormMixin, WagtailAdminPageForm)`, then `base_form_class = PageForm`."""

    _is_checked = False

    @property
    def is_publishing(self) -> bool:
        """Whether the sender pressed *publish*, or *approve* on a page that this publishes."""
        is_approving = "action-workflow-action" in self.data and self.data.get("workflow-action-name") == "approve"
        return "action-publish" in self.data or is_approving

    def is_valid(self):
        """Whether the form may be saved; asked again, it does not check again."""
        if not super().is_valid():
            return False
        if self.is_publishing and not self._is_checked:
            self._is_checked = True
            page = self.save(commit=False)  # puts the rows of child relations on the page too, without a query
            form_errors.add_to(self, [finding for finding in findings(page) if finding.is_blocking])
        return super().is_valid()
