"""The demo site is what an editor should write: nothing in it would be stopped from being published."""

import pytest
from wagtail.models import Page

from kasper_site.cms import publish_checks

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def test_no_demo_page_is_stopped():
    stopped = {
        page.url_path: [(finding.code, finding.field, finding.excerpt) for finding in review.blocking]
        for page in Page.objects.filter(depth__gt=1).specific()
        if (review := publish_checks.review(page)).blocking
    }
    assert stopped == {}
