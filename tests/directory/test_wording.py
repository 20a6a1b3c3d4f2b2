"""Opening hours and states in words."""

from datetime import date, datetime, time

import pytest
from django.utils import translation

from kasper_site.directory import hours, wording
from kasper_site.directory.hours import HELSINKI, Day, DayException, HolidayPolicy, Schedule, Span, WeeklyRule

MORNING, DAY = Span(time(10), time(12)), Span(time(9), time(15))
WEDNESDAY, THURSDAY = 2, 3
HELPLINE = Schedule((WeeklyRule(WEDNESDAY, MORNING),))
NBSP = "\N{NO-BREAK SPACE}"


def plain(text: str) -> str:
    """The text with ordinary spaces, so that the cases below can be read."""
    return text.replace(NBSP, " ")


@pytest.fixture(params=["fi", "en"])
def language(request):
    with translation.override(request.param):
        yield request.param


def test_weekly_hours(language):
    words = {"fi": "keskiviikkoisin klo 10–12", "en": "Wednesdays 10:00–12:00"}
    assert plain(wording.hours_words(HELPLINE)) == words[language]


def test_clock_and_hours_never_part(language):
    assert " " not in wording.span_words(MORNING)


def test_half_hours_show_minutes(language):
    words = {"fi": "klo 9.30–15", "en": "9:30–15:00"}
    assert plain(wording.span_words(Span(time(9, 30), time(15)))) == words[language]


def test_two_days_and_two_spans(language):
    rules = (WeeklyRule(WEDNESDAY, MORNING), WeeklyRule(WEDNESDAY, Span(time(13), time(14))), WeeklyRule(THURSDAY, DAY))
    words = {
        "fi": "keskiviikkoisin klo 10–12 ja klo 13–14 ja torstaisin klo 9–15",
        "en": "Wednesdays 10:00–12:00 and 13:00–14:00 and Thursdays 9:00–15:00",
    }
    assert plain(wording.hours_words(Schedule(rules))) == words[language]


def test_hours_that_have_ended_are_not_told():
    rules = (WeeklyRule(WEDNESDAY, MORNING, valid_until=date(2023, 8, 1)), WeeklyRule(THURSDAY, DAY))
    with translation.override("en"):
        assert plain(wording.hours_words(Schedule(rules), today=date(2023, 8, 2))) == "Thursdays 9:00–15:00"


def test_no_hours_are_no_words():
    assert wording.hours_words(Schedule()) == ""


STATES = [
    # Wednesday 25.11.2026, open
    (datetime(2026, 11, 25, 11), "Auki nyt, sulkeutuu klo 12", "Open now, closes at 12:00"),
    (datetime(2026, 11, 25, 8), "Suljettu. Avautuu tänään klo 10", "Closed. Opens today at 10:00"),
    (datetime(2026, 11, 24, 23), "Suljettu. Avautuu huomenna klo 10", "Closed. Opens tomorrow at 10:00"),
    (datetime(2026, 11, 21, 12), "Suljettu. Avautuu ke 25.11. klo 10", "Closed. Opens Wed 25 November at 10:00"),
    (datetime(2026, 12, 30, 12), "Suljettu. Avautuu ke 13.1.2027 klo 10", "Closed. Opens Wed 13 January 2027 at 10:00"),
]


@pytest.mark.parametrize(("local", "finnish", "english"), STATES)
def test_state(language, local, finnish, english):
    # The Wednesday after new year, 6.1.2027, is Epiphany: a public holiday.
    moment = local.replace(tzinfo=HELSINKI)
    state = hours.state(HELPLINE, moment)
    assert plain(wording.state_words(state, today=local.date())) == {"fi": finnish, "en": english}[language]


def test_state_of_what_never_opens():
    state = hours.state(Schedule(), datetime(2026, 11, 25, 11, tzinfo=HELSINKI))
    with translation.override("en"):
        assert wording.state_words(state) == "Closed now"


def test_a_closed_day_says_why():
    day = hours.day_of(
        Schedule(HELPLINE.rules, (DayException(date(2026, 11, 25), note="Koulutus"),)), date(2026, 11, 25)
    )
    with translation.override("en"):
        assert wording.day_line(day) == "Closed: Koulutus"
        assert wording.day_line(Day(date(2026, 11, 26), ())) == "Closed"
        assert plain(wording.day_line(Day(date(2026, 11, 26), (DAY,)))) == "9:00–15:00"


def test_weekday_and_date(language):
    words = {"fi": "keskiviikko 25.11.", "en": "Wednesday 25 November"}
    assert plain(wording.weekday_date(date(2026, 11, 25))) == words[language]


def test_hours_that_begin_later_say_so():
    rules = (
        WeeklyRule(1, Span(time(9), time(15)), valid_until=date(2027, 5, 31)),
        WeeklyRule(1, Span(time(10), time(14)), valid_from=date(2027, 6, 1)),
    )
    with translation.override("fi"):
        lines = wording.hours_lines(Schedule(rules), date(2026, 11, 21))
    expected = ["tiistaisin klo 9–15", "tiistaisin klo 10–14 1.6.2027 alkaen"]
    assert [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines] == expected


