"""The site itself: its languages, its address and front page, its settings and menus."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Locale, Page, PageLogEntry, Site

from kasper_site.cms.models import Menu, SiteSettings
from kasper_site.demo import facts
from kasper_site.demo.page_sources import LANGUAGES
from kasper_site.demo.references import ContentError, page_reference, read
from kasper_site.demo.registry import Registry, Tally


def make_languages() -> None:
    """Finnish, Swedish and English, in this order."""
    for language in LANGUAGES:
        Locale.objects.get_or_create(language_code=language)


def open_site(registry: Registry) -> None:
    """Let the default site stand at the public address and open with our front page; Wagtail's welcome page goes."""
    home = registry.row(page_reference("/").name)
    if home is None:
        raise ContentError("pages/fi", "there is no file with path: /")
    url = urlsplit(settings.PUBLIC_URL)
    wanted = {
        "hostname": url.hostname,
        "port": url.port or (443 if url.scheme == "https" else 80),
        "site_name": settings.WAGTAIL_SITE_NAME,
    }
    site = Site.objects.filter(is_default_site=True).first()
    if site is None or _is_welcome(site.root_page):
        wanted["root_page_id"] = home.object_id
    _save_site(site or Site(is_default_site=True), wanted)
    for page in Page.objects.filter(depth=2):
        if _is_welcome(page):
            entries = PageLogEntry.objects.filter(page_id=page.pk)
            page.delete()
            entries.delete()


def _save_site(site: Site, wanted: dict) -> None:
    if any(getattr(site, name) != value for name, value in wanted.items()):
        for name, value in wanted.items():
            setattr(site, name, value)
        site.save()


def _is_welcome(page: Page) -> bool:
    """Whether the page is of no type of ours, as only Wagtail's own welcome page is."""
    return page.content_type_id == ContentType.objects.get_for_model(Page).pk


def load(folder, registry: Registry) -> list[Tally]:
    """The settings from `settings.yaml` and the menus from `menus.yaml`."""
    site = Site.objects.get(is_default_site=True)
    shared, menus = Tally("Settings"), Tally("Menus")
    values = read(folder / "settings.yaml", "settings.yaml")
    verdict = facts.keep(registry, "settings", SiteSettings, values, "settings.yaml", site_id=site.pk)
    shared.add(verdict, "settings")
    for language, places in read(folder / "menus.yaml", "menus.yaml").items():
        locale = Locale.objects.get(language_code=language)
        links = [{"position": place, **link} for place, entries in places.items() for link in entries]
        where = f"menus.yaml ({language})"
        verdict = facts.keep(registry, f"menu {language}", Menu, {"links": links}, where, locale_id=locale.pk)
        menus.add(verdict, language)
    return [shared, menus]
