"""What a reader does with whole texts: names, tags, the trash, the place in each, and a search through all."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from tui_reader.errors import StoreError
from tui_reader.model import Anchor, decode, encode
from tui_reader.store.journal import Journal
from tui_reader.store.search import Found, find_in
from tui_reader.store.shelf import Shelf, Shelved
from tui_reader.store.states import utc_text
from tui_reader.store.texts import Texts


class Shelving:
    """The part of a library that is about texts as wholes."""

    _journal: Journal
    _shelf: Shelf
    _texts: Texts

    def documents(self, now: datetime | None = None, trash: bool = False) -> list[Shelved]:
        """Return the texts, the one opened last first."""
        raise NotImplementedError

    def opened(self, document: str, at: datetime | None = None) -> None:
        """Note that a text is being read now."""
        self._set(document, opened=utc_text(at or datetime.now(UTC)))

    def rename(self, document: str, title: str) -> None:
        if not title.strip():
            raise StoreError("a text needs a title")
        self._set(document, title=" ".join(title.split()))

    def tag(self, document: str, *tags: str) -> None:
        """Add tags to a text."""
        with self._journal.writing():
            known = self._shelf.row(document).get("tags", [])
            self._set(document, tags=sorted({*known, *(" ".join(tag.split()) for tag in tags if tag.strip())}))

    def untag(self, document: str, *tags: str) -> None:
        with self._journal.writing():
            known = self._shelf.row(document).get("tags", [])
            self._set(document, tags=[tag for tag in known if tag not in tags] or None)

    def tags(self) -> list[str]:
        """Return every tag that a text of the library has."""
        return sorted({tag for text in self.documents() for tag in text.tags})

    def remove(self, document: str) -> None:
        """Put a text into the trash, with all that belongs to it."""
        self._set(document, removed=utc_text(datetime.now(UTC)))

    def restore(self, document: str) -> None:
        """Take a text out of the trash."""
        self._set(document, removed=None)

    def erase(self, document: str) -> None:
        """Delete a text that is in the trash for good; the answers to its cards stay in the log."""
        with self._journal.writing():
            if "removed" not in self._shelf.row(document):
                raise StoreError("only a text in the trash can be erased")
            self._journal.record({"document": document, "erased": True})
            self._texts.erase(document)

    def search(self, query: str, limit: int = 200) -> list[Found]:
        """Return the places of the query in all texts, the texts opened last first."""
        found: list[Found] = []
        for text in self.documents():
            document = self._texts.document(text.id)
            for place in find_in(text.id, document.text if document else "", query):
                if len(found) >= limit:
                    return found
                found.append(place)
        return found

    def place(self, document: str) -> Anchor | None:
        """Return where the reader left off."""
        with self._journal.reading():
            told = self._shelf.row(document).get("place")
        return decode(Anchor, told) if told else None

    def set_place(self, document: str, place: Anchor) -> None:
        told = encode(place)
        if self._shelf.row(document).get("place") != told:
            self._set(document, place=told)

    def _set(self, document: str, **fields: Any) -> None:
        with self._journal.writing():
            if "added" not in fields:
                self._shelf.row(document)
            self._journal.record({"document": document, "set": fields})
