"""A form on which one item is corrected."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui_reader.app.commands import Command
from tui_reader.app.editing import changes, fields
from tui_reader.errors import StoreError
from tui_reader.model import Document, Extraction, Item

Changes = tuple[dict[str, str], dict[str, str]]


class EditItemScreen(ModalScreen[Changes | None]):
    """Comes back with the changes and those that would undo them, or with None."""

    DEFAULT_CSS = """
    EditItemScreen { align: center middle; background: $background 60%; }
    EditItemScreen > VerticalScroll {
        width: 80; max-width: 96%; height: auto; max-height: 96%; background: $panel; padding: 1 2;
    }
    EditItemScreen Static { height: auto; color: $quiet; }
    EditItemScreen #edit-title { color: $foreground; text-style: bold; margin-bottom: 1; }
    EditItemScreen #edit-error { color: $error; }
    EditItemScreen Input { border: none; height: 1; padding: 0 1; background: $surface; margin-bottom: 1; }
    EditItemScreen Input:focus { border: none; background: $sentence; }
    """

    def __init__(self, table: Iterable[Command], document: Document, extraction: Extraction, item: Item) -> None:
        super().__init__()
        self.document, self.extraction, self.item = document, extraction, item

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(f"Correct this {type(self.item).__name__.lower()}", id="edit-title", markup=False)
            for field in fields(self.document, self.extraction, self.item):
                hint = f"  ({', '.join(field.choices)})" if field.choices else ""
                yield Static(f"{field.label}{hint}", markup=False)
                yield Input(field.value, id=f"field-{field.name}", select_on_focus=False)
            yield Static("", id="edit-error", markup=False)
            yield Static("enter keeps it · tab next line · esc leaves it as it was", markup=False)

    def on_mount(self) -> None:
        self.query(Input).first().focus()

    def on_key(self, event: events.Key) -> None:
        if event.key == "escape":
            event.stop()
            self.dismiss(None)
        elif event.key in ("down", "up"):
            event.stop()
            if event.key == "down":
                self.focus_next()
            else:
                self.focus_previous()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        given = {(entry.id or "").removeprefix("field-"): entry.value for entry in self.query(Input)}
        try:
            self.dismiss(changes(self.document, self.extraction, self.item, given))
        except StoreError as error:
            self.query_one("#edit-error", Static).update(str(error))
