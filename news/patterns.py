"""Examples of what stories are made of, for the pattern library."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from kasper_site.cms.blocks.previews import first
from kasper_site.cms.patterns import Component, Sample
from kasper_site.cms.patterns.rendering import part
from kasper_site.cms.patterns.stand_ins import page_at_home
from kasper_site.cms.patterns.words import FOCUS, HOVER, LONG, LONG_LINE, LONG_WORD, OVER, REST, SENTENCE
from kasper_site.directory.hours import HELSINKI
from kasper_site.directory.patterns import person
from news import notices
from news.media_bank.rows import Row
from news.models import PressRoomPage, ReleasePage
from news.stale import Change

DAY = datetime(2023, 8, 2, 9, 0, tzinfo=HELSINKI)
LIST = "news/news_index_page.html"
RELEASE = "news/release_page.html"
PRESS = "news/press_room_page.html"
BANK = "news/parts/bank_pictures.html"
CONTACTS = ".release-contacts"
CORRECTION = "Puhelinnumero oli väärin. Oikea numero on 044 000 0000."
GONE = "ei ole enää toiminnassa"


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
                Sample(REST, part(RELEASE, _contacts(person()), ".story-head")),
                Sample(REST, part(RELEASE, _contacts(person()), ".release-contacts")),
                Sample(LONG, part(RELEASE, _contacts(person(name=LONG_WORD, role_fi=LONG_LINE)), ".release-contacts")),
                Sample(OVER, part(RELEASE, _contacts(person(until_date=DAY.date()), instead=person()), CONTACTS)),
            ],
        ),
        Component(
            "release_notices",
            _("What was corrected, what has changed"),
            _("On top of a release, the newest correction first."),
            [
                Sample(REST, _notices(notices.corrected(DAY, CORRECTION))),
                Sample(_("Out of date"), _notices(_outdated(("Tukiluuri", "puhelin 044 000 0000")))),
                Sample(_("Both"), _notices(_outdated(("Kohtaamispaikka", GONE)), notices.corrected(DAY, CORRECTION))),
                Sample(LONG, _notices(_outdated((LONG_WORD, LONG_LINE), (LONG_LINE, LONG_WORD)))),
            ],
        ),
        Component(
            "downloads",
            _("Downloads of a release"),
            _("After the text: PDF, plain text, attachments, each with type and size."),
            [
                Sample(REST, part(RELEASE, _downloads("Hinnasto"), ".downloads")),
                Sample(FOCUS, part(RELEASE, _downloads("Hinnasto"), ".downloads"), "as-focus"),
                Sample(LONG, part(RELEASE, _downloads(LONG_LINE), ".downloads")),
            ],
        ),
        Component(
            "press_room",
            _("The press room"),
            _("Whom to call, logos."),
            [
                Sample(REST, part(PRESS, _press(person()), ".press-contact")),
                Sample(LONG, part(PRESS, _press(person(name=LONG_WORD, role_fi=LONG_LINE)), ".press-contact")),
                Sample(REST, part(PRESS, _press(person()), ".press-logos")),
            ],
        ),
        Component(
            "media_bank",
            _("Pictures for the press"),
            _("Each with its words, its size and the way to its original."),
            [
                Sample(REST, part(BANK, _bank("Voikukka aamulla.", "Voikukka illalla."), ".media-bank")),
                Sample(FOCUS, part(BANK, _bank("Voikukka aamulla.", "Voikukka illalla."), ".media-bank"), "as-focus"),
                Sample(LONG, part(BANK, _bank(LONG_LINE, LONG_LINE), ".media-bank")),
            ],
        ),
    ]


def _list(*stories: ReleasePage) -> dict:
    return {"stories": stories, "page": page_at_home()}


def _story(**fields) -> ReleasePage:
    return page_at_home(ReleasePage, **{"public_at": DAY, "lead": SENTENCE, "kind": "tiedote", **fields})


def _downloads(title: str) -> dict:
    files = {kind: {"url": f"#{kind}", "size": 26_000} for kind in ("pdf", "text")}
    document = {"url": "#liite", "file_extension": "pdf", "file_size": 180_000, "language": "fi"}
    attachments = [{"title": title, "document": document}]
    return {"downloads": {**files, "attachments": attachments}, "page": _story(title="Uusi opas")}


def _press(someone) -> dict:
    return {"press_contact": someone, "page": page_at_home(PressRoomPage, title="Medialle")}


def _bank(*captions: str) -> dict:
    """The picture that there is, as often as there are captions."""
    return {
        "bank_pictures": [
            Row(first("cms.SiteImage"), words, "fi", "#kuva", not number) for number, words in enumerate(captions)
        ]
    }


def _contacts(someone, instead=None) -> dict:
    cards = [{"person": someone, "role": ""}]
    return {"contact_cards": cards, "press_contact": instead, "page": _story(title="Uusi opas")}


def _notices(*shown: notices.Notice):
    return part("news/parts/notices.html", {"release_notices": shown})


def _outdated(*changed: tuple[str, str]) -> notices.Notice:
    return notices.outdated(DAY.date(), [Change(name, words, page_at_home()) for name, words in changed])
