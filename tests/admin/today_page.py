"""What the tests of today's hours do in the admin: sign in, press a button, fill in a form, look at what is kept."""

from datetime import date, datetime, timedelta

from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from kasper_site.directory.hours import HELSINKI
from kasper_site.users.models import User

# A Wednesday, on which what the factories make is open from 8 to 8.30.
NOW = datetime(2026, 11, 25, 7, tzinfo=HELSINKI)
TODAY, TOMORROW = NOW.date(), NOW.date() + timedelta(days=1)


def signed_in(group_name: str = "viestintä", name: str = "viivi") -> Client:
    user = User.objects.create_user(name, email=f"{name}@example.org", first_name=name.title())
    user.groups.add(Group.objects.get(name=group_name))
    client = Client()
    client.force_login(user)
    return client


def page(client: Client, query: str = "") -> BeautifulSoup:
    return BeautifulSoup(client.get(f"{reverse('opening_hours')}{query}").content, "html.parser")


def form_at(soup: BeautifulSoup, words: str, place: int = 0) -> tuple[str, dict]:
    """The address and the fields of the button with these words."""
    found = [form for form in soup.select("form") if form.button and form.button.get_text().startswith(words)]
    fields = {field["name"]: field.get("value", "") for field in found[place].select("input[name]")}
    return found[place]["action"], fields


def press(client: Client, words: str, place: int = 0, query: str = ""):
    """Press a button of the page, as it is shown now."""
    address, fields = form_at(page(client, query), words, place)
    return client.post(address, fields)


def address(point, action: str, day: date = TODAY) -> str:
    return reverse(f"today:{action}", args=[point._meta.model_name, point.pk, day.isoformat()])


def kept(point, day: date = TODAY) -> list[tuple]:
    """The exceptions of a day as they are in the database."""
    return list(point.hours_exceptions.filter(date=day).order_by("opens").values_list("opens", "closes", "note"))


def day_text(client: Client, place: int = 0, query: str = "") -> str:
    return " ".join(page(client, query).select(".today__day")[place].get_text(" ").split())


def said(response, client: Client) -> str:
    """What the page after a press says."""
    soup = BeautifulSoup(client.get(response["location"]).content, "html.parser")
    return " ".join(soup.select_one(".messages").get_text(" ").split())


def sent(client: Client, url: str, **typed):
    """Open the form, type into it, send it."""
    soup = BeautifulSoup(client.get(url).content, "html.parser")
    fields = {field["name"]: field.get("value", "") for field in soup.select(".today__form input[name]")}
    return client.post(url, {**fields, **typed})
