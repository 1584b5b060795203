"""What is known of each card, and every answer that led to it.

An event that changes states names, for each card, the event that changed it before, and the event that is below it on
the stack of what can be undone. So a card's history and any number of undos are found without reading the whole log.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from tui_reader.model import CardState, Edit, Review, encode
from tui_reader.store.cardchanges import CardChanges, Change
from tui_reader.store.durable import Json
from tui_reader.store.edits import edit_event
from tui_reader.store.history import History, Replay
from tui_reader.store.journal import Journal
from tui_reader.store.snapshot import Rows
from tui_reader.store.states import States, state_row, utc_text
from tui_reader.store.totals import Total, count_review, read_totals
from tui_reader.store.undo_stack import UndoStack

NEW = CardState()


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back, a review or a change, and the states that its cards have again.

    `edit` is what was edited along with it.
    """

    review: Review | None
    change: Change | None
    states: Mapping[str, CardState]
    edit: Edit | None = None

    @property
    def card(self) -> str:
        return self.review.card if self.review else next(iter(self.states))

    @property
    def state(self) -> CardState:
        """The state that the reviewed card, or the first of those changed, has again."""
        return self.states[self.card]


class Progress(CardChanges):
    """Card states and the log of reviews; `record` and `undo` are each one durable append."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._states: States | None = None
        self._history = History(journal, self.current)
        self._stack = UndoStack(journal, self.current)

    def begin(self) -> None:
        """Tell from now on what this copy of the program does from what others do meanwhile."""
        self._stack.begin()

    def state(self, card: str) -> CardState:
        """Return the card's state; of a card never seen, that of a new one."""
        return self.states().get(self.current(card), NEW)

    def states(self) -> Mapping[str, CardState]:
        """Return a live view of the states of all cards that have one."""
        if self._states is None:
            self._states = States(self._rows)
        return self._states

    def rows(self) -> Mapping[str, Json]:
        """Return the states as they are kept: for counting many of them without decoding each."""
        return self._rows

    def record(
        self,
        review: Review,
        state: CardState,
        also: Mapping[str, CardState] | None = None,
        edit: Edit | None = None,
    ) -> None:
        """Keep an answer and the state that follows from it, durably; raises NotSaved.

        `also` are states of other cards that change with it, such as siblings buried for the day; `edit` is what the
        reader changed with it, such as a typed answer that is right from now on.
        """
        card = self.current(review.card)
        told: Json = encode(replace(review, card=card))
        told["at"] = utc_text(review.at)
        changed = edit_event(edit) if edit is not None else {}
        self._record({"review": told, **changed}, {card: state, **(also or {})})

    def undo(
        self,
        cards: Container[str] | None = None,
        *,
        own: bool = False,
        replay: Replay | None = None,
        along: Callable[[Review], Edit | None] | None = None,
    ) -> Undone | None:
        """Take back the last review or change that stands, of *cards* or of all, durably; None if there is none.

        With *own*, what other copies of the program did since this one began is left alone. A card that was reviewed
        after a review that is taken back gets the state that its other reviews lead to, by *replay*; without it, or
        where it was reset since, it stays as it is. *along* gives the edit that goes with the undoing of a review.
        Raises NotSaved.
        """
        with self._journal.writing():
            found = self._stack.find(cards, own=own)
            if found is None:
                return None
            event = self._journal.log.at(found)
            before = self._before(event, found, replay)
            heads = {card: row.pop("head", None) for card, row in before.items() if row is not None}
            review = self._history.review(event) if "review" in event else None
            edit = along(review) if along is not None and review is not None else None
            told = edit_event(edit) if edit is not None else {}
            self._journal.record(
                {"undo": found, "states": before, "heads": heads, "top": self._stack.top_without(found), **told}
            )
            states = {self.current(card): self.state(card) for card in event["states"]}
            return Undone(review, None if review else self._change(event), states, edit)

    def reviews(self, since: datetime | None = None) -> Iterator[Review]:
        """Yield the reviews that stand, oldest first; reads the whole log, a second per 200,000: for a worker.

        With *since*, reads only the end of the log, from the last review before that moment.
        """
        start = self._journal.log.end and self._start_of(since)
        for at, end, event in self._journal.log.scan(start):
            if end > self._journal.log.end:
                return
            if "review" in event and not self._stack.undone(at):
                review = self._history.review(event)
                if since is None or review.at >= since:
                    yield review

    def history(self, card: str) -> tuple[Review, ...]:
        """Return the reviews of one card that stand, since it was last new, oldest first."""
        return self._history.reviews(self.current(card))

    def totals(self) -> tuple[Total, ...]:
        """Return how many reviews of each rating stand in each quarter of an hour that has any, oldest first."""
        return read_totals(self._journal.rows("totals"))

    def counted(self, start: datetime, end: datetime) -> Total:
        """Return the total of the reviews between two moments, at the grain of a quarter of an hour."""
        total = Total(start)
        for part in self.totals():
            if start <= part.start < end:
                total += part
        return total

    def current(self, card: str) -> str:
        """Return the id that a card has now: a new version of its text gives it another one."""
        moved = self._journal.rows("moved")
        while card in moved:
            card = moved[card]["to"]
        return card

    def apply(self, event: Mapping[str, Any], at: int, nth: int) -> None:
        match event:
            case {"undo": int(undone), "states": dict(states), "heads": dict(heads)}:
                told = self._journal.log.at(undone).get("review")
                for card, row in states.items():
                    self._put(card, row, heads.get(card))
                if told:
                    before = self._rows.get(self.current(told["card"]))
                    count_review(self._journal.rows("totals"), told, before, by=-1)
                self._journal.rows("undone")[str(undone)] = {}
                self._stack.top = event.get("top")
            case {"states": dict(states)}:
                told = event.get("review")
                if told:
                    count_review(self._journal.rows("totals"), told, self._rows.get(self.current(told["card"])))
                for card, row in states.items():
                    self._put(card, row, at)
                self._stack.top = at
            case {"moved": dict(moves)}:
                for old, new in moves.items():
                    self._move(old, new)

    def forget(self) -> None:
        self._states = None
        self._stack.forget()

    @property
    def _rows(self) -> Rows:
        return self._journal.rows("cards")

    def _put(self, card: str, row: Json | None, head: int | None) -> None:
        card = self.current(card)
        if row is None:
            self._rows.pop(card, None)
        elif head is None:
            self._rows[card] = row
        else:
            self._rows[card] = {**row, "head": head}

    def _move(self, old: str, new: str) -> None:
        if self.current(new) in (old, self.current(old)):
            return  # a card cannot follow itself
        row = self._rows.pop(self.current(old), None)
        if row is not None and new not in self._rows:
            self._rows[new] = row
        self._journal.rows("moved")[self.current(old)] = {"to": new}

    def _record(self, event: Json, states: Mapping[str, CardState | None]) -> None:
        with self._journal.writing():
            heads: dict[str, int] = {}
            before: dict[str, Json] = {}
            told: dict[str, Json | None] = {}
            for name, state in states.items():
                card = self.current(name)
                told[card] = None if state is None else state_row(state)
                row = self._rows.get(card)
                if row is not None and "head" in row:
                    heads[card] = row["head"]
                elif row is not None:
                    before[card] = row
            event |= {"states": told, "heads": heads, "below": self._stack.top}
            self._stack.wrote(self._journal.record(event | ({"before": before} if before else {})))

    def _before(self, event: Json, at: int, replay: Replay | None) -> dict[str, Json | None]:
        """Return the rows that the event's cards had without it, but for cards that were changed since.

        The card that was reviewed is replayed.
        """
        rows: dict[str, Json | None] = {}
        reviewed = self.current(event["review"]["card"]) if "review" in event else None
        for name, told in event["states"].items():
            card = self.current(name)
            if card in self._rows:
                with suppress(LookupError):
                    rows[name] = self._history.before(card, at, replay if card == reviewed else None)
            elif told is None:
                rows[name] = self._history.row_before(card, event)
        return rows

    def _change(self, event: Json) -> Change:
        told = event.get("change", {})
        cards = tuple(self.current(card) for card in event["states"])
        return Change(told.get("name", ""), datetime.fromisoformat(told["at"]), cards)

    def _start_of(self, since: datetime | None) -> int:
        """Return the offset of a line before the first review since a moment; a day more, for clocks that were set."""
        if since is None:
            return 0
        limit = utc_text(since - timedelta(days=1))
        for at, event in self._journal.log.lines_back(self._journal.log.end):
            if "review" in event and event["review"]["at"] < limit:
                return at
        return 0
