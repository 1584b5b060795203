"""EPUB → draft: the chapters in reading order (EPUB 3.3, sections 5 and 6)."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from tui_reader.errors import SourceError
from tui_reader.sources.archives import Archive
from tui_reader.sources.datelines import iso
from tui_reader.sources.draft import Assembly, Draft
from tui_reader.sources.neutral import neutralise

if TYPE_CHECKING:
    from lxml.etree import _Element

_PACKAGE = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PAGES = ("application/xhtml+xml", "text/html")


def read_epub(data: bytes, location: str) -> Draft:
    """Return the draft of a book; raises SourceError where it is damaged, protected or has no text."""
    from lxml import etree, html

    from tui_reader.sources.hypertext import Walker

    archive = Archive(data, location)
    container = archive.xml("META-INF/container.xml")
    root = next((e.get("full-path") for e in container.iter("{*}rootfile") if e.get("full-path")), None)
    if root is None:
        raise archive.damaged()
    package = archive.xml(root)
    chapters = _chapters(package, posixpath.dirname(root))
    if "META-INF/encryption.xml" in archive.names():
        locked = {
            unquote(e.get("URI") or "") for e in archive.xml("META-INF/encryption.xml").iter("{*}CipherReference")
        }
        if locked & set(chapters):
            raise SourceError(f"{location} is copy-protected: its chapters are encrypted")
    assembly = Assembly()
    for chapter in chapters:
        page = archive.read(chapter)
        if not page.strip():
            continue
        try:
            tree = html.fromstring(page, parser=html.HTMLParser(encoding="utf-8", no_network=True))
        except (etree.LxmlError, ValueError) as error:
            raise SourceError(f"{location} is damaged: its chapter {chapter} cannot be read") from error
        assembly.rule()
        Walker(assembly).walk(tree)
    if not assembly.length:
        raise SourceError(f"{location} has no text to read")
    creators = [creator for element in package.iter(f"{_DC}creator") if (creator := _text(element))]
    date = next((_text(element) for element in package.iter(f"{_DC}date")), None)
    title = next((_text(element) for element in package.iter(f"{_DC}title")), None)
    author = ", ".join(creators) or None
    return assembly.draft(title=title, author=author, date=iso(date) if date else None).entitled()


def _chapters(package: _Element, folder: str) -> list[str]:
    """Return the archive's names of the chapters, without the table of contents."""
    items = {item.get("id"): item for item in package.iter(f"{_PACKAGE}item")}
    chapters: list[str] = []
    for reference in package.iter(f"{_PACKAGE}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or item.get("media-type") not in _PAGES or reference.get("linear") == "no":
            continue
        if "nav" in (item.get("properties") or "").split():
            continue
        chapters.append(posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or ""))))
    return chapters


def _text(element: _Element) -> str | None:
    return neutralise(" ".join("".join(str(part) for part in element.itertext()).split())) or None
