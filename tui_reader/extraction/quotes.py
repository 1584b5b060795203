"""Quotation marks and the passages between them, paired paragraph by paragraph.

Pairing within one paragraph keeps an odd number of marks from turning the rest of a text inside out. A paragraph in
which a quotation is left open is quoted to its end; the next one, opening with a mark, carries it on
(Chicago Manual of Style, 17th ed., 13.30).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from tui_reader.model import Block, BlockKind, Span

CLOSING = {"“": "”", "„": "“”", "«": "»", "‹": "›", '"': '"', "‘": "’", "‚": "‘’", "'": "'"}
PAIRED = frozenset("“„«‹")  # marks whose opening form is never an apostrophe or an inch sign
BEFORE_OPENING = frozenset('([{—–-/:;,…“„«‹"')  # besides white space, what may stand before an opening mark
LONGEST_SINGLE = 1500  # characters; between single marks more is rather an apostrophe and another


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands between two marks: `outer` with the marks, `inner` without them.

    `open` says that no closing mark follows in its paragraph, `continues` that the paragraph before was left open.
    """

    outer: Span
    inner: Span
    open: bool = False
    continues: bool = False


def quoted(doc: Doc) -> tuple[tuple[Span, Span], ...]:
    """Return (outer, inner) of each quoted passage of *doc*, in offsets of the document's text."""
    return tuple((passage.outer, passage.inner) for passage in passages_of(doc))


def passages_of(doc: Doc) -> tuple[Passage, ...]:
    """Return the quoted passages of *doc*, a part of a reading, in offsets of the document's text."""
    reading, offset = doc._.reading, doc._.offset
    part = Span(offset, offset + len(doc.text))
    return passages(reading.document.text, [block for block in reading.document.blocks if part.contains(block.span)])


def passages(text: str, blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """Return the quoted passages of *blocks* of *text*, in order; what is quoted inside a quotation is part of it."""
    found: list[Passage] = []
    was_open = False
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            continue
        inside = list(_Paragraph(text, block.body).passages())
        if inside and was_open and inside[0].outer.start == block.body.start:
            inside[0] = replace(inside[0], continues=True)
        found.extend(inside)
        was_open = bool(inside) and inside[-1].open
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    text: str
    body: Span

    def passages(self) -> Iterator[Passage]:
        at = self.body.start
        while at < self.body.end:
            if self.text[at] in CLOSING and self._opens(at):
                end = self._close(at)
                if end is not None:
                    yield Passage(Span(at, end + 1), Span(at + 1, end))
                    at = end + 1
                    continue
                if self._stays_open(at):
                    yield Passage(Span(at, self.body.end), Span(at + 1, self.body.end), open=True)
                    return
            at += 1

    def _before(self, at: int) -> str:
        return self.text[at - 1] if at > self.body.start else " "

    def _after(self, at: int) -> str:
        return self.text[at + 1] if at + 1 < self.body.end else " "

    def _opens(self, at: int) -> bool:
        mark = self.text[at]
        if self._after(at).isspace() and mark not in "«‹":
            return False
        if mark in PAIRED:
            return True
        before = self._before(at)
        return before.isspace() or before in BEFORE_OPENING

    def _closes(self, at: int) -> bool:
        """Whether a straight or single mark can close: it touches a word before it and none after it."""
        return not self._after(at).isalnum() and not self._before(at).isspace()

    def _close(self, at: int) -> int | None:
        """Return where the passage opened at *at* is closed, None if it is not."""
        mark = self.text[at]
        if mark in PAIRED:
            return self._close_paired(at)
        if mark == '"':
            return self._close_straight(at)
        return self._close_single(at)

    def _close_paired(self, at: int) -> int | None:
        mark = self.text[at]
        for i in range(at + 1, self.body.end):
            char = self.text[i]
            if char == mark and self._opens(i):
                return self._close_nested(at)
            if char in CLOSING[mark]:
                return i
        return None

    def _close_nested(self, at: int) -> int | None:
        """Close a passage in which its own opening mark stands again: nested if enough closing marks follow."""
        mark = self.text[at]
        depth = 0
        for i in range(at, min(self.body.end, at + LONGEST_SINGLE)):
            if self.text[i] == mark:
                depth += 1
            elif self.text[i] in CLOSING[mark]:
                depth -= 1
                if depth == 0:
                    return i
                if depth == 1 and self._after(i).isspace() and self._sibling_follows(i, mark):
                    # “… he said. “….” “: the first mark was never closed
                    return None
        return None

    def _sibling_follows(self, at: int, mark: str) -> bool:
        following = self.text[at + 1 : min(self.body.end, at + LONGEST_SINGLE)]
        opening, closing = following.find(mark), min(following.find(c) % (1 << 30) for c in CLOSING[mark])
        return 0 <= opening < closing

    def _close_straight(self, at: int) -> int | None:
        for i in range(at + 1, self.body.end):
            if self.text[i] == '"':
                return i if self._closes(i) or not self._opens(i) else None
        return None

    def _close_single(self, at: int) -> int | None:
        """Close a single mark; a genitive ("the ministers' view") is only taken where nothing better follows."""
        mark = self.text[at]
        genitive: int | None = None
        for i in range(at + 1, min(self.body.end, at + LONGEST_SINGLE)):
            if self.text[i] not in CLOSING[mark] or not self._closes(i):
                if self.text[i] == mark and self._opens(i):
                    break
                continue
            if self._before(i) == "s" and self._after(i) == " ":
                genitive = i if genitive is None else genitive
                continue
            return i
        return genitive

    def _stays_open(self, at: int) -> bool:
        """Whether a mark without a partner is a quotation left open rather than a stray mark."""
        if self.text[at] == '"':
            return at == self.body.start
        rest = self.text[at + 1 : self.body.end]
        return self.text[at] in PAIRED and len(rest) > 1 and not any(mark in rest for mark in PAIRED)
