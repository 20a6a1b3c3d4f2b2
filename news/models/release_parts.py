"""What hangs on a release: the people to ask, pictures, attachments."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable


class ReleaseContact(Orderable):
    """A person in the role that they have in this release."""

    page = ParentalKey("news.ReleasePage", on_delete=models.CASCADE, related_name="contacts")
    person = models.ForeignKey(
        "directory.Person", verbose_name=_("person"), on_delete=models.CASCADE, related_name="release_contacts"
    )
    role = models.CharField(_("role in this release"), max_length=120, blank=True)
    reachable = models.CharField(
        _("when reachable"),
        max_length=120,
        blank=True,
        help_text=_("For example: today from 10 to 14. A journalist reads it beside the number."),
    )
    is_issuer = models.BooleanField(_("issues the release"), default=False)

    panels = [
        FieldPanel("person"),
        FieldRowPanel([FieldPanel("role"), FieldPanel("is_issuer")]),
        FieldPanel("reachable"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("contact")

    def __str__(self):
        return self.person.name

    def searchable_text(self) -> str:
        """Name and role for the search index; numbers are the directory's."""
        return f"{self.person.name} {self.role or self.person.role}"


class ReleasePicture(Orderable):
    """A picture that the press may use, with the words under it."""

    page = ParentalKey("news.ReleasePage", on_delete=models.CASCADE, related_name="pictures")
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL, verbose_name=_("picture"), on_delete=models.CASCADE, related_name="+"
    )
    caption = models.CharField(_("caption"), max_length=300, blank=True)

    panels = [FieldPanel("image"), FieldPanel("caption")]

    class Meta(Orderable.Meta):
        verbose_name = _("picture")

    def __str__(self):
        return self.caption or self.image.title


class ReleaseAttachment(Orderable):
    """A file that belongs to a release."""

    page = ParentalKey("news.ReleasePage", on_delete=models.CASCADE, related_name="attachments")
    document = models.ForeignKey(
        settings.WAGTAILDOCS_DOCUMENT_MODEL, verbose_name=_("file"), on_delete=models.CASCADE, related_name="+"
    )
    title = models.CharField(_("title"), max_length=200, blank=True, help_text=_("Empty: the file's own title."))

    panels = [FieldPanel("document"), FieldPanel("title")]

    class Meta(Orderable.Meta):
        verbose_name = _("attachment")

    def __str__(self):
        return self.title or self.document.title
