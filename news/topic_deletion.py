"""A topic that stories have is not deleted: the addresses of its list and feed would lead nowhere."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext

from news.models import Topic


def refuse_while_used(request, instances) -> HttpResponse | None:
    """Before topics are deleted in the admin: back to the topic's form, with the number of stories that have it."""
    for topic in instances:
        count = topic.stories.count() if isinstance(topic, Topic) else 0
        if count:
            message = ngettext(
                "%(topic)s is the topic of %(count)d story. Take it off the story first.",
                "%(topic)s is the topic of %(count)d stories. Take it off the stories first.",
                count,
            )
            messages.error(request, message % {"topic": topic.name_fi, "count": count})
            return redirect("wagtailsnippets_news_topic:usage", topic.pk)
    return None
