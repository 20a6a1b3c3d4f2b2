"""Blocks of pictures."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from kasper_site.cms.blocks import groups, previews


class DescribedImageBlock(ImageBlock):
    """Wagtail's picture with its description, the chooser labelled in the editor's language."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.child_blocks["image"].label = _("Picture")


class PictureBlock(blocks.StructBlock):
    """A picture with its description for this use, a caption and its maker."""

    image = DescribedImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), max_length=200, required=False)

    class Meta:
        icon = "image"
        label = _("Picture")
        group = groups.FILES
        template = "blocks/picture.html"
        preview_value = staticmethod(previews.picture)
        description = _("When a picture tells what the words do not.")
