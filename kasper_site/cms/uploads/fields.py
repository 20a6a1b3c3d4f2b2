"""The form fields of files, with errors that say what to do."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.images.fields import WagtailImageField

from kasper_site.cms.uploads import documents, originals

MILLION = 1_000_000


class PictureField(WagtailImageField):
    """Wagtail's field of a picture; what comes out of it tells nothing but the picture."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        word_size(self)
        allowed = {"forms": self.supported_formats_text, "size": self.max_upload_size_text}
        self.help_text = _("Allowed forms: %(forms)s. The file may be %(size)s large.") % allowed
        self.error_messages["invalid_image"] = self.error_messages["invalid_image_extension"] = (
            _("This file cannot be used as a picture. Save the picture in one of these forms: %(forms)s.") % allowed
        )
        self.error_messages["invalid_image_known_format"] = _(
            "The name of the file ends in .%(extension)s, but it is another kind of file. Save the picture anew."
        )
        self.error_messages["file_too_many_pixels"] = _(
            "The picture has more than %(millions)d million points. Make it smaller, for example 4000 points wide."
        ) % {"millions": self.max_image_pixels // MILLION}

    def to_python(self, data):
        """The clean picture; a damaged one is found out here, for Wagtail looks at its beginning alone."""
        try:
            file = super().to_python(data)
            return originals.clean(file) if file else file
        except (OSError, originals.UnreadablePicture) as error:
            raise ValidationError(_("The picture is damaged. Save it anew and try again."), "damaged") from error


def word_document(file: forms.FileField) -> None:
    """Say which documents may be uploaded, and of a file that is too large how large it may be."""
    word_size(file)
    allowed = {"forms": documents.allowed_forms(), "size": file.max_upload_size_text}
    file.help_text = _("Allowed forms: %(forms)s. The file may be %(size)s large.") % allowed


def word_size(file: forms.FileField) -> None:
    """Say of a file that is too large how large it may be."""
    # Wagtail fills in the sizes when the error is met.
    file.error_messages["file_too_large"] = _(
        "The file is too large (%(file_size)s). The largest allowed size is %(max_filesize)s."
    )
    file.error_messages["file_too_large_unknown_size"] = _(
        "The file is too large. The largest allowed size is %(largest)s."
    ) % {"largest": file.max_upload_size_text}
