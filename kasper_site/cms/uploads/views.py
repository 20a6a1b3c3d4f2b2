"""Uploading in the admin: no file is lost for a missing word."""

from django.contrib import messages
from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.documents.views.multiple import CreateFromUploadedDocumentView
from wagtail.images.forms import get_image_form
from wagtail.images.views import multiple

from kasper_site.cms.uploads import document_text

LONGEST_TITLE = 255


class AddPicturesView(multiple.AddView):
    """Several pictures at once: each is kept as soon as it has come, and asked for its description afterwards."""

    def get_upload_form_class(self):
        class FileFirstForm(get_image_form(self.model)):
            asks_description = False

            def __init__(self, data=None, *args, **kwargs):
                # The title is the file's name, which may be longer than a title.
                data = data and {**data, "title": data["title"][:LONGEST_TITLE]}
                super().__init__(data, *args, **kwargs)

        return FileFirstForm


class CreateDocumentView(CreateFromUploadedDocumentView):
    """One of several documents, once its title and type are there: its file has come before, outside the form."""

    def save_object(self, form):
        with self.upload.file.open("rb") as file:
            document_text.read_at_once(self.object, file.name, file.read())
        self.upload.file.open("rb")
        super().save_object(form)
        if problem := document_text.problem(self.object):
            words = {"title": self.object.title, "problem": problem}
            messages.warning(self.request, _("“%(title)s”: %(problem)s") % words)


def script() -> str:
    """Lets the browser ask for what is missing before a file is sent; choosers upload in any form. Used as a hook."""
    words = (static("js/admin/upload.js"), _("This is still missing."))
    return format_html('<script src="{}" data-missing="{}"></script>', *words)


def style() -> str:
    """How the pictures that have come are listed. Used as a hook."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/upload.css"))


def urls() -> list:
    """In the place of Wagtail's own addresses; used as a hook."""
    create = "documents/multiple/create_from_uploaded_document/<int:uploaded_file_id>/"
    return [
        path("images/multiple/add/", AddPicturesView.as_view(), name="add_pictures"),
        path(create, CreateDocumentView.as_view(), name="create_document"),
    ]
