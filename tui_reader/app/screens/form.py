"""A form of a few lines over a screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui_reader.errors import StoreError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FormField:
    """One line to fill in."""

    name: str
    label: str
    value: str


class FormScreen(ModalScreen[T | None]):
    """Comes back with what `result` makes of the lines, or with None; a StoreError of it is shown, and they stay."""

    DEFAULT_CSS = """
    FormScreen { align: center middle; background: $background 60%; }
    FormScreen > VerticalScroll {
        width: 80; max-width: 96%; height: auto; max-height: 96%; background: $panel; padding: 1 2;
    }
    FormScreen Static { height: auto; color: $quiet; }
    FormScreen #edit-title { color: $foreground; text-style: bold; margin-bottom: 1; }
    FormScreen #edit-error { color: $error; }
    FormScreen Input { border: none; height: 1; padding: 0 1; background: $surface; margin-bottom: 1; }
    FormScreen Input:focus { border: none; background: $sentence; }
    """

    heading = ""

    def lines(self) -> Sequence[FormField]:
        """Return the lines of the form."""
        raise NotImplementedError

    def result(self, given: Mapping[str, str]) -> T:
        """Return what the form comes back with; raises StoreError for what cannot stand."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(self.heading, id="edit-title", markup=False)
            for line in self.lines():
                yield Static(line.label, markup=False)
                yield Input(line.value, id=f"field-{line.name}", select_on_focus=False)
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
            self.dismiss(self.result(given))
        except StoreError as error:
            self.query_one("#edit-error", Static).update(str(error))
