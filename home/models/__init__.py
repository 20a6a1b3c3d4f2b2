"""The pages on top: home, help, strategy, contacts and the plain ones."""

from home.models.accessibility import AccessibilityPage
from home.models.contacts import ContactPage
from home.models.events import EventIndexPage
from home.models.help_pages import HelpIndexPage, PlacePage, ServicePage
from home.models.home_page import HomePage
from home.models.plain_language import PlainLanguagePage
from home.models.standard import StandardPage
from home.models.strategy import StrategyPage

__all__ = [
    "AccessibilityPage",
    "ContactPage",
    "EventIndexPage",
    "HelpIndexPage",
    "HomePage",
    "PlacePage",
    "PlainLanguagePage",
    "ServicePage",
    "StandardPage",
    "StrategyPage",
]
