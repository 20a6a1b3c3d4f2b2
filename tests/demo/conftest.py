"""A small demo site in a temporary folder, so that tests can change its files."""

import shutil
from pathlib import Path

import pytest

from kasper_site.demo.load import load
from tests.factories import picture_file

HOME = """
path: /
type: home.HomePage
title: Kasper
published_on: 2023-08-02
fields:
  introduction: Perheiden asiantuntijajärjestö.
  image: !image niitty
  doors:
    - type: door
      value: {heading: Apua, text: Soita meille., page: !page /tukea/tukiluuri/}
"""
ABOUT = """
path: /meista/
type: home.StandardPage
title: Meistä
order: 30
fields:
  listing_image: !image niitty
  body:
    - type: paragraph
      value:
        text: >
          <p>Lue <a href="page:/tukea/tukiluuri/">Tukiluurista</a> ja <a href="document:opas">oppaasta</a>.</p>
    - type: people
      value: {heading: Yhteys, people: [!person sanna]}
    - type: picture
      value: {image: {image: !image niitty, alt_text: Voikukkia niityllä}, caption: Niitty}
"""
PAGES = {
    "fi/etusivu.yaml": HOME,
    "fi/meista.yaml": ABOUT,
    "fi/tukea.yaml": "{path: /tukea/, type: home.HelpIndexPage, title: Apua ja tukea, order: 10}",
    "fi/tuki/tukiluuri.yaml": """
path: /tukea/tukiluuri
type: home.ServicePage
title: Tukiluuri
fields: {service: !service tukiluuri, audience: Sinulle., what_happens: "<p>Soita.</p>"}
""",
    "fi/ajankohtaista.yaml": "{path: /ajankohtaista/, type: news.NewsIndexPage, title: Ajankohtaista, order: 20}",
    "fi/tiedote.yaml": """
path: /ajankohtaista/tiedote/
type: news.ReleasePage
title: Tiedote
fields:
  public_at: 2023-08-02T09:00:00+03:00
  topics: [!topic vertaistuki]
  contacts:
    - {person: !person sanna, role: toiminnanjohtaja, is_issuer: true}
""",
    "sv/hem.yaml": """
path: /
type: home.HomePage
title: Kasper på svenska
translation_of: /
fields: {introduction: Vi stöder familjer.}
""",
}
CONTENT = {
    "people.yaml": "[{key: sanna, name: Sanna Välimäki, role_fi: toiminnanjohtaja, phone: 044 493 4546}]",
    "services.yaml": """
- slug: tukiluuri
  name_fi: Tukiluuri
  phone: 044 350 5179
  weekly_hours: [{weekday: 2, opens: "10:00", closes: "12:00"}]
""",
    "places.yaml": "[]",
    "helplines.yaml": "[]",
    "topics.yaml": "[{slug: vertaistuki, name_fi: Vertaistuki}]",
    "settings.yaml": "{organisation_name: Kasper ry, press_contact: !person sanna}",
    "menus.yaml": "{fi: {header: [{page: !page /tukea/, label: Apua}], footer: [{page: !page /meista/}]}}",
    "redirects.csv": "old,new\n/vanha,/meista/\n",
}
CATALOGUES = {
    "images/images.yaml": """
- key: niitty
  file: niitty.png
  title: Niitty
  alt: Voikukkia niityllä
  credit: Kasper ry
  licence: CC BY 4.0
  focal_point: {x: 300, y: 200, width: 100, height: 80}
""",
    "documents/documents.yaml": "[{key: opas, file: opas.pdf, title: Ohjaajan opas, kind: guide, year: 2009}]",
}


class DemoFolder:
    """The folder, with what tests do to it."""

    def __init__(self, path: Path):
        self.path = path

    def write(self, name: str, text: str) -> None:
        """Write a file below the folder."""
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        """Change a text in a file; it must be there."""
        text = (self.path / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    def load(self, is_warmed: bool = False) -> list[str]:
        """Load the folder; the progress lines."""
        lines: list[str] = []
        load(progress=lines.append, folder=self.path, is_warmed=is_warmed)
        return lines


@pytest.fixture
def folder(tmp_path, db, settings) -> DemoFolder:
    """The small demo site's files, not loaded yet."""
    settings.MEDIA_ROOT = tmp_path / "media"
    made = DemoFolder(tmp_path / "demo")
    for name, text in PAGES.items():
        made.write(f"content/pages/{name}", text)
    for name, text in CONTENT.items():
        made.write(f"content/{name}", text)
    for name, text in CATALOGUES.items():
        made.write(name, text)
    (made.path / "images" / "niitty.png").write_bytes(picture_file().read())
    (made.path / "documents" / "opas.pdf").write_bytes(b"%PDF-1.7\n%%EOF\n")
    yield made
    shutil.rmtree(tmp_path / "media", ignore_errors=True)
