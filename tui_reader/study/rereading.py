"""Passages to read again: where a card has slipped, reading is the next piece of work, not one more question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tui_reader.model import Card, CardState, Phase, Span
from tui_reader.study.counting import times
from tui_reader.study.leech import LEECH, is_leech

# Days of stability from which a card counts as mature, as in Anki: it has been learnt again without reading.
FIRM = 21.0


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentence in a text that cards which slipped were made from; `lapses` is how often the worst of them did."""

    document: str
    span: Span
    cards: tuple[Card, ...]
    lapses: int = 1

    @property
    def why(self) -> str:
        """Say why it is to be read again."""
        if self.lapses >= LEECH:
            return f"a leech, slipped {times(self.lapses)}"
        return f"slipped {times(self.lapses)}"


def asks_reading(state: CardState, read: int = 0) -> bool:
    """Say whether a card's passage should be read again; `read` is how many lapses it had when that was last done."""
    weak = state.phase is Phase.RELEARNING or (state.stability or 0.0) < FIRM or is_leech(state)
    return state.lapses > read and weak and not state.suspended


def passages(cards: Iterable[Card], states: Mapping[str, CardState], read: Mapping[str, int]) -> list[Passage]:
    """Return the passages to read again, each once, in the order of the text; *read* as in `asks_reading`, by card."""
    found: dict[tuple[str, str], list[Card]] = {}
    fresh = CardState()
    for card in cards:
        if asks_reading(states.get(card.id, fresh), read.get(card.id, 0)):
            found.setdefault((card.document, card.item), []).append(card)
    grouped = [
        Passage(document, own[0].sentence, tuple(own), max(states[card.id].lapses for card in own))
        for (document, _), own in found.items()
    ]
    return sorted(grouped, key=lambda passage: (passage.document, passage.span.start))
