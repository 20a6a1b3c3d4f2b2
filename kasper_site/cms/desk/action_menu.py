"""The buttons at the foot of a page's form: what the editor most likely came for is the main one."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import SubmitForModerationMenuItem
from wagtail.models import WorkflowState

# What approving does anyway, and what sending back does better: it tells the writer why.
NEEDLESS = ("action-publish", "action-cancel-workflow")
FIRST = ("approve", "reject")
# Who may publish, publishes; who may not, sends for approval. Reverting to an old version is left as it is.
MAIN = ("action-publish", "action-submit")
VIEWS = ("create", "edit")


class SubmitItem(SubmitForModerationMenuItem):
    """Wagtail names the workflow on this button; a writer thinks of what it does."""

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        page = context.get("page")
        state = page.current_workflow_state if page else None
        is_again = bool(state) and state.status == WorkflowState.STATUS_NEEDS_CHANGES
        context["label"] = _("Send for approval again") if is_again else _("Send for approval")
        return context


def arrange(menu_items: list, request, context: dict) -> None:
    """Put the main button first; used as a hook."""
    menu_items[:] = [SubmitItem(order=item.order) if item.name == "action-submit" else item for item in menu_items]
    if any(item.name == "approve" for item in menu_items):
        _for_approval(menu_items)
    elif context["view"] in VIEWS:
        main = next((item for name in MAIN for item in menu_items if item.name == name), None)
        menu_items.sort(key=lambda item: item is not main)


def _for_approval(menu_items: list) -> None:
    """Who reads a page that was sent for approval came to decide: those buttons stand first."""
    menu_items[:] = [item for item in menu_items if item.name not in NEEDLESS]
    menu_items.sort(key=_place)


def _place(item) -> tuple[bool, int]:
    """Approving and sending back, each with one tap, then the rest as it was."""
    is_first = item.name in FIRST and not (item.name == "approve" and item.launch_modal)
    return not is_first, FIRST.index(item.name) if is_first else 0
