"""What the buttons and forms of the page of hours do. Each answers a POST with a redirect; no script is needed."""

from collections.abc import Callable
from datetime import date, timedelta

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import include, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin.utils import get_valid_next_url_from_request

from kasper_site.cms.desk.own_pages import OwnPageView
from kasper_site.cms.safekeeping.words import moment_words
from kasper_site.cms.wording import date_words
from kasper_site.directory.hours import HORIZON_DAYS, Schedule
from kasper_site.directory.today import rows, screen
from kasper_site.directory.today.editing import DayChangedError, Editing
from kasper_site.directory.today.forms import HoursForm, NoteForm
from kasper_site.directory.today.rows import Rows

STAMP = "seen"
ENTRY = "change"
CHOSEN = "paiva"
MOST_REPEATED = 40
MODELS = {model._meta.model_name: model for model in screen.MODELS}

Wanted = Callable[[Schedule, date], Rows]


def read_day(text: str, today: date) -> date | None:
    """A day as it stands in an address; None for what is no day, lies behind, or so far ahead that nobody plans it."""
    day = _written_day(text)
    return day if day and today <= day < today + timedelta(days=HORIZON_DAYS) else None


def refused_words(text: str, today: date) -> str:
    """Why `read_day` does not read the text, and what is shown instead."""
    day = _written_day(text)
    if day is None:
        return _("“%(text)s” is no day. Today and tomorrow are shown instead.") % {"text": text[:MOST_REPEATED]}
    if day < today:
        return _("%(day)s has passed. Today and tomorrow are shown instead.") % {"day": date_words(day)}
    return _("%(day)s is too far ahead. Today and tomorrow are shown instead.") % {"day": date_words(day)}


def _written_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _editing(request: HttpRequest, kind: str, pk: int, day: str) -> Editing | None:
    """What is to be changed; None, with a message, where the day has passed, as on a page left open over midnight."""
    if kind not in MODELS:
        raise Http404
    if not screen.may_change(request.user, MODELS[kind]):
        raise PermissionDenied
    point = get_object_or_404(MODELS[kind], pk=pk)
    found = read_day(day, timezone.localdate())
    if found is None:
        messages.error(request, _("That day has passed, or is too far ahead. Choose a day here."))
        return None
    return Editing(point, found, request.user)


def page_url(what: Editing | None = None) -> str:
    """The page of hours, at what was changed."""
    url = reverse("opening_hours")
    if what is None:
        return url
    is_near = what.day - timezone.localdate() < timedelta(days=2)
    return f"{url}{'' if is_near else f'?{CHOSEN}={what.day.isoformat()}'}#{screen.anchor(what.point)}"


def _back(request: HttpRequest, what: Editing | None = None) -> HttpResponse:
    # Not `redirect`, which takes a word without a slash for the name of a view.
    return HttpResponseRedirect(get_valid_next_url_from_request(request) or page_url(what))


def _refuse(request: HttpRequest, what: Editing, error: DayChangedError) -> HttpResponse:
    """To the top of the page, where the message stands: on a phone it would be out of sight beside the day."""
    messages.error(request, changed_words(error))
    return HttpResponseRedirect(get_valid_next_url_from_request(request) or page_url(what).partition("#")[0])


def _say(request: HttpRequest, what: Editing) -> None:
    """What holds now, as visitors read it from their next page on."""
    now = _day_screen(what)
    words = {"name": what.point, "day": now.name, "hours": now.line}
    said = _("%(name)s, %(day)s: %(hours)s. Visitors see this at once.") % words
    messages.success(request, said, extra_tags=screen.anchor(what.point))


def _day_screen(what: Editing) -> screen.DayScreen:
    """The day as it is in the database now."""
    fresh = type(what.point).objects.prefetch_related("weekly_hours", "hours_exceptions").get(pk=what.point.pk)
    return screen.DayScreen(fresh, what.day, timezone.localdate())


def changed_words(error: DayChangedError) -> str:
    """Who was quicker, and that nothing was overwritten."""
    if error.entry is None or not error.entry.user:
        return _("Somebody changed this day while you had it open. Nothing was overwritten: here is what holds now.")
    words = _("%(name)s changed this day on %(moment)s. Nothing was overwritten: here is what holds now.")
    return words % {
        "name": error.entry.user_display_name,
        "moment": moment_words(error.entry.timestamp),
    }


