"""What projects tell the search: which pages and documents are theirs; registered with `cms.found`."""

from collections.abc import Collection

from wagtail.models import Page

from kasper_site.cms.found import About
from projects import archive
from projects.models import Material, ProjectPage


def about_pages(pks: Collection[int]) -> dict[int, About]:
    """The project of each page that is one or stands below one. Two queries."""
    projects = list(ProjectPage.objects.visible().values_list("path", "pk"))
    pages = Page.objects.filter(pk__in=pks).values_list("pk", "path")
    return {
        pk: About(project_id=project) for pk, path in pages for above, project in projects if path.startswith(above)
    }


def about_documents(pks: Collection[int]) -> dict[int, About]:
    """The year and project of each document that a visible project has among its materials. One query."""
    rows = Material.objects.filter(document__in=pks, page__in=ProjectPage.objects.visible()).order_by("pk")
    return {row.document_id: About(year=archive.year(row)[:4], project_id=row.page_id) for row in rows}
