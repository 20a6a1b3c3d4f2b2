"""Images and documents with what an organisation must know of them: credit, licence, consent, language."""

import secrets
from pathlib import PurePath

from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image, get_upload_to

from kasper_site.cms.uploads.originals import OriginalField


def unguessable_name(folder: str, filename: str) -> str:
    """A storage name that cannot be guessed from the file's own: `folder/<22 random characters>/name.ext`."""
    path = PurePath(filename)
    stem = slugify(path.stem)[:60] or "file"
    return f"{folder}/{secrets.token_urlsafe(16)}/{stem}{path.suffix.lower()}"


def document_upload_to(instance, filename: str) -> str:
    """Where an uploaded document is kept."""
    return unguessable_name("documents", filename)


class SiteImage(AbstractImage):
    """A picture with its maker, licence and the consent of those shown in it."""

    file = OriginalField(_("file"), upload_to=get_upload_to, width_field="width", height_field="height")
    credit = models.CharField(_("credit"), max_length=200, blank=True, help_text=_("Who made the picture."))
    licence = models.CharField(_("licence"), max_length=100, blank=True, help_text=_("For example CC BY 4.0."))
    consent_until = models.DateField(
        _("consent valid until"),
        null=True,
        blank=True,
        help_text=_("If people can be recognised: the day until which they allow its use."),
    )

    admin_form_fields = (*Image.admin_form_fields, "credit", "licence", "consent_until")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_image", "Can choose image")]

    @property
    def default_alt_text(self):
        """The picture's description; never its title or file name, which describe nothing."""
        return self.description

    def get_upload_to(self, filename):
        return unguessable_name("original_images", filename)


class SiteRendition(AbstractRendition):
    """A size of a picture made for the pages."""

    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition")
        ]

    def get_upload_to(self, filename):
        return unguessable_name("images", filename)


class SiteDocument(AbstractDocument):
    """A file for download, with what the material archive and the search need to know."""

    class Kind(models.TextChoices):
        STRATEGY = "strategy", _("Strategy")
        PLAN = "plan", _("Plan")
        EVALUATION = "evaluation", _("Evaluation")
        GUIDE = "guide", _("Guide")
        HANDBOOK = "handbook", _("Handbook")
        PUBLICATION = "publication", _("Publication")
        REPORT = "report", _("Report")
        OTHER = "other", _("Other")

    file = models.FileField(_("file"), upload_to=document_upload_to)
    kind = models.CharField(_("type"), max_length=20, choices=Kind.choices, default=Kind.OTHER)
    language = models.CharField(_("language"), max_length=5, default="fi", help_text=_("For example fi, sv or en."))
    credit = models.CharField(_("made by"), max_length=200, blank=True)
    licence = models.CharField(_("licence"), max_length=100, blank=True)
    extracted_text = models.TextField(_("text of the file"), blank=True, editable=False)
    page_count = models.PositiveIntegerField(_("pages"), null=True, blank=True, editable=False)

    admin_form_fields = (*Document.admin_form_fields, "kind", "language", "credit", "licence")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", "Can choose document")]

    def clean(self):
        """Wagtail's check of the file's type; the upload of several files asks for it before there is a file."""
        if self.file:
            super().clean()
