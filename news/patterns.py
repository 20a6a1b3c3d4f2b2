"""Examples of what stories are made of, for the pattern library."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from kasper_site.cms.patterns import Component, Sample
from kasper_site.cms.patterns.rendering import part
from kasper_site.cms.patterns.stand_ins import page_at_home
from kasper_site.cms.patterns.words import FOCUS, HOVER, LONG, LONG_LINE, LONG_WORD, REST, SENTENCE
from kasper_site.directory.hours import HELSINKI
from kasper_site.directory.patterns import person
from news.models import ReleasePage

DAY = datetime(2023, 8, 2, 9, 0, tzinfo=HELSINKI)
LIST = "news/news_index_page.html"
RELEASE = "news/release_page.html"


def components() -> list[Component]:
    """Stories in lists, then a release."""
    short = _list(_story(title="Tukiluuri vastaa myös heinäkuussa"), _story(title="Uusi opas ohjaajille"))
    long_one = _list(_story(title=LONG_LINE, lead=f"{LONG_LINE}. {LONG_LINE}."))
    return [
        Component(
            "story_list",
            _("Stories in a list"),
            _("Kind and day, headline, the main thing."),
            [
                Sample(REST, part(LIST, short, ".story-list")),
                Sample(HOVER, part(LIST, short, ".story-list"), "as-hover"),
                Sample(FOCUS, part(LIST, short, ".story-list"), "as-focus"),
                Sample(LONG, part(LIST, long_one, ".story-list")),
            ],
        ),
        Component(
            "release",
            _("Whom the press may call"),
            _("Beside a release, on a phone after it."),
            [
                Sample(REST, part(RELEASE, _contacts(person()), ".release-contacts")),
                Sample(LONG, part(RELEASE, _contacts(person(name=LONG_WORD, role_fi=LONG_LINE)), ".release-contacts")),
            ],
        ),
    ]


def _list(*stories: ReleasePage) -> dict:
    return {"stories": stories, "page": page_at_home()}


def _story(**fields) -> ReleasePage:
    return page_at_home(ReleasePage, **{"public_at": DAY, "lead": SENTENCE, "kind": "tiedote", **fields})


def _contacts(someone) -> dict:
    return {"contact_cards": [{"person": someone, "role": ""}], "page": _story(title="Uusi opas")}
