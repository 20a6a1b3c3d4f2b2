"""Pictures as cameras and programs make them: with the place, the device and remarks in them."""

from io import BytesIO

from PIL import Image, ImageCms, PngImagePlugin

# What may be found in no picture of the site: a device, a remark in XMP, one in a comment.
SECRET = b"SALAINEN"
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
SIZE = (400, 300)
TURNED = 6  # to be shown a quarter clockwise

_ORIENTATION, _MAKE, _GPS = 0x0112, 0x010F, 0x8825
_XMP = b"<x:xmpmeta>SALAINEN</x:xmpmeta>"


def telling_exif() -> Image.Exif:
    """Device, orientation and GPS."""
    exif = Image.Exif()
    exif[_MAKE], exif[_ORIENTATION] = SECRET.decode(), TURNED
    exif.get_ifd(_GPS).update({1: "N", 2: (60.0, 17.0, 30.0), 3: "E", 4: (25.0, 2.0, 10.0)})
    return exif


def drawing(size: tuple[int, int] = SIZE) -> Image.Image:
    """A picture, blue with its right fifth red."""
    image = Image.new("RGB", size, "#2040c0")
    image.paste("#d02020", (size[0] * 4 // 5, 0, *size))
    return image


def telling_picture(kind: str) -> bytes:
    """A file of that form (as Pillow calls it) that tells more than a picture should."""
    options = {"exif": telling_exif(), "icc_profile": PROFILE}
    if kind == "JPEG":
        options |= {"xmp": _XMP, "comment": SECRET, "quality": 90}
    elif kind == "PNG":
        notes = PngImagePlugin.PngInfo()
        notes.add_text("Author", SECRET.decode())
        notes.add_itxt("XML:com.adobe.xmp", _XMP.decode())
        options["pnginfo"] = notes
    elif kind == "GIF":
        options = {"comment": SECRET}
    else:
        options["xmp"] = _XMP
    buffer = BytesIO()
    drawing().save(buffer, kind, **options)
    data = buffer.getvalue()
    return _with_iptc(data) if kind == "JPEG" else data


def _with_iptc(jpeg: bytes) -> bytes:
    """The JPEG with an IPTC segment, which Pillow reads but does not write."""
    note = b"\x1c\x02\x50" + len(SECRET).to_bytes(2, "big") + SECRET
    block = b"8BIM\x04\x04\x00\x00" + len(note).to_bytes(4, "big") + note + b"\0" * (len(note) % 2)
    segment = b"Photoshop 3.0\0" + block
    return jpeg[:2] + b"\xff\xed" + (len(segment) + 2).to_bytes(2, "big") + segment + jpeg[2:]
