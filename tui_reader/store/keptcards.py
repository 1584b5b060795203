"""The cards that were made of each text, as they were made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tui_reader.model import Card
from tui_reader.store.journal import Journal
from tui_reader.store.texts import Texts


class KeptCards:
    """The table of decks, by text the item of each card; the cards themselves are read when they are asked for."""

    def __init__(self, journal: Journal, texts: Texts) -> None:
        self._journal = journal
        self._texts = texts
        self._read: dict[str, tuple[Card, ...]] = {}

    def of(self, document: str) -> tuple[Card, ...]:
        if document not in self._read:
            self._read[document] = self._texts.cards(document)
        return self._read[document]

    def items(self, document: str) -> Mapping[str, str]:
        """Return the item that each card of the text asks about, in the order of the cards."""
        decks = self._journal.rows("decks")
        if document not in decks:
            decks[document] = {card.id: card.item for card in self.of(document)}
            self._journal.derived = True
        return decks[document]

    def apply(self, event: Mapping[str, Any], at: int, nth: int) -> None:
        match event:
            case {"deck": str(document)} | {"document": str(document), "erased": True}:
                self._journal.rows("decks").pop(document, None)
                self._read.pop(document, None)

    def forget(self) -> None:
        self._read.clear()
