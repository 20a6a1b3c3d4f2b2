"""Builds the demo documents: ``python -m kasper_site.demo.make_documents [key ...]``.

Each ``documents/KEY.yaml`` holds the text of one document (title, owner, lead, sections); each becomes an
accessible PDF (PDF/UA-1: tags, language, title) beside it. The PDFs stand for documents whose originals
we do not have and say so on page one. They are committed: loading the demo content makes none.
"""

import sys
from html import escape
from pathlib import Path

import yaml

DOCUMENTS = Path(__file__).resolve().parent / "documents"
CATALOGUE = "documents.yaml"
NOTICE = "Esittelyaineisto – alkuperäinen asiakirja ei ole tässä"
NOTICE_TEXT = "Tähän on koottu vain se, mitä asiakirjasta tiedämme."

STYLE = """
@page {
  size: A4;
  margin: 22mm 24mm 22mm;
  @bottom-left { content: string(owner); font-size: 9pt; color: #465552; }
  @bottom-right { content: "Sivu " counter(page) " / " counter(pages); font-size: 9pt; color: #465552; }
}
html { font: 10.5pt/1.5 "Helvetica Neue", Arial, "Liberation Sans", "DejaVu Sans", sans-serif; color: #22302f; }
body { margin: 0; hyphens: auto; hyphenate-limit-chars: 9 4 4; overflow-wrap: anywhere; }
.owner { string-set: owner content(); margin: 0 0 4mm; color: #465552; }
h1 {
  margin: 0 0 6mm; padding-bottom: 5mm; border-bottom: 0.7mm solid #e2a400;
  font-size: 23pt; line-height: 1.2; color: #0f4c5c; hyphens: manual;
}
h2 { margin: 7mm 0 2mm; font-size: 13.5pt; line-height: 1.3; color: #0f4c5c; break-after: avoid; hyphens: manual; }
p { margin: 0 0 3mm; orphans: 2; widows: 2; }
.lead { font-size: 12.5pt; line-height: 1.45; }
.notice { margin: 0 0 7mm; padding: 4mm 5mm; background: #f1ece2; border-left: 1.2mm solid #14564a; }
.notice p { margin: 0; }
.notice strong { display: block; font-size: 12pt; hyphens: manual; }
ul, ol { margin: 0 0 3mm; padding-left: 7mm; }
li { margin: 0 0 1.4mm; break-inside: avoid; }
li > ul { margin: 1.4mm 0 0; list-style-type: disc; }
"""


def list_html(tag, items):
    """A list; an item is text, or a mapping of ``text`` and a ``list`` one level deeper."""
    return f"<{tag}>{''.join(item_html(item) for item in items)}</{tag}>"


def item_html(item):
    """One list item with its inner list, if it has one."""
    if isinstance(item, str):
        return f"<li>{escape(item)}</li>"
    return f"<li>{escape(item['text'])}{list_html('ul', item['list'])}</li>"


def section_html(section):
    """A heading with its paragraphs, bullets or numbered points, in this order."""
    parts = [f"<h2>{escape(section['heading'])}</h2>"]
    parts += [f"<p>{escape(text)}</p>" for text in section.get("paragraphs", [])]
    if "list" in section:
        parts.append(list_html("ul", section["list"]))
    if "numbered" in section:
        parts.append(list_html("ol", section["numbered"]))
    return "".join(parts)


def document_html(document):
    """The whole document as a page that WeasyPrint can set."""
    title = escape(document["title"])
    sections = "".join(section_html(section) for section in document["sections"])
    return f"""<!doctype html>
<html lang="fi">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="author" content="{escape(document["owner"])}">
<meta name="description" content="{NOTICE}">
<style>{STYLE}</style>
</head>
<body>
<p class="owner">{escape(document["owner"])}</p>
<h1>{title}</h1>
<div class="notice"><p><strong>{NOTICE}</strong> {NOTICE_TEXT}</p></div>
<p class="lead">{escape(document["lead"])}</p>
{sections}
</body>
</html>"""


def build(source):
    """Writes the PDF of one YAML file beside it and returns its path."""
    from weasyprint import HTML

    document = yaml.safe_load(source.read_text(encoding="utf-8"))
    target = source.with_suffix(".pdf")
    HTML(string=document_html(document)).write_pdf(
        target, pdf_variant="pdf/ua-1", pdf_tags=True, pdf_identifier=source.stem.encode()
    )
    return target


def main(keys):
    """Builds the documents named in ``keys``, or all."""
    for source in sorted(DOCUMENTS.glob("*.yaml")):
        if source.name != CATALOGUE and (not keys or source.stem in keys):
            target = build(source)
            sys.stdout.write(f"{target.name} {target.stat().st_size} bytes\n")


if __name__ == "__main__":
    main(sys.argv[1:])
