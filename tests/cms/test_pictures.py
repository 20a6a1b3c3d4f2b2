"""A picture whose file is lost is left out; the pages that show it stand."""

import logging

import pytest
from django.core.cache import cache
from django.test import Client

from kasper_site.cms import pictures
from kasper_site.cms.templatetags.pictures import share_image, site_picture
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clean():
    cache.clear()
    pictures._log_lost.cache_clear()


@pytest.fixture
def home():
    return factories.make_site()


def lose(image, how="gone"):
    if how == "gone":
        image.file.storage.delete(image.file.name)
    else:
        with image.file.storage.open(image.file.name, "wb") as file:
            file.write(b"")
    return type(image).objects.get(pk=image.pk)


@pytest.mark.parametrize("how", ["gone", "empty"])
def test_no_sizes_and_one_line_in_the_log(how, caplog):
    image = lose(factories.make_image(), how)
    with caplog.at_level(logging.ERROR, "kasper_site.cms.pictures"):
        shown = [site_picture(image), site_picture(image, "card"), share_image(image), share_image(image)]
    assert shown == ["", "", None, None]
    assert [record.name for record in caplog.records] == ["kasper_site.cms.pictures"]
    assert image.file.name in caplog.text


def test_a_picture_that_is_there():
    image = factories.make_image()
    assert "<picture>" in site_picture(image)
    assert share_image(image).url.endswith(".jpg")


@pytest.mark.parametrize("where", ["home", "projects.ProjectPage", "home.StandardPage", "body"])
def test_who_made_the_picture_stands_with_it(home, where):
    image = factories.make_image(credit="Aino <Kuvaaja>", licence="CC BY 4.0")
    page = home
    if where == "home":
        home.image = image
        home.save()
    elif where == "body":
        page = factories.make_page("home.StandardPage", home, body=[("picture", {"image": image, "caption": ""})])
    else:
        field = "image" if where == "projects.ProjectPage" else "listing_image"
        page = factories.make_page(where, factories.place_for(where), **{field: image})
    credit = "Kuva: Aino &lt;Kuvaaja&gt;, CC BY 4.0"
    assert Client().get(page.url).content.decode().count(credit) == 1
    image.credit = ""
    image.save()
    cache.clear()
    assert "picture-credit" not in Client().get(page.url).content.decode()


@pytest.fixture
def pages(home):
    image = factories.make_image()
    body = [("picture", {"image": image, "caption": "Kuvateksti"})]
    shown = {"listing_image": image}
    index = factories.make_page("projects.ProjectIndexPage", home, **shown)
    project = factories.make_page("projects.ProjectPage", index, image=image, **shown)
    text = factories.make_page("home.StandardPage", home, body=body, **shown)
    home.image = home.listing_image = image
    home.save()
    lose(image)
    return [home, index, project, text]


def test_every_page_stands_without_it(pages):
    for page in pages:
        response = Client().get(page.url)
        text = response.content.decode()
        assert response.status_code == 200
        assert page.title in text
        assert "<picture" not in text
        assert "not-found" not in text
        assert "img/card.png" in text
        assert "Kuvateksti" not in text
