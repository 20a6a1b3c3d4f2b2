"""Examples of the components that stand around every page, and of its forms and lists."""

from datetime import date

from django import forms
from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from kasper_site.cms.blocks.previews import first
from kasper_site.cms.listing import Choice, FilterGroup
from kasper_site.cms.patterns.registry import Component, Sample
from kasper_site.cms.patterns.rendering import joined, part
from kasper_site.cms.patterns.stand_ins import page_at_home
from kasper_site.cms.patterns.words import (
    CHOSEN,
    DISABLED,
    EMPTY,
    ERROR,
    FIRST,
    FOCUS,
    HOVER,
    LAST,
    LONG,
    LONG_LINE,
    LONG_WORD,
    MIDDLE,
    NO_PICTURE,
    OPEN,
    REST,
    SENTENCE,
)
from kasper_site.cms.templatetags.pictures import site_picture

PHONE = {"tel": "tel:+358440000000", "public_phone": "044 000 0000"}
PAGE = {"title": "Kokemuskohtaamo", "pk": 0}
BREADCRUMB = [{"title": "Etusivu", "url": "/"}, {"title": "Hankkeet", "url": "/"}]


# As in a preview: the example leads nowhere.
_EXIT = {
    "request": {"is_preview": True},
    "frame": {"exit_links": [{"page": {"url": "/"}, "text": "Selaa turvallisesti"}]},
}


class PasswordForm(forms.Form):
    """The form of one field that a private page asks its password with."""

    password = forms.CharField(label="Salasana", widget=forms.PasswordInput)


def components() -> list[Component]:
    """What the frame of a page is made of, then forms and lists."""
    return [
        *_frame(),
        *_around_the_title(),
        *_ways(),
        *_controls(),
    ]


def _frame() -> list[Component]:
    header, footer = part("includes/header.html"), part("includes/footer.html")
    menu = part("includes/header.html", select=".menu", open="")
    return [
        Component(
            "skip_link",
            _("Skip link"),
            _("The first thing that a key reaches on every page."),
            [Sample(FOCUS, part("base.html", select=".skip-link"), "as-focus", "patterns-stage")],
        ),
        Component(
            "quick_exit",
            _("Leave quickly"),
            _("The way out of every page, in sight while one reads."),
            [
                Sample(REST, part("includes/quick_exit.html", _EXIT, ".quick-exit")),
                Sample(FOCUS, part("includes/quick_exit.html", _EXIT, ".quick-exit"), "as-focus"),
            ],
            is_wide=True,
        ),
        Component(
            "site_header",
            _("Page header"),
            _("The wordmark leads home."),
            [Sample(REST, header)],
            is_wide=True,
        ),
        Component("menu", _("Menu"), _("Folded on a phone, a row where there is room."), [Sample(OPEN, menu)]),
        Component(
            "site_footer", _("Page footer"), _("Contacts and lasting links."), [Sample(REST, footer)], is_wide=True
        ),
    ]


def _around_the_title() -> list[Component]:
    """What stands between the header and a page's text."""
    others = [{"code": "sv", "name": "Svenska", "url": "/sv/", "is_same": True}]
    others += [{"code": "en", "name": "English", "url": "/en/", "is_same": False}]
    words = {"title": "Apua ja tukea", "lead": SENTENCE}
    return [
        Component(
            "languages",
            _("Languages"),
            _("The same page in other languages, each in its own words."),
            [Sample(REST, part("includes/languages.html", {"frame": {"languages": others}}))],
        ),
        Component(
            "illustrated_head",
            _("Start of a page"),
            _("Title, the main thing and perhaps a picture."),
            [
                Sample(REST, part("components/page_head.html", {**words, "picture": _picture()})),
                Sample(NO_PICTURE, part("components/page_head.html", words)),
                Sample(LONG, part("components/page_head.html", {"title": LONG_LINE, "lead": LONG_LINE})),
            ],
            is_wide=True,
        ),
    ]


def _picture() -> str:
    return site_picture(first("cms.SiteImage"), "card")


