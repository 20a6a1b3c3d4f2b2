"""Texts that a browser keeps until they are saved (static/js/admin/kept-text.js): which of them have been.

The form sends the number of its kept text; once the text is in the database the number goes into the session, and from
there with the next answer to the browser, which then forgets the text. A refused form sets no number.
"""

import re

from django.http import HttpRequest

FIELD = "kept_text"
SAVED = "kasper_saved_texts"
LIMIT = 20
_NUMBER = re.compile(r"[0-9a-z-]{1,60}")


def note_saved(request: HttpRequest, *_saved) -> None:
    """Wagtail's hook after a page or snippet was made or changed."""
    number = request.POST.get(FIELD, "")
    if _NUMBER.fullmatch(number):
        request.session[SAVED] = [*request.session.get(SAVED, []), number][-LIMIT:]


def take_saved(store) -> list[str]:
    """The numbers since the last time."""
    return store.pop(SAVED, [])
