"""The beginning of a plain text, fit to be shown while the whole is being read."""

from __future__ import annotations

import re
from pathlib import Path

from tui_reader.model import Block, Document, Source, Span
from tui_reader.sources.neutral import neutralise

SIZE = 20_000  # bytes
_PLAIN = frozenset({"", ".txt", ".text", ".md", ".markdown"})
_BLOCK = re.compile(r"\S(?:.*\S)?(?:\n[^\S\n]*\S(?:.*\S)?)*")


def preview(location: str) -> Document | None:
    """Return the first blocks of a plain text in a file, None for any other source or one that is no UTF-8 text.

    Its offsets, id and title are of no use: nothing may be kept of it.
    """
    path = Path(location)
    try:
        if path.suffix.lower() not in _PLAIN or not path.is_file():
            return None
        with path.open("rb") as file:
            raw = file.read(SIZE)
    except OSError:
        return None
    text = raw.decode("utf-8", "ignore")
    if len(raw) - len(text.encode()) > 3 or "\0" in text or text.lstrip().startswith("<"):
        return None
    text = neutralise(text)
    blocks = tuple(Block(Span(*match.span())) for match in _BLOCK.finditer(text))
    return Document("", text.replace("\n", " "), path.stem, Source(location), (), blocks) if blocks else None
