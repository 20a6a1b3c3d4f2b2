"""Models that every section stands on."""

from kasper_site.cms.models.base_page import BasePage
from kasper_site.cms.models.media import SiteDocument, SiteImage, SiteRendition
from kasper_site.cms.models.site_settings import Menu, MenuLink, SiteSettings

__all__ = ["BasePage", "Menu", "MenuLink", "SiteDocument", "SiteImage", "SiteRendition", "SiteSettings"]
