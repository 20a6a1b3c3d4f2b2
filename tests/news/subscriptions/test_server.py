"""What a real mail server answers: taken, refused for good, refused for now, gone in the middle."""

import email
import logging
import socket
from email import policy

import pytest
from aiosmtpd.controller import Controller
from django.utils import timezone

from kasper_site.delivery.models import Effect
from kasper_site.delivery.outbox import draining
from news.models import Subscriber
from news.subscriptions import keeping, letters, mailing
from news.subscriptions.sending import Unsent
from tests.news.subscriptions.conftest import EMAIL, make_subscriber, publish

pytestmark = pytest.mark.django_db
STATE = Effect.State


class Server:
    """Answers as it is told, and keeps what it took. Names the address in its refusals, as servers do."""

    def __init__(self):
        self.taken, self.to_recipient, self.to_data, self.hangs_up = [], "", "", False

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.to_recipient:
            return self.to_recipient.format(address)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.hangs_up:
            server.transport.abort()
            return "250 OK"
        if self.to_data:
            return self.to_data.format(envelope.rcpt_tos[0])
        self.taken.append((envelope.rcpt_tos, email.message_from_bytes(envelope.content, policy=policy.default)))
        return "250 OK"


@pytest.fixture
def server(settings, monkeypatch):
    """The server, to which Django's mail goes. What it logs itself is not ours."""
    monkeypatch.setattr(logging.getLogger("mail.log"), "disabled", True)
    handler = Server()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    yield handler
    controller.stop()


def run_again(effect: Effect) -> Effect:
    """Let what waits be due, and drain."""
    Effect.objects.filter(pk=effect.pk).update(next_try_at=timezone.now())
    draining.drain()
    effect.refresh_from_db()
    return effect


@pytest.fixture
def effect(newsroom, subscriber):
    publish(newsroom, title="Lastensuojelun asiakasvanhempien ääni kuuluviin uudenlaisella palvelulla – Öhqvist")
    return Effect.objects.get(kind=mailing.NAME)


def test_a_mail_arrives_as_it_was_meant(server, effect):
    assert run_again(effect).state == STATE.DONE
    ((recipients, message),) = server.taken
    assert recipients == [EMAIL]
    headline = "Lastensuojelun asiakasvanhempien ääni kuuluviin uudenlaisella palvelulla – Öhqvist"
    assert message["Subject"] == f"Tiedote: {headline}"
    text, html = message.iter_parts()
    assert (text.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    assert headline[:30] in text.get_content()
    assert "".join(map(str, message.defects)) == ""


@pytest.mark.parametrize("stage", ["to_recipient", "to_data"])
def test_an_address_that_is_refused_for_good_is_a_bounce_and_not_tried_again(server, effect, caplog, stage):
    setattr(server, stage, "550 5.1.1 <{}>: no such user")
    assert run_again(effect).state == STATE.FAILED
    assert effect.note == "Postipalvelin ei ota vastaan viestejä tähän osoitteeseen (550)."
    assert Subscriber.objects.get().bounces == 1
    assert EMAIL not in caplog.text


@pytest.mark.parametrize("stage", ["to_recipient", "to_data"])
@pytest.mark.parametrize("answer", ["451 4.7.1 <{}>: greylisted", "554 5.7.1 <{}>: blocked, see our list"])
def test_what_may_pass_later_waits_and_is_no_bounce(server, effect, caplog, stage, answer):
    setattr(server, stage, answer)
    assert run_again(effect).state == STATE.WAITING
    assert effect.note == f"Unsent: {answer[:3]}"
    assert Subscriber.objects.get().bounces == 0
    assert EMAIL not in caplog.text
    setattr(server, stage, "")
    assert run_again(effect).state == STATE.DONE
    assert len(server.taken) == 1


def test_a_server_that_hangs_up_gets_the_same_mail_again(server, effect, caplog):
    server.hangs_up = True
    assert run_again(effect).state == STATE.WAITING
    assert effect.note == "Unsent: SMTPServerDisconnected"
    assert EMAIL not in caplog.text
    server.hangs_up = False
    assert run_again(effect).state == STATE.DONE
    first = server.taken[0][1]["Message-ID"]
    Subscriber.objects.update(last_mail_key="")  # as if the process had died before it could write it down
    Effect.objects.update(state=STATE.RUNNING)
    run_again(effect)
    assert server.taken[1][1]["Message-ID"] == first


def test_a_server_that_is_away_is_waited_for(effect, settings, caplog):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    assert run_again(effect).state == STATE.WAITING
    assert effect.note == "Unsent: ConnectionRefusedError"
    assert EMAIL not in caplog.text


def test_three_bounces_of_different_mails_on_end_pause_a_subscriber(server, newsroom, subscriber):
    server.to_recipient = "550 no such user"
    for number in range(1, 4):
        publish(newsroom)
        draining.drain()
        subscriber.refresh_from_db()
        assert (subscriber.bounces, subscriber.is_receiving) == (number, number < 3)
        keeping.bounced(subscriber, Effect.objects.filter(kind=mailing.NAME).last().key)  # the same mail once more
        subscriber.refresh_from_db()
        assert subscriber.bounces == number
    publish(newsroom)
    assert Effect.objects.filter(kind=mailing.NAME).count() == 3
    keeping.ask(EMAIL, "fi", False, [])
    keeping.confirm(subscriber)
    assert Subscriber.objects.receiving().exists()


def test_a_mail_that_arrives_forgets_the_bounces_before_it(server, newsroom, subscriber):
    for answer in ("550 full", "550 full", "", "550 full", "550 full"):
        server.to_recipient = answer
        publish(newsroom)
        draining.drain()
    assert Subscriber.objects.receiving().get().bounces == 2


def test_letters_wait_for_the_server_and_do_not_name_the_address(server, newsroom, caplog):
    caplog.set_level(logging.DEBUG)
    keeping.ask(EMAIL, "fi", False, [])
    server.to_recipient = "450 4.2.1 <{}>: later"
    assert letters.send_due() == 0
    assert letters.send_due() == 0
    server.to_recipient = ""
    assert letters.send_due(timezone.now() + letters.TRIED_AGAIN_AFTER) == 1
    assert letters.send_due(timezone.now() + letters.TRIED_AGAIN_AFTER) == 0
    keeping.ask("toinen@example.org", "fi", False, [])
    server.to_recipient = "550 5.1.1 <{}>: no such user"
    assert letters.send_due() == 0
    assert not Subscriber.objects.filter(letter_due_at__isnull=False).exists()
    assert "example.org" not in caplog.text


def test_a_silent_server_is_asked_once_a_round(newsroom, monkeypatch):
    """Each try waits for seconds, and the site's other jobs with it."""
    tries = []

    def silent(message):
        tries.append(message)
        raise Unsent("timed out")

    monkeypatch.setattr(letters, "hand_over", silent)
    for number in range(3):
        keeping.ask(f"n{number}@example.org", "fi", False, [])
    assert letters.send_due() == 0
    assert len(tries) == 1
    assert Subscriber.objects.filter(letter_due_at__lte=timezone.now()).count() == 2
    assert Subscriber.objects.filter(letter_due_at__gt=timezone.now()).count() == 1


def test_an_odd_address_reaches_nobody_else(server, newsroom):
    odd = '"kaikki@example.org,toinen"@example.org'
    make_subscriber(odd)
    publish(newsroom)
    draining.drain()
    assert [recipients for recipients, _message in server.taken] == [[odd]]
