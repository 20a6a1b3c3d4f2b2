"""An essential correction is mailed once, to those who got the release; nothing else of an edit is."""

import re
from datetime import timedelta
from email import message_from_bytes, policy

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.utils import timezone

from kasper_site.delivery.models import Effect, Publication
from kasper_site.delivery.outbox import draining, kinds
from news import corrections, publications, withdrawals
from news.models import Correction, ReleasePage
from news.receipt import rows
from news.subscriptions import keeping, mailing
from tests.news.subscriptions.conftest import EMAIL, make_subscriber, publish

pytestmark = [pytest.mark.django_db, pytest.mark.database]

NOTE = "Puhelinnumero oli väärin. Oikea numero on 044 350 5179."
SECOND = "Osoite oli väärin. Oikea osoite on Vernissakatu 4."
TEXT = r"""Korjattu %(day)s: Puhelinnumero oli väärin\. Oikea numero on
044 350 5179\.

Korjaus koskee tätä tiedotetta:
Ovi aukeaa
Mediatiedote %(day)s

Lue korjattu tiedote:
http://127\.0\.0\.1:8000/[\w/-]+

--\x20
Saat tämän viestin, koska olet tilannut tiedotteemme\.
Muuta tilaustasi tai lopeta se:
http://127\.0\.0\.1:8000/tilaa/oma/\?avain=[\w.:-]+
"""


@pytest.fixture(autouse=True)
def _own_kinds(monkeypatch):
    """Of all that a publication brings about only the correction and the mails: a PDF takes its time."""
    own = {name: kind for name, kind in kinds._kinds.items() if name in ("correction", "mail", "mail_of_correction")}
    monkeypatch.setattr(kinds, "_kinds", own)


@pytest.fixture
def release(newsroom, subscriber):
    """A release that has been mailed."""
    page = publish(newsroom, title="Ovi aukeaa")
    assert told() == [EMAIL]
    return page


def told() -> list[str]:
    """To whom mail went, after all that is due."""
    mail.outbox.clear()
    draining.drain()
    return [message.to[0] for message in mail.outbox]


def edit(release, kind="essential", note=NOTE, is_recorded=True) -> ReleasePage:
    """The release after an edit with an answer, published."""
    page = ReleasePage.objects.get(pk=release.pk)
    corrections.answer(page, kind, note, corrections.new_key(), page.known_corrections.split())
    return republish(page, is_recorded)


def republish(page, is_recorded=True) -> ReleasePage:
    page.save_revision().publish()
    if is_recorded:
        publications.record_new()
    return ReleasePage.objects.get(pk=page.pk)


# --- When -------------------------------------------------------------------------------------------------------------
def test_a_correction_goes_once_to_those_who_got_the_release(release):
    make_subscriber("toinen@example.org")
    edit(release)
    assert told() == [EMAIL]
    assert mail.outbox[0].subject == "Korjattu tiedote: Ovi aukeaa"
    assert NOTE in mail.outbox[0].body.replace("\n", " ")
    assert told() == []


def test_a_small_change_is_mailed_to_nobody(release):
    edit(release, "small", "")
    assert told() == []


def test_publishing_again_without_a_new_correction_mails_nothing(release):
    page = edit(release)
    assert told() == [EMAIL]
    page = republish(page)
    page.get_latest_revision().publish()
    publications.record_new()
    assert told() == []
    assert Publication.objects.count() == 4


def test_each_correction_is_mailed(release):
    edit(release)
    assert told() == [EMAIL]
    edit(release, note=SECOND)
    assert told() == [EMAIL]
    assert SECOND in mail.outbox[0].body
    assert NOTE not in mail.outbox[0].body.replace("\n", " ")


def test_a_correction_is_not_lost_behind_a_small_change_that_follows_at_once(release):
    edit(release, is_recorded=False)
    edit(release, "small", "")
    assert told() == [EMAIL]
    assert told() == []


