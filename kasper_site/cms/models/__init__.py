"""Models that every section stands on."""

from kasper_site.cms.models.base_page import DISCREET_PANEL, BasePage
from kasper_site.cms.models.media import SiteDocument, SiteImage, SiteRendition
from kasper_site.cms.models.site_settings import Menu, MenuLink, SiteSettings
from kasper_site.cms.models.upkeep import EditorGroup, ExternalLink, PageReview, Reminder

__all__ = [
    "DISCREET_PANEL",
    "BasePage",
    "EditorGroup",
    "ExternalLink",
    "Menu",
    "MenuLink",
    "PageReview",
    "Reminder",
    "SiteDocument",
    "SiteImage",
    "SiteRendition",
    "SiteSettings",
]
