"""Turns of a transcript: the label with its colon is the cue, all that follows is the content."""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.extraction.attribution.found import Attribution
from tui_reader.model import Block, BlockKind, Span


def turns(text: str, blocks: list[Block]) -> Iterator[Attribution]:
    """Yield one attribution for each turn of *blocks*."""
    for block in blocks:
        if block.kind is not BlockKind.TURN or block.label is None:
            continue
        body = block.body
        content = Span(body.start, body.start + len(body.of(text).rstrip()))
        cue = Span(
            block.label.start,
            max(block.label.end, block.label.start + len(text[block.label.start : body.start].rstrip())),
        )
        if len(content):
            yield Attribution(content, cue, block.label.of(text), direct=True)
