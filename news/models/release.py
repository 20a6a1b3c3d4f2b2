"""A press release with its anatomy."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable, Page
from wagtail.search import index

from kasper_site.cms import found, publish_checks
from news.models.story import StoryPage


class ReleasePage(StoryPage):
    """A release: kind, date, headline, lead, body, issuer and contacts, project, about us."""

    class Kind(models.TextChoices):
        MEDIA = "mediatiedote", _("Media release")
        RELEASE = "tiedote", _("Release")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.MEDIA)
    subject = models.CharField(_("subject"), max_length=250, blank=True)

    found_kind = found.Kind.RELEASE
    parent_page_types = ["news.NewsIndexPage", "news.ProjectNewsIndexPage"]
    subpage_types = []
    template = "news/release_page.html"
    page_description = _("For the media or for everybody: headline, lead, text and whom to ask.")

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel([FieldRowPanel([FieldPanel("kind"), FieldPanel("public_at")])], _("Kind and time")),
        *StoryPage.text_panels,
        InlinePanel(
            "contacts",
            heading=_("Issued by and contacts"),
            label=_("Contact"),
            help_text=_("At least one person whom a journalist may call. The numbers come from “People and services”."),
        ),
        MultiFieldPanel(
            [
                FieldPanel(
                    "subject",
                    help_text=_("A line above the headline, for example: New service for parents. It may stay empty."),
                ),
                StoryPage.project_panel,
            ],
            _("Subject and project"),
            classname="collapsed",
        ),
    ]

    search_fields = [
        *StoryPage.search_fields,
        index.SearchField("subject"),
        index.RelatedFields("contacts", [index.SearchField("searchable_text")]),
    ]

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")

    def get_context(self, request, *args, **kwargs):
        contacts = list(self.contacts.select_related("person"))
        return {
            **super().get_context(request, *args, **kwargs),
            "issuers": [contact for contact in contacts if contact.is_issuer],
            "contact_cards": [contact for contact in contacts if not contact.is_issuer],
        }

    @property
    def kind_label(self) -> str:
        return self.get_kind_display()

    def publish_requirements(self):
        """The publish check's: a journalist who reads the release knows whom to call."""
        if not self.contacts.all():
            message = _("A release needs a contact. Add at least one person whom a journalist may call.")
            yield publish_checks.required("contacts", message)


class ReleaseContact(Orderable):
    """A person in the role that they have in this release."""

    page = ParentalKey(ReleasePage, on_delete=models.CASCADE, related_name="contacts")
    person = models.ForeignKey(
        "directory.Person", verbose_name=_("person"), on_delete=models.CASCADE, related_name="release_contacts"
    )
    role = models.CharField(_("role in this release"), max_length=120, blank=True)
    is_issuer = models.BooleanField(_("issues the release"), default=False)

    panels = [FieldPanel("person"), FieldRowPanel([FieldPanel("role"), FieldPanel("is_issuer")])]

    class Meta(Orderable.Meta):
        verbose_name = _("contact")

    def __str__(self):
        return self.person.name

    def searchable_text(self) -> str:
        """Name and role for the search index; numbers are the directory's."""
        return f"{self.person.name} {self.role or self.person.role}"
