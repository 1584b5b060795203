"""Which conditions and positions the cards made so far ask for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tui_reader.model import Card, CardKind, Condition, Position, Question, Span

NOT_ASKING = frozenset({Question.VOICE, Question.ALTERED, Question.CLOZE})
CELL = 500  # characters: where cards of one place are looked for
HALF = 0.5


class Asked:
    """The cards made, by their items and places; whether an item is asked costs as much as there are cards near it."""

    def __init__(self, cards: Iterable[Card] = (), twins: Mapping[str, str] | None = None) -> None:
        self._twins = twins or {}
        self._items: set[str] = set()
        self._near: dict[int, list[Card]] = defaultdict(list)
        for card in cards:
            self.add(card)

    def add(self, card: Card) -> None:
        self._items.add(card.item)
        for cell in _cells(card.span):
            self._near[cell].append(card)

    def asks(self, item: Condition | Position) -> bool:
        """Whether a card is made of *item*, or of its twin, or has as its answer half the words that make the item.

        Who said a condition, or in whose voice something stands, does not ask for it.
        """
        if item.id in self._items or self._twins.get(item.id) in self._items:
            return True
        tied = isinstance(item, Condition)
        span = item.antecedent if isinstance(item, Condition) else item.evidence
        return any(
            card.span.overlap(span) >= HALF * len(span)
            for cell in _cells(span)
            for card in self._near.get(cell, ())
            if (card.kind is CardKind.CONDITION if tied else card.question not in NOT_ASKING)
        )


def _cells(span: Span) -> range:
    return range(span.start // CELL, span.end // CELL + 1)
