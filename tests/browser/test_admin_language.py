"""An editor walks through the whole admin and meets no English word and no Wagtail."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests import factories
from tests.browser import admin_words

pytestmark = pytest.mark.browser

EDITORS_WORDS = ["helpline, phone number"]  # that a service is searched by in English; its history shows them
ADDRESSES = """
    pages/ pages/search/?q=kasper pages/search/?q=xyzzy pages/add/home/standardpage/{home}/
    pages/{home}/ pages/{home}/?q=strategia pages/{home}/add_subpage/ pages/{newsroom}/add_subpage/
    pages/{release}/history/ pages/{release}/usage/ pages/{release}/workflow_history/ pages/{release}/copy/
    pages/{release}/move/ pages/{release}/delete/ pages/{release}/unpublish/ pages/{text}/delete/
    images/ images/?q=xyzzy images/add/ images/multiple/add/ documents/ documents/?q=xyzzy documents/add/
    documents/multiple/add/ redirects/ redirects/?q=xyzzy redirects/add/ redirects/import/
    snippets/directory/person/ snippets/directory/person/?q=xyzzy snippets/directory/person/add/
    snippets/directory/person/edit/{person}/ snippets/directory/person/history/{person}/
    snippets/directory/person/usage/{person}/ snippets/directory/person/delete/{person}/
    snippets/directory/service/ snippets/directory/service/add/ snippets/directory/service/edit/{service}/
    snippets/directory/place/ snippets/directory/place/add/ snippets/directory/place/edit/{place}/
    snippets/cms/menu/ snippets/cms/menu/edit/{menu}/ settings/cms/sitesettings/
    snippets/search/synonymgroup/ snippets/search/synonymgroup/add/ snippets/search/promotion/
    snippets/search/promotion/add/ haut/ ajat/ mallit/ tyopoyta/rikkinaiset-linkit/ account/
    reports/locked/ reports/workflow/ reports/workflow_tasks/ reports/site-history/ reports/aging-pages/
    reports/page-types-usage/ users/ users/?q=xyzzy users/new/ groups/ groups/new/ groups/edit/{group}/
    sites/ sites/edit/{site}/ collections/ collections/add/ workflows/list/ workflows/add/ workflows/tasks/index/
    workflows/tasks/select_type/ nothing-here/
""".split()  # noqa: SIM905

PATIENCE = 20_000  # milliseconds, for a machine that has other work too

# What a chooser says when nothing is found; each kind has its own words.
NOTHING = re.compile("ei löytynyt|Ei tuloksia|[Yy]ksikään|Mikään|Löytyi 0")

LISTS = {
    "person": "snippets/directory/person/",
    "service": "snippets/directory/service/",
    "place": "snippets/directory/place/",
    "menu": "snippets/cms/menu/",
    "site": "sites/",
    "group": "groups/",
}


@pytest.fixture(scope="module")
def editor(browser, browser_context_args, served, signed_in):
    """One signed-in browser page for the whole walk."""
    options = {**browser_context_args, "viewport": {"width": 1280, "height": 1000}}
    context = browser.new_context(**options, storage_state=signed_in(served.user))
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def pages(editor, served) -> list[dict]:
    """Every page of the site, as the admin's own interface tells it."""
    found, total = [], 1
    while len(found) < total:
        answer = editor.request.get(f"{served.url}/hallinta/api/main/pages/?limit=20&offset={len(found)}").json()
        found, total = found + answer["items"], answer["meta"]["total_count"]
    return found


@pytest.fixture(scope="module")
def keys(editor, served, pages) -> dict[str, int]:
    """The key of a page of each type, and of a row of each list, under short names too."""
    found = {page["meta"]["type"]: page["id"] for page in reversed(pages)}
    for name, address in LISTS.items():
        editor.goto(f"{served.url}/hallinta/{address}")
        link = editor.locator(f"main table a[href*='{address}edit/']").first.get_attribute("href")
        found[name] = int(re.search(r"/(\d+)/", link)[1])
    short = {"home": "home.HomePage", "text": "home.StandardPage", "release": "news.ReleasePage"}
    short["newsroom"] = "news.NewsIndexPage"
    return found | {name: found[page_type] for name, page_type in short.items()}


