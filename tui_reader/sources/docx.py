"""DOCX → draft (ECMA-376 part 1, WordprocessingML): paragraphs by their styles, lists, tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui_reader.errors import SourceError
from tui_reader.model import BlockKind
from tui_reader.sources.archives import Archive
from tui_reader.sources.datelines import iso
from tui_reader.sources.draft import Assembly, Draft
from tui_reader.sources.neutral import neutralise

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_HEADING = re.compile(r"heading (\d)")
_CODE = re.compile(r"code|preformatted|source text|plain text|macro")
_QUOTE = re.compile(r"quot|block text")


def read_docx(data: bytes, location: str) -> Draft:
    """Return the draft of a Word document; raises SourceError where it is damaged or has no text."""
    archive = Archive(data, location)
    body = archive.xml("word/document.xml").find(f"{_W}body")
    if body is None:
        raise archive.damaged()
    names = archive.names()
    styles = _styles(archive.xml("word/styles.xml")) if "word/styles.xml" in names else {}
    assembly = Assembly()
    numbers: dict[str, int] = {}
    for element in body.iter(f"{_W}p", f"{_W}tbl"):
        if any(True for _ in element.iterancestors(f"{_W}tbl", f"{_W}txbxContent")):
            continue
        if element.tag == f"{_W}tbl":
            assembly.add("\n".join(_rows(element)), BlockKind.TABLE)
        else:
            _paragraph(element, styles, numbers, assembly)
    if not assembly.length:
        raise SourceError(f"{location} has no text to read")
    core = archive.xml("docProps/core.xml") if "docProps/core.xml" in names else None
    date = _property(core, f"{_TERMS}created") or _property(core, f"{_TERMS}modified")
    return assembly.draft(
        title=_property(core, f"{_DC}title"),
        author=_property(core, f"{_DC}creator"),
        date=iso(date) if date else None,
    )


def _paragraph(element: _Element, styles: dict[str, str], numbers: dict[str, int], assembly: Assembly) -> None:
    words = neutralise(_words(element))
    style = element.find(f"{_W}pPr/{_W}pStyle")
    identity = style.get(f"{_W}val") or "" if style is not None else ""
    name = styles.get(identity, identity).lower()
    heading = _HEADING.match(name)
    number = element.find(f"{_W}pPr/{_W}numPr/{_W}numId")
    listed = (number is not None and number.get(f"{_W}val") != "0") or name.startswith(("list bullet", "list number"))
    if heading or name in ("title", "subtitle"):
        assembly.add(words, BlockKind.HEADING, level=min(6, int(heading[1])) if heading else 1 + (name == "subtitle"))
    elif listed and words:
        depth = element.find(f"{_W}pPr/{_W}numPr/{_W}ilvl")
        level = 1 + int(depth.get(f"{_W}val") or 0) if depth is not None else 1
        tight = bool(assembly.blocks) and assembly.blocks[-1].kind is BlockKind.ITEM
        mark = "• "
        if name.startswith("list number"):
            numbers[name] = numbers.get(name, 0) + 1
            mark = f"{numbers[name]}. "
        assembly.add(words, BlockKind.ITEM, level=level, mark=mark, tight=tight)
    elif _CODE.search(name):
        assembly.add(words, BlockKind.CODE)
    else:
        assembly.add(words, quoted=bool(_QUOTE.search(name)))


def _styles(root: _Element) -> dict[str, str]:
    """Return the names of the styles by their ids, which differ from language to language."""
    styles: dict[str, str] = {}
    for style in root.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        if name is not None:
            styles[style.get(f"{_W}styleId") or ""] = name.get(f"{_W}val") or ""
    return styles


def _words(element: _Element) -> str:
    """Return a paragraph's text as it reads with all changes accepted; fields keep their result only."""
    parts: list[str] = []
    for node in element.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen"):
        if any(True for _ in node.iterancestors(f"{_W}del", f"{_W}moveFrom", f"{_W}tabs")):
            continue
        tag = node.tag
        if tag == f"{_W}t":
            parts.append(node.text or "")
        elif tag == f"{_W}tab":
            parts.append("\t")
        elif tag == f"{_W}noBreakHyphen":
            parts.append("-")
        elif node.get(f"{_W}type") in (None, "textWrapping"):
            parts.append("\n")
    return "".join(parts)


def _rows(table: _Element) -> list[str]:
    rows: list[str] = []
    for row in table.iter(f"{_W}tr"):
        cells = (" ".join(_words(p) for p in cell.iter(f"{_W}p")) for cell in row.iter(f"{_W}tc"))
        rows.append(neutralise(" | ".join(" ".join(cell.split()) for cell in cells)))
    return rows


def _property(core: _Element | None, tag: str) -> str | None:
    found = core.find(tag) if core is not None else None
    return neutralise(" ".join((found.text or "").split())) or None if found is not None else None
