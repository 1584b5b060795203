"""The text as shown, and where it came from."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from tui_reader.model.span import Span


class SectionKind(StrEnum):
    BODY = "body"
    STATEMENT = "statement"  # somebody's own words, in the first person
    BOILERPLATE = "boilerplate"  # navigation, subscription calls, credits: nothing is extracted from it


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # of a bulleted or numbered list
    TURN = "turn"  # of a transcript: a speaker's label and what they say
    CODE = "code"  # nothing is extracted from it
    TABLE = "table"  # nothing is extracted from it


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text comes from: a path, a URL, `-` for standard input or `clipboard`."""

    location: str
    format: str = "text"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item: its span without the line ends around it.

    `text_start` is the offset of the first character after a bullet, number or speaker label; `level` is a heading's
    depth, 1 to 6, or a list's nesting; `label` is the speaker of a turn, as written.
    """

    span: Span
    kind: BlockKind = BlockKind.PARAGRAPH
    text_start: int = -1
    level: int = 0
    label: Span | None = None

    @property
    def body(self) -> Span:
        """The block without its bullet, number or label."""
        return Span(self.text_start, self.span.end) if self.text_start >= 0 else self.span


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a document under one heading, of one kind and one voice.

    `author` is the name, as the text gives it, of who says `I` and `we` here; None stands for the document's writer.
    """

    span: Span
    kind: SectionKind = SectionKind.BODY
    title: str | None = None
    author: str | None = None
    author_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A clean text with its sections, which partition it, and its blocks, in order; never changes.

    `id` is the hash of the text alone, so the same text from two places is one document.
    """

    id: str
    text: str
    title: str
    source: Source
    sections: tuple[Section, ...] = ()
    blocks: tuple[Block, ...] = ()
    author: str | None = None
    date: str | None = None
    title_span: Span | None = None

    def section_at(self, offset: int) -> Section | None:
        place = bisect_right(self.sections, offset, key=lambda section: section.span.start) - 1
        return self.sections[place] if place >= 0 and self.sections[place].span.covers(offset) else None

    def block_at(self, offset: int) -> Block | None:
        place = bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1
        return self.blocks[place] if place >= 0 and self.blocks[place].span.covers(offset) else None

    def boilerplate(self) -> Iterable[Section]:
        return (section for section in self.sections if section.kind is SectionKind.BOILERPLATE)


def document_id(text: str) -> str:
    """Return the 16 hexadecimal digits by which a text is known."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
