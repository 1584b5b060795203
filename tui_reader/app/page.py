"""A document laid out in lines of one width; knows no Textual."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from tui_reader.app.wrap import cells, printable, wrap
from tui_reader.model import Block, BlockKind, Document

CLOSE = frozenset({BlockKind.ITEM})  # set without a blank line between two of them that are short
SHORT = 2  # rows
AS_IT_STANDS = frozenset({BlockKind.CODE, BlockKind.TABLE})


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the page: offsets into the text, the index of its block (-1: a blank row), its indent in cells."""

    start: int
    end: int
    block: int
    indent: int = 0

    @property
    def blank(self) -> bool:
        return self.block < 0


class Page:
    """The lines of a document at one width, and the way between offsets and rows."""

    def __init__(self, document: Document, width: int, flat: str | None = None) -> None:
        self.document = document
        self.width = max(1, width)
        self.flat = printable(document.text) if flat is None else flat
        self.lines: list[Line] = []
        self._lay_out()
        self._starts = [line.start for line in self.lines]

    def __len__(self) -> int:
        return len(self.lines)

    def row_of(self, offset: int) -> int:
        """Return the row that shows *offset*, or the nearest before it."""
        row = max(0, bisect_right(self._starts, offset) - 1)
        while row > 0 and self.lines[row].blank:
            row -= 1
        if self.lines[row].blank and len(self.lines) > 1:
            row = 1
        return row

    def text_row(self, row: int, step: int) -> int:
        """Return the nearest row from *row* on, in the direction of *step*, that is not blank; stays in the page."""
        row = max(0, min(row, len(self.lines) - 1))
        at = row
        while 0 <= at < len(self.lines) and self.lines[at].blank:
            at += 1 if step >= 0 else -1
        return at if 0 <= at < len(self.lines) else self.row_of(self.lines[row].start)

    def block_of(self, offset: int) -> int:
        """Return the index of the block at *offset*, or the nearest before it."""
        starts = self._block_starts
        return max(0, bisect_right(starts, offset) - 1)

    @property
    def _block_starts(self) -> list[int]:
        if not hasattr(self, "_blocks_at"):
            self._blocks_at = [block.span.start for block in self.document.blocks]
        return self._blocks_at

    def rows_of(self, start: int, end: int) -> range:
        """Return the rows that show any character of `[start, end)`."""
        first = max(0, bisect_right(self._starts, start) - 1)
        return range(first, max(first + 1, bisect_left(self._starts, end)))

    def section_number(self, offset: int) -> int:
        """Return the number of the section at *offset*, from 1."""
        sections = self.document.sections
        return max(1, sum(1 for section in sections if section.span.start <= offset))

    def share(self, offset: int) -> int:
        """Return how far into the text *offset* is, in percent."""
        blocks = self.document.blocks
        last = blocks[-1].span.end if blocks else len(self.document.text)
        row = self.row_of(offset)
        if row >= len(self.lines) - 1:
            return 100
        return min(100, round(100 * offset / last)) if last else 100

    def _lay_out(self) -> None:
        previous: Block | None = None
        tall = False
        for index, block in enumerate(self.document.blocks):
            gap = len(self.lines)
            self._lay_block(index, block)
            was_tall, tall = tall, len(self.lines) - gap > SHORT
            close = previous is not None and previous.kind in CLOSE and block.kind in CLOSE
            if previous is not None and not (close and not tall and not was_tall):
                self.lines.insert(gap, Line(block.span.start, block.span.start, -1))
            previous = block
        if not self.lines:
            self.lines.append(Line(0, 0, -1))

    def _lay_block(self, index: int, block: Block) -> None:
        start, end = block.span.start, block.span.end
        if block.kind in AS_IT_STANDS:
            at = start
            for row in self.document.text[start:end].split("\n"):
                self.lines.extend(Line(a, b, index) for a, b in wrap(self.flat, at, at + len(row), self.width))
                at += len(row) + 1
            return
        indent = hanging = 0
        if block.kind is BlockKind.ITEM:
            indent = min(2 * max(0, block.level - 1), self.width // 3)
            bullet = cells(self.flat[start : block.body.start])
            hanging = bullet if bullet <= self.width // 3 else 2
        for nth, (a, b) in enumerate(wrap(self.flat, start, end, self.width - indent, hanging)):
            self.lines.append(Line(a, b, index, indent + (hanging if nth else 0)))
