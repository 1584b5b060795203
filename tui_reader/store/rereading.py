"""Which passages a reader has read again after a card slipped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tui_reader.store.journal import Journal
from tui_reader.store.progress import Progress


class Rereading:
    """The table of cards whose passage was read again, with the lapses that each had then.

    What is owed is not kept: it follows from the lapses, so that taking back a lapse takes its passage back too.
    """

    def __init__(self, journal: Journal, progress: Progress) -> None:
        self._journal = journal
        self._progress = progress

    def read(self) -> Mapping[str, int]:
        """Return how many lapses each card had when its passage was read last."""
        return {self._progress.current(card): row["lapses"] for card, row in self._journal.rows("reread").items()}

    def mark(self, cards: Iterable[str]) -> None:
        """Note durably that the passage of *cards* was read again now; raises NotSaved."""
        lapses = {self._progress.current(card): self._progress.state(card).lapses for card in cards}
        if lapses:
            self._journal.record({"reread": lapses})

    def apply(self, event: Mapping[str, Any], at: int, nth: int) -> None:
        match event:
            case {"reread": dict(lapses)}:
                for card, count in lapses.items():
                    self._journal.rows("reread")[card] = {"lapses": count}
            case {"change": {"name": "reset"}, "states": dict(states)}:
                for card in states:
                    self._journal.rows("reread").pop(card, None)

    def forget(self) -> None:
        """Nothing is cached."""
