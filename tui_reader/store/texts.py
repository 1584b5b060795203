"""One folder per text: the document, what was extracted from it and its cards, each a file replaced whole.

    texts/ID/document.json, extraction.json, cards.json, and the last but one of each as NAME.previous

So opening the library reads none of them, and a long text costs nothing until it is opened.
"""

from __future__ import annotations

import shutil
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, TypeVar

from tui_reader.errors import StoreError
from tui_reader.model import Card, Document, Extraction, decode, encode
from tui_reader.store.durable import (
    PREVIOUS,
    decode_json,
    encode_json,
    prepared,
    reason,
    replace_file,
    set_aside,
    sync_folder,
)
from tui_reader.store.schema import SCHEMA, require_known

T = TypeVar("T")
Preparation = AbstractContextManager["Any"]


class Texts:
    """Reads and writes the files of texts; a broken one is set aside and the one before it used."""

    def __init__(self, folder: Path, notices: list[str]) -> None:
        self.folder = folder
        self._notices = notices

    def has(self, text: str) -> bool:
        return self._path(text, "document").exists()

    def document(self, text: str) -> Document | None:
        return self._read(text, "document", Document)

    def extraction(self, text: str) -> Extraction | None:
        return self._read(text, "extraction", Extraction)

    def cards(self, text: str) -> tuple[Card, ...]:
        return self._read(text, "cards", tuple[Card, ...]) or ()

    def write_document(self, document: Document) -> None:
        """Keep the text; raises NotSaved."""
        replace_file(self._path(document.id, "document"), _enclose("document", encode(document)))

    def prepare_extraction(self, extraction: Extraction) -> Preparation:
        """Return a context that yields what puts the file in place; raises NotSaved."""
        path = self._path(extraction.document, "extraction")
        return prepared(path, _enclose("extraction", encode(extraction)), keep_previous=True)

    def prepare_cards(self, text: str, cards: tuple[Card, ...]) -> Preparation:
        """Return a context that yields what puts the file in place; raises NotSaved."""
        return prepared(self._path(text, "cards"), _enclose("cards", encode(cards)), keep_previous=True)

    def erase(self, text: str) -> None:
        """Delete a text's files for good."""
        folder = self.folder / text
        try:
            if folder.exists():
                shutil.rmtree(folder)
                sync_folder(self.folder)
        except OSError as error:
            raise StoreError(f"{folder} could not be deleted: {reason(error)}") from error

    def _path(self, text: str, name: str) -> Path:
        if not text.isalnum():
            raise StoreError(f"not the id of a text: {text!r}")
        return self.folder / text / f"{name}.json"

    def _read(self, text: str, name: str, kind: type[T]) -> T | None:
        path = self._path(text, name)
        for file in (path, path.with_name(path.name + PREVIOUS)):
            try:
                value = decode_json(file.read_bytes())
                require_known(value["schema"], f"{name}.json")
                return decode(kind, value[name])
            except FileNotFoundError:
                continue
            except OSError as error:
                raise StoreError(f"{file} cannot be read: {reason(error)}") from error
            except (ValueError, KeyError, TypeError, AttributeError):
                aside = set_aside(file)
                self._notices.append(f"{name}.json of the text {text} could not be read and was kept as {aside.name}")
        return None


def _enclose(name: str, value: Any) -> bytes:
    return encode_json({"schema": SCHEMA, name: value})
