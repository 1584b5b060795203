"""A form on which a note is written anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui_reader.app.rows import clip
from tui_reader.app.screens.form import FormField, FormScreen

if TYPE_CHECKING:
    from tui_reader.store.notes import Note


class EditNoteScreen(FormScreen[str]):
    """Comes back with the note's new words, or with None."""

    def __init__(self, note: Note) -> None:
        super().__init__()
        self.note = note
        self.heading = f"Your note on “{clip(note.anchor.quote, 60)}”"

    def lines(self) -> Sequence[FormField]:
        return [FormField("note", "note, empty for a highlight only", self.note.text.replace("\n", " "))]

    def result(self, given: Mapping[str, str]) -> str:
        return self.note.text if given["note"] == self.lines()[0].value else given["note"].strip()
