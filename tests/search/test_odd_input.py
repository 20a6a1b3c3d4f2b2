"""Whatever is sent to the search and its suggestions, the answer is 200 or 400 on both databases, never 500."""

# ruff: noqa: E501  the texts stand as they are sent
import pytest
from django.test import Client

from tests import factories
from tests.search.searchable import index

pytestmark = [pytest.mark.django_db, pytest.mark.database]

OPERATORS = [
    "AND",
    "OR",
    "NOT",
    "NEAR(tuki, 5)",
    "tuki NEAR perhe",
    "title:tuki",
    "terms:tuki",
    "^tuki",
    "tuki*",
    "-tuki",
]
TSQUERY = [
    "tuki & perhe",
    "tuki | perhe",
    "!tuki",
    "tuki <-> perhe",
    "tuki:*",
    "tuki:A",
    "(tuki",
    "tuki)",
    "<1>",
    "'tuki':1",
]
SQL = [
    "'", '"', "''", '""', "`", ";", "--", "/*", "*/", "\\", "\\\\", "'; DROP TABLE search_entry; --", "' OR '1'='1",
    "1 UNION SELECT password FROM users_user", "$1", "$$", "%s", "%(x)s", "{0}", "{{ 7*7 }}", "{% now %}", "%", "%%", "_",
    "?", "??", "::text", "E'\\\\'", "0x41", "NULL", "0", "-1", "1e999",
]  # fmt: skip
WHITE = [
    "",
    " ",
    "\t",
    "\n",
    "\r\n",
    "\u00a0",
    "\u2003",
    "\u3000",
    "\ufeff",
    "\u200b",
    "\u2028",
    "\x0b",
    "\x1c",
    "\x85",
]
CONTROL = ["\x00", "\x00" * 200, "tu\x00ki", "\x01\x02", "\x1b[31m", "\x7f", "\x80\x9f", "\ufffe", "\uffff", "\ufffd"]
UNICODE = [
    "😀", "👩‍👩‍👧‍👦", "🇫🇮", "é", "e\u0301", "a\u0308iti", "\u0308", "\u0308" * 300, "ﬁ", "ß", "İ", "ı", "ǆ", "Ω", "Ω", "²", "½", "٣",
    "\u202eikut", "\u2066tuki\u2069", "\u200ftuki", "שלום", "مرحبا", "ประเทศ", "你好", "한국어", "ᚠᛇᚻ", "\U0010ffff", "\U0001d54f",
    "tu\u00adki", "tu\u2010ki", "tu\u2011ki", "lapsi’n", "Z̸̢͝a̷l̸g̵o̶", "\u1e9b\u0323", "ŉ", "ΐ",
]  # fmt: skip
MARKUP = [
    "<script>alert(1)</script>", "</title>", "<!--", "]]>", "&amp;", "&#x27;", "javascript:alert(1)", '"><img src=x>',
    "../../etc/passwd", "file:///", "http://[::1", "a@b.c", "+358 44 350 5179", "010203-123X", "a=b&c=d", "#", "?q=",
]  # fmt: skip
LONG = [
    "x" * 101, "x" * 5_000, "ä" * 5_000, "tuki " * 600, "- " * 600, "-" * 3_000, "a-" * 1_500, "'" * 3_000, "a'" * 900,
    "." * 2_000, "tuki.perhe." * 200, "lapsi" * 400, "äiti-" * 400, "on ja ei se", "voi" * 30 + "kukka", "😀" * 900,
    "lastensuojelu" * 8, "1" * 4_000, "epäjärjestelmällistyttämättömyydelläänsäkäänköhän", "\u00ad" * 2_000,
]  # fmt: skip
WORDS = [
    "ja",
    "ei",
    "on ja",
    "a",
    "ä",
    "å",
    "I",
    "to be or not to be",
    "1",
    "12",
    "2023",
    "c++",
    "c#",
    ".net",
    "a.b",
    "s'il",
    "x-y",
]
PIECES = [
    "tuki'",
    'tuki"',
    "-tuki-",
    "--",
    "'-'",
    ":",
    "a:b",
    "::",
    ".:.",
    "-.-",
    "'.'",
    "’",
    "‘tuki’",
    "”tuki”",
    "«»",
    "…",
]
TEXTS = [*OPERATORS, *TSQUERY, *SQL, *WHITE, *CONTROL, *UNICODE, *MARKUP, *LONG, *WORDS, *PIECES]
# Percent-encodings as they stand in an address: bytes that are no UTF-8, and what is no encoding at all.
RAW = [
    "%", "%%", "%2", "%zz", "%u00e4", "%ff", "%c0%80", "%c3", "%c3%28", "%e4iti", "%ed%a0%80", "%ed%b0%80", "%f0%28%8c%bc",
    "%f4%90%80%80", "%fe%fe%ff%ff", "%80", "tu%00ki", "%0d%0aSet-Cookie:%20a=b", "%2500", "%C3%A4", "a%ccb", "%ef%bf%bf", "%e2%80",
    "tuki&q=perhe", "tuki&sivu=%ff", "tuki&sivu=1&sivu=2", "tuki&sivu=%00", "tuki&sivu=-5", "tuki&sivu=1.5", "tuki&sivu=NaN",
    "tuki&sivu=" + "9" * 400, "tuki&sivu=%D9%A3", "tuki&sivu=", "tuki&sivu=+1", "tuki&tyyppi=%ff", "tuki&tyyppi=%00",
    "tuki&tyyppi='", "tuki&tyyppi=" + "x" * 3000, "tuki&vuosi=abc", "tuki&vuosi=-1", "tuki&vuosi=%00", "tuki&hanke=%25",
    "tuki&hanke=..%2f", "tuki&hanke=&vuosi=&tyyppi=", "tuki&q[]=1&__proto__=2", "tuki;perhe", "tuki&" + "&".join(f"a{n}=1" for n in range(900)),
]  # fmt: skip
# All of them in Finnish, a part in the other languages, whose pages are the same but for the stems.
ADDRESSES = {"/haku/": 1, "/haku/ehdotukset/": 1, "/sv/haku/": 4, "/en/haku/ehdotukset/": 4}


@pytest.fixture
def client():
    home = factories.make_site()
    for title in ("Tuki perheelle", "Äiti & lapsi", "VOIKUKKIA-ryhmä"):
        factories.make_page("home.StandardPage", home, title=title)
    index()
    return Client(raise_request_exception=False)


def test_there_are_enough_of_them():
    assert len({*TEXTS}) + len(RAW) >= 200


@pytest.mark.parametrize(("address", "each"), ADDRESSES.items())
def test_odd_texts_are_answered(client, address, each):
    statuses = {text: client.get(address, {"q": text}).status_code for text in TEXTS[::each]}
    assert {text: status for text, status in statuses.items() if status not in (200, 400)} == {}


@pytest.mark.parametrize(("address", "each"), ADDRESSES.items())
def test_odd_addresses_are_answered(client, address, each):
    statuses = {raw: client.get(address, QUERY_STRING=f"q={raw}").status_code for raw in RAW[::each]}
    assert {raw: status for raw, status in statuses.items() if status not in (200, 400)} == {}


@pytest.mark.parametrize("text", MARKUP)
def test_nothing_typed_is_markup_in_the_answer(client, text):
    html = client.get("/haku/", {"q": text}).content.decode()
    for piece in ("<script>alert", '"><img src=x>', "<!--"):
        assert piece not in html.replace('<script src="', "")
