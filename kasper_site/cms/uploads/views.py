"""Uploading in the admin: no file is lost for a missing word."""

from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.images.forms import get_image_form
from wagtail.images.views import multiple

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


def script() -> str:
    """Lets the browser ask for what is missing before a file is sent; choosers upload in any form. Used as a hook."""
    words = (static("js/admin/upload.js"), _("This is still missing."))
    return format_html('<script src="{}" data-missing="{}"></script>', *words)


def style() -> str:
    """How the pictures that have come are listed. Used as a hook."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/upload.css"))


def urls() -> list:
    """In the place of Wagtail's own address; used as a hook."""
    return [path("images/multiple/add/", AddPicturesView.as_view(), name="add_pictures")]
