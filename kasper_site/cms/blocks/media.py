"""Blocks of pictures."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from kasper_site.cms.blocks import previews


class PictureBlock(blocks.StructBlock):
    """A picture with its description for this use, a caption and its maker."""

    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), max_length=200, required=False)

    class Meta:
        icon = "image"
        label = _("Picture")
        group = _("Pictures")
        template = "blocks/picture.html"
        preview_value = staticmethod(previews.picture)
        description = _("A picture across the text column.")
