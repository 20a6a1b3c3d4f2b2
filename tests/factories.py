"""Small makers of what tests need: a site, pages of every type (minimal or full), facts, files.

home = make_site()
page = make_page("home.StandardPage", home, title="Meistä")
page = make_page("news.ReleasePage", place_for("news.ReleasePage"), **full_fields("news.ReleasePage"))
"""

from datetime import date, time, timedelta
from io import BytesIO

from django.apps import apps
from django.core.files.base import ContentFile
from django.utils.text import slugify
from PIL import Image
from wagtail.models import Locale, Page, Site, get_page_models

from kasper_site.cms.models import BasePage, SiteDocument, SiteImage, SiteSettings
from kasper_site.directory.models import Event, EventChange, Person, Place, Service
from tests import content
from tests.content import SENTENCE, TEXT


# --- The site and its pages -------------------------------------------------------------------------------------------
def page_types() -> list[str]:
    """The page types that editors can make, as `app.Model`."""
    models = [model for model in get_page_models() if issubclass(model, BasePage) and model.is_creatable]
    return sorted(model._meta.label for model in models)


def page_model(page_type: str) -> type[BasePage]:
    """The model named `app.Model`."""
    return apps.get_model(page_type)


def make_site() -> BasePage:
    """Three languages, a Finnish front page at the root, the site's settings. Returns the front page."""
    for code in ("fi", "sv", "en"):
        Locale.objects.get_or_create(language_code=code)
    root = Page.objects.get(depth=1)
    home = make_page("home.HomePage", root, title="Kasper", slug="etusivu")
    Site.objects.all().delete()
    site = Site.objects.create(hostname="localhost", root_page=home, is_default_site=True, site_name="Kasper")
    SiteSettings.objects.create(
        site=site, organisation_name="Kasper – Kasvatus- ja perheneuvonta ry", about_fi=SENTENCE
    )
    return home


def make_page(page_type: str, parent: Page, **fields) -> BasePage:
    """A live page with the fewest fields that its type allows, and `fields` on top."""
    model = page_model(page_type)
    number = Page.objects.count()
    title = fields.pop("title", f"{model.__name__} {number}")
    values = {"slug": slugify(title), "locale": Locale.objects.get(language_code="fi"), **required_fields(page_type)}
    return parent.add_child(instance=model(title=title, **{**values, **fields}))


def place_for(page_type: str) -> Page:
    """A page under which a page of the type may stand, made with those above it where there is none yet."""
    parent_type = page_model(page_type).parent_page_types[0]
    found = apps.get_model(parent_type).objects.order_by("path").first()
    return found or make_page(parent_type, place_for(parent_type))


def required_fields(page_type: str) -> dict:
    """Fields without which a page of the type cannot be saved."""
    if page_type == "home.ServicePage":
        return {"audience": SENTENCE, "service": make_service()}
    if page_type == "home.PlacePage":
        return {"audience": SENTENCE, "place": make_place()}
    return {
        "home.HomePage": {"introduction": SENTENCE},
        "home.PlainLanguagePage": {"introduction": SENTENCE},
        "home.AccessibilityPage": {
            "service_name": "kasper",
            "status": "partial",
            "feedback": TEXT,
            "enforcement": TEXT,
        },
        "home.StrategyPage": {"organisation": "Kasper ry"},
        "projects.ProjectPage": {"introduction": SENTENCE},
        "news.CoveragePage": {"source_name": "Sanomat", "source_url": "https://example.org/juttu"},
    }.get(page_type, {})


# --- Full content -----------------------------------------------------------------------------------------------------
def make_facts() -> None:
    """One of everything that blocks point to: person, service, place, picture, document; an event."""
    make_person()
    make_service()
    make_place()
    make_event()
    make_image()
    make_document()


def full_fields(page_type: str, count: int = 2) -> dict:
    """Every text of a page type filled in, its streams with `count` items each; call `make_facts` before."""
    fields = {"teaser": SENTENCE, "listing_image": SiteImage.objects.first(), "review_date": date(2024, 8, 2)}
    for field in page_model(page_type)._meta.local_fields:
        kind = type(field).__name__
        if kind == "RichTextField":
            fields[field.name] = TEXT
        elif kind in ("CharField", "TextField") and not field.choices:
            fields[field.name] = SENTENCE[: field.max_length]
    if hasattr(page_model(page_type), "body"):
        fields["body"] = content.full_body()
    return {**fields, **content.streams(page_type, count), **content.MORE_FIELDS.get(page_type, {})}


