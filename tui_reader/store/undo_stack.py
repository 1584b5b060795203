"""The stack of what can be undone: events of the log, each naming the one below it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator

from tui_reader.store.durable import Json
from tui_reader.store.journal import Journal


class UndoStack:
    """Finds what to take back next; `current` gives the id that a card has now."""

    def __init__(self, journal: Journal, current: Callable[[str], str]) -> None:
        self._journal = journal
        self._current = current
        self._mine: set[int] = set()
        self._since: int | None = None  # where the log ended when this copy of the program began

    def begin(self) -> None:
        """Tell from now on what this copy of the program does from what others do meanwhile."""
        self._since = self._journal.log.end

    def forget(self) -> None:
        self._mine.clear()
        self._since = None

    def wrote(self, at: int) -> None:
        """Note that this copy of the program wrote the event at an offset."""
        self._mine.add(at)

    @property
    def top(self) -> int | None:
        return self._journal.rows("stack").get("1", {}).get("top")

    @top.setter
    def top(self, at: int | None) -> None:
        self._journal.rows("stack")["1"] = {"top": at}

    def find(self, cards: Container[str] | None, *, own: bool) -> int | None:
        """Return where the last event that stands is, of *cards* or of all; None if there is none.

        With *own*, what other copies of the program did since this one began is passed over.
        """
        for at, event in self._standing(self.top):
            if (cards is None or self._of(event, cards)) and (not own or self._is_own(at)):
                return at
        return None

    def top_without(self, at: int) -> int | None:
        """Return what is on top once the event at an offset is undone."""
        if at != self.top:
            return self.top
        return next((below for below, _ in self._standing(self._journal.log.at(at).get("below"))), None)

    def undone(self, at: int) -> bool:
        return str(at) in self._journal.rows("undone")

    def _standing(self, at: int | None) -> Iterator[tuple[int, Json]]:
        """Yield the events on the stack from *at* down that were not undone."""
        while at is not None:
            event = self._journal.log.at(at)
            if "states" not in event:
                return  # damaged: what lies below it is out of reach
            if not self.undone(at):
                yield at, event
            at = event.get("below")

    def _of(self, event: Json, cards: Container[str]) -> bool:
        return any(card in cards or self._current(card) in cards for card in event["states"])

    def _is_own(self, at: int) -> bool:
        """Whether this copy of the program wrote the event, or nobody did since it began."""
        return at in self._mine or self._since is None or at < self._since
