"""What happens when something that visitors see has changed.

Upper layers subscribe in their `AppConfig.ready`; `delivery.signals` announces. Only what is *visible* has
effects, and only after the database has committed: a draft or an autosave never gets here.
"""

from collections.abc import Callable

from django.db import transaction

Subscriber = Callable[[object], None]

_subscribers: list[Subscriber] = []


def subscribe(subscriber: Subscriber) -> None:
    """Call `subscriber(thing)` after each committed change of a page or fact; a second subscription is ignored."""
    if subscriber not in _subscribers:
        _subscribers.append(subscriber)


def announce(thing: object) -> None:
    """Tell every subscriber about `thing` (a page or a fact) once the running transaction has committed."""
    for subscriber in _subscribers:
        transaction.on_commit(lambda call=subscriber: call(thing), robust=True)
