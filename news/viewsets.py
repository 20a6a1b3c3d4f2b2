"""How editors see topics."""

from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet

from kasper_site.cms.desk import counts
from kasper_site.cms.safekeeping.fact_views import FactEditView
from news.models import Topic

counts.register("news.Topic", ngettext_lazy("%(count)d topic", "%(count)d topics", "count"))


class TopicViewSet(SnippetViewSet):
    """The keywords of releases and other stories, in the admin's menu below the pictures and documents."""

    model = Topic
    icon = "tag"
    menu_label = _("Topics of news")
    menu_name = "topics"
    menu_order = 255
    add_to_admin_menu = True
    copy_view_enabled = False
    edit_view_class = FactEditView
    list_per_page = 40
    list_display = ["name_fi", "slug", Column("story_count", label=_("Stories"), sort_key="story_count")]

    def get_queryset(self, request):
        return Topic.objects.annotate(story_count=Count("stories"))
