"""A short list over the screen, from which one thing is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui_reader.app.widgets.row_list import RowList
from tui_reader.app.wrap import printable

HINT = "enter chooses · esc leaves"


@dataclass(frozen=True, slots=True)
class Choice:
    """One row: what comes back when it is chosen, the key that chooses it at once, its words and their style."""

    id: str
    words: str
    key: str = ""
    style: str = ""


class ChoosingScreen(ModalScreen[str | None]):
    """Comes back with the id of what was chosen, or with None."""

    DEFAULT_CSS = """
    ChoosingScreen { align: center middle; background: $background 60%; }
    ChoosingScreen > Vertical {
        width: 64; max-width: 96%; height: auto; max-height: 90%; background: $panel; padding: 1 2;
    }
    ChoosingScreen #choosing-title { height: auto; text-style: bold; margin-bottom: 1; }
    ChoosingScreen #choosing-hint { height: auto; color: $quiet; margin-top: 1; }
    ChoosingScreen RowList { height: auto; max-height: 60vh; background: $panel; padding: 0; }
    ChoosingScreen RowList:focus { background: $panel; }
    """

    def __init__(self, title: str, choices: Sequence[Choice], at: int = 0, hint: str = HINT) -> None:
        super().__init__()
        self.heading, self.choices, self.at, self.hint = title, choices, at, hint

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(printable(self.heading), id="choosing-title", markup=False)
            yield RowList(*(Option(_row(choice)) for choice in self.choices), markup=False)
            yield Static(self.hint, id="choosing-hint", markup=False)

    def on_mount(self) -> None:
        rows = self.query_one(RowList)
        rows.highlighted = self.at if self.choices else None
        rows.focus()

    def on_key(self, event: events.Key) -> None:
        chosen = next((choice for choice in self.choices if choice.key and choice.key == event.character), None)
        rows = self.query_one(RowList)
        if chosen is not None:
            self.dismiss(chosen.id)
        elif event.key in ("escape", "q"):
            self.dismiss(None)
        elif event.key == "space":
            rows.action_select()
        elif event.key in ("j", "k"):
            rows.command_down(1 if event.key == "j" else -1)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self.choices[event.option_index].id)


def _row(choice: Choice) -> Content:
    key = (f"{choice.key}  ", "$accent bold") if choice.key else ("", "")
    return Content.assemble(key, (printable(choice.words), choice.style))
