"""A press release with its anatomy."""

from django import forms
from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index
from wagtail.url_routing import RouteResult

from kasper_site.cms import found, frame, publish_checks
from news import contacts, corrections, notices
from news.admin.change_form import ChangePanel, ReleaseForm
from news.admin.withdrawn_panel import WithdrawnPanel
from news.media_bank import membership, requirements, rows
from news.models.release_parts import ReleaseAttachment
from news.models.story import StoryPage
from news.renderings import serving


class ReleasePage(StoryPage):
    """A release: kind, date, headline, lead, body, issuer and contacts, pictures, files, what it is about.

    A statement (*lausunto*) is one with an addressee and perhaps a number.
    """

    class Kind(models.TextChoices):
        MEDIA = "mediatiedote", _("Media release")
        RELEASE = "tiedote", _("Release")
        STATEMENT = "lausunto", _("Statement")

    class Change(models.TextChoices):
        SMALL = corrections.SMALL, _("small: a typing error, a clearer sentence")
        ESSENTIAL = corrections.ESSENTIAL, _("essential: something that we told was wrong")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.MEDIA)
    subject = models.CharField(_("subject"), max_length=250, blank=True)
    addressee = models.CharField(_("to whom"), max_length=200, blank=True)
    reference_number = models.CharField(_("number"), max_length=60, blank=True)
    services = ParentalManyToManyField(
        "directory.Service", verbose_name=_("services"), blank=True, related_name="releases"
    )
    places = ParentalManyToManyField("directory.Place", verbose_name=_("places"), blank=True, related_name="releases")
    change_kind = models.CharField(_("what was changed"), max_length=10, choices=Change.choices, blank=True)
    correction_note = models.CharField(_("what was wrong and what is right"), max_length=300, blank=True)
    change_key = models.CharField(max_length=32, blank=True, editable=False)
    known_corrections = models.TextField(blank=True, editable=False)

    found_kind = found.Kind.RELEASE
    route_select_related = (*StoryPage.route_select_related, "snapshot")
    parent_page_types = ["news.NewsIndexPage", "news.ProjectNewsIndexPage"]
    subpage_types = []
    template = "news/release_page.html"
    page_description = _("For the media or for everybody: headline, lead, text and whom to ask.")

    content_panels = [
        WithdrawnPanel(),
        ChangePanel(
            [
                FieldPanel("change_kind", widget=forms.RadioSelect),
                FieldPanel(
                    "correction_note",
                    help_text=_("Only for an essential change. Readers see it on top of the release, with the day."),
                ),
            ],
            _("What did you change?"),
            help_text=_("The release has been public. Answer when you publish the change."),
        ),
        *Page.content_panels,
        MultiFieldPanel([FieldRowPanel([FieldPanel("kind"), FieldPanel("public_at")])], _("Kind and time")),
        MultiFieldPanel(
            [FieldPanel("addressee"), FieldPanel("reference_number")],
            _("Only for a statement"),
            classname="collapsed",
        ),
        *StoryPage.text_panels,
        InlinePanel(
            "contacts",
            heading=_("Issued by and contacts"),
            label=_("Contact"),
            help_text=_("At least one person whom a journalist may call. The numbers come from “People and services”."),
        ),
        InlinePanel(
            "pictures",
            heading=_("Pictures for the press"),
            label=_("Picture"),
            help_text=_("Anybody may download these in full size. Each needs a description, a maker and a licence."),
        ),
        InlinePanel("attachments", heading=_("Attachments"), label=_("Attachment")),
        MultiFieldPanel(
            [
                FieldPanel(
                    "subject",
                    help_text=_("A line above the headline, for example: New service for parents. It may stay empty."),
                ),
                StoryPage.project_panel,
                StoryPage.topics_panel,
                FieldPanel("services", widget=forms.CheckboxSelectMultiple),
                FieldPanel(
                    "places",
                    widget=forms.CheckboxSelectMultiple,
                    help_text=_("If their hours or numbers change later, readers of this release are told."),
                ),
            ],
            _("What it is about"),
            classname="collapsed",
        ),
    ]

    base_form_class = ReleaseForm
    exclude_fields_in_copy = ["change_kind", "correction_note", "change_key", "known_corrections"]

    search_fields = [
        *StoryPage.search_fields,
        index.SearchField("subject"),
        index.RelatedFields("contacts", [index.SearchField("searchable_text")]),
    ]

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")

    def route_tail(self, request, components):
        """The release, or below it what was made of it: PDF, text, card, ZIP."""
        rendering = serving.asked(self, components)
        if rendering is None:
            return super().route_tail(request, components)
        return RouteResult(self, kwargs={"rendering": rendering})

    @staticmethod
    def route_annotations() -> dict:
        """Whether there is any of what few releases have, so that the others need not ask for it."""
        attachments = ReleaseAttachment.objects.filter(page=OuterRef("pk"))
        corrected = apps.get_model("news", "Correction").objects.filter(page=OuterRef("pk"))
        return {"has_attachments": Exists(attachments), "has_corrections": Exists(corrected)}

    def serve(self, request, *args, rendering=None, **kwargs):
        return serving.response(request, rendering) if rendering else super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        box = contacts.box(self, frame.settings_for(request))
        return {
            **super().get_context(request, *args, **kwargs),
            "issuers": box.issuers,
            "contact_cards": box.cards,
            "lost_contacts": box.lost,
            "press_contact": box.press_contact,
            "release_notices": notices.notices(self),
            "contacts_text": contacts.as_text(box),
            "downloads": serving.downloads(self),
            "bank_pictures": rows.of_release(self, self.bank_pictures),
            "pictures_zip": self.made.get("pictures"),
        }

    @cached_property
    def bank_pictures(self) -> list[membership.Held]:
        """Those of its pictures that the press may have at this moment."""
        return membership.of_release(self)

    @cached_property
    def made(self) -> dict:
        """The renderings that there are, by kind."""
        return serving.of_page(self)

    @property
    def card(self):
        """The card that link previews show; None until it is made."""
        return self.made.get("card")

    @property
    def kind_label(self) -> str:
        return self.get_kind_display()

    def publish_requirements(self):
        """The publish check's: a journalist who reads the release knows whom to call."""
        if not self.contacts.all():
            message = _("A release needs a contact. Add at least one person whom a journalist may call.")
            yield publish_checks.required("contacts", message)
        if self.kind == self.Kind.STATEMENT and not self.addressee:
            yield publish_checks.required("addressee", _("Tell to whom the statement was given."))
        yield from requirements.findings(self.pictures.all())
        yield from corrections.requirements(self)
