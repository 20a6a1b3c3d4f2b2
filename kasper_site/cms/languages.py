"""The other languages of what a visitor reads: the same page where it is there, else that language's front page."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import translate_url
from django.utils import translation
from django.utils.text import capfirst

from kasper_site.cms.urls_of import absolute

# Views outside the tree of pages that answer in every language.
VIEWS_IN_EVERY_LANGUAGE = (
    "search",
    "accessibility_feedback",
    "accessibility_feedback_thanks",
    "subscription",
    "subscription_asked",
    "subscription_confirm",
    "subscription_confirmed",
    "subscription_own",
    "subscription_leave",
)


@dataclass(frozen=True)
class OtherLanguage:
    """A way to another language; `is_same` where it leads to the same page and not only to the front page."""

    code: str
    url: str
    is_same: bool

    @property
    def name(self) -> str:
        """The language's name in the language itself."""
        return capfirst(translation.get_language_info(self.code)["name_local"])


@dataclass(frozen=True)
class Alternate:
    """A page's address in one language, as search engines take it; `code` is "x-default" for everybody else."""

    code: str
    url: str


def of_page(page) -> list[OtherLanguage]:
    """The ways from a page; none to a language of which a visitor may see nothing."""
    same = {other.locale.language_code: other for other in page.visible_translations}
    wanted = [code for code in _others() if code not in same]
    fronts = {front.locale.language_code: front for front in page.front_pages} if wanted else {}
    found = {**{code: fronts[code] for code in wanted if code in fronts}, **same}
    return [OtherLanguage(code, found[code].url, code in same) for code in _others() if code in found]


def of_request(request) -> list[OtherLanguage]:
    """The ways from a view that is no page; none where it answers in one language only."""
    match = getattr(request, "resolver_match", None)
    if match is None or match.url_name not in VIEWS_IN_EVERY_LANGUAGE:
        return []
    address = request.get_full_path()
    return [OtherLanguage(code, translate_url(address, code), True) for code in _others()]


def alternates(urls: dict[str, str]) -> list[Alternate]:
    """The absolute addresses of one page, from its addresses by language; none where it is in one language only.

    Who reads none of them gets the house's own language, which alone is complete.
    """
    urls = {code: absolute(url) for code, url in urls.items()}
    if len(urls) < 2:
        return []
    found = [Alternate(code, urls[code]) for code, _name in settings.LANGUAGES if code in urls]
    default = urls.get(settings.LANGUAGE_CODE)
    return [*found, Alternate("x-default", default)] if default else found


def _others() -> list[str]:
    active = translation.get_language()
    return [code for code, _name in settings.LANGUAGES if code != active]