# --- Facts ------------------------------------------------------------------------------------------------------------
def make_person(**fields) -> Person:
    """Somebody in the staff list."""
    number = Person.objects.count()
    values = {"name": f"Henkilö {number}", "role_fi": "suunnittelija", "phone": "044 350 5179"}
    values.update(email=f"henkilo{number}@example.org", confirmed_on=date(2023, 8, 2))
    return Person.objects.create(**{**values, **fields})


def make_service(hours: int = 1, **fields) -> Service:
    """A helpline that answers on Wednesdays, in as many spans as `hours` says."""
    number = Service.objects.count()
    values = {"name_fi": f"Puhelin {number}", "slug": f"puhelin-{number}", "phone": "044 350 5179"}
    service = Service.objects.create(**{**values, "confirmed_on": date(2023, 8, 2), **fields})
    add_hours(service, hours)
    return service


def make_place(hours: int = 1, **fields) -> Place:
    """A meeting place that is open on Wednesdays."""
    number = Place.objects.count()
    values = {"name_fi": f"Paikka {number}", "slug": f"paikka-{number}", "street_address": "Vernissakatu 4"}
    values.update(municipality="Tikkurila", confirmed_on=date(2023, 8, 2))
    place = Place.objects.create(**{**values, **fields})
    add_hours(place, hours)
    return place


def make_event(weeks: int = 8, **fields) -> Event:
    """A group in a place every Thursday from next week on, one of whose dates is cancelled; checked as a form does."""
    number = Event.objects.count()
    first = date.today() + timedelta(days=7 + (3 - date.today().weekday()) % 7)
    values = {"name_fi": f"Ryhmä {number}", "first_date": first, "opens": time(17), "closes": time(19)}
    values.update(repeats=Event.Repeats.WEEKLY, times=weeks, place=Place.objects.first())
    values.update(contact_person=Person.objects.first(), phone="044 350 5179", holiday_policy="as_usual")
    event = Event(**{**values, **fields})
    event.full_clean()
    event.save()
    if event.repeats == Event.Repeats.WEEKLY:
        EventChange.objects.create(
            event=event, date=first + timedelta(7), is_cancelled=True, note="Ohjaaja on sairaana."
        )
    return event


def make_undated_event(**fields) -> Event:
    """An information evening whose day is not known yet."""
    values = dict.fromkeys(("first_date", "opens", "closes", "times", "place"))
    return make_event(**{**values, "repeats": Event.Repeats.ONCE, "kind": Event.Kind.EVENING, **fields})


def add_hours(point: Service | Place, count: int) -> None:
    """As many spans of half an hour as `count` says, from eight on."""
    for number in range(count):
        opens, closes = (time(8 + half // 2, 30 * (half % 2)) for half in (number, number + 1))
        owner = {"service": point} if isinstance(point, Service) else {"place": point}
        point.weekly_hours.model.objects.create(weekday=2, opens=opens, closes=closes, **owner)


# --- Files ------------------------------------------------------------------------------------------------------------
def picture_file(name: str = "kuva.png", size: tuple[int, int] = (640, 480)) -> ContentFile:
    """A small plain picture."""
    buffer = BytesIO()
    Image.new("RGB", size, "#e2a400").save(buffer, "PNG")
    return ContentFile(buffer.getvalue(), name=name)


def make_image(**fields) -> SiteImage:
    """A picture with its description."""
    values = {"title": "Voikukka", "description": "Voikukka niityllä", "file": picture_file(), "credit": "Kasper ry"}
    return SiteImage.objects.create(**{**values, **fields})


def make_document(**fields) -> SiteDocument:
    """A file for download."""
    file = ContentFile(b"%PDF-1.7\n%%EOF\n", name="opas.pdf")
    return SiteDocument.objects.create(**{"title": "Ohjaajan opas", "file": file, "kind": "guide", **fields})