@pytest.fixture(scope="module")
def visit(editor, served, pages) -> Callable[[str], None]:
    """Open an address of the admin and read it."""

    def _visit(address: str) -> None:
        editor.goto(f"{served.url}/hallinta/{address}")
        assert_finnish(editor, pages)

    return _visit


def assert_finnish(editor: Page, pages: list[dict]) -> None:
    """No English on the page as it is now, and labels that begin with a capital."""
    assert admin_words.english_on(editor, [*EDITORS_WORDS, *(page["title"] for page in pages)]) == []
    assert admin_words.lower_case_labels(editor) == []


# --- Pages of the admin -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("address", ["login/", "password_reset/"])
def test_before_signing_in(page, served, address):
    page.goto(f"{served.url}/hallinta/{address}")
    assert admin_words.english_on(page) == []


def test_a_wrong_password(page, served):
    page.goto(f"{served.url}/hallinta/login/")
    page.fill("input[name=username]", "joku")
    page.fill("input[name=password]", "vanha salasana")
    page.click("button[type=submit]")
    expect(page.locator(".messages")).to_contain_text("salasana")
    assert admin_words.english_on(page) == []


@pytest.mark.parametrize("address", ["", *ADDRESSES])
def test_a_page_of_the_admin(visit, keys, address):
    visit(address.format(**keys))


@pytest.mark.parametrize("page_type", factories.page_types())
def test_the_forms_of_a_page(editor, visit, pages, keys, page_type):
    if page_type in keys:
        visit(f"pages/{keys[page_type]}/edit/")
    app, model = page_type.lower().split(".")
    above = factories.page_model(page_type).parent_page_types
    for parent in [page["id"] for page in pages if page["meta"]["type"] in above]:
        visit(f"pages/add/{app}/{model}/{parent}/")
        if "/add/" in editor.url:
            return


# --- Inside the forms -------------------------------------------------------------------------------------------------
def test_errors_of_an_empty_page(editor, visit, keys, pages):
    visit(f"pages/add/news/releasepage/{keys['newsroom']}/")
    editor.locator("button[name=action-publish]").click()
    expect(editor.locator(".messages .error")).to_be_visible()
    assert_finnish(editor, pages)


def test_errors_of_a_service(editor, visit, pages):
    visit("snippets/directory/service/add/")
    editor.locator("#id_phone").fill("ei numero")
    editor.locator("footer button[type=submit]").click()
    expect(editor.locator(".error-message").first).to_be_visible()
    assert_finnish(editor, pages)


def test_the_block_picker(editor, visit, keys, pages):
    visit(f"pages/{keys['text']}/edit/")
    editor.locator(".c-sf-add-button").first.click()
    expect(editor.get_by_role("option", name="Teksti").first).to_be_visible()
    assert_finnish(editor, pages)


@pytest.mark.parametrize("panel", ["status", "preview", "checks"])
def test_a_side_panel(editor, visit, keys, pages, panel):
    visit(f"pages/{keys['text']}/edit/")
    editor.locator(f"[data-side-panel-toggle={panel}]").first.click()
    expect(editor.locator(f"[data-side-panel={panel}]").first).to_be_visible()
    assert_finnish(editor, pages)


def open_chooser(editor: Page, field: str) -> None:
    """Press the button of a chooser; its window opens."""
    button = editor.locator(f"#{field}-chooser [data-chooser-action-choose]").first
    button.evaluate("button => button.click()")  # it may stand on another tab, or in a folded panel
    expect(editor.locator(".modal.in .modal-body")).to_be_visible(timeout=PATIENCE)


