"""What this section tells the search of services' and places' pages; registered with `cms.found`."""

from collections.abc import Collection

from django.db.models.functions import Coalesce
from wagtail.models import Page

from kasper_site.cms.found import About


def about(pks: Collection[int]) -> dict[int, About]:
    """The project that each service or place is part of. One query."""
    project = Coalesce("servicepage__related_project_id", "placepage__related_project_id")
    rows = Page.objects.filter(pk__in=pks).annotate(project=project).filter(project__isnull=False)
    return {pk: About(project_id=key) for pk, key in rows.values_list("pk", "project")}
