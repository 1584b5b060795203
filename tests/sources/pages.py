"""Small files of each format, written by hand."""

from __future__ import annotations

import io
import zipfile

LONG = (
    "The council said on Tuesday that it would lower the tariff on salt if the two ports agreed to share their pilots."
)

HTML = f"""<!DOCTYPE html>
<html><head><title>The Salt Accord | Harbour Times</title>
<meta name="author" content="Nesta Rhys"><meta property="article:published_time" content="2021-05-04T10:00:00Z">
<script>alert("x")</script></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>The Salt Accord</h1><p>{LONG} It is <b>not</b> a <a href="/x">small</a> matter for either of them.</p>
<h2>What the pilots want</h2><p>{LONG}</p><ul><li>first they ask for pay</li><li>then they ask for rest</li></ul>
<blockquote><p>We shall go on until we are heard by the council.</p></blockquote>
<table><tr><th>Port</th><th>Votes</th></tr><tr><td>Varna</td><td>3</td></tr></table>
<pre><code>if x:
    y()
</code></pre><p>{LONG} Nobody believed it.</p></article>
<footer>© 2021 Harbour Times. Privacy policy</footer></body></html>"""


def pdf(pages: list[list[str]], title: str = "", author: str = "") -> bytes:
    """Return a PDF of *pages* of lines; an empty page has no text."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids: list[str] = []
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for lines in pages:
        drawn = b"".join(
            b"("
            + line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            + b") Tj T*\n"
            for line in lines
        )
        stream = b"BT /F1 10 Tf 12 TL 50 780 Td\n" + drawn + b"ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % len(objects)
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    objects.append(f"<< /Title ({title}) /Author ({author}) /CreationDate (D:20210504100000Z) >>".encode("cp1252"))
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    places: list[int] = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        out.write(b"%010d 00000 n \n" % place)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(objects) + 1, len(objects)))
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def archive(members: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return out.getvalue()


def epub(**extra: str | bytes) -> bytes:
    """Return a book of two chapters; *extra* replaces or adds members by their names with `/` as `__`."""
    page = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{}</body></html>'
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        "OEBPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<metadata><dc:title>The Salt Wars</dc:title><dc:creator>Nesta Rhys</dc:creator><dc:date>2021-05-04</dc:date>"
        '</metadata><manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        '<item id="a" href="one.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="b" href="two%20b.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>',
        "OEBPS/nav.xhtml": page.format("<ol><li>Chapter One</li></ol>"),
        "OEBPS/one.xhtml": page.format(
            f"<h1>Chapter One</h1><p>{LONG}&nbsp;So\n  it went.</p><ol><li>One<p>two</p></li></ol>"
        ),
        "OEBPS/two b.xhtml": page.format("<h1>Chapter Two</h1><p>Größe<br/>counts.</p><pre>x\n y</pre>"),
    }
    members.update({name.replace("__", "/"): content for name, content in extra.items()})
    return archive(members)


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraph(text: str, style: str = "", extra: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{extra}</w:pPr><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def docx(body: str, **extra: str | bytes) -> bytes:
    """Return a Word document of the paragraphs in *body*."""
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f'<w:styles {W}><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style></w:styles>',
        "docProps/core.xml": '<cp:p xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>The Salt Accord</dc:title>'
        "<dc:creator>Nesta Rhys</dc:creator><dcterms:created>2021-05-04T10:00:00Z</dcterms:created></cp:p>",
    }
    members.update({name.replace("__", "/"): content for name, content in extra.items()})
    return archive(members)
