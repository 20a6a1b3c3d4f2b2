"""How editors see the directory: lists with what they look for, forms from the models' panels."""

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from kasper_site.cms.desk import counts
from kasper_site.cms.safekeeping.fact_views import FactEditView
from kasper_site.directory import event_wording
from kasper_site.directory.models import Event, OutsideHelpline, Person, Place, Service
from kasper_site.directory.panels import UsagePanel

counts.register("directory.Person", ngettext_lazy("%(count)d person", "%(count)d people", "count"))
counts.register("directory.Service", ngettext_lazy("%(count)d service", "%(count)d services", "count"))
counts.register("directory.Place", ngettext_lazy("%(count)d place", "%(count)d places", "count"))
counts.register(
    "directory.OutsideHelpline", ngettext_lazy("%(count)d outside helpline", "%(count)d outside helplines", "count")
)

counts.register("directory.Event", ngettext_lazy("%(count)d event", "%(count)d events", "count"))


def confirmed(fact) -> str:
    """The date of a fact's last confirmation in the editor's language; "" where nobody has confirmed it."""
    return date_format(fact.confirmed_on, "SHORT_DATE_FORMAT") if fact.confirmed_on else ""


def when(event) -> str:
    """When an event is."""
    return event_wording.when_words(event.plan)


CONFIRMED_COLUMN = Column("confirmed_on", label=_("Last confirmed"), accessor=confirmed, sort_key="confirmed_on")
PHONE_COLUMN = Column("phone", label=_("Phone"), accessor="public_phone")


class FactViewSet(SnippetViewSet):
    """What all facts have in common: no copies (a fact is kept once), forty to a list, its pages above its form."""

    edit_view_class = FactEditView
    copy_view_enabled = False
    list_per_page = 40

    @property
    def panels(self):
        """The form of the model's own panels, below the pages that show the fact."""
        return [UsagePanel(), *self.model.panels]


class PersonViewSet(FactViewSet):
    """People: who they are, how they are reached, when that was last confirmed."""

    model = Person
    icon = "user"
    list_display = ["name", Column("role", label=_("Role")), PHONE_COLUMN, CONFIRMED_COLUMN]
    list_filter = ["is_in_staff_list"]


class ServiceViewSet(FactViewSet):
    """Helplines with their numbers and hours."""

    model = Service
    icon = "mobile-alt"
    list_display = ["name_fi", PHONE_COLUMN, CONFIRMED_COLUMN]


class PlaceViewSet(FactViewSet):
    """Meeting places with their addresses and hours."""

    model = Place
    icon = "home"
    list_display = ["name_fi", Column("address", label=_("Address")), CONFIRMED_COLUMN]


class OutsideHelplineViewSet(FactViewSet):
    """Helplines of others, for the hours in which ours is closed."""

    model = OutsideHelpline
    icon = "globe"
    list_display = [
        "name_fi",
        PHONE_COLUMN,
        Column("availability", label=_("When it answers"), accessor="get_availability_display"),
        CONFIRMED_COLUMN,
    ]

    @property
    def panels(self):
        """The form alone: the number stands on every page."""
        return self.model.panels


class EventViewSet(FactViewSet):
    """Events and groups with their times."""

    model = Event
    icon = "calendar-alt"
    list_display = ["name_fi", "kind", Column("plan", label=_("When"), accessor=when), CONFIRMED_COLUMN]
    list_filter = ["kind", "status", "place"]


class DirectoryViewSetGroup(SnippetViewSetGroup):
    """The directory in the admin's menu, right below the pages."""

    items = (PersonViewSet, ServiceViewSet, PlaceViewSet, EventViewSet, OutsideHelplineViewSet)
    menu_label = _("People and services")
    menu_name = "directory"
    menu_icon = "group"
    menu_order = 200
