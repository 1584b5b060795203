"""A tree of HTML or of trafilatura's elements → blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui_reader.model import BlockKind
from tui_reader.sources.draft import Assembly
from tui_reader.sources.neutral import neutralise

if TYPE_CHECKING:
    from lxml.etree import _Element

_BREAK = "\v"  # a line break within a block; no white space of the source is one
_SKIPPED = frozenset(
    [
        "script",
        "style",
        "head",
        "noscript",
        "template",
        "svg",
        "nav",
        "form",
        "button",
        "iframe",
        "object",
        "graphic",
        "img",
    ]
)
_BLOCKS = frozenset(
    [
        "html",
        "body",
        "main",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "aside",
        "p",
        "head",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "list",
        "ul",
        "ol",
        "item",
        "li",
        "quote",
        "blockquote",
        "code",
        "pre",
        "table",
        "row",
        "tr",
        "cell",
        "td",
        "th",
        "tbody",
        "thead",
        "tfoot",
        "dl",
        "dt",
        "dd",
        "figure",
        "figcaption",
        "address",
        "hr",
        "details",
        "summary",
        "doc",
    ]
)
_DEEPEST = 200  # nested elements; what lies deeper is read as plain text


class Walker:
    """Adds the blocks of a tree to an assembly, in order."""

    def __init__(self, assembly: Assembly) -> None:
        self.assembly = assembly
        self._inline: list[str] = []

    def walk(self, root: _Element) -> None:
        self._visit(root, quoted=False, nesting=0, depth=0)
        self._flush(quoted=False)

    def _visit(self, element: _Element, *, quoted: bool, nesting: int, depth: int) -> None:
        tag = _tag(element)
        if tag in _SKIPPED and not (tag == "head" and _is_tei_heading(element)):
            return
        if depth > _DEEPEST:
            self._inline.append(_text(element))
            return
        if tag in ("br", "lb"):
            self._inline.append(_BREAK)
            return
        if tag == "code" and "\n" not in _text(element).strip():
            self._inline.append(_text(element))
            return
        if tag not in _BLOCKS:
            self._children(element, quoted=quoted, nesting=nesting, depth=depth)
            return
        self._flush(quoted=quoted)
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6", "head"):
            level = int((element.get("rend") or tag)[-1]) if (element.get("rend") or tag)[-1].isdigit() else 2
            self.assembly.add(_words(_text(element)), BlockKind.HEADING, level=level)
        elif tag in ("pre", "code"):
            self.assembly.add(_text(element), BlockKind.CODE)
        elif tag == "table":
            self.assembly.add("\n".join(_rows(element)), BlockKind.TABLE)
        elif tag == "hr":
            self.assembly.rule()
        elif tag in ("ul", "ol", "list"):
            self._list(element, quoted=quoted, nesting=nesting + 1, depth=depth)
        elif tag in ("quote", "blockquote"):
            self._children(element, quoted=True, nesting=nesting, depth=depth)
            self._flush(quoted=True)
        else:
            self._children(element, quoted=quoted, nesting=nesting, depth=depth)
            self._flush(quoted=quoted)

    def _children(self, element: _Element, *, quoted: bool, nesting: int, depth: int) -> None:
        self._inline.append(element.text or "")
        for child in element:
            if isinstance(child.tag, str):
                self._visit(child, quoted=quoted, nesting=nesting, depth=depth + 1)
            self._inline.append(child.tail or "")

    def _list(self, element: _Element, *, quoted: bool, nesting: int, depth: int) -> None:
        ordered = _tag(element) == "ol" or element.get("rend") == "ol"
        number = 0
        for item in element:
            if not isinstance(item.tag, str):
                continue
            if _tag(item) not in ("li", "item"):
                self._visit(item, quoted=quoted, nesting=nesting, depth=depth + 1)
                continue
            number += 1
            before = len(self.assembly.blocks)
            self._inline = [item.text or ""]
            mark = f"{number}. " if ordered else "• "
            for child in item:
                if isinstance(child.tag, str):
                    if _tag(child) in _BLOCKS:
                        mark = self._item(mark, nesting, quoted)
                    self._visit_in_item(child, mark, quoted=quoted, nesting=nesting, depth=depth + 1)
                    mark = mark if len(self.assembly.blocks) == before else ""
                self._inline.append(child.tail or "")
            self._item(mark, nesting, quoted)

    def _visit_in_item(self, child: _Element, mark: str, *, quoted: bool, nesting: int, depth: int) -> None:
        if _tag(child) == "p":
            self._children(child, quoted=quoted, nesting=nesting, depth=depth)
            self._item(mark, nesting, quoted)
        else:
            self._visit(child, quoted=quoted, nesting=nesting, depth=depth)

    def _item(self, mark: str, nesting: int, quoted: bool) -> str:
        """Add what has been gathered as a list item; return the mark that is still to be used."""
        words = _words("".join(self._inline))
        self._inline = []
        if not words:
            return mark
        blocks = self.assembly.blocks
        tight = bool(blocks) and blocks[-1].kind is BlockKind.ITEM
        kind = BlockKind.ITEM if mark else BlockKind.PARAGRAPH
        self.assembly.add(words, kind, level=nesting, mark=mark, quoted=quoted, tight=tight and bool(mark))
        return ""

    def _flush(self, *, quoted: bool) -> None:
        words = _words("".join(self._inline))
        self._inline = []
        if words:
            self.assembly.add(words, quoted=quoted)


def _tag(element: _Element) -> str:
    return str(element.tag).rsplit("}", 1)[-1].lower()


def _is_tei_heading(element: _Element) -> bool:
    parent = element.getparent()
    return parent is not None and _tag(parent) != "html"


def _text(element: _Element) -> str:
    return neutralise("".join(str(part) for part in element.itertext()))


def _words(text: str) -> str:
    """Return *text* with its white space closed up as a browser would; line breaks stay."""
    text = re.sub(r"[ \t\r\n\f]+", " ", text)
    return neutralise(re.sub(r" ?\v ?", "\n", text)).strip()


def _rows(table: _Element) -> list[str]:
    return [
        " | ".join(_words(_text(cell)) for cell in row if isinstance(cell.tag, str)) for row in table.iter("row", "tr")
    ]
