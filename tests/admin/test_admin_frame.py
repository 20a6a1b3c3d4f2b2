"""The admin around the forms: language, help, uploads, settings and redirects."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale

from home.models import HomePage
from kasper_site.cms.models import SiteDocument, SiteSettings
from kasper_site.users.models import User
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _site():
    factories.make_site()


def test_a_new_users_admin_is_finnish_whatever_the_browser_asks_for():
    User.objects.create_superuser("uusi", "uusi@example.org", "salasana-salasana")
    client = Client(headers={"accept-language": "en-GB,en"})
    assert 'lang="fi"' in client.get(reverse("wagtailadmin_login")).content.decode()
    client.login(username="uusi", password="salasana-salasana")
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert 'lang="fi"' in html
    assert "Työpöytä" in html


def test_the_form_of_a_page_in_another_language_names_the_language(admin_client):
    home = HomePage.objects.get()
    swedish = home.copy_for_translation(Locale.objects.get(language_code="sv"))
    heads = []
    for page in (home, swedish):
        html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content
        heads.append([tag.get_text() for tag in BeautifulSoup(html, "html.parser").select("header .page-language")])
    assert heads == [[], ["Kieli: ruotsi"]]


def test_the_help_menu_leads_to_our_own_pages(admin_client):
    html = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    assert "/hallinta/mallit/" in html
    assert "whats-new-in-wagtail" not in html


def upload(client, **fields):
    file = SimpleUploadedFile("opas.pdf", b"%PDF-1.7\n%%EOF\n", "application/pdf")
    return client.post(reverse("wagtaildocs:add_multiple"), {"files[]": file, "title": "Opas", **fields}).json()


def test_a_document_of_several_waits_for_its_type_and_is_then_saved(admin_client):
    upload_id = upload(admin_client)["uploaded_file_id"]
    prefix = f"uploaded-document-{upload_id}"
    form = {"title": "Opas", "kind": "guide", "language": "fi", "tags": "", "credit": "", "licence": ""}
    response = admin_client.post(
        reverse("wagtaildocs:create_multiple_from_uploaded_document", args=[upload_id]),
        {f"{prefix}-{name}": value for name, value in form.items()},
    )
    assert response.json()["success"]
    assert SiteDocument.objects.get().kind == "guide"


def test_a_document_of_a_type_that_is_not_allowed_is_refused(admin_client):
    file = SimpleUploadedFile("sivu.html", b"<script>", "text/html")
    address = reverse("wagtaildocs:add_multiple")
    assert not admin_client.post(address, {"files[]": file, "title": "Sivu"}).json()["success"]
    form = {"title": "Sivu", "file": SimpleUploadedFile("sivu.html", b"<script>", "text/html"), "kind": "guide"}
    assert admin_client.post(reverse("wagtaildocs:add"), {**form, "language": "fi"}).status_code == 200
    assert not SiteDocument.objects.exists()


def test_the_sites_settings_can_be_changed(admin_client):
    site_settings = SiteSettings.objects.get()
    address = reverse("wagtailsettings:edit", args=["cms", "sitesettings", site_settings.site_id])
    form = {"organisation_name": "Kasper ry", "about_fi": "", "about_sv": "", "about_en": ""}
    assert admin_client.get(address).status_code == 200
    assert admin_client.post(address, {**form, "press_contact": "", "feedback_contact": ""}).status_code == 302
    assert SiteSettings.objects.get().organisation_name == "Kasper ry"


def test_a_redirect_made_in_the_admin_leads_on(admin_client):
    page = factories.make_page("home.StandardPage", factories.place_for("home.StandardPage"))
    form = {"old_path": "/vanha", "redirect_page": page.pk, "redirect_link": "", "is_permanent": "on", "site": ""}
    response = admin_client.post(reverse("wagtailredirects:add"), form)
    assert response.status_code == 302, response.context["form"].errors
    response = Client().get("/vanha/")
    assert (response.status_code, response["Location"]) == (301, page.url)


def test_a_private_page_asks_for_its_password(admin_client):
    page = factories.make_page("home.StandardPage", factories.place_for("home.StandardPage"))
    form = {"restriction_type": "password", "password": "salaisuus", "groups": []}
    address = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    assert admin_client.post(address, form).status_code == 200
    html = Client().get(page.url).content.decode()
    assert 'type="password"' in html
    assert page.title not in html
