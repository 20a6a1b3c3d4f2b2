"""What the tasks of the guide need before they begin: editors, a message, a broken link, a release.

Runs in a process of its own beside the served site: manage.py shell -c "from tests.browser.guide.prepare import *; …"
"""

from datetime import date, time, timedelta

from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import Locale, Page

from home.models import StandardPage
from kasper_site.accessibility.models import AccessibilityFeedback
from kasper_site.delivery.models import Effect
from kasper_site.directory.models import HoursException, Person, Place, Service
from kasper_site.users.models import User
from news.models import NewsIndexPage, ReleaseContact, ReleasePage, Subscriber
from news.subscriptions import keeping

WRITER = ("tuuli", "Tuuli", "Toimittaja", "toimittaja")
PUBLISHER = ("viivi", "Viivi", "Viestijä", "viestintä")
MESSAGE = "En saa selvää sivun Tukiluuri tekstistä, kun suurennan sitä."
LAST_CONFIRMED = date(2023, 8, 2)
POINT, SLUG = "Kokemuskohtaamo Tikkurila", "kokemuskohtaamo-tikkurila"
PAGE = f"/tukea/{SLUG}/"
LINKING_PAGE, GONE_PAGE, OLD_PAGE = "Retki rannalle", "Leirin ohjelma", "Kevään kahvila"
RELEASE = "Perheleiri on täynnä"


def run(password: str) -> None:
    """Make what is missing."""
    for name, first, last, group in (WRITER, PUBLISHER):
        user, _is_new = User.objects.get_or_create(username=name, defaults={"first_name": first, "last_name": last})
        user.email = f"{name}@example.org"
        user.set_password(password)
        user.save()
        user.groups.set([Group.objects.get(name=group)])
    AccessibilityFeedback.objects.get_or_create(message=MESSAGE, defaults={"email": "kavija@example.org"})
    if not Page.objects.filter(title=LINKING_PAGE).exists():
        _make_pages()


def forget_confirmations() -> None:
    """Let every fact be confirmed last on a day long past."""
    for model in (Person, Place, Service):
        model.objects.update(confirmed_on=LAST_CONFIRMED)


def open_today_and_tomorrow() -> None:
    """Let the place be open on these two days from 9 to 15, whatever day it is, and without other exceptions."""
    place, today = Place.objects.get(slug=SLUG), timezone.localdate()
    forget_exceptions()
    for day in (today, today + timedelta(days=1)):
        HoursException.objects.create(place=place, date=day, opens=time(9), closes=time(15))


def forget_exceptions() -> None:
    """Take away the place's exceptions."""
    HoursException.objects.filter(place__slug=SLUG).delete()


def fail_the_search_of(title: str) -> None:
    """Let the search's part of a page's publication fail, as where it could not be reached for hours."""
    rows = Effect.objects.filter(publication__page__title=title, kind="search")
    rows.update(state=Effect.State.FAILED, tries=7, note="Haku ei löydä sivua vielä.")


def subscribe(address: str) -> None:
    """Let somebody have subscribed and confirmed."""
    keeping.ask(address, "fi", is_press=True, topics=())
    keeping.confirm(Subscriber.objects.with_address(address).get())


def _make_pages() -> None:
    home = Page.objects.filter(depth=2, locale=Locale.objects.get(language_code="fi")).get()
    old = StandardPage(title=OLD_PAGE, slug="kevaan-kahvila", teaser="Kahvila oli auki keväällä.")
    _publish_below(home, old, [_text("Kahvila on auki taas.")])
    gone = home.add_child(instance=StandardPage(title=GONE_PAGE, teaser="Leirin ohjelma.", live=False))
    link = {"text": GONE_PAGE, "page": gone.pk, "url": "", "note": ""}
    linking = StandardPage(title=LINKING_PAGE, teaser="Retki rannalle.", introduction="Tule mukaan.")
    linking.review_date = timezone.localdate() - timedelta(days=1)
    links = {"type": "link_list", "value": {"heading": "Lue myös", "links": [link]}}
    _publish_below(home, linking, [_text("Lähdemme yhdessä rannalle."), links])
    newsroom = NewsIndexPage.objects.get(locale=home.locale)
    release = ReleasePage(title=RELEASE, slug="perheleiri-on-taynna", kind="tiedote", lead="Leiri on täynnä.")
    release.contacts = [ReleaseContact(person=Person.objects.get(name="Jonna Salonen"))]
    _publish_below(newsroom, release, [_text("Kiitos kaikille ilmoittautuneille.")])


def _text(words: str) -> dict:
    return {"type": "paragraph", "value": {"text": f"<p>{words}</p>"}}


def _publish_below(parent: Page, page: Page, body: list[dict]) -> None:
    page.body = page._meta.get_field("body").to_python(body)
    parent.add_child(instance=page)
    page.save_revision().publish()
