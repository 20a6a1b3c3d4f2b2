"""The way into the admin: its own form."""

from playwright.sync_api import Page, Playwright


def sign_in(page: Page, url: str, user: str, password: str) -> None:
    """Fill in the form and wait for the admin's front page."""
    page.goto(f"{url}/hallinta/login/")
    page.fill("input[name=username]", user)
    page.fill("input[name=password]", password)
    page.click("button[type=submit]")
    page.wait_for_url(f"{url}/hallinta/", wait_until="commit")


def is_signed_in(playwright: Playwright, url: str, state: dict) -> bool:
    """Whether the server still knows the session of a browser's state: it then shows no form, but leads past it."""
    asking = playwright.request.new_context(storage_state=state)
    try:
        return asking.get(f"{url}/hallinta/login/", max_redirects=0).status == 302
    finally:
        asking.dispose()
