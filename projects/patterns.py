"""Examples of what projects are made of, for the pattern library."""

from django.utils.translation import gettext_lazy as _

from kasper_site.cms.blocks.previews import first
from kasper_site.cms.partial_dates import PartialDate
from kasper_site.cms.patterns import Component, Sample
from kasper_site.cms.patterns.rendering import part
from kasper_site.cms.patterns.stand_ins import items, page_at_home
from kasper_site.cms.patterns.words import (
    FOCUS,
    HOVER,
    LONG,
    LONG_LINE,
    LONG_WORD,
    NO_PICTURE,
    OPEN,
    REST,
    SENTENCE,
    TEXT,
)
from projects.models import Material, ProjectPage
from projects.phases import Entry

PROJECT = "projects/project_page.html"
INDEX = "projects/project_index_page.html"
ROW = "projects/parts/project_row.html"
AREAS = items({"name": "Vanhempien osallisuus", "text": TEXT}, {"name": "Vertaisohjaajat", "text": TEXT})
SUB_PROJECT = {"name": "Etelä-Karjala", "other_name": "Södra Karelen", "other_language": "sv", "text": TEXT}
PHASE = {"numeral": "II", "name": "Verkosto laajenee", "text": TEXT, "results": [TEXT]}
PHASE |= {"people": [{"name": "Etunimi Sukunimi", "role": "suunnittelija"}], "outputs": [{"title": "Ohjaajan opas"}]}
TIMELINE = [
    Entry("vaihe-ii", "2012–2014", "", PHASE),
    Entry("vuodet-2011", "2011", "", {"name": LONG_LINE, "text": ""}),
]
CONTACTS = [{"name": "Etunimi Sukunimi", "role": "projektipäällikkö"}, {"name": LONG_WORD, "role": LONG_LINE}]


def components() -> list[Component]:
    """A project in lists, then its page from top to bottom."""
    return [*_lists(), *_page()]


def project(**fields) -> ProjectPage:
    """A project that is kept nowhere."""
    values = {"title": "VOIKUKKIA-verkostohanke", "introduction": SENTENCE, "period_start": PartialDate.parse("2012")}
    return page_at_home(ProjectPage, **{**values, "period_end": PartialDate.parse("2017"), **fields})


def _card(**fields):
    return part(ROW, {"project": project(**fields), "is_card": True})


def _lists() -> list[Component]:
    image = first("cms.SiteImage")
    long_words = {"title": LONG_WORD, "full_name": LONG_LINE}
    return [
        Component(
            "card",
            _("Card"),
            _("A project that goes on; the whole card leads to it."),
            [
                Sample(REST, _card(listing_image=image)),
                Sample(HOVER, _card(), "as-hover"),
                Sample(FOCUS, _card(), "as-focus"),
                Sample(NO_PICTURE, _card()),
                Sample(LONG, _card(**long_words)),
            ],
        ),
        Component(
            "project_list",
            _("Projects that are over"),
            _("Rows, not cards: they are for reading, not for taking part."),
            [Sample(REST, part(INDEX, {"past": [project(), project(**long_words)]}, ".project-list"))],
        ),
        Component("archive", _("Materials"), _("A download only where we have the file."), _archive()),
    ]


def _archive() -> list[Sample]:
    ours = Material(title="Ohjaajan opas", kind="guide", phase="Vaihe II", document=first("cms.SiteDocument"))
    lost = Material(title=LONG_LINE, kind="report", date=PartialDate.parse("2014"))
    return [Sample(REST, part(PROJECT, {"material_rows": [ours, lost]}, ".archive"))]


def _page() -> list[Component]:
    facts = {"full_name": LONG_LINE, "title": "VOIKUKKIA", "funder": "STEA", "funder_former_name": "RAY"}
    facts |= {"municipality_count": 68, "is_money_approximate": True, "partners": TEXT}
    facts |= {"budget_euros": 2_200_000, "grant_euros": 1_700_000, "grant_share": True}
    whole = {"vision": TEXT, "mission": TEXT, "goals": AREAS, "development_areas": AREAS, "sub_projects": AREAS}
    parts = (
        ("project", _("Vision and mission"), _("What a project is for."), ".project-purpose", whole, {}),
        ("project_facts", _("Facts of a project"), _("A quiet list in columns."), ".project-facts", facts, {}),
        ("on_this_page", _("On this page"), _("For pages of three parts or more."), ".on-this-page", whole, {}),
        (
            "development_areas",
            _("Development areas"),
            _("What a project developed."),
            ".development-areas",
            {"development_areas": AREAS},
            {},
        ),
        (
            "sub_projects",
            _("Sub-projects"),
            _("The regional parts, in their own language."),
            ".sub-projects",
            {"sub_projects": items(SUB_PROJECT, {"name": LONG_WORD, "text": TEXT})},
            {},
        ),
        (
            "project_people",
            _("People of a project"),
            _("Where it is over only their names."),
            ".project-people",
            {},
            {"contact_cards": CONTACTS},
        ),
        (
            "timeline",
            _("Timeline"),
            _("Earlier phases, readable as plain headings and lists too."),
            ".timeline",
            {},
            {"timeline": TIMELINE},
        ),
    )
    found = [
        Component(
            name,
            label,
            told,
            [Sample(REST, part(PROJECT, {"page": page, **more}, select))],
            is_wide=name in ("project", "project_facts"),
        )
        for name, label, told, select, page, more in parts
    ]
    unfolded = Sample(OPEN, part(PROJECT, {"timeline": TIMELINE}, ".timeline-more", open=""))
    found[-1].samples.append(unfolded)
    return found
