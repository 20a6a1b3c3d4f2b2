"""Lists of projects for other pages."""

from django.apps import apps
from wagtail.models import Page

from kasper_site.cms import visibility


def _projects():
    return apps.get_model("projects", "ProjectPage").objects.visible().select_related("listing_image")


def for_front(locale_id: int) -> list:
    """The projects that the front page names, in the tree's order."""
    return list(_projects().filter(locale_id=locale_id, is_on_front_page=True).order_by("path"))


def grouped(index_page) -> dict:
    """The projects below an index page: those that go on, those that are over; and its other pages."""
    projects = list(_projects().child_of(index_page).order_by("path"))
    others = visibility.visible(Page.objects.child_of(index_page)).exclude(pk__in=[page.pk for page in projects])
    return {
        "running": [page for page in projects if not page.is_over],
        "past": [page for page in projects if page.is_over],
        "other_pages": list(others),
    }
