"""The thing in hand, a card, an item or a note, written in the reader's own editor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from tui_reader.app.drafts import Draft
from tui_reader.app.editing import Field, card_changes, card_fields, changes, fields
from tui_reader.app.rows import clip
from tui_reader.errors import StoreError
from tui_reader.model import Card, Document, Extraction, Item

if TYPE_CHECKING:
    from tui_reader.app.screens.command_screen import CommandScreen
    from tui_reader.app.widgets.claims_pane import ClaimsPane
    from tui_reader.app.widgets.source_view import SourceView
    from tui_reader.app.widgets.study_pane import StudyPane
    from tui_reader.store.notes import Note

    Base = CommandScreen
else:
    Base = object

Keep = Callable[[Mapping[str, str]], bool]


class EditorCommands(Base):
    """Opens what is in hand in $VISUAL or $EDITOR; what cannot be read back stays in its file and is opened again."""

    if TYPE_CHECKING:
        document: Document
        extraction: Extraction | None

        @property
        def pane(self) -> StudyPane: ...
        @property
        def claims(self) -> ClaimsPane: ...
        @property
        def source(self) -> SourceView: ...
        def item(self, item_id: str) -> Item | None: ...
        def notes(self) -> Iterable[Note]: ...
        def _reword(self, card: Card, changes: dict[str, str] | None) -> bool: ...
        def _correct(self, item: Item, changes: tuple[dict[str, str], dict[str, str]]) -> bool: ...
        def rewrite_note(self, note: Note, text: str) -> bool: ...

    def command_editor(self) -> None:
        """Open the thing in hand, and keep what comes back."""
        in_hand = self._draft_in_hand()
        if in_hand is None:
            self.notify("There is no card, item or note in hand here.", markup=False)
            return
        draft, keep = in_hand
        try:
            draft.begin()
            self._write(draft)
            given = draft.read()
            if not given:
                self.notify("Nothing was changed.", markup=False)
            if not given or keep(given):
                draft.close()
        except StoreError as error:
            again = "what you wrote is kept, and opens again when you edit this anew"
            self.notify(f"Not changed: {error}; {again}.", severity="error", timeout=10, markup=False)
        except OSError as error:
            self.notify(f"Not changed: {error}", severity="error", timeout=10, markup=False)

    def _write(self, draft: Draft) -> None:
        """Leave the terminal to the editor; raises StoreError where there is none, or it failed."""
        import click

        try:
            with self.app.suspend():
                click.edit(filename=str(draft.path))
        except SuspendNotSupported:
            raise StoreError("there is no terminal to open an editor in") from None
        except click.ClickException as error:
            raise StoreError(error.format_message()) from None
        finally:
            self.refresh()

    def _draft_in_hand(self) -> tuple[Draft, Keep] | None:
        if self.place == "study":
            card = self.pane.card
            return self._card_draft(card) if card is not None else None
        if self.place == "source":
            sentence = self.source.sentence
            near = (note for note in self.notes() if sentence and note.span and note.span.overlap(sentence))
            note = next(near, None)
            return self._note_draft(note) if note is not None else None
        row = self.claims.row
        if row is None:
            return None
        if (note := next((note for note in self.notes() if note.id == row.id), None)) is not None:
            return self._note_draft(note)
        item = self.item(row.id)
        return self._item_draft(item) if item is not None else None

    def _draft(self, name: str, heading: str, written: Iterable[Field]) -> Draft:
        return Draft.of(self.reader.home / "drafts", name, heading, tuple(written))

    def _card_draft(self, card: Card) -> tuple[Draft, Keep]:
        def keep(given: Mapping[str, str]) -> bool:
            return self._reword(card, card_changes(card, given))

        return self._draft(f"card-{card.id}", "The words of a card", card_fields(card)), keep

    def _item_draft(self, item: Item) -> tuple[Draft, Keep] | None:
        extraction = self.extraction
        if extraction is None:
            return None

        def keep(given: Mapping[str, str]) -> bool:
            both = changes(self.document, extraction, item, dict(given))
            return not both[0] or self._correct(item, both)

        name = type(item).__name__.lower()
        return self._draft(f"{name}-{item.id}", f"A {name}", fields(self.document, extraction, item)), keep

    def _note_draft(self, note: Note) -> tuple[Draft, Keep]:
        def keep(given: Mapping[str, str]) -> bool:
            return self.rewrite_note(note, given["note"])

        heading = f"Your note on “{clip(note.anchor.quote)}”"
        return self._draft(f"note-{note.id}", heading, [Field("note", "note", note.text)]), keep
