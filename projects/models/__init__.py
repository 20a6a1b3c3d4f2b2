"""Projects, their history and their materials."""

from projects.models.archive import MaterialArchivePage
from projects.models.index import ProjectIndexPage
from projects.models.project import Material, ProjectContact, ProjectPage

__all__ = ["Material", "MaterialArchivePage", "ProjectContact", "ProjectIndexPage", "ProjectPage"]
