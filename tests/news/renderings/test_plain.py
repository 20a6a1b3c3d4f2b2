"""A release as plain text: every fact, lines that fit, links written out."""

import pytest
from wagtail.models import Locale

from news.renderings import plain

pytestmark = pytest.mark.django_db


def of(body: str) -> str:
    return plain.of_html(f"<html><body>{body}</body></html>").removesuffix("\n")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h1>Otsikko</h1><p>Teksti.</p>", "Otsikko\n=======\n\nTeksti."),
        ("<h2>Väli</h2>", "Väli\n----"),
        ("<ul><li>Yksi</li><li>Kaksi<ul><li>Sisällä</li></ul></li></ul>", "- Yksi\n- Kaksi\n  - Sisällä"),
        ("<ol><li><p>Soita.</p></li><li>Kerro.</li></ol>", "1. Soita.\n2. Kerro."),
        ("<p>Lue <a href='https://a.fi/x'>lisää A:sta</a>.</p>", "Lue lisää A:sta (https://a.fi/x)."),
        ("<p><a href='https://a.fi/'>a.fi</a>, <a href='mailto:a@a.fi'>a@a.fi</a></p>", "a.fi, a@a.fi"),
        ("<p><a href='tel:+358445'>044\u00a05</a></p>", "044 5"),
        ("<p>Rivi<br>toinen</p>", "Rivi\ntoinen"),
        (
            "<dl><div><dt>Kesto</dt><dd><p>2023–2025</p></dd></div><dt>Hinta</dt><dd>0</dd></dl>",
            "- Kesto: 2023–2025\n- Hinta: 0",
        ),
        (
            "<figure><blockquote><p>Yksi.</p><p>Kaksi.</p></blockquote><figcaption>Äiti</figcaption></figure>",
            "    ”Yksi.\n\n    Kaksi.”\n\n    – Äiti",
        ),
        ("<p> </p><section></section>", ""),
        ("<!-- ei --><p>a<img alt='x'>b</p>", "ab"),
    ],
)
def test_html_as_text(html, expected):
    assert of(html) == expected


def test_lines_fit_and_numbers_stay_whole():
    quote, numbers = "pitkähkö sana " * 40, "044\u00a0350\u00a05179 " * 30
    text = of(f"<blockquote><p>{quote}</p></blockquote><ul><li>{numbers}</li></ul>")
    assert max(map(len, text.splitlines())) <= plain.WIDTH
    assert all(line.removeprefix("- ").strip().split(" ")[0] == "044" for line in text.splitlines() if "5179" in line)


def test_every_fact_of_a_release(release):
    text = plain.text(release)
    assert text.startswith(
        "Mediatiedote 2.8.2023\nKasper – Kasvatus- ja perheneuvonta ry\n\nVanhempien ääni kuuluviin\n====="
    )
    for words in (
        "Tukiluuri vastaa koko maassa.",
        "rahoittajasta (https://www.stea.fi/)",
        "- Yksi asia",
        "    ”Meitä kuultiin.”\n\n    – Matti Meikäläinen, isä",
        "Sanna Välimäki\ntoiminnanjohtaja\nPuhelin 044 493 4546\ntänään klo 10–14\nhenkilo0@example.org",
        "Selvitys (http",
        release.canonical_url,
    ):
        assert words in text, words
    assert "\u00a0" not in text


def test_it_is_in_the_language_of_the_release(release):
    release.locale = Locale.objects.get(language_code="sv")
    text = plain.text(release)
    assert "Mediatiedote" not in text
    assert "Tiedotteen antaja" not in text
