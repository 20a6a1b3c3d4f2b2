"""Old addresses from a CSV file."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page

from kasper_site.cms.redirects.csv_file import RedirectsError, read, read_file
from kasper_site.cms.redirects.incoming import Result, import_file
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
        ("mistä vaan,minne vaan\n/a,/meista/\n", "Kirjoita ensimmäiselle riville sanat vanha;uusi"),
        ("", "Tiedosto on tyhjä."),
        ("\n\n;;\n", "Tiedosto on tyhjä."),
        ("old,new\n/a,/meista/\n/b,/ei-ole/\n", "rivi 3: Osoitteessa /ei-ole ei ole sivua."),
        ("old,new\n/a,\n", "rivi 2: Osoite puuttuu."),
        ("old,new\n/a\n", "rivi 2: Osoite puuttuu."),
        ("old,new\n,/meista/\n", "rivi 2: Osoite puuttuu."),
        ("old,new\n/a,meista\n", "rivi 2: Kirjoita uusi osoite muodossa /sivu/"),
        ("old,new\n/a,javascript:alert(1)\n", "rivi 2: Käytä osoitetta, jonka alussa on /"),
        ("old,new\n/a,//evil.example\n", "rivi 2: Kirjoita uusi osoite muodossa /sivu/"),
        ("old,new\n/a,/meista/\n/a/,/meista/\n", "rivi 3: Sama vanha osoite on jo rivillä 2."),
        ("old,new\n/meista/,https://www.lskl.fi/\n", "rivi 2: Osoitteessa /meista on sivu ”Meistä”."),
        ("old,new\n/hallinta/,/meista/\n", "rivi 2: Sivusto käyttää itse osoitetta /hallinta."),
        ("old,new\n/a,/b\n/b,/a\n", "rivi 2: Osoitteessa /b ei ole sivua."),
        (f"old,new\n/{'a' * 300},/meista/\n", "rivi 2: Vanhassa osoitteessa on yli 255 merkkiä."),
        ('old,new\n/a,"/meista/\n/b,/meista/\n', "Riviä 3 ei voi lukea. Onko siinä lainausmerkki"),
        ('old,new\n/a,"/meista/"x\n', "Riviä 2 ei voi lukea."),
        (f"old,new\n/a,{'b' * 200_000}\n", "Riviä 2 ei voi lukea."),
        ("old,new\n/a\0,/meista/\n", "Tiedosto ei ole tekstiä."),
    ],
)
def test_errors_name_their_row_and_nothing_is_imported(about, write, text, message):
    with pytest.raises(RedirectsError) as error:
        import_file(write(text))
    assert message in str(error.value)
    assert not Redirect.objects.exists()


def test_all_wrong_rows_are_named_at_once(about, write):
    with pytest.raises(RedirectsError) as error:
        import_file(write("old,new\n/a,/x/\n/b,/meista/\n/c,/y/\n"))
    assert [line[:6] for line in str(error.value).splitlines()] == ["rivi 2", "rivi 4"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("heading", ["", "old{}new", "Vanha osoite{}Uusi osoite", "Mistä{}Mihin"])
def test_whatever_a_spreadsheet_writes_is_read(about, write, encoding, separator, heading):
    rows = [heading.format(separator), f"/äiti{separator}/meista/", ""]
    lines = read_file(write("\r\n".join(row for row in rows if row) + "\r\n", encoding))
    assert [(line.old, line.new) for line in lines] == [("/äiti", "/meista/")]
    assert lines[0].number == (2 if heading else 1)


def test_columns_stand_where_the_heading_says(about, write):
    (line,) = read_file(write("tila;uusi;vanha\nok;/meista/;/vanha\n"))
    assert (line.old, line.new) == ("/vanha", "/meista/")


def test_an_address_with_a_comma_stays_whole_between_quotation_marks(about, write):
    (line,) = read_file(write('/vanha,"https://example.fi/a,b"\n'))
    assert line.new == "https://example.fi/a,b"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04 table", "Tämä on taulukko-ohjelman oma tiedosto."),
        (b"\x81\x8d\x8f;x", "Tiedosto ei ole tekstiä."),
        ("old;new".encode("utf-16-le"), "Tiedosto ei ole tekstiä."),
        (b"\xff\xfea", "Tiedosto ei ole tekstiä."),
        (b"/a;/b\n" * 200_000, "Tiedosto on suurempi kuin 1 Mt."),
        (b"/a;/b\n" * 2001, "Tiedostossa on yli 2000 riviä."),
    ],
)
def test_what_is_no_such_file_is_told(data, message):
    with pytest.raises(RedirectsError, match=message):
        read(data)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(RedirectsError, match="Tiedostoa ei voi lukea"):
        import_file(tmp_path / "ei-ole.csv")


def test_the_command(about, write, capsys):
    call_command("import_redirects", write("old,new\n/vanha,/meista/\n"))
    assert capsys.readouterr().out.strip() == "1 made, 0 changed, 0 as they were"
    with pytest.raises(CommandError, match="Nothing was imported"):
        call_command("import_redirects", write("old,new\n/vanha,/ei/\n"))
    assert Page.objects.filter(pk=about.pk).exists()
