"""The edit view of what has no drafts: its history tells what was changed to what."""

from wagtail.snippets.views.snippets import EditView

from kasper_site.cms.safekeeping import changes


class FactEditView(EditView):
    """For a viewset: `edit_view_class = FactEditView`, with a form that grows from SeenForm."""

    def save_instance(self):
        instance = super().save_instance()
        after = changes.state_of(self.form, type(instance)._default_manager.get(pk=instance.pk))
        changes.keep(instance, changes.compare(self.form.before, after))
        return instance
