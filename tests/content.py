"""Full content for test pages: what their streams hold, in the shapes that the blocks take."""

from wagtail.models import Page

from kasper_site.cms.blocks import BodyBlock
from kasper_site.cms.models import SiteDocument

SENTENCE = "Kasper tukee perheitä muutoksissa."
TEXT = f"<p>{SENTENCE}</p>"

# Streams that take no more items than this.
MOST_ITEMS = {"doors": 3}

# Fields that are neither text nor streams, of the types that have such.
MORE_FIELDS = {
    "home.StrategyPage": {"period_start": "2020", "period_end": "2023"},
    "projects.ProjectPage": {
        "period_start": "2011",
        "period_end": "2013",
        "municipality_count": 68,
        "hospital_district_count": 4,
        "province_count": 5,
        "budget_euros": 2_200_000,
        "grant_euros": 1_700_000,
    },
}


def full_body() -> list[tuple]:
    """Every block that a body may hold, with its preview value; what they point to must exist."""
    return [(name, block.get_preview_value()) for name, block in BodyBlock().child_blocks.items()]


def streams(page_type: str, count: int) -> dict[str, list[tuple]]:
    """The typed streams of a page type with `count` items each, or as many as the stream takes."""
    found = {
        "home.HomePage": _front,
        "home.StrategyPage": _strategy,
        "projects.ProjectPage": _project,
    }
    values = found[page_type]() if page_type in found else {}
    return {field: [item] * min(count, MOST_ITEMS.get(field, count)) for field, item in values.items()}


def _front() -> dict[str, tuple]:
    page = Page.objects.filter(depth=2).first()
    return {
        "doors": ("door", {"heading": "Lapseni on sijoitettu", "text": SENTENCE, "page": page}),
        "areas": ("area", {"heading": "Vertaistuki", "text": SENTENCE, "page": page}),
    }


def _strategy() -> dict[str, tuple]:
    document = SiteDocument.objects.first()
    sub_goal = {"text": SENTENCE, "alternatives": [{"name": "Joko", "text": SENTENCE}, {"name": "tai", "text": ""}]}
    plan = {"title": "Toimintasuunnitelma", "start": "2020", "end": "2021", "text": TEXT, "document": document}
    area = {"name": "Vertaistuki", "offers": [SENTENCE], "audiences": ["vanhemmat"], "page": None}
    review = {"title": "Väliarviointi", "date": "30.11.2020", "document": document}
    return {
        "aims": ("aim", SENTENCE),
        "values": ("value", {"name": "Rohkeus", "text": SENTENCE}),
        "principles": ("principle", {"name": "Luottamus", "text": TEXT}),
        "areas": ("area", area),
        "goals": ("goal", {"name": "Tavoite", "text": TEXT, "sub_goals": [sub_goal]}),
        "action_plans": ("action_plan", {**plan, "reviews": [review]}),
        "documents": ("document", {"title": "Strategia", "date": "2020", "document": document, "note": SENTENCE}),
    }


def _project() -> dict[str, tuple]:
    person = {"name": "Sanna Kivinen", "role": "suunnittelija", "organisation": ""}
    output = {"title": "Ohjaajan opas", "document": SiteDocument.objects.first()}
    phase = {"numeral": "I", "start": "2006", "end": "2009", "name": "Voikukkia-projekti", "text": TEXT}
    sub_project = {"name": "KUULAS", "other_name": "KASTE familjeprojektet", "other_language": "sv"}
    return {
        "goals": ("goal", {"name": "Tavoite", "text": TEXT}),
        "development_areas": ("area", {"name": "Ehkäisevät palvelut", "text": TEXT}),
        "sub_projects": ("sub_project", {**sub_project, "text": TEXT, "url": ""}),
        "history": ("phase", {**phase, "results": [TEXT], "people": [person], "outputs": [output]}),
    }
