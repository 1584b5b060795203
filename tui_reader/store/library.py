"""The library: what the app and the commands ask of the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from tinydb import TinyDB

from tui_reader.errors import StoreError
from tui_reader.extraction.quotation_check import check_against
from tui_reader.model import (
    Anchor,
    Card,
    CardState,
    Document,
    Edit,
    EditAction,
    EditTarget,
    Extraction,
    Review,
)
from tui_reader.store.aims import Aims
from tui_reader.store.amendments import amend_extraction, check_edit
from tui_reader.store.cardedits import amend_cards
from tui_reader.store.catalogue import Catalogue
from tui_reader.store.edits import Edits, edit_event
from tui_reader.store.history import Replay
from tui_reader.store.journal import Journal
from tui_reader.store.keptcards import KeptCards
from tui_reader.store.notes import Note, standing_notes
from tui_reader.store.preferences import Preferences
from tui_reader.store.progress import Progress, Undone
from tui_reader.store.rereading import Rereading
from tui_reader.store.shelf import Shelf, Shelved
from tui_reader.store.shelving import Shelving
from tui_reader.store.standing import withdrawal
from tui_reader.store.states import utc_text
from tui_reader.store.succession import Succession
from tui_reader.store.texts import Texts
from tui_reader.store.versions import Changes, carry_cards, compare

if TYPE_CHECKING:
    from tui_reader.study.schedule import Scheduler


class Library(Shelving):
    """All texts, cards, edits and answers of one data directory; open it with `Library.open`.

    Whatever changes something is on the disk when it returns, and raises NotSaved, with nothing changed, if it cannot
    be. `notices` has, in sentences, what the reader should be told of broken files.
    """

    def __init__(self, home: Path) -> None:
        self.home = home
        self._journal = Journal(home)
        self._texts = Texts(home / "texts", self._journal.notices)
        self._shelf = Shelf(self._journal)
        self._edits = Edits(self._journal)
        self._decks = KeptCards(self._journal, self._texts)
        self._preferences = Preferences(self._journal)
        self._succession = Succession(self._journal, self._shelf, self._edits, self._texts)
        self.progress = Progress(self._journal)
        self.rereading = Rereading(self._journal, self.progress)
        self.aims = Aims(self._journal, self._preferences, self._shelf)
        self._catalogue = Catalogue(self._shelf, self._edits, self._decks, self.progress, self.rereading, self.aims)

    @classmethod
    def open(cls, home: Path) -> Self:
        """Return the library in *home*, made if it is not there; raises StoreError or NewerSchema."""
        library = cls(Path(home))
        parts = (library._shelf, library._edits, library._decks, library._preferences)
        library._journal.open(*parts, library.progress, library.rereading)
        library.progress.begin()
        return library

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Write the snapshot and let go of the files; closing twice does no harm."""
        self._journal.close()

    @property
    def notices(self) -> list[str]:
        return self._journal.notices

    @property
    def tables(self) -> TinyDB:
        """The TinyDB tables, to query: documents, cards (their states), decks, edits, settings, totals."""
        return self._journal.views

    # Texts

    def documents(self, now: datetime | None = None, trash: bool = False) -> list[Shelved]:
        """Return the texts, the one opened last first, with their counts at *now*; with *trash*, the removed ones.

        Versions that were superseded are left out.
        """
        with self._journal.reading():
            texts = [self._catalogue.shelved(name, now) for name in self._shelf.ids()]
        kept = [text for text in texts if bool(text.removed) is trash and not text.superseded]
        return sorted(kept, key=lambda text: text.opened or text.added, reverse=True)

    def shelved(self, document: str, now: datetime | None = None) -> Shelved:
        """Return one text with its counts; raises StoreError if the library does not have it."""
        with self._journal.reading():
            return self._catalogue.shelved(document, now)

    def known(self, document: str, scheduler: Scheduler, now: datetime) -> float | None:
        """Return how well a text is known at *now*, 0 to 1, as statistics have it; None without cards."""
        with self._journal.reading():
            return self._catalogue.known(document, scheduler, now)

    def __contains__(self, document: object) -> bool:
        return document in self._shelf and "removed" not in self._shelf.row(str(document))

    def add(self, document: Document) -> str:
        """Keep a text and return its id; one that is there already stays as it is, one in the trash comes back.

        A text that differs from the one found at its location before becomes a new version of that one: it takes over
        title, tags, place, edits and notes, and, when its cards are kept, progress. See `changes`.
        """
        with self._journal.writing():
            previous = None if document.id in self._shelf else self._succession.previous(document)
            if not self._texts.has(document.id) or self._texts.document(document.id) != document:
                self._texts.write_document(document)
            fields: dict[str, Any] = {}
            if document.id not in self._shelf:
                fields = {
                    "title": document.title,
                    "author": document.author,
                    "date": document.date,
                    "source": document.source.location,
                    "format": document.source.format,
                    "characters": len(document.text),
                    "added": utc_text(datetime.now(UTC)),
                }
            elif {"removed", "superseded"} & self._shelf.row(document.id).keys():
                fields = {"removed": None, "superseded": None}
            if previous is not None:
                self._succession.supersede(previous, document, fields)
            elif fields:
                self._set(document.id, **fields)
        return document.id

    def changes(self, document: str) -> Changes | None:
        """Return how a text differs from the version before it; None if there is none."""
        previous = self.shelved(document).previous
        if previous is None or not self._texts.has(previous):
            return None
        before, after = self.extraction(previous), self.extraction(document)
        return compare(self.document(previous), self.document(document), before, after)

    def document(self, document: str) -> Document:
        """Return a text; raises StoreError if the library does not have it or cannot read it."""
        with self._journal.reading():
            row = self._shelf.row(document)
            found = self._texts.document(document)
        if found is None:
            raise StoreError(f"the text of {row.get('title')} cannot be read; open it again from {row.get('source')}")
        return found

    # What was extracted, cards, edits

    def extraction(self, document: str) -> Extraction | None:
        """Return what was extracted, with the reader's edits applied; None if nothing was yet."""
        with self._journal.reading():
            kept = self._texts.extraction(document) if document in self._shelf else None
            edits = self._edits.of(document)
        return kept and amend_extraction(self.document(document), kept, edits)

    def keep_extraction(self, document: Document, extraction: Extraction) -> Extraction:
        """Keep what was extracted, its quotations held against all texts, and return it with the edits applied.

        What was found before, in this text or in the version before it, keeps its ids, so that edits and progress go
        on; an item that the reader has amended stays even if it was not found again.
        """
        self.add(document)
        extraction = self._succession.reconciled(document, self._quoting(document, extraction))
        with self._texts.prepare_extraction(extraction) as place, self._journal.writing():
            self._set(document.id, extracted=utc_text(datetime.now(UTC)))
            place()
        return amend_extraction(document, extraction, self._edits.of(document.id))

    def _quoting(self, document: Document, extraction: Extraction) -> Extraction:
        """Hold the quotations whose source is not in their own text against the other texts of the library."""
        if all(quotation.source is not None for quotation in extraction.quotations):
            return extraction
        with self._journal.reading():
            others = [self._texts.document(name) for name in self._shelf.ids() if name != document.id]
        found = check_against(document, extraction, [other for other in others if other is not None])
        return replace(extraction, quotations=found)

    def cards(self, document: str) -> tuple[Card, ...]:
        """Return the cards of a text, with the reader's edits applied."""
        with self._journal.reading():
            cards = self._decks.of(document)
            edits = self._edits.of(document)
        if not edits:
            return cards
        return amend_cards(self.document(document), cards, edits, self.progress.current)

    def card(self, card: str) -> Card | None:
        """Return one card, whatever its text; None if it is gone or rejected."""
        document = self.document_of(card)
        name = self.progress.current(card)
        return next((known for known in self.cards(document) if known.id == name), None) if document else None

    def document_of(self, card: str) -> str | None:
        """Return the text that a card belongs to."""
        with self._journal.reading():
            return self._catalogue.document_of(self.progress.current(card))

    def keep_cards(self, document: str, cards: Iterable[Card]) -> tuple[Card, ...]:
        """Keep the cards of a text in place of those it had, and return them with the reader's edits applied."""
        previous = self._shelf.row(document).get("previous")
        cards = tuple(cards)
        with self._texts.prepare_cards(document, cards) as place, self._journal.writing():
            moves = carry_cards(self._decks.of(previous), cards) if previous else {}
            moves = {old: new for old, new in moves.items() if self.progress.current(old) != new}
            self._journal.record({"deck": document}, *([{"moved": moves}] if moves else []))
            place()
        return self.cards(document)

    def edit(self, edit: Edit) -> None:
        """Keep a change that the reader made; raises StoreError if it cannot be applied to anything."""
        self._shelf.row(edit.document)
        document = self.document(edit.document)
        with self._journal.reading():
            kept = self._texts.extraction(document.id) or Extraction(document.id)
        check_edit(document, kept, edit)
        self._journal.record(edit_event(edit))

    def edits(self, document: str) -> tuple[Edit, ...]:
        """Return every change that the reader made to a text, in order."""
        with self._journal.reading():
            return self._edits.of(document)

    def notes(self, document: str) -> tuple[Note, ...]:
        """Return the notes and highlights that stand, in the order of the text; those whose words are gone last."""
        return standing_notes(self.document(document), self.edits(document))

    def note(self, document: str, anchor: Anchor, text: str = "", **changes: str) -> str:
        """Keep a note, or with no text a highlight, on the anchored words and return its id."""
        at = datetime.now(UTC)
        name = f"n{int(at.timestamp() * 1e6):x}"
        changes = {"text": text, **changes}
        self.edit(Edit(document, EditTarget.TEXT, name, EditAction.NOTE, at, changes, anchor))
        return name

    # Study

    def undo(self, *documents: str, own: bool = False, replay: Replay | None = None) -> Undone | None:
        """Take back the last answer or change of a card's state, of some texts or of all; None if there is none.

        Any number of them can be taken back, also those of earlier days; *own* and *replay* as in `Progress.undo`.
        What was accepted with an answer is taken back with it.
        """
        with self._journal.writing():
            cards = frozenset(card for document in documents for card in self._catalogue.every_card(document))
            return self.progress.undo(cards if documents else None, own=own, replay=replay, along=self._withdrawal)

    def _withdrawal(self, review: Review) -> Edit | None:
        document = self.document_of(review.card)
        return withdrawal(self._edits.of(document), review, self.progress.current) if document else None

    def record(
        self, review: Review, state: CardState, also: dict[str, CardState] | None = None, edit: Edit | None = None
    ) -> None:
        """Keep an answer: see `Progress.record`."""
        self.progress.record(review, state, also, edit)

    # Settings

    def setting(self, key: str, default: Any = None) -> Any:
        with self._journal.reading():
            return self._preferences.get(key, default)

    def set_setting(self, key: str, value: Any) -> None:
        """Remember a JSON value by name."""
        if self._preferences.get(key, ...) != value:
            self._journal.record({"setting": key, "value": value})

    @contextmanager
    def refreshed(self) -> Iterator[Self]:
        """Hold the library still, with what other copies of the program did taken in."""
        with self._journal.reading():
            yield self
