"""Where a notice shows and what its entry in the file says (`delivery.banners` tells of its shape)."""

from django.conf import settings
from wagtail.models import Page, Site

from kasper_site.cms import visibility
from kasper_site.directory import phones

LANGUAGES = [code for code, _name in settings.LANGUAGES]


def entry(banner, moments: tuple[float, float]) -> dict:
    """The notice as every page reads it, shown from the first moment until the second."""
    return {
        "severity": banner.severity,
        "from": moments[0],
        "until": moments[1],
        "paths": None if banner.is_everywhere else sections(banner),
        "texts": texts(banner),
        "phone": phones.readable(banner.phone),
        "tel": phones.tel(banner.phone),
        "links": links(banner),
    }


def texts(banner) -> dict[str, dict[str, str]]:
    """Heading and text in each language that has them."""
    found = {}
    for code in LANGUAGES:
        if heading := getattr(banner, f"heading_{code}"):
            found[code] = {"heading": heading, "text": getattr(banner, f"text_{code}")}
    return found


def links(banner) -> dict[str, dict[str, str]]:
    """The page to read on, in each language in which a visitor may see it; what is there stands for the Finnish one."""
    found = {}
    for page in _in_all_languages(banner.link_page).select_related("locale"):
        found[page.locale.language_code] = {"url": page.url or "/", "title": page.title}
    return found if settings.LANGUAGE_CODE in found else {}


def sections(banner) -> list[str]:
    """The places in the tree of the section's page and of its translations; none once it has been deleted."""
    if banner.section is None:
        return []
    pages = Page.objects.filter(translation_key=banner.section.translation_key)
    return sorted(pages.values_list("path", flat=True))


def page_count(banner) -> int:
    """On how many pages visitors see the notice while it is on."""
    pages = visibility.visible(Page.objects.filter(depth__gt=1))
    return sum(pages.filter(path__startswith=path).count() for path in sections(banner))


def example_page(banner, language: str) -> Page | None:
    """A page on which visitors would see the notice: the section's own, else the language's front page."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    front = site.root_page if site else None
    for wanted in (None if banner.is_everywhere else banner.section, front):
        page = _in_all_languages(wanted).filter(locale__language_code=language).first()
        if page:
            return page.specific
    return None


def _in_all_languages(page: Page | None):
    """The visible pages that are this one in some language."""
    if page is None:
        return Page.objects.none()
    return visibility.visible(Page.objects.filter(translation_key=page.translation_key))
