"""What cannot be true of an event is refused in words."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError

from kasper_site.directory.models import EventChange
from tests import factories
from tests.home.events.reading import THURSDAY, group

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"closes": time(16)}, "closes"),
        ({"closes": None}, "closes"),
        ({"first_date": None, "opens": None, "closes": None}, "first_date"),
        ({"first_date": date(2206, 1, 1)}, "first_date"),
        ({"times": None}, "until_date"),
        ({"until_date": date(2027, 1, 1)}, "until_date"),
        ({"times": None, "until_date": date(2026, 1, 1)}, "until_date"),
        ({"times": None, "until_date": date(2030, 1, 1)}, "until_date"),
        ({"repeats": "monthly", "times": 60}, "times"),
        ({"repeats": "once"}, "times"),
        (
            {"repeats": "once", "times": None, "first_date": date(2026, 12, 24), "holiday_policy": "closed"},
            "first_date",
        ),
        ({"phone": "soita"}, "phone"),
        ({"slug": "ryhma-huomaamaton"}, "slug"),
        ({"slug": "2026"}, "slug"),
    ],
)
def test_what_cannot_be_true_is_refused_in_words(page, fields, field):
    with pytest.raises(ValidationError) as caught:
        group(**fields)
    assert field in caught.value.message_dict


@pytest.mark.parametrize("moved_to", [date.max, date.min, date(2028, 11, 26), date(2024, 11, 26)])
def test_a_date_is_moved_a_year_at_most(page, moved_to):
    change = EventChange(event=group(), date=THURSDAY, moved_to=moved_to)
    with pytest.raises(ValidationError) as caught:
        change.full_clean()
    assert list(caught.value.message_dict) == ["moved_to"]
    EventChange(event=change.event, date=THURSDAY, moved_to=date(2027, 11, 26)).full_clean()


def test_the_name_in_addresses_belongs_to_one_fact(page):
    service, place = factories.make_service(slug="talo"), factories.make_place(slug="tupa")
    for point, slugs in {service: ("tupa", "44", "a-huomaamaton"), place: ("talo", "44", "a-huomaamaton")}.items():
        point.full_clean()
        for slug in slugs:
            point.slug = slug
            with pytest.raises(ValidationError) as caught:
                point.full_clean()
            assert "slug" in caught.value.message_dict


def test_without_a_day_there_is_somebody_to_ask(page):
    with pytest.raises(ValidationError) as caught:
        factories.make_undated_event(contact_person=None, phone="")
    assert "kysyä" in caught.value.message_dict["contact_person"][0]


def test_the_end_of_the_address_is_made_from_the_name(page):
    assert [group(name_fi="Äidit ja isät").slug for _number in range(2)] == ["aidit-ja-isat", "aidit-ja-isat-2"]
    assert group(name_fi="Ryhmä, huomaamaton").slug == "ryhma-huomaamaton-2"
    assert group(name_fi="2026").slug == "2026-2"
