"""The window in which an editor chooses a fact: a search field and a list of facts with what they say today."""

import re
from dataclasses import dataclass

from django import forms
from django.contrib.admin.utils import unquote
from django.http import Http404
from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import chooser

from kasper_site.directory.rich_text import facts, keys
from kasper_site.directory.rich_text.values import Value, label, offered, value_of


@dataclass(frozen=True)
class Choice:
    """A row of the list."""

    key: keys.FactKey
    value: Value

    def __str__(self):
        return label(self.key, self.value)

    @property
    def pk(self) -> str:
        """What stands in addresses for the fact."""
        return str(self.key)

    @property
    def text(self) -> str:
        """What the fact says today."""
        return self.value.text

    def matches(self, typed: str) -> bool:
        """Whether every typed word is in the row; a number is found however it is grouped."""
        row = f"{self} {self.text}".casefold()
        digits = re.sub(r"\D", "", typed)
        is_number = len(digits) > 2 and not re.search(r"[^\d\s+()-]", typed)
        if is_number:
            return digits in re.sub(r"\D", "", self.text)
        return all(word in row for word in typed.casefold().split())


class FactFilterForm(BaseFilterForm):
    """The search field."""

    q = forms.CharField(
        label=_("Search the directory"),
        widget=forms.TextInput(attrs={"placeholder": _("Name, number or address")}),
        required=False,
        max_length=100,
    )

    def filter(self, objects: list[Choice]) -> list[Choice]:
        """The rows that match what was typed."""
        self.search_query = self.cleaned_data.get("q", "").strip()
        self.is_searching = bool(self.search_query)
        return [choice for choice in objects if choice.matches(self.search_query)]


class FactListMixin:
    """What the window and its list have in common."""

    icon = "group"
    page_title = _("Choose a fact")
    page_subtitle = _("It follows the directory")
    per_page = 12
    filter_form_class = FactFilterForm
    chosen_url_name = "fact_chooser:chosen"
    results_url_name = "fact_chooser:choose_results"
    results_template_name = "directory/fact_chooser_results.html"

    def can_create(self):
        """New facts are made in the directory."""
        return False

    def get_object_list(self):
        return [Choice(key, value) for key, value in offered(facts.current())]

    def apply_object_list_ordering(self, objects):
        return objects

    @property
    def columns(self):
        title = self.title_column
        title.label = _("Fact")
        return [title, Column("text", label=_("Says today"), accessor="text", classname="fact-choice-value")]


class ChooseFactView(FactListMixin, chooser.ChooseView):
    """The whole window."""


class ChooseFactResultsView(FactListMixin, chooser.ChooseResultsView):
    """The list alone, after a search or a turn of the page."""


class ChosenFactView(chooser.ChosenView):
    """The fact that was chosen, for the editor's script."""

    def get_object(self, pk):
        key = keys.parse(unquote(str(pk)))
        value = value_of(key, facts.current())
        if value is None:
            raise Http404
        return Choice(key, value)

    def get_chosen_response_data(self, item: Choice) -> dict:
        return {"id": item.pk, "label": str(item), "text": item.text}


_urlpatterns = [
    path("", ChooseFactView.as_view(), name="choose"),
    path("tulokset/", ChooseFactResultsView.as_view(), name="choose_results"),
    path("<str:pk>/", ChosenFactView.as_view(), name="chosen"),
]


def urls() -> list:
    """The window's addresses; Wagtail asks for a login on all of them. Used as `register_admin_urls`."""
    return [path("hakemiston-tieto/", include((_urlpatterns, "fact_chooser")))]
