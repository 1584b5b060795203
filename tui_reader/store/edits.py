"""What the reader changed by hand, in the order in which it was done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tui_reader.model import Edit, decode, encode
from tui_reader.store.durable import Json
from tui_reader.store.journal import Journal
from tui_reader.store.states import utc_text


class Edits:
    """The table of edits; an edit is never changed, a later one of the same thing counts."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._of: dict[str, tuple[Edit, ...]] = {}

    def of(self, document: str) -> tuple[Edit, ...]:
        if document not in self._of:
            rows = self._journal.rows("edits").items()
            mine = sorted((_place(key), row) for key, row in rows if row.get("document") == document)
            self._of[document] = tuple(decode(Edit, row) for _, row in mine)
        return self._of[document]

    def apply(self, event: Mapping[str, Any], at: int, nth: int) -> None:
        match event:
            case {"edit": dict(row)}:
                self._journal.rows("edits")[f"{at}.{nth}"] = row
                self._of.pop(row.get("document", ""), None)
            case {"document": str(document), "erased": True}:
                rows = self._journal.rows("edits")
                for key in [key for key, row in rows.items() if row.get("document") == document]:
                    del rows[key]
                self._of.pop(document, None)

    def forget(self) -> None:
        self._of.clear()


def edit_event(edit: Edit) -> Json:
    return {"edit": encode(edit) | {"at": utc_text(edit.at)}}


def _place(key: str) -> tuple[int, int]:
    at, _, nth = key.partition(".")
    return int(at), int(nth)