def test_a_correction_that_the_dying_process_did_not_write_down_is_mailed(release):
    edit(release, is_recorded=False)
    Correction.objects.all().delete()
    publications.record_new()
    assert told() == [EMAIL]
    assert Correction.objects.get().note == NOTE


def test_whose_release_has_not_gone_out_yet_gets_the_right_one_only(newsroom, subscriber):
    release = publish(newsroom, title="Ovi aukeaa")
    edit(release)
    assert told() == [EMAIL]
    assert mail.outbox[0].subject == "Tiedote: Ovi aukeaa"


def test_what_nobody_got_is_corrected_without_a_mail(newsroom, subscriber):
    release = publish(newsroom, public_at=timezone.now() - timedelta(days=3))
    edit(release)
    assert told() == []


def test_a_correction_before_anybody_was_told_is_no_mail(newsroom, subscriber):
    release = publish(newsroom)
    Publication.objects.all().delete()
    edit(release)
    assert not Effect.objects.filter(kind=mailing.OF_CORRECTION).exists()


# --- Not any more -----------------------------------------------------------------------------------------------------
def test_nothing_goes_out_while_the_release_is_withdrawn(release):
    page = edit(release)
    withdrawals.withdraw(page, None, "Tiedote oli kokonaan väärä.", None)
    assert told() == []
    assert Effect.objects.get(kind=mailing.OF_CORRECTION).state == Effect.State.DROPPED


def test_a_correction_of_a_withdrawn_release_is_not_even_written_down(release):
    withdrawals.withdraw(release, None, "Tiedote oli kokonaan väärä.", None)
    edit(release)
    assert not Effect.objects.filter(kind=mailing.OF_CORRECTION).exists()


def test_nothing_goes_out_while_the_release_is_hidden(release):
    edit(release).unpublish()
    assert told() == []


def test_who_has_left_meanwhile_gets_nothing(release, subscriber):
    edit(release)
    keeping.leave(subscriber)
    assert told() == []
    assert Effect.objects.get(kind=mailing.OF_CORRECTION).note.startswith("Ei lähetetty: ")


# --- What stands in it ------------------------------------------------------------------------------------------------
def corrected_mail(release):
    edit(release)
    assert told() == [EMAIL]
    return message_from_bytes(mail.outbox[0].message().as_bytes(), policy=policy.default)


def test_it_is_short_and_says_what_is_right_first(release):
    message = corrected_mail(release)
    words = message.get_body(("plain",)).get_content().replace("\r\n", "\n")
    today = timezone.localdate()
    assert re.fullmatch(TEXT % {"day": f"{today.day}\\.{today.month}\\.{today.year}"}, words), words


def test_it_has_the_headers_of_a_list_and_a_message_of_its_own(release):
    first = mail.outbox[0].message()
    message = corrected_mail(release)
    assert "/tilaa/lopeta/?avain=" in message["List-Unsubscribe"]
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["Content-Language"] == "fi"
    assert message["Message-ID"] != first["Message-ID"]


def test_the_html_fetches_nothing_and_says_the_same(release):
    page = BeautifulSoup(corrected_mail(release).get_body(("html",)).get_content(), "html.parser")
    assert page.h1.get_text() == "Korjattu tiedote: Ovi aukeaa"
    assert NOTE in page.get_text()
    assert not page.select("img, style, script, link, [style], [src]")
    assert [link["href"].partition(":")[0] for link in page.find_all("a")] == ["http", "http"]


# --- What the editor sees ---------------------------------------------------------------------------------------------
def test_the_receipt_shows_the_correction_and_its_mails(release):
    edit(release)
    (receipt,) = rows.receipts([Publication.objects.first()])
    states = {row.label: row.state for row in receipt.rows}
    assert states["Korjaus"] == states["Sähköposti tilaajille korjauksesta"] == "waiting"
    republish(release)
    (receipt,) = rows.receipts([Publication.objects.first()])
    assert not {"Korjaus", "Sähköposti tilaajille korjauksesta"} & {row.label for row in receipt.rows}
