"""What was made of a release besides its page."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kasper_site.cms.models.media import unguessable_name
from news.renderings.kinds import RECIPES, Kind


def rendering_upload_to(instance, filename: str) -> str:
    """Where a rendering's file is kept: no address leads there but the release's own."""
    return unguessable_name("renderings", filename)


class Rendering(models.Model):
    """A release as PDF, text, card or ZIP. `source_hash` tells what it was made of, so that nothing is made twice."""

    page = models.ForeignKey("news.ReleasePage", models.CASCADE, related_name="renderings")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    source_hash = models.CharField(max_length=64)
    file = models.FileField(upload_to=rendering_upload_to, max_length=200, blank=True)
    text = models.TextField(blank=True)
    pictures = models.JSONField(default=list)  # the originals in it, by where they are kept
    size = models.PositiveIntegerField(default=0)  # bytes
    made_at = models.DateTimeField()
    checked_at = models.DateTimeField(null=True)  # when what it prints was last compared with the facts

    class Meta:
        verbose_name = _("rendering")
        constraints = [models.UniqueConstraint(fields=["page", "kind"], name="news_rendering_once")]

    def __str__(self):
        return f"{self.page_id} {self.kind}"

    @property
    def recipe(self):
        """How it is made and what it is called."""
        return RECIPES[self.kind]

    @property
    def url(self) -> str:
        """Its address, below the release's."""
        return f"{self.page.url}{self.recipe.filename}"

    def may_be_served(self) -> bool:
        """Whether the media bank still holds every picture in it."""
        held = {each.image.file.name for each in self.page.bank_pictures} if self.pictures else set()
        return held.issuperset(self.pictures)

    def is_there(self) -> bool:
        """Whether what was made is still kept."""
        return bool(self.text) or (bool(self.file) and self.file.storage.exists(self.file.name))
