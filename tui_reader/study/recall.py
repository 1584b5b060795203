"""Read and recall: a few questions on the section just read, before going on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tui_reader.model import Card, CardState, Section

QUESTIONS = 3


def recall(
    cards: Iterable[Card], states: Mapping[str, CardState], section: Section, most: int = QUESTIONS
) -> tuple[Card, ...]:
    """Return the questions to ask at the end of *section*: one an item, those never asked before those asked."""
    here = [card for card in cards if section.span.contains(card.span)]
    here.sort(key=lambda card: states.get(card.id, CardState()).reviews)
    taken: list[Card] = []
    for card in here:
        if len(taken) < most and card.item not in {other.item for other in taken}:
            taken.append(card)
    return tuple(taken)
