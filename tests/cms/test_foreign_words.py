"""Names and links of other languages are marked in the finished page; nothing else of it changes."""

import pytest

from kasper_site.cms.foreign_words import language_of, marked

NAMES = ["Tukiluuri", "Kasper – Kasvatus- ja perheneuvonta ry", "Äiti & lapsi", "Tukiluuri Plus"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<b>Tukiluuri</b>", '<b><span lang="fi">Tukiluuri</span></b>'),
        ("<p> Ring Tukiluuri. </p>", '<p> <span>Ring <span lang="fi">Tukiluuri</span>.</span> </p>'),
        ("<p>Tukiluuri Plus</p>", '<p><span lang="fi">Tukiluuri Plus</span></p>'),
        ("<p>Äiti &amp; lapsi</p>", '<p><span lang="fi">Äiti &amp; lapsi</span></p>'),
        ("<p>Tukiluuria</p>", "<p>Tukiluuria</p>"),
        ('<a title="Tukiluuri" href="#x">Ring</a>', '<a title="Tukiluuri" href="#x">Ring</a>'),
        ("<svg><title>Tukiluuri</title></svg>", "<svg><title>Tukiluuri</title></svg>"),
        ('<script type="a">"Tukiluuri"</script>', '<script type="a">"Tukiluuri"</script>'),
        ("<textarea>Tukiluuri</textarea>", "<textarea>Tukiluuri</textarea>"),
        (
            "<style>a</style><p>Tukiluuri</p>",
            '<style>a</style><p><span lang="fi">Tukiluuri</span></p>',
        ),
    ],
)
def test_a_name_is_marked_where_it_is_read_as_text(html, expected):
    assert marked(html, "sv", NAMES) == expected


def test_a_finnish_page_and_a_page_without_names_stay_as_they_are():
    assert marked("<p>Tukiluuri</p>", "fi", NAMES) == "<p>Tukiluuri</p>"
    assert marked("<p>Tukiluuri</p>", "sv", []) == "<p>Tukiluuri</p>"


def test_files_have_no_language_by_their_address():
    assert language_of("/tiedostot/1/opas.pdf") is None
    assert language_of("/en/contact/") == "en"


def test_indentation_goes_but_not_what_somebody_wrote():
    html = "<ul>\n      <li>a</li>\n\n   \n  <li>b c</li>\n</ul><textarea>1\n\n   2</textarea><pre>  x\n  y</pre>"
    assert marked(html, "fi", []) == (
        "<ul>\n<li>a</li>\n<li>b c</li>\n</ul><textarea>1\n\n   2</textarea><pre>  x\n  y</pre>"
    )
