"""Read and recall: a few questions on the section, or the part of a long one, just read, before going on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from tui_reader.model import BlockKind, Card, CardState, Document, Phase, Span
from tui_reader.study.session import is_due, is_open

QUESTIONS = 3
LONG, PART, LEAST = 900, 750, 300  # words of a section that is parted, of a part, and of what is left for the last


def stretches(document: Document) -> tuple[int, ...]:
    """Return where the stretches begin that are asked on one after another: a section, or a part of a long one.

    A section of more than 900 words falls into parts of about 750, each to the end of a paragraph.
    """
    starts: list[int] = []
    for section in document.sections:
        blocks = [block for block in document.blocks if section.span.contains(block.span)]
        counts = [len(block.span.of(document.text).split()) for block in blocks]
        whole = sum(counts)
        parts = round(whole / PART) if whole > LONG else 1
        starts.append(section.span.start)
        read, asked = 0, 0
        for block, following, count in zip(blocks, blocks[1:], counts, strict=False):
            read += count
            done = read - asked >= whole / parts and whole - read >= LEAST
            if parts > 1 and done and block.kind is not BlockKind.HEADING:
                starts.append(following.span.start)
                asked = read
    return tuple(starts)


def just_read(starts: Sequence[int], length: int, before: int, after: int, at_end: bool = False) -> Span | None:
    """Return the stretches that reading on from offset *before* to *after* has left behind, None if it has left none.

    *starts* are their beginnings, *length* is that of the text. With `at_end`, where *after* is the last line of the
    text, its last stretch is read too.
    """
    left, reached = bisect_right(starts, before) - 1, bisect_right(starts, after) - 1
    end = length if at_end else starts[reached] if reached >= 0 else 0
    if after <= before or left < 0 or (left == reached and not at_end):
        return None
    return Span(starts[left], end)


def recall(
    cards: Iterable[Card], states: Mapping[str, CardState], read: Span, at: datetime, most: int = QUESTIONS
) -> tuple[Card, ...]:
    """Return the questions to ask on the stretch just *read*: one an item, those never asked before those asked.

    What is known for now is left alone, so that reading a text once more does not ask it all again.
    """

    def wanted(state: CardState) -> bool:
        return is_open(state, at) and (state.phase is Phase.NEW or is_due(state, at))

    fresh = CardState()
    here = [card for card in cards if read.contains(card.span) and wanted(states.get(card.id, fresh))]
    here.sort(key=lambda card: states.get(card.id, fresh).reviews)
    taken: list[Card] = []
    for card in here:
        if len(taken) < most and card.item not in {other.item for other in taken}:
            taken.append(card)
    return tuple(sorted(taken, key=lambda card: card.span.start))
