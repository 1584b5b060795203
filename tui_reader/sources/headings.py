"""Headings and the title, also where no markup shows them."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from tui_reader.model import Block, BlockKind, Span
from tui_reader.sources.draft import same_words
from tui_reader.sources.voices import is_announcement, is_salutation, is_valediction, led_in, signature

_LONGEST = 100  # characters of a heading without markup
_WORDS = 14
_TITLE = 220  # characters of a title
_CLOSED = re.compile(r"[.!,;:…—–\"”’'-]$")
_OPENS = re.compile(r"[A-Z0-9“\"‘'¿¡(\[]|[^\W\d_a-z]")


def find_headings(text: str, blocks: list[Block], junk: Collection[int], *, marked: bool) -> list[Block]:
    """Return *blocks* with the lines made headings that look like one and have prose under them."""
    found = list(blocks)
    kept = [index for index in range(len(blocks)) if index not in junk]
    if marked and any(blocks[index].kind is BlockKind.HEADING for index in kept[1:]):
        return found
    under = False  # whether prose, or a heading with prose under it, follows
    for place in range(len(kept) - 1, -1, -1):
        block = blocks[kept[place]]
        if block.kind is BlockKind.HEADING:
            under = True
        elif block.kind is BlockKind.PARAGRAPH and place == 0 and len(kept) > 1 and _is_title(text, block):
            found[kept[0]] = replace(block, kind=BlockKind.HEADING, level=1)
        elif under and block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and _is_heading(text, block):
            previous = blocks[kept[place - 1]] if place else None
            if block.kind is BlockKind.ITEM and previous is not None and previous.kind is BlockKind.ITEM:
                continue
            if previous is not None and previous.kind is BlockKind.PARAGRAPH and previous.span.of(text).endswith(":"):
                continue
            if any(is_valediction(blocks[index].span.of(text)) for index in kept[max(0, place - 2) : place]):
                continue
            following = blocks[kept[place + 1]]
            if block.kind is BlockKind.ITEM and following.kind is BlockKind.ITEM:
                continue
            found[kept[place]] = replace(block, kind=BlockKind.HEADING, level=2)
        else:
            under = True if not _is_heading(text, block) else under and not _signs(text, block)
    return found


def find_title(text: str, blocks: list[Block], junk: Collection[int], known: str | None) -> Span | None:
    """Return the span of the heading that opens the text, or of the one that agrees with the title *known*."""
    for index, block in enumerate(blocks[:12]):
        if index in junk:
            continue
        if known and same_words(block.body.of(text), known):
            return block.body
    for index, block in enumerate(blocks):
        if index not in junk:
            return block.body if block.kind is BlockKind.HEADING else None
    return None


def _is_title(text: str, block: Block) -> bool:
    line = block.body.of(text)
    if len(line) > _TITLE or line.count("\n") > 3 or line.endswith((".", ":", ";", ",")) or is_salutation(line):
        return False
    return bool(_OPENS.match(line))


def _is_heading(text: str, block: Block) -> bool:
    line = block.body.of(text)
    if len(line) > _LONGEST or "\n" in line or len(line.split()) > _WORDS or not _OPENS.match(line):
        return False
    if line.endswith("?"):
        return line.istitle() or sum(word[0].isupper() for word in line.split()) * 2 > len(line.split())
    if line.endswith(":"):
        return is_announcement(line) and led_in(text, block.body) is None
    return not _CLOSED.search(line) and not _signs(text, block) and (line[0] not in "“\"‘'" or is_announcement(line))


def _signs(text: str, block: Block) -> bool:
    return is_valediction(block.body.of(text)) or signature(text, block.body) is not None
