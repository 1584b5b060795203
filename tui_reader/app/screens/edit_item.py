"""A form on which one item is corrected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui_reader.app.editing import changes, fields
from tui_reader.app.screens.form import FormField, FormScreen
from tui_reader.model import Document, Extraction, Item

Changes = tuple[dict[str, str], dict[str, str]]


class EditItemScreen(FormScreen[Changes]):
    """Comes back with the changes and those that would undo them, or with None."""

    def __init__(self, document: Document, extraction: Extraction, item: Item) -> None:
        super().__init__()
        self.document, self.extraction, self.item = document, extraction, item
        self.heading = f"Correct this {type(item).__name__.lower()}"

    def lines(self) -> Sequence[FormField]:
        return [
            FormField(
                field.name,
                f"{field.label}  ({', '.join(field.choices)})" if field.choices else field.label,
                field.value,
            )
            for field in fields(self.document, self.extraction, self.item)
        ]

    def result(self, given: Mapping[str, str]) -> Changes:
        return changes(self.document, self.extraction, self.item, dict(given))