def _ways() -> list[Component]:
    crumbs = {"frame": {"breadcrumb": BREADCRUMB}, "page": PAGE}
    long_crumbs = {
        "frame": {"breadcrumb": [*BREADCRUMB, {"title": LONG_LINE, "url": "/"}]},
        "page": {"title": LONG_WORD},
    }
    return [
        Component(
            "breadcrumb",
            _("Breadcrumb"),
            _("Where the page stands; the page itself is no link."),
            [
                Sample(REST, part("includes/breadcrumb.html", crumbs)),
                Sample(LONG, part("includes/breadcrumb.html", long_crumbs)),
            ],
        ),
        Component(
            "pagination",
            _("Pages of a list"),
            _("Under a list that is longer than a page."),
            [Sample(label, part("components/pagination.html", _results(number))) for label, number in _PAGES],
        ),
        Component(
            "choices",
            _("Choices"),
            _("One filter of a list; the chosen one is marked by more than colour."),
            [
                Sample(CHOSEN, part("components/filter_groups.html", _filters(), ".choices")),
                Sample(HOVER, part("components/filter_groups.html", _filters(), ".choices"), "as-hover"),
                Sample(FOCUS, part("components/filter_groups.html", _filters(), ".choices"), "as-focus"),
            ],
        ),
        Component(
            "filter_groups",
            _("Filters"),
            _("All filters of a list, beside it or on a phone after it, and what they leave."),
            [
                Sample(REST, part("components/filter_groups.html", _filters())),
                Sample(CHOSEN, part("components/filter_status.html", _filters())),
                Sample(LONG, part("components/filter_groups.html", _filters(LONG_WORD))),
            ],
        ),
    ]


_PAGES = ((FIRST, 1), (MIDDLE, 5), (LAST, 10))


def _results(number: int) -> dict:
    return {"results": Paginator(range(100), 10).page(number)}


def _filters(word: str = "VOIKUKKIA") -> dict:
    choices = [Choice("Kaikki", "", False), Choice("Opas", "?tyyppi=opas", True), Choice(word, "?hanke=a", False)]
    return {
        "filters": [FilterGroup("Tyyppi", choices)],
        "is_filtered": True,
        "filter_words": "Opas",
        "page": page_at_home(),
    }


def _controls() -> list[Component]:
    password = "wagtailcore/password_required.html"  # noqa: S105  a template's name
    button = part(password, select=".button")
    quiet = part("includes/search_form.html", {"field_id": "haku"}, ".button")
    call = part("components/call_button.html", {"point": PHONE})
    return [
        Component(
            "button",
            _("Button"),
            _("The one main action of a view, another one beside it, and a number to press."),
            [
                Sample(REST, joined(button, quiet, call)),
                Sample(HOVER, joined(button, quiet, call), "as-hover"),
                Sample(FOCUS, joined(button, quiet, call), "as-focus"),
                Sample(DISABLED, part(password, select=".button", disabled="")),
            ],
        ),
        Component(
            "field",
            _("Form field"),
            _("What is wrong stands above the field, in words."),
            [
                Sample(REST, part(password, _form(), ".field")),
                Sample(HOVER, part(password, _form(), ".field"), "as-hover"),
                Sample(FOCUS, part(password, _form(), ".field"), "as-focus"),
                Sample(ERROR, part(password, _form(data={"password": ""}), ".field")),
                Sample(DISABLED, part(password, _form(is_disabled=True), ".field")),
                Sample(LONG, part(password, _form(label=LONG_LINE), ".field")),
            ],
        ),
        Component(
            "search_form",
            _("Search field"),
            _("In the header and on the search page."),
            [
                Sample(EMPTY, part("includes/search_form.html", {"field_id": "haku"})),
                Sample(LONG, part("includes/search_form.html", {"field_id": "haku", "typed": LONG_LINE})),
            ],
        ),
        Component(
            "checked",
            _("Facts checked"),
            _("When somebody last made sure of a number or an address."),
            [Sample(REST, part("components/confirmed.html", {"day": date(2023, 8, 2)}))],
        ),
    ]


def _form(data: dict | None = None, label: str = "", is_disabled: bool = False) -> dict:
    form = PasswordForm(data)
    form.fields["password"].label = label or form.fields["password"].label
    form.fields["password"].disabled = is_disabled
    return {"form": form}
