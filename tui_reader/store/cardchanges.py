"""States of cards that a reader changes without an answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from tui_reader.model import CardState, Phase
from tui_reader.store.durable import Json
from tui_reader.store.states import utc_text


@dataclass(frozen=True, slots=True)
class Change:
    """States that a reader changed without an answer: `suspend`, `bury`, `reset`, `due` and the like."""

    name: str
    at: datetime
    cards: tuple[str, ...]


class CardChanges:
    """The part of a reader's progress that follows from no answer; each change is one durable append."""

    def state(self, card: str) -> CardState:
        """Return the card's state; of a card never seen, that of a new one."""
        raise NotImplementedError

    def _record(self, event: Json, states: Mapping[str, CardState | None]) -> None:
        raise NotImplementedError

    def change(self, name: str, states: Mapping[str, CardState | None], at: datetime | None = None) -> None:
        """Keep states that a reader changed without an answer; None makes a card new again; raises NotSaved."""
        if states:
            self._record({"change": {"name": name, "at": utc_text(at or datetime.now(UTC))}}, states)

    def suspend(self, cards: Iterable[str]) -> None:
        self.change("suspend", {card: replace(self.state(card), suspended=True) for card in cards})

    def resume(self, cards: Iterable[str]) -> None:
        """Take suspension and burial back."""
        states = {card: replace(self.state(card), suspended=False, buried_until=None) for card in cards}
        self.change("resume", states)

    def bury(self, cards: Iterable[str], until: datetime) -> None:
        """Leave the cards out of sessions until a moment."""
        self.change("bury", {card: replace(self.state(card), buried_until=until) for card in cards})

    def reset(self, cards: Iterable[str]) -> None:
        """Make the cards new; their reviews stay in the log."""
        self.change("reset", dict.fromkeys(cards))

    def set_due(self, cards: Iterable[str], due: datetime) -> None:
        """Ask the cards at a moment of the reader's choice; a new card counts as being learnt from then on."""
        states = {card: self.state(card) for card in cards}
        phase = {Phase.NEW: Phase.LEARNING}
        self.change(
            "due",
            {
                card: replace(
                    state,
                    due=due,
                    phase=phase.get(state.phase, state.phase),
                    step=0 if state.phase is Phase.NEW else state.step,
                )
                for card, state in states.items()
            },
        )
