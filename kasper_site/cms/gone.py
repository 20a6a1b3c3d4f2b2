"""What answers at an address where no page does, before the site says that it knows of none.

A section that takes pages away in public registers `answer(request, url_path)`: a response (410, 301) for the address
of such a page, None for all others. It is asked only where nothing was found, so other addresses cost nothing.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest, str], HttpResponse | None]

_answers: list[Answer] = []


def register(answer: Answer) -> None:
    """Ask `answer` too; a second registration is ignored."""
    if answer not in _answers:
        _answers.append(answer)


def answer(request: HttpRequest, url_path: str) -> HttpResponse | None:
    """The first answer for the path of a page in the tree (`/etusivu/ajankohtaista/uusi-palvelu/`)."""
    return next((response for one in _answers if (response := one(request, url_path)) is not None), None)
