"""Leaving quickly in a real browser, with JavaScript and without; what a visit leaves behind."""

import http.server
import threading
from base64 import b64encode

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

WEATHER = "https://www.ilmatieteenlaitos.fi/"
SAFE_PAGE = "/selaa-turvallisesti/"
PHONE = {"width": 320, "height": 640}


class Outside:
    """The neutral site: answers in its place, and keeps what it was asked with. It sees the end of a redirect too."""

    def __init__(self, page, is_slow=False):
        self.asked, self.waiting, self.is_slow = [], [], is_slow
        self.session = page.context.new_cdp_session(page)
        self.session.on("Fetch.requestPaused", self._answer)
        self.session.send("Fetch.enable", {"patterns": [{"urlPattern": WEATHER}]})

    def _answer(self, event):
        self.asked.append(event["request"])
        self.waiting.append(event["requestId"])
        if not self.is_slow:
            self.answer()

    def answer(self):
        """Answer whoever waits."""
        body = b64encode(b"<title>Weather</title><h1>Weather</h1>").decode()
        while self.waiting:
            answer = {"requestId": self.waiting.pop(0), "responseCode": 200, "body": body}
            self.session.send("Fetch.fulfillRequest", answer)


def arrive(page, served, path=SAFE_PAGE):
    """A visitor who was elsewhere, then on the front page, and is on the page now."""
    page.goto("about:blank")
    page.goto(served.url)
    page.goto(served.url + path)


def is_gone(page, outside) -> None:
    """The neutral site is there, was told nothing, and the page is not behind it."""
    page.wait_for_url(WEATHER)
    expect(page.locator("h1")).to_have_text("Weather")
    assert outside.asked
    assert not any("referer" in name.lower() for request in outside.asked for name in request["headers"])
    page.go_back()
    expect(page.locator("h1")).to_have_text("Et ole tässä yksin")
    page.go_forward()
    expect(page.locator("h1")).to_have_text("Weather")


def test_a_press_leads_out_and_the_page_leaves_the_history(page, served):
    outside = Outside(page)
    arrive(page, served)
    page.evaluate("localStorage.setItem('left', 'by something')")
    with page.expect_response("**/poistu/") as answer:
        page.get_by_role("link", name="Poistu nopeasti").click()
    assert answer.value.status == 303
    is_gone(page, outside)
    page.goto(served.url)
    assert page.evaluate("localStorage.length") == 0


def test_shift_alone_three_times_leads_out_and_is_announced(page, served):
    outside = Outside(page)
    arrive(page, served)
    status = page.locator(".quick-exit [role=status]")
    for key in ("Shift", "Shift", "Shift+Tab", "Shift+A", "Shift", "Shift"):
        page.keyboard.press(key)
    expect(status).to_have_text("Poistu nopeasti: paina Vaihtoa vielä kerran")
    page.keyboard.press("a")
    expect(status).to_have_text("")
    page.keyboard.press("Shift")
    expect(status).to_have_text("Poistu nopeasti: paina Vaihtoa vielä kaksi kertaa")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    is_gone(page, outside)


def test_the_page_is_empty_before_anything_answers(page, served):
    outside = Outside(page)
    page.context.route("**/poistu/", lambda route: None)  # our own server is silent
    arrive(page, served)
    emptied = """() => { document.querySelector(".quick-exit a").click();
        return [document.title, document.body.querySelectorAll(":not([role=status])").length]; }"""
    assert page.evaluate(emptied) == ["\u00a0", 0]
    is_gone(page, outside)


def test_who_waits_for_a_slow_way_out_sets_out_only_once(page, served):
    outside = Outside(page, is_slow=True)
    arrive(page, served)
    page.get_by_role("link", name="Poistu nopeasti").click(no_wait_after=True)
    page.wait_for_timeout(1500)
    assert len(outside.asked) == 1
    outside.answer()
    page.wait_for_url(WEATHER)


def test_without_javascript_the_link_leads_out(browser, served):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    outside = Outside(page)
    page.goto(served.url + SAFE_PAGE)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(WEATHER)
    assert [name for name in outside.asked[0]["headers"] if name.lower() == "referer"] == []
    context.close()


def test_it_stays_in_sight_on_a_phone_and_covers_no_focus(page, served):
    page.set_viewport_size(PHONE)
    page.goto(served.url + SAFE_PAGE)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    box = page.locator(".quick-exit a").first.bounding_box()
    assert (box["y"], box["height"]) == (0, 44)
    for _press in range(12):
        page.keyboard.press("Shift+Tab")
        top = page.evaluate("document.activeElement.getBoundingClientRect().top")
        assert top >= 44 or page.evaluate("!!document.activeElement.closest('.quick-exit, .skip-link')")
    page.set_viewport_size({"width": 320, "height": 256})  # a desk's screen at 400 %
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(page.locator(".quick-exit")).not_to_be_in_viewport()


@pytest.mark.parametrize("width", [360, 320])
def test_both_ways_stand_on_one_line_where_there_is_room(page, served, width):
    page.set_viewport_size({**PHONE, "width": width})
    page.goto(served.url)
    boxes = [link.bounding_box() for link in page.locator(".quick-exit a").all()]
    assert [box and (box["y"], box["height"]) for box in boxes] == [(0, 44), (0, 44) if width == 360 else None]
    assert page.evaluate("document.documentElement.scrollWidth") == width


# --- What a visit leaves behind ---------------------------------------------------------------------------------------
# One page of each type, a list with a filter, a search, an error.
VISITED = [
    "/",
    SAFE_PAGE,
    "/tukea/",
    "/tukea/tukiluuri/",
    "/tukea/tukiluuri/selkokieli/",
    "/tukea/kokemuskohtaamo-tikkurila/",
    "/yhteystiedot/",
    "/saavutettavuusseloste/",
    "/meista/strategia-2020-2023/",
    "/toiminta/",
    "/toiminta/kasperi-ii/",
    "/toiminta/aineistot/",
    "/ajankohtaista/?vuosi=2023",
    "/ajankohtaista/lastensuojelun-asiakasvanhempien-aani-kuuluviin/",
    "/haku/?q=huoli",
    "/ei-ole-tallaista/",
]

KEPT = """async () => [
    document.cookie,
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(it => it.name),
    ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map(it => it.scope),
]"""


@pytest.fixture
def elsewhere():
    """Another site on this machine, and what reached it."""
    asked = []

    class Site(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append((self.path, self.headers.get("Referer")))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *arguments):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}", asked
    server.shutdown()


def test_a_visit_leaves_nothing_behind(browser, served):
    context = browser.new_context()
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    for path in VISITED:
        assert page.goto(served.url + path).status == (404 if path == VISITED[-1] else 200), path
        assert page.evaluate(KEPT) == [""], path
    assert context.cookies() == []
    assert [url for url in asked if not url.startswith(served.url)] == []
    context.close()
    log = (served.var_dir / "log").read_text(errors="replace")
    assert not [name for name in ("huoli", "/poistu/", "/tukea/tukiluuri/") if name in log]


def test_another_site_does_not_learn_where_one_came_from(page, served, elsewhere):
    address, asked = elsewhere
    page.goto(served.url + "/tukea/")
    page.evaluate("url => document.querySelector('main a').setAttribute('href', url)", f"{address}/there")
    page.locator("main a").first.click()
    page.wait_for_url(f"{address}/there")
    assert ("/there", None) in asked
