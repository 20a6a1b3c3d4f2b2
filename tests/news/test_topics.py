"""Topics in the admin: listed with their stories, kept while a story has them."""

import pytest
from django.urls import reverse

from news.models import Topic
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def topic():
    factories.make_site()
    topic = Topic.objects.create(name_fi="Vertaistuki", slug="vertaistuki")
    for _number in range(2):
        story = factories.make_page("news.ReleasePage", factories.place_for("news.ReleasePage"))
        story.topics.set([topic])
        story.save()
    return topic


def test_the_list_tells_how_many_stories_there_are(admin_client, topic):
    text = admin_client.get(reverse("wagtailsnippets_news_topic:list")).content.decode()
    assert "Vertaistuki" in text
    assert "vertaistuki" in text


def test_a_new_topic_makes_the_end_of_its_address_itself(admin_client, topic):
    address = reverse("wagtailsnippets_news_topic:add")
    admin_client.post(address, {"name_fi": "Äidit ja isät", "name_sv": "", "name_en": "", "slug": ""})
    assert Topic.objects.get(name_fi="Äidit ja isät").slug == "aidit-ja-isat"
    response = admin_client.post(address, {"name_fi": "Äidit, ja isät", "name_sv": "", "name_en": "", "slug": ""})
    assert list(response.context["form"].errors) == ["slug"]


def test_a_topic_that_stories_have_is_not_deleted(admin_client, topic):
    address = reverse("wagtailsnippets_news_topic:delete", args=[topic.pk])
    response = admin_client.post(address, follow=True)
    assert Topic.objects.filter(pk=topic.pk).exists()
    assert [str(message) for message in response.context["messages"]]
    for story in topic.stories.all():
        story.topics.set([])
        story.save()
    admin_client.post(address)
    assert not Topic.objects.filter(pk=topic.pk).exists()
