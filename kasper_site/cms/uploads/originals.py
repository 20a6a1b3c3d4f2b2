"""Pictures are kept without what a camera or a program wrote into them: the place (GPS), the device, names, remarks.

A picture is written anew from its points alone, turned the right way up, with its colour profile. So nothing has to be
known of the ways in which a file can hide something: EXIF, XMP, IPTC, comments and whatever lies behind the picture.
"""

from collections.abc import Callable
from io import BytesIO

from django.core.files.base import ContentFile, File
from django.db.models.fields.files import FieldFile, ImageFileDescriptor
from PIL import Image, ImageOps
from PIL.JpegImagePlugin import get_sampling
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile


class UnreadablePicture(ValueError):
    """A file that no picture can be made of."""


class CleanPicture(ContentFile):
    """A picture that holds nothing but itself."""


def clean(file: File) -> CleanPicture:
    """The same picture without all that is not picture; UnreadablePicture where the file is none or is damaged."""
    if isinstance(file, CleanPicture):
        return file
    file.seek(0)
    try:
        with Image.open(file) as image:
            data = _written_anew(image)
    except (Image.DecompressionBombError, EOFError, OSError, SyntaxError, ValueError) as error:
        raise UnreadablePicture(f"{file.name}: {error}") from error
    return CleanPicture(data, name=file.name)


class OriginalFile(WagtailImageFieldFile):
    """The file of a picture; whatever way it comes, it is cleaned before it is kept."""

    def save(self, name, content, save=True):
        """Keep the picture's clean form."""
        picture = clean(content)
        picture.name = picture.name or name  # without a name Django would not measure it
        super().save(name, picture, save=save)


class _OriginalDescriptor(ImageFileDescriptor):
    """Cleans a picture when it is given to its row, so that width and height are those of what is kept."""

    def __set__(self, instance, value):
        is_new = isinstance(value, File) and not isinstance(value, FieldFile)
        super().__set__(instance, clean(value) if is_new else value)


class OriginalField(WagtailImageField):
    """Wagtail's field of the picture as it was uploaded, whose file is always clean."""

    attr_class = OriginalFile
    descriptor_class = _OriginalDescriptor


def _written_anew(image: Image.Image) -> bytes:
    kind = "JPEG" if image.format == "MPO" else image.format
    options = _OPTIONS[kind](image) if kind in _OPTIONS else {}
    if profile := image.info.get("icc_profile"):
        options["icc_profile"] = profile
    buffer = BytesIO()
    if getattr(image, "is_animated", False) and kind != "JPEG":  # a JPEG of several pictures becomes its first
        image.save(buffer, kind, save_all=True, **options)
    else:
        ImageOps.exif_transpose(image).save(buffer, kind, **options)
    return buffer.getvalue()


def _as_fine_as_it_was(image: Image.Image) -> dict:
    """The tables that the JPEG was made with, so that writing it anew loses next to nothing."""
    options = {"qtables": image.quantization, "comment": b"", "progressive": "progressive" in image.info}
    sampling = get_sampling(image)
    return options if sampling < 0 else {**options, "subsampling": sampling}


def _webp(image: Image.Image) -> dict:
    image.fp.seek(0)
    is_lossless = b"VP8L" in image.fp.read(_WEBP_HEAD)
    return {"lossless": True} if is_lossless else {"quality": 92}


_WEBP_HEAD = 64
_OPTIONS: dict[str, Callable[[Image.Image], dict]] = {
    "AVIF": lambda image: {"quality": 88, "speed": 8},
    "GIF": lambda image: {"comment": b""},
    "JPEG": _as_fine_as_it_was,
    "WEBP": _webp,
}
