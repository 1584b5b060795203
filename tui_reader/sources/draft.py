"""A text on its way to becoming a document."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from tui_reader.model import Block, BlockKind, Span

_HEAD = 5  # blocks at the start among which a title stands


@dataclass(frozen=True, slots=True)
class Draft:
    """A text and its blocks as one reader of a format found them.

    `marked` is true where headings come from markup and need not be guessed; `quoted` has the spans of block quotes,
    `breaks` the offsets of rules and rows of stars, which end an embedded statement.
    """

    text: str
    blocks: tuple[Block, ...]
    marked: bool = False
    quoted: tuple[Span, ...] = ()
    breaks: tuple[int, ...] = ()
    title: str | None = None
    author: str | None = None
    date: str | None = None

    def entitled(self) -> Draft:
        """Return the draft with its known title as first heading, where none of the first headings is that title."""
        heads = (block for block in self.blocks[:_HEAD] if block.kind is BlockKind.HEADING)
        if not self.title or not self.blocks or any(same_words(b.body.of(self.text), self.title) for b in heads):
            return self
        by = len(self.title) + 2
        title = Block(Span(0, len(self.title)), BlockKind.HEADING, level=1)
        return replace(
            self,
            text=f"{self.title}\n\n{self.text}",
            blocks=(title, *(_shifted(block, by) for block in self.blocks)),
            quoted=tuple(span.shifted(by) for span in self.quoted),
            breaks=tuple(offset + by for offset in self.breaks),
        )


def same_words(one: str, other: str) -> bool:
    """Tell whether two titles differ in case, spaces and punctuation only."""
    return _squash(one) == _squash(other)


def _squash(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def _shifted(block: Block, by: int) -> Block:
    start = block.text_start + by if block.text_start >= 0 else -1
    label = block.label.shifted(by) if block.label else None
    return replace(block, span=block.span.shifted(by), text_start=start, label=label)


@dataclass
class Assembly:
    """Builds a draft block by block, for formats whose text is not the file's own characters."""

    pieces: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    quoted: list[Span] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    length: int = 0

    def add(
        self,
        text: str,
        kind: BlockKind = BlockKind.PARAGRAPH,
        *,
        level: int = 0,
        mark: str = "",
        quoted: bool = False,
        tight: bool = False,
    ) -> None:
        """Append a block, under a blank line or, when *tight*, on the next line; *mark* is its bullet or number."""
        text = text.strip("\n") if kind in (BlockKind.CODE, BlockKind.TABLE) else text.strip()
        if not text.strip():
            return
        gap = "" if not self.length else "\n" if tight else "\n\n"
        self._put(gap)
        start = self.length
        self._put(mark)
        body = self.length if mark else -1
        self._put(text)
        span = Span(start, self.length)
        self.blocks.append(Block(span, kind, body, level))
        if quoted:
            self.quoted.append(span)

    def rule(self) -> None:
        """Mark a thematic break after what has been added so far."""
        self.breaks.append(self.length)

    def draft(self, *, title: str | None = None, author: str | None = None, date: str | None = None) -> Draft:
        return Draft(
            "".join(self.pieces),
            tuple(self.blocks),
            True,
            tuple(self.quoted),
            tuple(self.breaks),
            title,
            author,
            date,
        )

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)
