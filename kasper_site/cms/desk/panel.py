"""The desk on the admin's front page, in the place of Wagtail's own lists of the same things."""

from django.forms import Media
from wagtail.admin.ui.components import Component

from kasper_site.cms.desk import approvals, broken_links, drafts, due_pages, facts, shortcuts

BOXES = (drafts, approvals, due_pages, broken_links, facts)


class DeskPanel(Component):
    """The ways taken most often, then everything that waits for the editor; one calm line where nothing does."""

    name = "desk"
    order = 100
    template_name = "wagtailadmin/home/desk.html"

    @property
    def media(self):
        return Media(css={"all": ["css/admin/desk.css"]})

    def get_context_data(self, parent_context):
        request = parent_context["request"]
        boxes = [box for kind in BOXES if (box := kind.box(request.user)).items]
        return {
            "shortcuts": shortcuts.of(request.user),
            "boxes": boxes,
            "request": request,
            "csrf_token": parent_context["csrf_token"],
        }


def construct(request, panels: list) -> None:
    """The desk alone: it holds what Wagtail's panels tell of drafts, approvals and locks; used as a hook."""
    panels[:] = [DeskPanel()]
