"""What this section tells the search of services' and places' pages; registered with `cms.found`."""

from collections.abc import Collection

from django.db.models.functions import Coalesce
from wagtail.models import Page

from home.models import PlacePage, ServicePage
from kasper_site.cms import partial_dates
from kasper_site.cms.found import About


def about(pks: Collection[int]) -> dict[int, About]:
    """The project that each service or place is part of. One query."""
    project = Coalesce("servicepage__related_project_id", "placepage__related_project_id")
    rows = Page.objects.filter(pk__in=pks).annotate(project=project).filter(project__isnull=False)
    return {pk: About(project_id=key) for pk, key in rows.values_list("pk", "project")}


def live_page_keys() -> set[int]:
    """The keys of the pages of services and places, which the search shows a little higher; of what is over none.

    Whoever may see them. Two small queries: every search asks.
    """
    told = ("pk", "related_project__live", "related_project__projectpage__period_end")
    rows = [row for model in (ServicePage, PlacePage) for row in model.objects.order_by().values_list(*told)]
    return {pk for pk, is_live, end in rows if not (is_live and partial_dates.has_passed(end))}
