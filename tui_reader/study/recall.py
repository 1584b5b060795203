"""Read and recall: a few questions on the section just read, before going on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import datetime

from tui_reader.model import Card, CardState, Document, Phase, Span
from tui_reader.study.session import is_due, is_open

QUESTIONS = 3


def just_read(document: Document, before: int, after: int, at_end: bool = False) -> Span | None:
    """Return the sections that reading on from offset *before* to *after* has left behind, None if it has left none.

    With `at_end`, where *after* is the last line of the text, its last section is read too.
    """
    starts = [section.span.start for section in document.sections]
    left, reached = bisect_right(starts, before) - 1, bisect_right(starts, after) - 1
    end = len(document.text) if at_end else starts[reached] if reached >= 0 else 0
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
