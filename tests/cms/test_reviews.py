"""When a page is due, and that a review holds whatever is published after it."""

from datetime import date

import pytest
from django.contrib.auth.models import Group
from wagtail.models import PageLogEntry, Revision

from kasper_site.cms import reviews
from kasper_site.cms.models import PageReview
from tests import factories

TODAY = date(2026, 11, 21)
PAST, AHEAD = date(2026, 8, 2), date(2027, 3, 1)


def review(on: date = TODAY) -> PageReview:
    return PageReview(reviewed_on=on, next_review_on=reviews.a_year_after(on))


@pytest.mark.parametrize(
    ("review_date", "last", "due"),
    [
        (None, None, None),
        (PAST, None, PAST),
        (None, review(), date(2027, 11, 21)),
        (PAST, review(), date(2027, 11, 21)),
        (TODAY, review(), date(2027, 11, 21)),
        (AHEAD, review(), AHEAD),
        (date(2029, 1, 1), review(), date(2029, 1, 1)),
    ],
)
def test_a_date_after_the_last_review_counts_and_one_before_it_does_not(review_date, last, due):
    assert reviews.due_on(review_date, last) == due


def test_a_year_after_a_leap_day():
    assert reviews.a_year_after(date(2028, 2, 29)) == date(2029, 2, 28)


@pytest.mark.django_db
@pytest.mark.database
class TestPages:
    @pytest.fixture
    def home(self):
        return factories.make_site()

    def test_due_pages_of_all_types_come_with_their_group(self, home):
        group = Group.objects.create(name="hanketiimi")
        late = factories.make_page("home.StandardPage", home, review_date=PAST)
        project = factories.make_page(
            "projects.ProjectPage",
            factories.place_for("projects.ProjectPage"),
            review_date=date(2025, 1, 1),
            owner_group=group,
        )
        factories.make_page("home.StandardPage", home, review_date=AHEAD)
        factories.make_page("home.StandardPage", home, review_date=PAST, live=False)
        found = reviews.due(TODAY)
        assert [(entry.page_id, entry.on, entry.group_id) for entry in found] == [
            (project.pk, date(2025, 1, 1), group.pk),
            (late.pk, PAST, None),
        ]

    def test_all_types_are_asked_in_four_queries_at_most(self, home, django_assert_max_num_queries):
        factories.make_page("home.StandardPage", home, review_date=PAST)
        with django_assert_max_num_queries(4):
            assert len(reviews.due(TODAY)) == 1

    def test_a_review_makes_no_revision_and_stands_in_the_history(self, home, admin_user):
        page = factories.make_page("home.StandardPage", home, review_date=PAST)
        page.introduction = "Luonnos"
        draft = page.save_revision(user=admin_user)
        reviews.mark(page, admin_user, TODAY)
        assert reviews.due(TODAY) == []
        assert list(Revision.objects.values_list("pk", flat=True)) == [draft.pk]
        assert page.get_latest_revision_as_object().introduction == "Luonnos"
        entry = PageLogEntry.objects.get(action=reviews.LOG_ACTION)
        assert (entry.page_id, entry.user, entry.data["next"]) == (page.pk, admin_user, "2027-11-21")

    def test_it_is_due_again_in_a_year(self, home, admin_user):
        page = factories.make_page("home.StandardPage", home, review_date=PAST)
        reviews.mark(page, admin_user, TODAY)
        assert [entry.on for entry in reviews.due(date(2027, 11, 21))] == [date(2027, 11, 21)]

    def test_an_older_draft_does_not_take_the_review_back(self, home, admin_user):
        page = factories.make_page("home.StandardPage", home, review_date=PAST)
        old_draft = page.save_revision()
        reviews.mark(page, admin_user, TODAY)
        old_draft.publish()
        assert reviews.due(TODAY) == []
        page.refresh_from_db()
        page.review_date = None
        page.save_revision().publish()
        assert reviews.due(TODAY) == []
