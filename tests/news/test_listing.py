"""Lists of stories: newest first, by every facet together, page by page, only what a visitor may see."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import RequestFactory
from django.utils import timezone, translation

from news import listing
from news.models import StoryPage, Topic
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    """Headings read as they stand in the code."""
    with translation.override("en"):
        yield


def moment(year, month=6, day=15, hour=12):
    return datetime(year, month, day, hour, tzinfo=UTC)


@pytest.fixture
def newsroom():
    """The list of news with three stories."""
    factories.make_site()
    parent = factories.place_for("news.ReleasePage")
    factories.make_page("news.ReleasePage", parent, title="Vanha tiedote", kind="tiedote", public_at=moment(2022))
    factories.make_page("news.ReleasePage", parent, title="Mediatiedote", public_at=moment(2023))
    factories.make_page("news.CurrentMatterPage", parent, title="Ovet auki", public_at=moment(2023, 8))
    return parent


def archive(page, **params):
    return listing.archive(listing.in_language(page.locale_id), params)


def titles(page, **params):
    return [story.title for story in archive(page, **params)["stories"]]


def queries_of(page, heading, **params):
    groups = {str(group.heading): group for group in archive(page, **params)["filters"]}
    return [choice.query for choice in groups[heading].choices]


def test_newest_first(newsroom):
    assert titles(newsroom) == ["Ovet auki", "Mediatiedote", "Vanha tiedote"]


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({"vuosi": "2023"}, ["Ovet auki", "Mediatiedote"]),
        ({"tyyppi": "ajankohtaista"}, ["Ovet auki"]),
        ({"vuosi": "2023", "tyyppi": "mediatiedote"}, ["Mediatiedote"]),
        ({"vuosi": "2022", "tyyppi": "mediatiedote"}, []),
        ({"vuosi": "'; DROP"}, []),
        ({"sivu": "zzz"}, ["Ovet auki", "Mediatiedote", "Vanha tiedote"]),
        ({"sivu": "99"}, ["Ovet auki", "Mediatiedote", "Vanha tiedote"]),
    ],
)
def test_filters_combine_and_nonsense_is_answered_politely(newsroom, params, expected):
    assert titles(newsroom, **params) == expected


def test_links_keep_the_other_filter(newsroom):
    assert queries_of(newsroom, "Year", tyyppi="mediatiedote", vuosi="2023") == [
        "?tyyppi=mediatiedote",
        "?tyyppi=mediatiedote&vuosi=2023",
    ]
    assert queries_of(newsroom, "Kind", vuosi="2023") == [
        "?vuosi=2023",
        "?vuosi=2023&tyyppi=ajankohtaista",
        "?vuosi=2023&tyyppi=mediatiedote",
    ]


def test_the_year_is_the_finnish_one(newsroom):
    factories.make_page("news.CurrentMatterPage", newsroom, title="Uusivuosi", public_at=moment(2023, 12, 31, 23))
    assert titles(newsroom, vuosi="2024") == ["Uusivuosi"]


def test_twenty_on_a_page(newsroom):
    for number in range(20):
        factories.make_page("news.CurrentMatterPage", newsroom, title=f"Asia {number}", public_at=moment(2024))
    first, second = archive(newsroom), archive(newsroom, sivu="2")
    assert (len(first["stories"]), len(second["stories"])) == (20, 3)
    assert second["story_page"].paginator.num_pages == 2


def test_a_story_ahead_of_its_time_is_in_no_list_and_no_filter(newsroom):
    ahead = timezone.now() + timedelta(hours=1)
    factories.make_page("news.ReleasePage", newsroom, title="Huomenna", public_at=ahead)
    assert "Huomenna" not in titles(newsroom)
    assert f"?vuosi={ahead.year}" not in queries_of(newsroom, "Year")


def test_the_kind_is_known_without_a_query(newsroom, django_assert_num_queries):
    stories = archive(newsroom)["stories"]
    with django_assert_num_queries(0):
        kinds = [str(story.kind_label) for story in stories]
    assert kinds == ["Current matter", "Media release", "Release"]


def test_a_list_costs_four_queries(newsroom, django_assert_num_queries):
    stories = listing.in_language(newsroom.locale_id)
    with django_assert_num_queries(4):
        listing.archive(stories, {"vuosi": "2023"})


def test_a_projects_own_stories(newsroom):
    project = factories.make_page("projects.ProjectPage", factories.place_for("projects.ProjectPage"))
    own_list = factories.make_page("news.ProjectNewsIndexPage", project)
    factories.make_page("news.CurrentMatterPage", own_list, title="Oma", public_at=moment(2024))
    factories.make_page(
        "news.ReleasePage", newsroom, title="Nimetty", related_project=project.page_ptr, public_at=moment(2023)
    )
    assert [story.title for story in listing.about(project)] == ["Oma", "Nimetty"]


# --- By topic and project ---------------------------------------------------------------------------------------------
def add_topics(page, *slugs):
    topics = [Topic.objects.get_or_create(slug=slug, defaults={"name_fi": slug.capitalize()})[0] for slug in slugs]
    page.topics.set(topics)
    page.save()


def a_project(title, **fields):
    return factories.make_page("projects.ProjectPage", factories.place_for("projects.ProjectPage"), title=title)


def test_a_story_is_found_by_each_of_its_topics(newsroom):
    both, one, _none = listing.in_language(newsroom.locale_id)
    add_topics(both, "vertaistuki", "lastensuojelu")
    add_topics(one, "vertaistuki")
    assert titles(newsroom, aihe="vertaistuki") == [both.title, one.title]
    assert titles(newsroom, aihe="lastensuojelu") == [both.title]
    assert titles(newsroom, aihe="lastensuojelu", tyyppi="mediatiedote") == titles(newsroom, aihe="olematon") == []
    assert queries_of(newsroom, "Topic", vuosi="2023") == [
        "?vuosi=2023",
        "?vuosi=2023&aihe=lastensuojelu",
        "?vuosi=2023&aihe=vertaistuki",
    ]
    assert archive(newsroom, aihe="vertaistuki")["filter_words"] == "Vertaistuki"


def test_a_story_is_found_by_the_project_that_it_names_and_by_the_one_above_it(newsroom):
    named, above = a_project("Nimetty hanke"), a_project("Hanke yllä")
    own_list = factories.make_page("news.ProjectNewsIndexPage", above)
    factories.make_page("news.CurrentMatterPage", own_list, title="Oma", related_project=named.page_ptr)
    assert titles(newsroom, hanke=named.slug) == titles(newsroom, hanke=above.slug) == ["Oma"]
    assert queries_of(newsroom, "Project") == ["", f"?hanke={above.slug}", f"?hanke={named.slug}"]


def test_a_projects_own_list_does_not_offer_the_project(newsroom):
    project = a_project("Hanke")
    own_list = factories.make_page("news.ProjectNewsIndexPage", project)
    story = factories.make_page("news.CurrentMatterPage", own_list, title="Oma")
    headings = [str(group.heading) for group in own_list.get_context(RequestFactory().get("/"))["filters"]]
    assert headings == ["Year", "Kind"]
    assert story.title in titles(newsroom, hanke=project.slug)


def test_a_project_that_a_visitor_may_not_see_is_no_filter(newsroom):
    project = a_project("Salainen hanke")
    story = listing.in_language(newsroom.locale_id).first()
    type(story).objects.filter(pk=story.pk).update(related_project=project.page_ptr)
    assert titles(newsroom, hanke=project.slug) == [story.title]
    project.unpublish()
    assert titles(newsroom, hanke=project.slug) == []
    assert "Project" not in [str(group.heading) for group in archive(newsroom)["filters"]]


def test_a_story_ahead_of_its_time_gives_no_topic_and_no_project(newsroom):
    ahead, project = timezone.now() + timedelta(hours=1), a_project("Hanke")
    hidden = factories.make_page(
        "news.ReleasePage", newsroom, title="Huomenna", public_at=ahead, related_project=project.page_ptr
    )
    add_topics(hidden, "fuusio")
    found = archive(newsroom)
    assert "Topic" not in [str(group.heading) for group in found["filters"]]
    assert "Project" not in [str(group.heading) for group in found["filters"]]
    StoryPage.objects.filter(pk=hidden.pk).update(public_at=timezone.now())
    assert queries_of(newsroom, "Topic") == ["", "?aihe=fuusio"]


def test_a_storys_topics_lead_to_the_list(newsroom, client):
    story = listing.in_language(newsroom.locale_id).first().specific
    add_topics(story, "vertaistuki")
    assert f'href="{newsroom.url}?aihe=vertaistuki"' in client.get(story.url).content.decode()
    newsroom.unpublish()
    text = client.get(story.url).content.decode()
    assert "Vertaistuki" in text
    assert "?aihe" not in text
