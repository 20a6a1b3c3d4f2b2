"""Editors see how many subscribe, addresses only those who may; people's data by address, here and by command."""

import json
from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import CommandError, call_command

from kasper_site.cms import groups
from kasper_site.users.models import User
from news.models import Subscriber
from news.subscriptions import keeping
from tests import factories
from tests.news.subscriptions.conftest import EMAIL, make_subscriber

pytestmark = pytest.mark.django_db
LIST = "/hallinta/tilaajat/"


@pytest.fixture
def editor(client):
    """Sign in somebody of a group."""
    factories.make_site()
    groups.ensure()

    def _editor(group: str):
        user = User.objects.create_user(username=group, email=f"{group}@example.com", password="salasana")
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)

    return _editor


@pytest.fixture
def client():
    from django.test import Client

    return Client()


def test_a_writer_sees_counts_and_no_address(client, editor):
    subscriber = make_subscriber(is_press=True)
    editor("toimittaja")
    text = client.get(LIST).content.decode()
    assert "Heistä toimittajia</dt><dd>1</dd>" in text
    assert "example.org" not in client.get(LIST, {"osoite": "maija"}).content.decode()
    for action in ("poista/", "jatka/"):
        client.post(f"{LIST}{subscriber.pk}/{action}")
    assert client.get(f"{LIST}{subscriber.pk}/tiedot.json").status_code != 200
    assert Subscriber.objects.exists()


@pytest.mark.parametrize("group", ["viestintä", "ylläpito"])
def test_who_may_finds_exports_and_deletes_by_address(client, editor, group):
    subscriber = make_subscriber()
    make_subscriber("toinen@example.org")
    editor(group)
    text = client.get(LIST, {"osoite": "MAIJA@"}).content.decode()
    assert EMAIL in text
    assert "toinen@" not in text
    assert client.get(LIST, {"osoite": "\x00%_"}).status_code == 200
    data = json.loads(client.get(f"{LIST}{subscriber.pk}/tiedot.json").content)
    assert data["Sähköpostiosoite"] == EMAIL
    assert client.get(f"{LIST}{subscriber.pk}/poista/").status_code == 405
    response = client.post(f"{LIST}{subscriber.pk}/poista/", follow=True)
    assert EMAIL not in response.content.decode()
    assert not Subscriber.objects.with_address(EMAIL).exists()


def test_a_paused_subscriber_is_told_and_can_be_tried_again(client, editor):
    subscriber = make_subscriber()
    for key in "abc":
        keeping.bounced(subscriber, key)
    editor("viestintä")
    text = client.get(LIST).content.decode()
    assert "3 viestiä peräkkäin ei mennyt perille" in text
    assert "Tauolla</dt><dd>1</dd>" in text
    client.post(f"{LIST}{subscriber.pk}/jatka/")
    assert Subscriber.objects.receiving().exists()


def test_nobody_confirms_for_somebody_else(client, editor):
    keeping.ask(EMAIL, "fi", False, [])
    editor("ylläpito")
    client.post(f"{LIST}{Subscriber.objects.get().pk}/jatka/")
    assert not Subscriber.objects.receiving().exists()


def test_the_list_asks_as_much_with_many_as_with_few(client, editor, topics, django_assert_max_num_queries):
    editor("viestintä")
    client.get(LIST)
    for number in range(12):
        make_subscriber(f"n{number}@example.org", topics)
    with django_assert_max_num_queries(20):
        client.get(LIST)


def test_the_right_can_be_given_to_a_group():
    assert Permission.objects.filter(codename="change_subscriber", content_type__app_label="news").exists()


# --- By command -------------------------------------------------------------------------------------------------------
def run(*arguments) -> str:
    out = StringIO()
    call_command("subscribers", *arguments, stdout=out)
    return out.getvalue()


def test_data_is_shown_and_deleted_by_command():
    make_subscriber()
    assert json.loads(run("export", "MAIJA@example.org"))["Sähköpostiosoite"] == EMAIL
    assert run("delete", EMAIL) == "Deleted.\n"
    assert not Subscriber.objects.exists()
    with pytest.raises(CommandError, match="Nothing is kept"):
        run("export", EMAIL)
