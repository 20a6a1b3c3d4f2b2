"""The buttons at the foot of a page's form."""

# What approving does anyway, and what sending back does better: it tells the writer why.
NEEDLESS = ("action-publish", "action-cancel-workflow")
FIRST = ("approve", "reject")


def for_approval(menu_items: list, request, context: dict) -> None:
    """Who reads a page that was sent for approval came to decide: those buttons stand first; used as a hook."""
    if not any(item.name == "approve" for item in menu_items):
        return
    menu_items[:] = [item for item in menu_items if item.name not in NEEDLESS]
    menu_items.sort(key=_place)


def _place(item) -> tuple[bool, int]:
    """Approving and sending back, each with one tap, then the rest as it was."""
    is_first = item.name in FIRST and not (item.name == "approve" and item.launch_modal)
    return not is_first, FIRST.index(item.name) if is_first else 0
