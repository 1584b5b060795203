"""Where a movement leads from an offset: paragraphs, sections, sentences, items; knows no Textual."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from tui_reader.app.page import Page
from tui_reader.model import Document, Span

_SENTENCE_END = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])")


def by_lines(page: Page, offset: int, count: int) -> int:
    """Return the start of the line *count* lines on, blank rows not counted; negative counts go up."""
    row = page.row_of(offset)
    step = 1 if count > 0 else -1
    for _ in range(abs(count)):
        after = row + step
        while 0 <= after < len(page) and page.lines[after].blank:
            after += step
        if not 0 <= after < len(page):
            break
        row = after
    return page.lines[row].start


def among(starts: Sequence[int], offset: int, count: int) -> int | None:
    """Return the *count*-th of the sorted *starts* after *offset* (before it, if negative), the last one at most."""
    if not starts:
        return None
    if count > 0:
        at = bisect_right(starts, offset) + count - 1
        if at >= len(starts):
            return starts[-1] if starts[-1] > offset else None
        return starts[at]
    at = bisect_left(starts, offset) + count
    if at < 0:
        return starts[0] if starts[0] < offset else None
    return starts[at]


def block_starts(document: Document) -> list[int]:
    return [block.span.start for block in document.blocks]


def section_starts(document: Document) -> list[int]:
    """Return where each section's text begins, leading line ends left out."""
    starts = []
    for section in document.sections:
        at = section.span.start
        while at < section.span.end and document.text[at].isspace():
            at += 1
        starts.append(at)
    return starts


def plain_sentences(document: Document, block: int) -> list[Span]:
    """Return the sentences of a block by their punctuation alone, for a text that has not been analysed."""
    if not 0 <= block < len(document.blocks):
        return []
    span = document.blocks[block].body
    spans, at = [], span.start
    for found in _SENTENCE_END.finditer(document.text, span.start, span.end):
        spans.append(Span(at, found.start() + len(found.group().rstrip())))
        at = found.end()
    if at < span.end:
        spans.append(Span(at, span.end))
    return spans


class Sentences:
    """The sentences of a document: those of the analysis where it has any, else by punctuation."""

    def __init__(self, document: Document, known: Sequence[Span] = ()) -> None:
        self.document = document
        self._known = sorted(known)
        self._starts = [span.start for span in self._known]
        self._blocks = block_starts(document)
        self._plain: dict[int, list[Span]] = {}

    def at(self, offset: int) -> Span | None:
        """Return the sentence at *offset*; a bullet, number or label belongs to the one after it."""
        block = bisect_right(self._blocks, offset) - 1
        if block >= 0 and self.document.blocks[block].span.covers(offset):
            offset = max(offset, self.document.blocks[block].body.start)
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and self._known[index].covers(offset):
            return self._known[index]
        spans = self._of_block(block)
        found = next((span for span in spans if span.covers(offset)), None)
        return found or next((span for span in spans if span.end >= offset), None)

    def step(self, offset: int, count: int) -> int | None:
        """Return where the sentence *count* sentences on begins; back from inside one, first to its own start."""
        at: int | None = None
        for _ in range(abs(count)):
            here = offset if at is None else at
            after = self._next(here) if count > 0 else self._previous(here)
            if after is None:
                break
            at = after
        return at

    def _of_block(self, block: int) -> list[Span]:
        if block not in self._plain:
            spans = plain_sentences(self.document, block)
            if spans and self._known:
                whole = self.document.blocks[block].span
                low, high = bisect_left(self._starts, whole.start), bisect_left(self._starts, whole.end)
                spans = self._known[low:high] or spans
            self._plain[block] = spans
        return self._plain[block]

    def _next(self, offset: int) -> int | None:
        block = max(0, bisect_right(self._blocks, offset) - 1)
        for index in range(block, len(self._blocks)):
            for span in self._of_block(index):
                if span.start > offset:
                    return span.start
        return None

    def _previous(self, offset: int) -> int | None:
        for index in range(bisect_right(self._blocks, offset) - 1, -1, -1):
            for span in reversed(self._of_block(index)):
                if span.start < offset:
                    return span.start
        return None
