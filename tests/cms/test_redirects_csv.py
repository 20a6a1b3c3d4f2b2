"""Old addresses from a CSV file."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page

from kasper_site.cms.redirects_csv import RedirectsError, Result, import_file
from tests.factories import make_page, make_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def about():
    return make_page("home.StandardPage", make_site(), title="Meistä", slug="meista")


@pytest.fixture
def write(tmp_path):
    """Writes the file and gives its path."""

    def write_file(text: str, encoding: str = "utf-8"):
        file = tmp_path / "vanhat.csv"
        file.write_bytes(text.encode(encoding))
        return file

    return write_file


def test_a_path_leads_to_a_page_and_an_address_to_another_site(about, write, client):
    result = import_file(write("old,new\n/vanha/sivu.php?id=7,/meista/\n/muualle,https://www.lskl.fi/\n"))
    assert result == Result(created=2)
    response = client.get("/vanha/sivu.php?id=7")
    assert (response.status_code, response.headers["Location"]) == (301, "/meista/")
    assert client.get("/muualle/").headers["Location"] == "https://www.lskl.fi/"


def test_a_redirect_follows_its_page(about, write, client):
    import_file(write("old,new\n/vanha,/meista/\n"))
    about.slug = "keita-olemme"
    about.save()
    assert client.get("/vanha").headers["Location"] == "/keita-olemme/"


def test_a_second_run_changes_nothing(about, write):
    file = write("old,new\n/vanha,/meista/\n")
    import_file(file)
    assert import_file(file) == Result(unchanged=1)
    assert Redirect.objects.count() == 1


def test_a_new_target_replaces_the_old_one(about, write):
    import_file(write("old,new\n/vanha,https://www.lskl.fi/\n"))
    assert import_file(write("old,new\n/vanha,/meista/\n")) == Result(updated=1)
    redirect = Redirect.objects.get()
    assert (redirect.redirect_page_id, redirect.redirect_link) == (about.pk, "")


def test_a_spreadsheets_semicolons_mark_and_whole_addresses_are_understood(about, write):
    text = "\ufeffOld;New\r\nhttps://vanha.example.fi/tietoa%20meist%C3%A4/;/meista/\r\n;\r\n"
    assert import_file(write(text)) == Result(created=1)
    assert Redirect.objects.get().old_path == "/tietoa%20meistä"


def test_another_languages_page(about, write):
    home = about.get_parent().specific
    swedish = home.copy_for_translation(Locale.objects.get(language_code="sv"))
    swedish.save_revision().publish()
    import_file(write("old,new\n/svenska,/sv/\n"))
    assert Redirect.objects.get().redirect_page_id == swedish.pk


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("from,to\n/a,/meista/\n", "line 1: the columns must be named old and new"),
        ("", "line 1: the columns must be named old and new"),
        ("old,new\n/a,/meista/\n/b,/ei-ole/\n", "line 3: there is no page at /ei-ole/"),
        ("old,new\n/a,\n", "line 2: one of the two addresses is missing"),
        ("old,new\n/a\n", "line 2: one of the two addresses is missing"),
        ("old,new\n,/meista/\n", "line 2: one of the two addresses is missing"),
        ("old,new\n/a,meista\n", "line 2: meista is neither a path"),
        ("old,new\n/a,javascript:alert(1)\n", "line 2: javascript:alert(1) is neither a path"),
        ("old,new\n/a,//evil.example\n", "line 2: //evil.example is neither a path"),
        ("old,new\n/a,/meista/\n/a/,/meista/\n", "line 3: /a stands in the file twice"),
        ("old,new\n/meista/,https://www.lskl.fi/\n", "line 2: /meista is the address of a page"),
        (f"old,new\n/{'a' * 300},/meista/\n", "line 2: the old address is longer than 255 characters"),
    ],
)
def test_errors_name_their_line_and_nothing_is_imported(about, write, text, message):
    with pytest.raises(RedirectsError) as error:
        import_file(write(text))
    assert message in str(error.value)
    assert not Redirect.objects.exists()


def test_all_wrong_lines_are_named_at_once(about, write):
    with pytest.raises(RedirectsError) as error:
        import_file(write("old,new\n/a,/x/\n/b,/meista/\n/c,/y/\n"))
    assert str(error.value).splitlines() == ["line 2: there is no page at /x/", "line 4: there is no page at /y/"]


def test_a_file_that_is_no_text(about, write, tmp_path):
    with pytest.raises(RedirectsError, match="cannot be read as UTF-8"):
        import_file(write("old,new\n/ä,/meista/\n", encoding="latin-1"))
    with pytest.raises(RedirectsError, match="cannot be read"):
        import_file(tmp_path / "ei-ole.csv")


def test_the_command(about, write, capsys):
    call_command("import_redirects", write("old,new\n/vanha,/meista/\n"))
    assert capsys.readouterr().out.strip() == "1 made, 0 changed, 0 as they were"
    with pytest.raises(CommandError, match="Nothing was imported"):
        call_command("import_redirects", write("old,new\n/vanha,/ei/\n"))
    assert Page.objects.filter(pk=about.pk).exists()
