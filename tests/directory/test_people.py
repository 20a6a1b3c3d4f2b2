"""Whether a person is with us, and what is shown of them then."""

from datetime import timedelta

import pytest
from django.utils import timezone

from kasper_site.directory.models import Person


@pytest.mark.parametrize(
    ("begins", "ends", "is_current"),
    [(None, None, True), (0, None, True), (1, None, False), (-9, -1, False), (-9, 0, True), (None, 1, True)],
)
def test_the_days_of_a_person(begins, ends, is_current):
    from_date, until_date = (
        None if days is None else timezone.localdate() + timedelta(days=days) for days in (begins, ends)
    )
    person = Person(name="Henkilö", phone="044 350 5179", email="a@example.org")
    person.from_date, person.until_date = from_date, until_date
    assert person.is_current is is_current
    assert bool(person.public_phone) is bool(person.public_email) is is_current