@pytest.mark.parametrize(
    ("page_type", "field"),
    [
        ("news.ReleasePage", "id_related_project"),
        ("news.ReleasePage", "id_listing_image"),
        ("news.ReleasePage", "id_contacts-0-person"),
        ("projects.ProjectPage", "id_materials-0-document"),
    ],
)
def test_a_chooser(editor, visit, keys, pages, page_type, field):
    visit(f"pages/{keys[page_type]}/edit/")
    open_chooser(editor, field)
    assert_finnish(editor, pages)
    tab = editor.locator(".modal.in [role=tab]").nth(1)
    if tab.count():
        tab.click()
        assert_finnish(editor, pages)
        editor.locator(".modal.in [role=tab]").first.click()
    editor.locator(".modal.in input[name=q]").fill("xyzzy")
    expect(editor.locator(".modal.in")).to_contain_text(NOTHING, timeout=PATIENCE)
    assert_finnish(editor, pages)


def test_the_buttons_of_a_link_and_its_chooser(editor, visit, keys, pages):
    visit(f"pages/{keys['text']}/edit/")
    link = editor.locator("[data-draftail-trigger]").first
    link.scroll_into_view_if_needed()
    link.click()
    buttons = editor.locator(".Tooltip__button")
    expect(buttons).to_have_text(["Muuta linkkiä", "Poista linkki"])
    assert_finnish(editor, pages)
    buttons.first.click()
    expect(editor.locator(".modal.in .modal-body")).to_be_visible()
    for words in ("Ulkoinen linkki", "Sähköpostilinkki", "Puhelinlinkki"):
        choice = editor.locator(".modal.in a", has_text=words)
        if choice.count():
            choice.first.click()
            expect(editor.locator(".modal.in")).to_contain_text(words)
            assert_finnish(editor, pages)


def test_the_forms_of_uploaded_files(editor, visit, pages, tmp_path):
    files = {"images": tmp_path / "niitty.png", "documents": tmp_path / "ohje.txt"}
    files["images"].write_bytes(factories.picture_file().read())
    files["documents"].write_text("Ohje", encoding="utf-8")
    for kind, file in files.items():
        visit(f"{kind}/multiple/add/")
        editor.locator("input[type=file]").set_input_files(file)
        form = editor.locator("#upload-list form").first
        expect(form).to_be_visible()
        assert_finnish(editor, pages)
        editor.on("dialog", lambda dialog: dialog.accept())
        form.locator(".delete").click()
        expect(form).to_have_count(0)


# --- A page's life ----------------------------------------------------------------------------------------------------
def press(editor: Page, name: str) -> None:
    """Press a button of the form's foot, which may be folded away."""
    editor.locator(f"footer button[name={name}]").evaluate("button => button.click()")
    expect(editor.locator(".messages li").first).to_be_visible()


def test_a_page_from_its_first_draft_to_its_end(editor, visit, keys, pages):
    visit(f"pages/add/home/standardpage/{keys['home']}/")
    editor.locator("[name=title]").fill("Kielikoe")
    editor.locator("[name=slug]").evaluate("field => { field.value = 'kielikoe'; }")
    press(editor, "action-submit")
    number = re.search(r"/pages/(\d+)/", editor.url)[1] if "/edit/" in editor.url else new_page(editor)
    assert_finnish(editor, pages)
    for address in ("edit/", "history/", "workflow_history/", "revisions/compare/earliest...latest/"):
        visit(f"pages/{number}/{address}")
    editor.goto(editor.url.split("/pages/")[0] + f"/pages/{number}/edit/")
    reject = editor.locator("footer [data-workflow-action-name=reject]")
    reject.first.evaluate("button => button.click()")
    expect(editor.locator(".modal.in .modal-body")).to_be_visible()
    assert_finnish(editor, pages)
    visit("")
    visit("reports/workflow/")
    visit("reports/workflow_tasks/")
    visit(f"pages/{number}/delete/")
    editor.locator("main form [type=submit]").last.click()
    expect(editor.locator(".messages .success")).to_be_visible()
    assert_finnish(editor, pages)


def new_page(editor: Page) -> str:
    """The key of the page whose form the message of success leads to."""
    link = editor.locator("a[href$='/edit/']", has_text=re.compile("Kielikoe|Muokkaa")).first
    return re.search(r"/pages/(\d+)/", link.get_attribute("href"))[1]
