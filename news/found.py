"""What news tells the search of stories; registered with `cms.found`."""

from collections.abc import Collection

from django.utils import timezone

from kasper_site.cms.found import About
from news.models import StoryPage


def about(pks: Collection[int]) -> dict[int, About]:
    """The day of each story and the project that it names. One query."""
    rows = StoryPage.objects.filter(pk__in=pks).values_list("pk", "public_at", "related_project_id")
    days = ((pk, timezone.localdate(moment), project_id) for pk, moment, project_id in rows)
    return {pk: About(day, str(day.year), project_id) for pk, day, project_id in days}
