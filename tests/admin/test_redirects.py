"""Redirects in the admin: a form that lets nothing wrong in, a file whose rows are shown before they are stored."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import ModelLogEntry

from kasper_site.cms import groups
from tests.admin.test_groups import member
from tests.factories import make_page, make_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def about():
    return make_page("home.StandardPage", make_site(), title="Meistä", slug="meista")


@pytest.fixture
def client(about):
    groups.ensure()
    client = Client()
    client.force_login(member("viestintä"))
    return client


def errors(response) -> list[str]:
    soup = BeautifulSoup(response.content, "html.parser")
    found = [" ".join(item.get_text().split()) for item in soup.select(".w-field__errors, .help-critical")]
    return [words for words in found if words]


class TestForm:
    def add(self, client, old="/vanha", page="", link=""):
        values = {"old_path": old, "redirect_page": page, "redirect_link": link, "is_permanent": "on"}
        return client.post(reverse("wagtailredirects:add"), values)

    def test_to_a_page(self, client, about):
        assert self.add(client, " /vanha/ ", about.pk).status_code == 302
        redirect = Redirect.objects.get()
        assert (redirect.old_path, redirect.redirect_page_id, redirect.redirect_link) == ("/vanha", about.pk, "")
        assert Client().get("/vanha/").headers["Location"] == "/meista/"

    def test_an_address_of_ours_becomes_its_page(self, client, about):
        assert self.add(client, link="/meista/").status_code == 302
        assert Redirect.objects.get().redirect_page_id == about.pk

    def test_to_another_site(self, client):
        assert self.add(client, link="https://www.lskl.fi/").status_code == 302
        assert Redirect.objects.get().redirect_link == "https://www.lskl.fi/"

    @pytest.mark.parametrize(
        ("values", "error"),
        [
            ({}, "Valitse sivu, jolle vanha osoite vie, tai kirjoita osoite."),
            ({"page": "me", "link": "https://a.fi/"}, "Valitse sivu tai kirjoita osoite, älä molempia."),
            ({"link": "javascript:alert(1)"}, "Käytä osoitetta, jonka alussa on / tai https://."),
            ({"link": "//evil.example"}, "Kirjoita uusi osoite muodossa"),
            ({"link": "/vanha/"}, "Ohjaus kiertäisi kehää: /vanha → /vanha."),
            ({"old": "/hallinta/", "page": "me"}, "Sivusto käyttää itse osoitetta /hallinta."),
            ({"old": "/meista/", "link": "https://a.fi/"}, "Osoitteessa /meista on sivu ”Meistä”."),
            ({"old": "/a\0", "page": "me"}, "merk"),
        ],
    )
    def test_what_cannot_work_is_refused_at_its_field(self, client, about, values, error):
        values = {**values, "page": about.pk if "page" in values else ""}
        (found,) = errors(self.add(client, **values))
        assert error in found
        assert not Redirect.objects.exists()

    def test_both_fields_may_be_wrong_and_what_was_typed_stays(self, client):
        response = self.add(client, "/meista/", link="ftp://a.fi/")
        assert len(errors(response)) == 2
        assert "ftp://a.fi/" in response.content.decode()

    def test_an_old_address_has_one_redirect(self, client, about):
        redirect = Redirect.add_redirect("/vanha", about, site=about.get_site(), automatically_created=True)
        assert errors(self.add(client, "/vanha/", about.pk)) == ["Tästä osoitteesta on jo ohjaus. Muuta sitä."]
        address = reverse("wagtailredirects:edit", args=[redirect.pk])
        values = {"old_path": "/vanha", "redirect_link": "https://a.fi/"}
        assert client.post(address, values).status_code == 302
        redirect.refresh_from_db()
        assert redirect.redirect_link == "https://a.fi/"
        assert redirect.site_id is not None

    def test_the_form_shows_where_the_address_leads(self, client, about):
        redirect = Redirect.add_redirect("/vanha", about)
        address = reverse("wagtailredirects:edit", args=[redirect.pk])
        html = client.get(address).content.decode()
        assert "/vanha</a> vie tänne:" in html
        assert "Sivu ei nyt näy kävijöille" not in html
        about.unpublish()
        assert "Sivu ei nyt näy kävijöille" in client.get(address).content.decode()


class TestFile:
    def look(self, client, text, encoding="utf-8"):
        file = SimpleUploadedFile("vanhat.csv", text.encode(encoding))
        return client.post(reverse("wagtailredirects:start_import"), {"file": file})

    def rows(self, response) -> list[list[str]]:
        soup = BeautifulSoup(response.content, "html.parser")
        return [[" ".join(cell.get_text().split()) for cell in row("td")] for row in soup.select(".listing tbody tr")]

    def store(self, client, response):
        signed = BeautifulSoup(response.content, "html.parser").select_one("input[name=rows]")["value"]
        return client.post(reverse("wagtailredirects:process_import"), {"rows": signed}, follow=True)

    def test_each_row_is_shown_and_nothing_is_stored(self, client, about):
        Redirect.add_redirect("/sama", about)
        Redirect.add_redirect("/muuttuva", "https://a.fi/")
        text = "vanha;uusi\n/äiti;/meista/\n/sama;/meista/\n/muuttuva;/meista/\n/x;javascript:alert(1)\n/y;//evil\n"
        found = self.rows(self.look(client, text, "cp1252"))
        assert [row[:3] for row in found[:3]] == [
            ["2", "/äiti", "Meistä"],
            ["3", "/sama", "Meistä"],
            ["4", "/muuttuva", "Meistä"],
        ]
        assert [row[3] for row in found[:3]] == ["Uusi ohjaus", "On jo näin", "Ohjaus muuttuu"]
        assert all(row[3].startswith("Ei käy.") for row in found[3:])
        assert Redirect.objects.count() == 2

    def test_what_may_be_stored_is_stored_when_confirmed(self, client, about):
        Redirect.add_redirect("/muuttuva", "https://a.fi/")
        preview = self.look(client, "/uusi;/meista/\n/muuttuva;/meista/\n/x;/ei-ole/\n")
        assert "Tallenna 2 ohjausta" in preview.content.decode()
        html = self.store(client, preview).content.decode()
        assert "2 ohjausta tallennettiin." in html
        assert set(Redirect.objects.values_list("old_path", "redirect_page")) == {
            ("/uusi", about.pk),
            ("/muuttuva", about.pk),
        }
        assert set(ModelLogEntry.objects.values_list("action", "label")) == {
            ("wagtail.create", "/uusi"),
            ("wagtail.edit", "/muuttuva"),
        }

    def test_what_has_become_impossible_meanwhile_is_left_out_and_told(self, client, about):
        preview = self.look(client, "/uusi;https://a.fi/\n/toinen;https://a.fi/\n")
        make_page("home.StandardPage", about.get_parent(), title="Uusi", slug="uusi")
        html = self.store(client, preview).content.decode()
        assert "1 ohjaus tallennettiin." in html
        assert "Osoitteessa /uusi on sivu ”Uusi”." in html
        assert Redirect.objects.get().old_path == "/toinen"

    def test_rows_that_nobody_was_shown_are_not_stored(self, client):
        answer = client.post(reverse("wagtailredirects:process_import"), {"rows": "/a;/meista/"}, follow=True)
        assert "Valitse tiedosto uudelleen." in answer.content.decode()
        assert client.get(reverse("wagtailredirects:process_import")).status_code == 405
        assert not Redirect.objects.exists()

    @pytest.mark.parametrize(
        ("text", "error"),
        [("", "tyhjä"), ('/a;"/meista/\n', "Riviä 1 ei voi lukea."), ("/a\0;/meista/", "Tiedosto ei ole tekstiä.")],
    )
    def test_a_file_that_cannot_be_read_says_what_to_do(self, client, text, error):
        (found,) = errors(self.look(client, text))
        assert error in found

    def test_nothing_to_store_has_no_button(self, client, about):
        html = self.look(client, "/x;/ei-ole/\n").content.decode()
        assert "Tallennettavaa ei ole." in html
        assert "Tallenna 0" not in html

    def test_only_for_those_who_keep_redirects(self, client):
        writer = Client()
        writer.force_login(member("toimittaja"))
        preview = self.look(client, "/uusi;https://a.fi/\n")
        assert self.look(writer, "/uusi;https://a.fi/\n").status_code == 302
        self.store(writer, preview)
        assert not Redirect.objects.exists()
