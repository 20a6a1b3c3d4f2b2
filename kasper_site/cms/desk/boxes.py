"""What a box on the desk is made of."""

from dataclasses import dataclass, field

SHOWN = 5


@dataclass(frozen=True)
class Answer:
    """A button that answers a question at once: its words, where it is sent, what it carries."""

    words: str
    url: str
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Item:
    """One thing that waits: its name (a link where `url` is set), a line about it, where the box's action leads.

    `action` are the words of its own action, a way to a form, where the box's does not fit it; before it stand the
    `answers` that are given at once.
    """

    title: str
    action_url: str
    detail: str = ""
    url: str = ""
    language: str = ""
    action: str = ""
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True)
class Box:
    """A kind of work with its things; `is_button` where the action is done at once and not a way to a form."""

    key: str
    heading: str
    help: str
    action: str
    icon: str
    items: list[Item] = field(default_factory=list)
    is_button: bool = False

    @property
    def first(self) -> list[Item]:
        """What is shown at once."""
        return self.items[:SHOWN]

    @property
    def more(self) -> list[Item]:
        """What is folded away."""
        return self.items[SHOWN:]
