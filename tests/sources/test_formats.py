"""HTML, PDF, EPUB and DOCX files: what is read of them, and the one line where they cannot be read."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sources.documents import assert_sound, outline
from tests.sources.pages import HTML, LONG, W, archive, docx, epub, paragraph, pdf
from tui_reader.errors import SourceError
from tui_reader.model import Document, decode, encode
from tui_reader.sources import open_source

Opener = Callable[[str, bytes], Document]


@pytest.fixture
def opened(tmp_path: Path) -> Opener:
    def opener(name: str, data: bytes) -> Document:
        path = tmp_path / name
        path.write_bytes(data)
        document = open_source(str(path))
        assert_sound(document)
        assert decode(Document, encode(document)) == document
        return document

    return opener


def known(document: Document) -> tuple[str, str | None, str | None, str]:
    return document.title, document.author, document.date, document.source.format


def test_an_html_page(opened: Opener) -> None:
    document = opened("page.html", HTML.encode())
    assert known(document) == ("The Salt Accord", "Nesta Rhys", "2021-05-04", "html")
    assert outline(document) == [
        ("heading", "The Salt Accord"),
        ("paragraph", f"{LONG} It is not a small matter for either of them."),
        ("heading", "What the pilots want"),
        ("paragraph", LONG),
        ("item", "first they ask for pay"),
        ("item", "then they ask for rest"),
        ("paragraph", "We shall go on until we are heard by the council."),
        ("table", "Port | Votes\nVarna | 3"),
        ("code", "if x:\n    y()"),
        ("paragraph", f"{LONG} Nobody believed it."),
    ]
    assert [section.title for section in document.sections] == [None, "What the pilots want"]


def test_html_is_known_without_its_suffix_and_in_its_own_encoding(opened: Opener) -> None:
    head = '<html><head><meta charset="windows-1251"></head>'
    page = f"{head}<body><article><p>{LONG} Министр сказал.</p></article></body></html>"
    assert "Министр сказал." in opened("page", page.encode("cp1251")).text


def test_a_page_cannot_smuggle_commands(opened: Opener) -> None:
    page = HTML.replace("small", "\x1b[31msmall &#27;[31m &#x1B;[m &#x9b;3m &#8238; &#x202E;").encode()
    text = opened("page.html", page).text
    assert "small" in text
    assert not set(text) & set("\x1b\x9b\u202e")


@pytest.mark.parametrize("page", ["<html><body></body></html>", "<html><body><script>render()</script></body></html>"])
def test_a_page_without_text(opened: Opener, page: str) -> None:
    with pytest.raises(SourceError, match="has no text to read"):
        opened("page.html", page.encode())


def test_a_pdf(opened: Opener) -> None:
    first = ["The Salt Accord", "By Nesta Rhys", LONG[:60], LONG[60:] + " They agreed to share the har-"]
    pages = [["Harbour Times 2021", *first, "1"], ["Harbour Times 2021", "bour with others.", "2"]]
    pages.append(["Harbour Times 2021", "It rained.", "3"])
    document = opened("paper.pdf", pdf(pages, "The Salt Accord", "Nesta Rhys"))
    assert known(document) == ("The Salt Accord", "Nesta Rhys", "2021-05-04", "pdf")
    assert "Harbour Times" not in document.text
    assert "share the harbour with others." in document.text
    assert "\n\nIt rained." in document.text


def test_a_pdf_s_lines_are_joined(opened: Opener) -> None:
    words = f"{LONG} {LONG} {LONG}".split()
    lines = [" ".join(words[i : i + 9]) for i in range(0, len(words), 9)]
    document = opened("paper.pdf", pdf([["The Salt Accord", *lines]], "Microsoft Word - x.docx"))
    assert outline(document) == [("heading", "The Salt Accord"), ("paragraph", f"{LONG} {LONG} {LONG}")]


def test_a_scan_has_no_text(opened: Opener) -> None:
    with pytest.raises(SourceError, match=r"has no text: it may be a scan"):
        opened("scan.pdf", pdf([[], []]))


@pytest.mark.parametrize("password", ["secret"])
@pytest.mark.parametrize("algorithm", ["RC4-128", "RC4-40"])
def test_a_locked_pdf(opened: Opener, password: str, algorithm: str) -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([[LONG]]))))
    writer.encrypt(password, algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(SourceError, match="is locked with a password"):
        opened("locked.pdf", out.getvalue())


@pytest.mark.parametrize("cut", [9, 60, 300])
def test_a_damaged_pdf(opened: Opener, cut: int) -> None:
    with pytest.raises(SourceError, match=r"is damaged|has no text"):
        opened("cut.pdf", pdf([[LONG]])[:cut])


def test_an_epub(opened: Opener) -> None:
    document = opened("book.epub", epub())
    assert known(document) == ("The Salt Wars", "Nesta Rhys", "2021-05-04", "epub")
    assert outline(document) == [
        ("heading", "The Salt Wars"),
        ("heading", "Chapter One"),
        ("paragraph", f"{LONG}\xa0So it went."),
        ("item", "One"),
        ("paragraph", "two"),
        ("heading", "Chapter Two"),
        ("paragraph", "Größe\ncounts."),
        ("code", "x\n y"),
    ]
    assert [section.title for section in document.sections] == [None, "Chapter One", "Chapter Two"]


def test_a_protected_epub(opened: Opener) -> None:
    locks = (
        '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData><e:CipherData>'
        '<e:CipherReference URI="OEBPS/one.xhtml"/></e:CipherData></e:EncryptedData></encryption>'
    )
    with pytest.raises(SourceError, match="copy-protected"):
        opened("book.epub", epub(**{"META-INF__encryption.xml": locks}))


@pytest.mark.parametrize(
    "extra",
    [
        {"META-INF__container.xml": "<container"},
        {"META-INF__container.xml": "<container/>"},
        {"OEBPS__book.opf": "nothing"},
    ],
)
def test_a_damaged_epub(opened: Opener, extra: dict[str, str]) -> None:
    with pytest.raises(SourceError, match="is damaged"):
        opened("book.epub", epub(**extra))


def test_a_word_document(opened: Opener) -> None:
    numbered = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr>'
    table = f"<w:tbl><w:tr><w:tc>{paragraph('Port')}</w:tc><w:tc>{paragraph('3')}</w:tc></w:tr></w:tbl>"
    changed = "<w:p><w:del><w:r><w:t>gone</w:t></w:r></w:del><w:r><w:t>kept</w:t><w:br/><w:t>on</w:t></w:r></w:p>"
    body = (
        paragraph("The Salt Accord", "Titel")
        + paragraph(LONG)
        + paragraph("Pilots", "berschrift1")
        + paragraph("one", extra=numbered)
        + table
        + changed
        + paragraph("x = 1", "HTMLPreformatted")
    )
    document = opened("words.docx", docx(body))
    assert known(document) == ("The Salt Accord", "Nesta Rhys", "2021-05-04", "docx")
    assert outline(document) == [
        ("heading", "The Salt Accord"),
        ("paragraph", LONG),
        ("heading", "Pilots"),
        ("item", "one"),
        ("table", "Port | 3"),
        ("paragraph", "kept\non"),
        ("code", "x = 1"),
    ]


def test_entities_are_not_expanded(opened: Opener) -> None:
    bomb = (
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
        f"<w:document {W}><w:body><w:p><w:r><w:t>Words &b; &f; here</w:t></w:r></w:p></w:body></w:document>"
    )
    assert opened("words.docx", docx("", **{"word__document.xml": bomb})).text == "Words"


def test_a_bomb_is_not_unpacked(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_reader.sources.archives.LARGEST", 100_000)
    with pytest.raises(SourceError, match="unpacks to more than"):
        opened("words.docx", docx(paragraph("x" * 1_000_000)))


@pytest.mark.parametrize("data", [docx("")[:200], docx(paragraph(LONG))[:-40], b"PK\x03\x04", archive({"a.txt": "x"})])
def test_a_damaged_or_other_archive(opened: Opener, data: bytes) -> None:
    with pytest.raises(SourceError, match="zip archive, damaged or of another kind"):
        opened("words.docx", data)


def test_a_word_document_without_text(opened: Opener) -> None:
    with pytest.raises(SourceError, match="has no text to read"):
        opened("words.docx", docx(paragraph(" ")))


def test_an_old_or_locked_office_file(opened: Opener) -> None:
    with pytest.raises(SourceError, match="old or password-protected Office file"):
        opened("words.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
