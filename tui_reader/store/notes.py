"""Notes and highlights on words of a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tui_reader.model import Anchor, Document, Edit, EditAction, EditTarget, Span
from tui_reader.store.standing import standing_edits


@dataclass(frozen=True, slots=True)
class Note:
    """What the reader wrote about the anchored words; `span` is where they stand now, None if they are gone.

    A note without text is a highlight. `at` is when it was last changed.
    """

    id: str
    text: str
    anchor: Anchor
    span: Span | None
    at: datetime
    colour: str = ""


def standing_notes(document: Document, edits: Iterable[Edit]) -> tuple[Note, ...]:
    """Return the notes that were not rejected, the last wording of each, in the order of the text."""
    notes: dict[str, Note] = {}
    standing = standing_edits(edits)
    rejected = {edit.id for edit in standing if edit.action is EditAction.REJECT and edit.target is EditTarget.TEXT}
    for edit in standing:
        if edit.action is not EditAction.NOTE or edit.id in rejected:
            continue
        known = notes.get(edit.id)
        anchor = edit.anchor or (known.anchor if known else None)
        if anchor is not None:
            span = anchor.find(document.text)
            text, colour = edit.changes.get("text", ""), edit.changes.get("colour", known.colour if known else "")
            notes[edit.id] = Note(edit.id, text, anchor, span, edit.at, colour)
    return tuple(sorted(notes.values(), key=lambda note: (note.span is None, note.span or Span(0, 0), note.at)))
