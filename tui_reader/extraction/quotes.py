"""Quotation marks and the passages between them, paired paragraph by paragraph.

Pairing within one paragraph keeps an odd number of marks from turning the rest of a text inside out. A paragraph in
which a quotation is left open is quoted to its end; the next one, opening with a mark, carries it on
(Chicago Manual of Style, 13.32).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from tui_reader.model import Block, BlockKind, Span

CLOSING = {"“": "”", "„": "“”", "«": "»", "‹": "›", '"': '"', "‘": "’", "‚": "‘’", "'": "'", "”": "”"}
DOUBLE = "“„«‹\""
SINGLE = "‘‚'"
MARKS = frozenset("“”„«»‹›\"‘’‚'")
BEFORE_OPENING = frozenset("([{—–-/:;,…")  # besides white space, what may stand before an opening mark


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
    blocks = [block for block in reading.document.blocks if part.contains(block.span)]
    return passages(reading.document.text, blocks)


def passages(text: str, blocks: list[Block]) -> tuple[Passage, ...]:
    """Return the quoted passages of *blocks* of *text*, in order; what is quoted inside a quotation is part of it."""
    found: list[Passage] = []
    was_open = False
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            continue
        first = True
        last: Passage | None = None
        for passage in _in_paragraph(text, block.body):
            if first and was_open and passage.outer.start == block.body.start:
                passage = Passage(passage.outer, passage.inner, passage.open, continues=True)
            first = False
            last = passage
            found.append(passage)
        was_open = last is not None and last.open
    return tuple(found)


def _in_paragraph(text: str, body: Span) -> Iterator[Passage]:
    at = body.start
    while at < body.end:
        mark = text[at]
        if mark in MARKS and _opens(text, at, body):
            end = _close(text, at, body)
            if end is not None:
                yield Passage(Span(at, end + 1), Span(at + 1, end))
                at = end + 1
                continue
            if _may_stay_open(text, at, body):
                yield Passage(Span(at, body.end), Span(at + 1, body.end), open=True)
                return
        at += 1


def _opens(text: str, at: int, body: Span) -> bool:
    mark = text[at]
    before = text[at - 1] if at > body.start else " "
    after = text[at + 1] if at + 1 < body.end else " "
    if after.isspace() and mark != "«":
        return False
    if mark in "“„«‹":
        return True
    if mark in "\"‘‚'":
        return before.isspace() or before in BEFORE_OPENING or before in DOUBLE
    return False


def _closes(text: str, at: int, body: Span) -> bool:
    """Whether a straight or single mark at *at* can close: nothing that belongs to a word follows."""
    after = text[at + 1] if at + 1 < body.end else " "
    before = text[at - 1]
    return not after.isalnum() and (not before.isspace())


def _close(text: str, at: int, body: Span) -> int | None:
    mark = text[at]
    closing = CLOSING[mark]
    weak: int | None = None
    depth = 0
    for i in range(at + 1, body.end):
        char = text[i]
        if mark in "“«‹" and char == mark and _opens(text, i, body):
            if mark == "“":
                # A second opening mark: the first was never closed, unless as many closing ones follow.
                if text.count("”", i, body.end) < text.count("“", i, body.end) + 1:
                    return None
            depth += 1
            continue
        if char not in closing:
            continue
        if mark in "“«‹„":
            if depth == 0:
                return i
            depth -= 1
        elif mark == '"':
            if _closes(text, i, body) or not _opens(text, i, body):
                return i
            return None
        elif _closes(text, i, body):
            if text[i - 1] == "s" and i + 1 < body.end and text[i + 1] == " ":
                # "the ministers' view": a genitive rather than the end, if a better end follows
                weak = i if weak is None else weak
                continue
            return i
    return weak


def _may_stay_open(text: str, at: int, body: Span) -> bool:
    """Whether an opening mark without a partner is a quotation left open rather than a stray mark."""
    if text[at] in SINGLE:
        return False
    if text[at] == '"':
        return at == body.start
    rest = text[at + 1 : body.end]
    return not any(mark in rest for mark in "“«„") and len(rest) > 1
