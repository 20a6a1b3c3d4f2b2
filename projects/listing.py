"""Lists of projects for other pages, and the pages around a project."""

from django.apps import apps
from django.db.models import Q
from wagtail.models import Page

from kasper_site.cms import plain_language, visibility


def _projects():
    return apps.get_model("projects", "ProjectPage").objects.visible().select_related("listing_image")


def for_front(locale_id: int) -> list:
    """The projects that the front page names, in the tree's order."""
    return list(_projects().filter(locale_id=locale_id, is_on_front_page=True).order_by("path"))


def grouped(index_page) -> dict:
    """The projects below an index page: those that go on, those that are over; and its other pages."""
    projects = list(_projects().prefetch_related("listing_image__renditions").child_of(index_page).order_by("path"))
    others = visibility.visible(Page.objects.child_of(index_page)).exclude(pk__in=[page.pk for page in projects])
    return {
        "running": [page for page in projects if not page.is_over],
        "past": [page for page in projects if page.is_over],
        "other_pages": list(others),
    }


def companions(page) -> dict:
    """The pages that a project's page leads to: the material archive beside it, its own news list below it. One query.

    A project has no other pages below it than its news list and its plain-language page (the tree's rules).
    """
    archives = apps.get_model("projects", "MaterialArchivePage").objects.values("pk")
    beside = Q(path__startswith=page.path[: -page.steplen], depth=page.depth, pk__in=archives)
    below = Q(path__startswith=page.path, depth=page.depth + 1)
    found = list(visibility.visible(Page.objects.filter(beside | below)).order_by("path"))
    own = (other for other in found if other.depth > page.depth and not plain_language.is_plain(other))
    return {
        "archive_page": next((other for other in found if other.depth == page.depth), None),
        "news_page": next(own, None),
    }
