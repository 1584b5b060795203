"""The catalogue: how each text of a library stands, from what is kept of its cards."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui_reader.model import EditTarget
from tui_reader.store.aims import Aims
from tui_reader.store.cardedits import live_cards
from tui_reader.store.edits import Edits
from tui_reader.store.keptcards import KeptCards
from tui_reader.store.progress import NEW, Progress
from tui_reader.store.rereading import Rereading
from tui_reader.store.shelf import Shelf, Shelved
from tui_reader.store.states import utc_text

if TYPE_CHECKING:
    from tui_reader.study.schedule import Scheduler


class Catalogue:
    """Counts over the cards of a text without reading the text; whoever asks has taken in what other copies did."""

    def __init__(
        self, shelf: Shelf, edits: Edits, decks: KeptCards, progress: Progress, rereading: Rereading, aims: Aims
    ) -> None:
        self._shelf, self._edits, self._decks = shelf, edits, decks
        self._progress, self._rereading, self._aims = progress, rereading, aims

    def shelved(self, document: str, now: datetime | None) -> Shelved:
        """Return a text with its counts at *now*; raises StoreError if the library does not have it."""
        at = now or datetime.now(UTC)
        brought = {
            self._progress.current(card): since for card, since in self._aims.brought(document, utc_text(at)).items()
        }
        day = self._aims.day(document, utc_text(at))
        cards, read = self.cards(document), self._rereading.read()
        return self._shelf.shelved(document, cards, self._progress, at, brought, read, day)

    def known(self, document: str, scheduler: Scheduler, now: datetime) -> float | None:
        """Return how well the cards of a text are known, on average over all of them; None without any."""
        from tui_reader.study.statistics import (
            known_share,
        )  # late: it brings the scheduler, which opening a text needs not

        states = self._progress.states()
        return known_share((states.get(card, NEW) for card in self.cards(document)), scheduler, now)

    def cards(self, document: str) -> dict[str, str]:
        """Return the cards of a text that are asked, each with its item."""
        items = self._decks.items(document)
        live = live_cards(items, self._edits.of(document), self._progress.current)
        return {self._progress.current(card): items.get(card, card) for card in live}

    def every_card(self, document: str) -> set[str]:
        """Return the cards of a text, with those that are rejected."""
        added = {edit.id for edit in self._edits.of(document) if edit.target is EditTarget.CARD}
        return {*self._decks.items(document), *map(self._progress.current, added)}

    def document_of(self, card: str) -> str | None:
        """Return the text that a card, by the id that it has now, belongs to."""
        names = [name for name in self._shelf.ids() if card in self._decks.items(name)]
        names = names or [name for name in self._shelf.ids() if card in self.every_card(name)]
        return names[-1] if names else None
