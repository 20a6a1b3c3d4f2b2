"""Lists of stories for pages: newest first, by year, kind, topic and project, only what a visitor may see."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.apps import apps
from django.core.paginator import Paginator
from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, Left, Length
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from kasper_site.cms import listing, visibility

PAGE_SIZE = 20
CURRENT_MATTER, COVERAGE = "ajankohtaista", "meista-sanottua"
KINDS = {
    "mediatiedote": _("Media releases"),
    "tiedote": _("Releases"),
    "lausunto": _("Statements"),
    CURRENT_MATTER: _("Current matters"),
    COVERAGE: _("Others on us"),
}
TOPIC = "aihe"


@dataclass(frozen=True)
class Row:
    """As much of a story as filtering needs; `topics` and `projects` are names by their short names."""

    pk: int
    year: str
    kind: str
    topics: Mapping[str, str] = field(default_factory=dict)
    projects: Mapping[str, str] = field(default_factory=dict)


FACETS = [
    listing.Facet("vuosi", _("Year"), lambda row: row.year, lambda row: row.year),
    listing.ManyFacet(TOPIC, _("Topic"), lambda row: row.topics, lambda row: row.topics, order=lambda pair: pair[1]),
    listing.ManyFacet(
        "hanke", _("Project"), lambda row: row.projects, lambda row: row.projects, order=lambda pair: pair[1]
    ),
    listing.Facet("tyyppi", _("Kind"), lambda row: row.kind, lambda row: str(KINDS[row.kind])),
]


def kind_of(story) -> str:
    """The short name of a story's kind, one of `KINDS`; read without a query where a list has joined the types."""
    release = getattr(story, "releasepage", None)
    if release:
        return release.kind
    return COVERAGE if getattr(story, "coveragepage", None) else CURRENT_MATTER


def query_of_topic(slug: str) -> str:
    """The query string that narrows a list to a topic; "" without one."""
    return listing.query_string({TOPIC: slug})


def newest_release() -> QuerySet:
    """The keys of each language's newest release that a visitor may see; the search shows them a little higher."""
    newest = releases().filter(locale_id=OuterRef("locale_id")).values("pk")[:1]
    return releases().filter(pk=Subquery(newest)).order_by().values_list("pk", flat=True)


def releases():
    """All visible releases and statements, newest first."""
    return _stories().filter(releasepage__isnull=False)


def _stories():
    pages = apps.get_model("news", "StoryPage").objects.visible()
    return pages.select_related("releasepage", "currentmatterpage", "coveragepage", "listing_image").order_by(
        "-public_at", "-pk"
    )


def in_language(locale_id: int):
    """All visible stories of a language, newest first."""
    return _stories().filter(locale_id=locale_id)


def latest(locale_id: int, count: int) -> list:
    """The newest stories of a language."""
    return list(in_language(locale_id)[:count])


def about(page):
    """The visible stories below a page or naming it as their project, in its own language, newest first.

    A translation of a release names the same project, often one that there is in Finnish only.
    """
    stories = in_language(page.locale_id)
    return stories.filter(Q(related_project_id=page.pk) | Q(path__startswith=page.path, depth__gt=page.depth))


def topics_of(keys) -> dict[int, dict[str, str]]:
    """The topics of each story by its key: names by short names, in the names' order. One query."""
    links = apps.get_model("news", "StoryPage").topics.through.objects.select_related("topic")
    found = defaultdict(dict)
    for link in links.filter(storypage__in=keys).order_by("topic__name_fi"):
        found[link.storypage_id][link.topic.slug] = link.topic.name
    return found


def rows(stories, own_project: int | None = None) -> list[Row]:
    """The stories in brief, in their own order. Three queries; `own_project` is one that goes without saying."""
    coverage = Case(When(coveragepage__isnull=False, then=Value(COVERAGE)), default=Value(CURRENT_MATTER))
    fields = ("pk", "public_at", "sort", "related_project_id", "path")
    values = stories.annotate(sort=Coalesce("releasepage__kind", coverage)).values_list(*fields)
    topics = topics_of(stories.order_by().values("pk"))
    projects = [project for project in _projects() if project.pk != own_project]
    return [
        Row(
            pk,
            str(timezone.localtime(moment).year),
            kind,
            topics.get(pk, {}),
            {each.slug: each.title for each in projects if each.pk == named or path.startswith(each.path)},
        )
        for pk, moment, kind, named, path in values
    ]


def _projects() -> list[Page]:
    """The projects that a visitor may see and that stories name or stand below. One query."""
    story, own_list = (apps.get_model("news", name) for name in ("StoryPage", "ProjectNewsIndexPage"))
    named = Exists(story.objects.filter(related_project=OuterRef("pk")))
    path_above = Left("path", Length("path") - Page.steplen)
    above = Q(path__in=own_list.objects.values_list(path_above, flat=True))
    return list(visibility.visible(Page.objects.filter(Q(named) | above)))


def archive(stories, params, own_project: int | None = None) -> dict:
    """Template context of a list: one page of stories, links to others by every facet, links to its further pages.

    `params` is a query string's mapping: `vuosi`, `aihe`, `hanke`, `tyyppi`, `sivu`; what it does not understand it
    leaves out. `own_project` is the key of the project whose list it is.
    """
    every_row, asked = rows(stories, own_project), listing.wanted(FACETS, params)
    page = Paginator(listing.matching(every_row, FACETS, asked), PAGE_SIZE).get_page(params.get("sivu"))
    filters = listing.groups(every_row, FACETS, asked, everything=_("All"))
    found = {story.pk: story for story in stories.filter(pk__in=[row.pk for row in page])}
    return {
        "stories": [found[row.pk] for row in page if row.pk in found],
        "story_page": page,
        "filters": filters,
        "filter_words": listing.chosen_words(filters),
        "is_filtered": bool(asked),
        "topic": _topic(every_row, asked.get(TOPIC)),
    }


def _topic(every_row: list[Row], slug: str | None) -> tuple[str, str] | None:
    """The short name and name of the topic asked for, if any story has it."""
    return next(((slug, row.topics[slug]) for row in every_row if slug in row.topics), None)