# --- One press --------------------------------------------------------------------------------------------------------
def press(wanted: Wanted) -> Callable[..., HttpResponse]:
    """A view for a button that asks nothing more."""

    @require_POST
    def view(request: HttpRequest, kind: str, pk: int, day: str) -> HttpResponse:
        what = _editing(request, kind, pk, day)
        if what is None:
            return _back(request)
        try:
            what.change(wanted, request.POST.get(STAMP, ""))
        except DayChangedError as error:
            return _refuse(request, what, error)
        _say(request, what)
        return _back(request, what)

    return view


@require_POST
def undo(request: HttpRequest, kind: str, pk: int, day: str) -> HttpResponse:
    """Take back the last change of the day."""
    what = _editing(request, kind, pk, day)
    if what is None:
        return _back(request)
    try:
        what.undo(request.POST.get(ENTRY, ""))
    except DayChangedError as error:
        return _refuse(request, what, error)
    _say(request, what)
    return _back(request, what)


# --- Forms ------------------------------------------------------------------------------------------------------------
class DayFormView(OwnPageView):
    """A form about one day, above what holds now."""

    template_name = "directory/today_form.html"
    header_icon = "time"
    may_see = staticmethod(lambda user: True)  # the day's own check follows, with the kind of thing it is about
    form_class = HoursForm

    def dispatch(self, request, kind, pk, day):
        self.what = _editing(request, kind, pk, day)
        return _back(request) if self.what is None else super().dispatch(request)

    def get(self, request):
        shown = _day_screen(self.what)
        return self._answer(shown, self._form(shown), shown.stamp)

    def post(self, request):
        shown = _day_screen(self.what)
        form = self._form(shown, request.POST)
        if not form.is_valid():
            return self._answer(shown, form, request.POST.get(STAMP, ""))
        try:
            self.what.change(self.wanted(form), request.POST.get(STAMP, ""))
        except DayChangedError as error:
            messages.error(request, changed_words(error))
            # Who has read that and presses again means it.
            shown = _day_screen(self.what)
            return self._answer(shown, form, shown.stamp)
        _say(request, self.what)
        return HttpResponseRedirect(page_url(self.what))

    def _form(self, shown: screen.DayScreen, data=None):
        return self.form_class(data, initial={"note": shown.note}, spans=shown.held.spans)

    def wanted(self, form) -> Wanted:
        """What the form asks for."""
        cleaned = form.cleaned_data
        return lambda schedule, day: rows.other_hours(schedule, day, cleaned["spans"], cleaned["note"])

    def _answer(self, shown: screen.DayScreen, form, stamp: str) -> HttpResponse:
        context = self.get_context_data(form=form, shown=shown, stamp=stamp, back_url=page_url(self.what))
        return self.render_to_response(context, status=422 if form.is_bound else 200)

    @property
    def page_title(self) -> str:
        """What is done."""
        return _("Change the hours")


class DayNoteView(DayFormView):
    """The note alone; the hours stay."""

    form_class = NoteForm

    def _form(self, shown: screen.DayScreen, data=None):
        return NoteForm(data, initial={"note": shown.note})

    def wanted(self, form) -> Wanted:
        note = form.cleaned_data["note"]
        return lambda schedule, day: rows.with_note(schedule, day, note)

    @property
    def page_title(self) -> str:
        return _("Message to visitors")


def urls() -> list:
    """The addresses of all that; used as a hook, so Wagtail asks for a login on each."""
    day = "<str:kind>/<int:pk>/<str:day>"
    own = [
        path(f"{day}/suljettu/", press(rows.closed), name="close"),
        path(f"{day}/tavallinen/", press(rows.as_usual), name="usual"),
        path(f"{day}/palaa/", press(rows.none), name="clear"),
        path(f"{day}/kumoa/", undo, name="undo"),
        path(f"{day}/ajat/", DayFormView.as_view(), name="hours"),
        path(f"{day}/viesti/", DayNoteView.as_view(), name="note"),
    ]
    return [path("ajat/", include((own, "today")))]
