"""The page that every page type grows from."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.http import Http404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PublishingPanel
from wagtail.models import Page, PageManager, PageViewRestriction
from wagtail.search import index
from wagtail.url_routing import RouteResult

from kasper_site.cms import found, page_links, plain_language, previews, routing, urls_of, visibility
from kasper_site.cms.desk.review_note import ReviewNotePanel
from kasper_site.cms.forms import PageCopyForm, PageForm

DISCREET_PANEL = MultiFieldPanel(
    [FieldPanel("is_discreet"), FieldPanel("discreet_title")],
    _("For a reader's safety"),
    help_text=_("A plain-language page follows the page above it by itself. Do the same in the other languages."),
)

BasePageManager = PageManager.from_queryset(visibility.VisiblePageQuerySet)


class BasePage(Page):
    """Teaser, listing picture, search-engine fields, review date and owner: for all pages."""

    teaser = models.TextField(
        _("teaser"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences for listings, search results and link previews."),
    )
    listing_image = models.ForeignKey(
        "cms.SiteImage",
        verbose_name=_("listing picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    is_noindex = models.BooleanField(
        _("keep out of search engines"),
        default=False,
        help_text=_("The page can be read by anybody who has its address, but search engines are asked to leave it."),
    )
    is_discreet = models.BooleanField(
        _("a neutral name outside the page"),
        default=False,
        help_text=_(
            "The browser's tab and history and link previews then do not tell what the page is about. "
            "The page itself, its address, our lists and our search stay as they are."
        ),
    )
    discreet_title = models.CharField(
        _("the neutral name"), max_length=60, blank=True, help_text=_("Empty: only the name of the site, Kasper ry.")
    )
    review_date = models.DateField(
        _("to be reviewed by"),
        null=True,
        blank=True,
        help_text=_("The day by which somebody reads the page through and checks that it is still true."),
    )
    owner_group = models.ForeignKey(
        Group,
        verbose_name=_("who looks after the page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    is_plain_language = False
    menu_part = ""  # the part of the page to which menus lead; "" for its top
    found_kind = found.Kind.PAGE
    route_select_related = ("listing_image",)
    preview_modes = [previews.DRAFT, previews.PAPER]
    preview_sizes = previews.SIZES

    objects = BasePageManager()

    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("teaser"), FieldPanel("listing_image")],
            _("In listings and link previews"),
        ),
        MultiFieldPanel(
            [
                FieldPanel(
                    "slug",
                    heading=_("End of the address"),
                    help_text=_("Short and lasting. If you change it, the old address leads to the new one."),
                ),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("is_noindex"),
            ],
            _("For search engines"),
        ),
        DISCREET_PANEL,
    ]
    settings_panels = [
        PublishingPanel(),
        MultiFieldPanel(
            [
                FieldPanel("owner_group", help_text=_("Its members are reminded when the page is to be reviewed.")),
                FieldPanel("review_date"),
                ReviewNotePanel(),
            ],
            _("Upkeep"),
        ),
    ]

    base_form_class = PageForm
    copy_form_class = PageCopyForm

    search_fields = [*Page.search_fields, index.SearchField("teaser")]

    class Meta:
        abstract = True

    def route(self, request, path_components):
        """The page at an address below this one, asked of the visibility rule; 404 otherwise."""
        if path_components:
            return routing.below(self, request, path_components)
        if not visibility.is_servable(self):
            raise Http404
        return RouteResult(self)

    def route_tail(self, request, components):
        """What this page, already known to be servable, answers at `components` below it: nothing by default."""
        if components:
            raise Http404
        return RouteResult(self)

    def get_context(self, request, *args, **kwargs):
        """Templates link to a chosen page only if its key is in `linked_pks`."""
        return {**super().get_context(request, *args, **kwargs), "linked_pks": self.linked_pks()}

    def linked_pks(self) -> set[int]:
        """The pages that the page's texts and choosers name and a visitor may see; all looked up at once."""
        return page_links.linked_pks(self)

    def get_view_restrictions(self):
        """Wagtail's gate for private pages; the route has already asked, so a public page costs no query."""
        if getattr(self, "is_restricted", None) is False and not self.alias_of_id:
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    @property
    def canonical_url(self) -> str:
        """The page's one absolute address."""
        return urls_of.absolute(self.url or "/")

    @property
    def description(self) -> str:
        """What search engines and link previews say of the page; nothing of a discreet one."""
        return "" if self.is_neutral_outside else self.search_description or self.teaser

    @property
    def title_outside(self) -> str:
        """What link previews call the page, and the browser's tab."""
        return self.neutral_name if self.is_neutral_outside else self.seo_title or self.title

    @property
    def is_neutral_outside(self) -> bool:
        """Whether browser and link previews are not to learn what the page is about."""
        return self.is_discreet

    @property
    def neutral_name(self) -> str:
        """What they learn instead."""
        return self.discreet_title or settings.WAGTAIL_SITE_NAME

    @cached_property
    def breadcrumb_pages(self) -> list[Page]:
        """The pages above this one from the language's home page on."""
        return list(visibility.servable(self.get_ancestors().filter(depth__gt=1)).order_by("depth"))

    @cached_property
    def visible_translations(self) -> list[Page]:
        """The same page in other languages, where a visitor may see it."""
        return list(visibility.visible(self.get_translations()).select_related("locale"))

    @cached_property
    def front_pages(self) -> list[Page]:
        """The front pages of the other languages, where a visitor may see them."""
        own = Page.objects.filter(path=self.path[: 2 * self.steplen]).values("translation_key")
        pages = Page.objects.filter(translation_key__in=own).exclude(locale_id=self.locale_id)
        return list(visibility.visible(pages).select_related("locale"))

    @cached_property
    def plain_language_page(self) -> Page | None:
        """The same in plain language, where a visitor may see it."""
        return plain_language.below(self)
