"""A release's PDF, text and card at addresses below its own, only while a visitor may see it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from news.models import ReleasePage, Rendering

pytestmark = pytest.mark.django_db

FILES = {
    "tiedote.pdf": ("application/pdf", b"%PDF-1.7"),
    "tiedote.txt": ("text/plain; charset=utf-8", b"Mediatiedote 2.8.2023"),
    "kortti.png": ("image/png", b"\x89PNG"),
}


@pytest.mark.parametrize("name", FILES)
def test_each_is_served_with_its_type_and_name(client, made, name):
    answer = client.get(f"{made.url}{name}")
    content_type, start = FILES[name]
    assert answer.status_code == 200
    assert answer["Content-Type"] == content_type
    assert answer.content.startswith(start)
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith('inline; filename="kasper-')
    assert answer["Content-Disposition"].endswith(f'-2023-08-02-vanhempien-aani-kuuluviin.{name[-3:]}"')
    assert answer["Link"] == f'<{made.canonical_url}>; rel="canonical"'
    assert "X-Robots-Tag" not in answer
    assert not answer.cookies


@pytest.mark.parametrize("name", FILES)
def test_whoever_has_it_already_is_told_so(client, made, name):
    whole = client.get(f"{made.url}{name}")
    by_tag = client.get(f"{made.url}{name}", headers={"if-none-match": whole["ETag"]})
    by_day = client.get(f"{made.url}{name}", headers={"if-modified-since": whole["Last-Modified"]})
    assert (by_tag.status_code, by_day.status_code, by_tag.content) == (304, 304, b"")
    assert client.get(f"{made.url}{name}", headers={"if-none-match": '"vanha"'}).status_code == 200


def test_before_they_are_made_only_the_text_is_there(client, release):
    status = {name: client.get(f"{release.url}{name}").status_code for name in FILES}
    assert status == {"tiedote.pdf": 404, "tiedote.txt": 200, "kortti.png": 404}
    assert not Rendering.objects.exists()
    shown = client.get(release.url).content.decode()
    assert "tiedote.pdf" not in shown
    assert "kortti.png" not in shown


def hide(page, how: str) -> None:
    if how == "draft":
        page.unpublish()
    elif how == "private":
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    elif how == "expired":
        ReleasePage.objects.filter(pk=page.pk).update(expire_at=timezone.now())
    else:
        ReleasePage.objects.filter(pk=page.pk).update(public_at=timezone.now() + timedelta(hours=1))


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("how", ["draft", "private", "expired", "embargoed"])
def test_what_is_hidden_answers_like_any_unknown_address(made, how, name):
    address = f"{made.url}{name}"
    assert Client().get(address).status_code == 200
    hide(made, how)
    hidden, unknown = Client().get(address), Client().get(address.replace("vanhempien-aani", "olematon-asia"))
    assert hidden.status_code == 404
    assert hidden.content.replace(b"vanhempien-aani", b"olematon-asia") == unknown.content
    assert dict(hidden.headers) == dict(unknown.headers)


def test_the_kept_files_have_no_address_of_their_own(client, made):
    for name in Rendering.objects.exclude(file="").values_list("file", flat=True):
        assert client.get(f"/media/{name}").status_code == 404


@pytest.mark.parametrize("path", ["tiedote.pdf", "ajankohtaista/tiedote.pdf", "ajankohtaista/x/tiedote.txt"])
def test_there_are_none_below_other_pages(client, made, path):
    assert client.get(f"/{path}").status_code == 404


def test_what_search_engines_are_to_leave_they_leave(client, made):
    ReleasePage.objects.filter(pk=made.pk).update(is_noindex=True)
    assert client.get(f"{made.url}tiedote.pdf")["X-Robots-Tag"] == "noindex"


def test_one_that_is_neutral_outside_has_no_card(client, made):
    ReleasePage.objects.filter(pk=made.pk).update(is_discreet=True)
    assert client.get(f"{made.url}kortti.png").status_code == 404
    assert "kortti.png" not in client.get(made.url).content.decode()


def test_the_page_leads_to_them(client, made):
    shown = client.get(made.url).content.decode()
    downloads = shown.split('class="downloads"')[1].split("</section>")[0]
    assert f'href="{made.url}tiedote.pdf"' in downloads
    assert f'href="{made.url}tiedote.txt"' in downloads
    assert "Selvitys" in downloads
    assert "(PDF, " in downloads
    assert f'property="og:image" content="{made.canonical_url}kortti.png"' in shown