# --- The reason -------------------------------------------------------------------------------------------------------
EXCEPTIONS = (
    DayException(date(2026, 11, 25), note="Työntekijä on sairaana."),
    DayException(date(2026, 12, 2), Span(time(13), time(14))),
    DayException(date(2026, 12, 2), Span(time(10), time(11))),
    DayException(date(2026, 12, 9), Span(time(18), time(0)), "Iltapäivystys"),
)
REASONS = [
    (
        datetime(2026, 11, 25, 11),
        "Suljettu: Työntekijä on sairaana. Avautuu ke 2.12. klo 10",
        "Closed: Työntekijä on sairaana. Opens Wed 2 December at 10:00",
    ),
    (datetime(2026, 12, 2, 12), "Tauolla. Avautuu tänään klo 13", "On a break. Opens today at 13:00"),
    (
        datetime(2026, 12, 9, 11),
        "Suljettu. Avautuu tänään klo 18. Iltapäivystys",
        "Closed. Opens today at 18:00. Iltapäivystys",
    ),
    (
        datetime(2026, 12, 9, 20),
        "Auki nyt, sulkeutuu klo 24. Iltapäivystys",
        "Open now, closes at 24:00. Iltapäivystys",
    ),
    (
        datetime(2027, 1, 6, 11),
        "Suljettu: loppiainen. Avautuu ke 13.1. klo 10",
        "Closed: Epiphany. Opens Wed 13 January at 10:00",
    ),
]


@pytest.mark.parametrize(("local", "finnish", "english"), REASONS)
def test_the_state_says_why(language, local, finnish, english):
    state = hours.state(Schedule(HELPLINE.rules, EXCEPTIONS), local.replace(tzinfo=HELSINKI))
    assert plain(wording.state_words(state, today=local.date())) == {"fi": finnish, "en": english}[language]


def test_other_hours_of_a_day_come_with_their_note():
    day = hours.day_of(Schedule(exceptions=EXCEPTIONS), date(2026, 12, 9))
    with translation.override("fi"):
        assert plain(wording.day_line(day)) == "klo 18–24 (Iltapäivystys)"


@pytest.mark.parametrize(
    ("code", "words"), [("fi", "Suljettu: itsenäisyyspäivä"), ("sv", "Stängt: självständighetsdagen")]
)
def test_a_holiday_is_named_in_the_visitors_language(code, words):
    with translation.override(code):
        assert wording.day_line(hours.day_of(HELPLINE, date(2026, 12, 6))) == words


def test_a_night_closes_tomorrow():
    rules = (WeeklyRule(4, Span(time(22), time(0))), WeeklyRule(5, Span(time(0), time(2))))
    state = hours.state(Schedule(rules), datetime(2026, 11, 27, 23, tzinfo=HELSINKI))
    with translation.override("fi"):
        assert plain(wording.state_words(state, today=date(2026, 11, 27))) == "Auki nyt, sulkeutuu huomenna klo 2"


def test_two_whole_days_close_at_the_end_of_the_second():
    rules = tuple(WeeklyRule(weekday, Span(time(0), time(0))) for weekday in (5, 6))
    state = hours.state(Schedule(rules), datetime(2026, 11, 28, 12, tzinfo=HELSINKI))
    with translation.override("fi"):
        assert plain(wording.state_words(state, today=date(2026, 11, 28))) == "Auki nyt, sulkeutuu huomenna klo 24"


def test_holiday_hours_name_their_holiday():
    schedule = Schedule((WeeklyRule(7, MORNING),), holiday_policy=HolidayPolicy.OWN_HOURS)
    with translation.override("fi"):
        said = [
            plain(
                wording.state_words(
                    hours.state(schedule, datetime(2026, 12, 6, hour, tzinfo=HELSINKI)), date(2026, 12, 6)
                )
            )
            for hour in (9, 11)
        ]
    assert said == [
        "Suljettu. Avautuu tänään klo 10. Itsenäisyyspäivä",
        "Auki nyt, sulkeutuu klo 12. Itsenäisyyspäivä",
    ]


def test_what_never_closes():
    always = Schedule(
        tuple(WeeklyRule(day, Span(time(0), time(0))) for day in range(7)), holiday_policy=HolidayPolicy.AS_USUAL
    )
    with translation.override("fi"):
        state = hours.state(always, datetime(2026, 11, 25, 11, tzinfo=HELSINKI))
        assert wording.state_words(state) == "Auki vuorokauden ympäri"


def test_holiday_hours_are_told_only_where_they_hold():
    rules = (*HELPLINE.rules, WeeklyRule(7, MORNING))
    with translation.override("fi"):
        own = wording.hours_lines(Schedule(rules, holiday_policy=HolidayPolicy.OWN_HOURS), date(2026, 11, 21))
        closed = wording.hours_lines(Schedule(rules), date(2026, 11, 21))
    assert [plain(line) for line in own] == ["keskiviikkoisin klo 10–12", "pyhäpäivinä klo 10–12"]
    assert [plain(line) for line in closed] == ["keskiviikkoisin klo 10–12"]


def test_a_confirmed_holiday_keeps_its_name_and_a_note_stands_in_its_place():
    holiday = date(2026, 12, 24)
    rows = (DayException(holiday), DayException(holiday, DAY), DayException(holiday, None, "Hyvää joulua."))
    with translation.override("fi"):
        found = [plain(wording.day_line(hours.day_of(Schedule(exceptions=(row,)), holiday))) for row in rows]
    assert found == ["Suljettu: jouluaatto", "klo 9–15 (jouluaatto)", "Suljettu: Hyvää joulua"]


def test_a_holiday_that_is_as_any_day_is_not_named():
    schedule = Schedule((WeeklyRule(2, DAY),), holiday_policy=HolidayPolicy.AS_USUAL)
    with translation.override("fi"):
        assert plain(wording.day_line(hours.day_of(schedule, date(2027, 1, 6)))) == "klo 9–15"
