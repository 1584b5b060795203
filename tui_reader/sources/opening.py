"""One way in for every source: a path, a URL, `-` for standard input, or text in hand."""

from __future__ import annotations

import re
from pathlib import Path

from tui_reader.errors import SourceError
from tui_reader.model import Block, BlockKind, Document, Section, Source, Span, document_id


def open_source(location: str) -> Document:
    """Return the document at *location*; raises SourceError with one clear line."""
    try:
        text = Path(location).read_text(encoding="utf-8")
    except OSError as error:
        raise SourceError(f"cannot read {location}: {error.strerror}") from error
    return read_text(text, Source(location))


def read_text(text: str, source: Source | None = None) -> Document:
    """Return plain *text* as a document with its sections and blocks."""
    blocks = tuple(
        Block(Span(m.start(), m.end()), BlockKind.PARAGRAPH) for m in re.finditer(r"\S(?:[^\n]|\n(?!\s*\n))*", text)
    )
    title = blocks[0].span.of(text) if blocks else ""
    return Document(document_id(text), text, title, source or Source("-"), (Section(Span(0, len(text))),), blocks)
