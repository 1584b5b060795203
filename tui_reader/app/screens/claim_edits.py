"""What a reader corrects among the claims: rejections, edits, and taking them back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui_reader.app.rows import Row, Tab
from tui_reader.app.widgets.claims_pane import ClaimsPane
from tui_reader.errors import TuiReaderError
from tui_reader.model import Anchor, Document, Edit, EditAction, EditTarget, Extraction, Item, item_span

if TYPE_CHECKING:
    from tui_reader.app.screens.command_screen import CommandScreen
    from tui_reader.store.notes import Note

    Base = CommandScreen
else:
    Base = object

TARGETS = {
    Tab.CONDITIONS: EditTarget.CONDITION,
    Tab.POSITIONS: EditTarget.POSITION,
    Tab.CLAIMS: EditTarget.CLAIM,
    Tab.ACTORS: EditTarget.ACTOR,
    Tab.NOTES: EditTarget.TEXT,
}


class ClaimEdits(Base):
    """The commands of the claims pane that change something."""

    document: Document
    by_words: str

    @property
    def claims(self) -> ClaimsPane:
        raise NotImplementedError

    def show_rows(self, tab: Tab | None = None) -> None:
        raise NotImplementedError

    def show_marks(self) -> None:
        raise NotImplementedError

    def take_extraction(self, extraction: Extraction) -> None:
        raise NotImplementedError

    def item(self, item_id: str) -> Item | None:
        raise NotImplementedError

    if TYPE_CHECKING:

        def notes(self) -> tuple[Note, ...]: ...

    def filter_by(self, words: str) -> None:
        self.by_words = words
        self.show_rows()

    def command_reject(self) -> None:
        row = self.claims.row
        if row is None:
            return
        at = self.claims.list.highlighted or 0
        if self._keep(self._edit_of(row, EditAction.REJECT)):
            self._stay_at(at)
            self.notify("Taken out; u brings it back.", markup=False)

    def command_claims_undo(self) -> None:
        """Bring back what was rejected last, or take back the last correction of this sitting."""
        edits = self.reader.library.edits(self.document.id)
        gone: list[Edit] = []
        for edit in edits:
            if edit.target is EditTarget.CARD:
                continue
            if edit.action is EditAction.REJECT:
                gone.append(edit)
            elif edit.action is EditAction.RESTORE:
                gone = [other for other in gone if (other.target, other.id) != (edit.target, edit.id)]
        changed = self.reader.corrections.get(self.document.id, [])
        if changed and (not gone or changed[-1][0] > gone[-1].at):
            _, back = changed.pop()
            if self._keep(back):
                self.notify("The correction is taken back.", markup=False)
            return
        if not gone:
            self.notify("Nothing was changed in this text.", markup=False)
            return
        last = gone[-1]
        back = Edit(last.document, last.target, last.id, EditAction.RESTORE, datetime.now(UTC))
        if self._keep(back):
            tab = next(tab for tab, target in TARGETS.items() if target is last.target)
            self.claims.take(tab, last.id)
            self.show_rows(tab)
            self.notify("It is back.", markup=False)

    def command_edit(self) -> None:
        from tui_reader.app.screens.edit_item import EditItemScreen

        row = self.claims.row
        note = next((note for note in self.notes() if row is not None and note.id == row.id), None)
        if note is not None:
            from tui_reader.app.screens.edit_note import EditNoteScreen

            def written(text: str | None) -> None:
                if text is not None and text != note.text:
                    self.rewrite_note(note, text)

            self.app.push_screen(EditNoteScreen(note), written)
            return
        item = self.item(row.id) if row is not None else None
        if item is None:
            self.notify("An actor cannot be corrected; M merges two of them.", markup=False)
            return
        extraction = self.reader.library.extraction(self.document.id)
        if extraction is not None:

            def corrected(changes: tuple[dict[str, str], dict[str, str]] | None) -> None:
                if changes is not None:
                    self._correct(item, changes)

            self.app.push_screen(EditItemScreen(self.document, extraction, item), corrected)

    def _correct(self, item: Item, changes: tuple[dict[str, str], dict[str, str]]) -> bool:
        """Keep a correction, and say whether it was kept."""
        forward, back = changes
        if not forward:
            return False
        target = next(target for target in TARGETS.values() if target.value == type(item).__name__.lower())
        anchor = Anchor.of(self.document.text, item_span(item))
        now = datetime.now(UTC)
        if not self._keep(Edit(self.document.id, target, item.id, EditAction.AMEND, now, forward, anchor)):
            return False
        undo = Edit(self.document.id, target, item.id, EditAction.AMEND, now, back, anchor)
        self.reader.corrections.setdefault(self.document.id, []).append((now, undo))
        self.notify("Corrected; u takes it back.", markup=False)
        return True

    def rewrite_note(self, note: Note, text: str) -> bool:
        """Keep a note in other words, which an undo among the claims takes back, and say whether it was kept."""

        def worded(words: str) -> Edit:
            changes = {"text": words, "colour": note.colour} if note.colour else {"text": words}
            return Edit(self.document.id, EditTarget.TEXT, note.id, EditAction.NOTE, now, changes, note.anchor)

        now = datetime.now(UTC)
        if not self._keep(worded(text.strip())):
            return False
        self.reader.corrections.setdefault(self.document.id, []).append((now, worded(note.text)))
        self.notify("The note is changed; u takes it back.", markup=False)
        return True

    def reload_extraction(self) -> None:
        """Take the extraction with the edits as they stand now, and make its cards anew."""
        from tui_reader.decks.cards import make_cards

        library = self.reader.library
        if (extraction := library.extraction(self.document.id)) is not None:
            self.take_extraction(extraction)
            library.keep_cards(self.document.id, make_cards(self.document, extraction))

    def _keep(self, edit: Edit) -> bool:
        try:
            self.reader.library.edit(edit)
        except TuiReaderError as error:
            self.notify(str(error), severity="error", markup=False)
            return False
        if edit.target is EditTarget.TEXT:
            self.show_marks()
            self.show_rows()
        else:
            self.reload_extraction()
        return True

    def _edit_of(self, row: Row, action: EditAction) -> Edit:
        target = TARGETS[self.claims.tab]
        anchor = Anchor.of(self.document.text, row.span) if row.span and target is not EditTarget.ACTOR else None
        return Edit(self.document.id, target, row.id, action, datetime.now(UTC), {}, anchor)

    def _stay_at(self, index: int) -> None:
        rows = self.claims.list
        if rows.option_count:
            rows.highlighted = min(index, rows.option_count - 1)
