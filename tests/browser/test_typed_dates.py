"""What an editor types into a date field stays as it was typed, and means what it says."""

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_release_for_tomorrow_is_not_public_today(admin, served):
    tomorrow = datetime.now() + timedelta(days=1)
    admin.goto(f"{served.url}/hallinta/pages/search/?q=Tukiluuri vastaa")
    admin.get_by_role("link", name=re.compile("^Tukiluuri vastaa")).first.click()
    admin.wait_for_url(re.compile(r"/hallinta/pages/\d+/edit/"))
    typed = f"{tomorrow.day}.{tomorrow.month}.{tomorrow.year} klo 10"
    admin.locator("[name=public_at]").fill(typed)
    admin.keyboard.press("Tab")
    admin.wait_for_timeout(500)
    expect(admin.locator("[name=public_at]")).to_have_value(typed)
    admin.locator("footer [data-w-dropdown-target=toggle], footer button[aria-label]").first.click()
    admin.locator("button[name=action-publish]").click()
    expect(admin.locator(".messages")).to_contain_text("Kukaan ulkopuolinen ei näe sivua vielä")
    visitor = admin.context.browser.new_context().new_page()
    visitor.goto(f"{served.url}/ajankohtaista/")
    expect(visitor.locator("main")).not_to_contain_text("Tukiluuri vastaa keskiviikkoisin")
    visitor.context.close()


@pytest.mark.parametrize("typed", ["klo 13", "13.30", "24", "kolmelta"])
def test_hours_stay_as_typed(admin, served, typed):
    admin.goto(f"{served.url}/hallinta/snippets/directory/service/")
    admin.get_by_role("link", name="Tukiluuri").first.click()
    field = admin.locator("[name='weekly_hours-0-closes']")
    field.fill(typed)
    admin.keyboard.press("Tab")
    admin.wait_for_timeout(500)
    expect(field).to_have_value(typed)
