"""The words for which the search shows a fact's card. What may stand there tells the search, which is built above."""

from collections.abc import Callable

Rule = Callable[[str, str], list[str]]

_rules: list[Rule] = []


def register(rule: Rule) -> None:
    """Clean search words by `rule(text, field)`: the phrases of a text, or ValidationError for the field."""
    if rule not in _rules:
        _rules.append(rule)


def cleaned(text: str, field: str) -> str:
    """The text as it is kept, a comma between phrases; ValidationError for the field where a rule refuses it."""
    for rule in _rules:
        text = ", ".join(rule(text, field))
    return text
