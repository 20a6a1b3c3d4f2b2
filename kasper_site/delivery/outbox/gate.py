"""Whether the effects of a page may go out now: asked of the floor above, which knows what a visitor sees."""

from collections.abc import Callable

Gate = Callable[[int], bool]

_gates: list[Gate] = []


def register(may_pass: Gate) -> None:
    """Ask `may_pass(page_id)` before each effect; a second registration is ignored."""
    if may_pass not in _gates:
        _gates.append(may_pass)


def is_open(page_id: int) -> bool:
    """Whether nobody has anything against it."""
    return all(may_pass(page_id) for may_pass in _gates)
