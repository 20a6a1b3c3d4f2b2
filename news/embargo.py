"""Stories ahead of their time: hidden from every visitor until the very moment."""

from datetime import datetime

from django.apps import apps
from django.db.models import QuerySet


def hidden(now: datetime) -> QuerySet:
    """Primary keys of the stories that are not public at `now`; registered with the visibility rule."""
    return apps.get_model("news", "StoryPage").objects.filter(public_at__gt=now).values("pk")
