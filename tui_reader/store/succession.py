"""One version of a text after another, in the library."""

from __future__ import annotations

from typing import Any

from tui_reader.model import Anchor, Document, EditAction, Extraction, decode, encode
from tui_reader.store.edits import Edits, edit_event
from tui_reader.store.journal import Journal
from tui_reader.store.reconciliation import reconcile
from tui_reader.store.shelf import Shelf
from tui_reader.store.textmap import TextMap
from tui_reader.store.texts import Texts
from tui_reader.store.versions import carry_anchor, carry_edits, is_version


class Succession:
    """Recognises a new version and hands on to it what belongs to the one before."""

    def __init__(self, journal: Journal, shelf: Shelf, edits: Edits, texts: Texts) -> None:
        self._journal = journal
        self._shelf = shelf
        self._edits = edits
        self._texts = texts

    def previous(self, document: Document) -> Document | None:
        """Return the text that the document is a new version of."""
        for name in reversed(self._shelf.ids()):
            row = self._shelf.row(name)
            if row.get("source") == document.source.location and not row.get("removed") and not row.get("superseded"):
                known = self._texts.document(name)
                if known is not None and is_version(known, document):
                    return known
        return None

    def supersede(self, previous: Document, document: Document, fields: dict[str, Any]) -> None:
        """Keep *document*, with the fields of a new text, as what *previous* has become, and carry the edits over."""
        row = self._shelf.row(previous.id)
        places = TextMap.between(previous.text, document.text)
        fields |= {"previous": previous.id, "tags": row.get("tags"), "opened": row.get("opened")}
        if row.get("title") != previous.title:  # renamed by the reader
            fields["title"] = row.get("title")
        if "place" in row:
            fields["place"] = encode(carry_anchor(decode(Anchor, row["place"]), places, document.text))
        edits = carry_edits(self._edits.of(previous.id), document, places)
        self._journal.record(
            {"document": document.id, "set": fields},
            {"document": previous.id, "set": {"superseded": document.id}},
            *map(edit_event, edits),
        )

    def reconciled(self, document: Document, extraction: Extraction) -> Extraction:
        """Return the extraction with the ids of the one before it, of this text or of the version before it."""
        with self._journal.reading():
            before = self._texts.extraction(document.id)
            previous = self._shelf.row(document.id).get("previous")
            edits = self._edits.of(document.id)
        text = document.text
        if before is None and previous is not None:
            before = self._texts.extraction(previous)
            old = self._texts.document(previous) if before is not None else None
            before, text = (before, old.text) if old is not None else (None, text)
        if before is None:
            return extraction
        amended = {edit.id for edit in edits if edit.action is EditAction.AMEND}
        return reconcile(before, extraction, TextMap.between(text, document.text), amended).extraction
