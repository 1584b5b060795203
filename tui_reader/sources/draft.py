"""A text on its way to becoming a document."""

from __future__ import annotations

from dataclasses import dataclass, field

from tui_reader.model import Block, BlockKind, Span


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
