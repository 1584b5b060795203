"""The events that made a card's state what it is, one leading to the one before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from tui_reader.model import CardState, Review, decode
from tui_reader.store.durable import Json
from tui_reader.store.journal import Journal
from tui_reader.store.states import read_state, state_row

Replay = Callable[[CardState, Review], CardState]  # the state that a review leads to


class History:
    """Walks the log back from the event that changed a card last; `current` gives the id that a card has now."""

    def __init__(self, journal: Journal, current: Callable[[str], str]) -> None:
        self._journal = journal
        self._current = current

    def chain(self, card: str) -> Iterator[tuple[int, Json]]:
        """Yield (offset, event) of what changed a card since it was last new, the last first, with what was undone."""
        at = self._journal.rows("cards").get(card, {}).get("head")
        while isinstance(at, int):
            event = self._journal.log.at(at)
            yield at, event
            at = self.own(event.get("heads", {}), card)

    def reviews(self, card: str) -> tuple[Review, ...]:
        """Return the reviews of a card that stand, since it was last new, oldest first."""
        found = [
            self.review(event) for at, event in self.chain(card) if self._reviews(event, card) and self._stands(at)
        ]
        return tuple(reversed(found))

    def before(self, card: str, at: int, replay: Replay | None) -> Json | None:
        """Return the row of a card as if the event at an offset had not been, nor any below it that was undone.

        What came after it is replayed on the state before it. Raises LookupError if that is not possible: the event is
        none of the card's, or there is nothing to replay with.
        """
        chain = list(self.chain(card))
        gone = [nth for nth, (place, _) in enumerate(chain) if place == at or not self._stands(place)]
        if all(place != at for place, _ in chain):
            raise LookupError(card)
        above = [(place, event) for place, event in chain[: gone[-1]] if place != at and self._stands(place)]
        if replay is None and chain[0][0] == at:
            return self.row_before(card, chain[0][1])
        row = self.row_before(card, chain[gone[-1]][1])
        if not above:
            return row
        if replay is None:
            raise LookupError(card)
        state = read_state(row) if row is not None else CardState()
        for _, event in reversed(above):
            if self._reviews(event, card):
                state = replay(state, self.review(event))
        now = read_state(self._journal.rows("cards")[card])
        kept = replace(state, suspended=now.suspended, buried_until=now.buried_until)
        return {**state_row(kept), "head": above[0][0]}

    def own(self, by_card: Mapping[str, Any], card: str) -> Any:
        """Return the value for *card*, whatever it was called when it was written."""
        if card in by_card:
            return by_card[card]
        return next((value for name, value in by_card.items() if self._current(name) == card), None)

    def review(self, event: Mapping[str, Any]) -> Review:
        told = event["review"]
        return decode(Review, {**told, "card": self._current(told["card"])})

    def row_before(self, card: str, event: Mapping[str, Any]) -> Json | None:
        """Return the row that a card had when an event that changed it was written, None if it was new."""
        if (row := self.own(event.get("before", {}), card)) is not None:
            return dict(row)
        head = self.own(event.get("heads", {}), card)
        if head is None:
            return None
        row = self.own(self._journal.log.at(head).get("states", {}), card)
        return {**row, "head": head} if row is not None else None

    def _reviews(self, event: Mapping[str, Any], card: str) -> bool:
        return "review" in event and self._current(event["review"]["card"]) == card

    def _stands(self, at: int) -> bool:
        return str(at) not in self._journal.rows("undone")
