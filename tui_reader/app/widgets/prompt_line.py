"""One line to type in, over the keys at the bottom of the screen: a search, a filter, a title, a note."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from tui_reader.app.widgets.key_footer import KeyFooter


class PromptLine(Horizontal):
    """Asks for one line; `purpose` says what for, and comes back with what was typed."""

    DEFAULT_CSS = """
    PromptLine { layer: prompt; dock: bottom; height: 1; width: 1fr; background: $panel; padding: 0 1; }
    PromptLine > #prompt-label { width: auto; color: $accent; text-style: bold; }
    PromptLine > #prompt-note { width: 14; color: $quiet; padding-left: 1; text-align: right; }
    PromptLine > Input { width: 1fr; height: 1; border: none; padding: 0; background: $panel; }
    PromptLine > Input:focus { border: none; }
    """

    class Edited(Message):
        """Something was typed; the line is still open."""

        def __init__(self, purpose: str, text: str) -> None:
            super().__init__()
            self.purpose, self.text = purpose, text

    class Answered(Message):
        """The line was closed: with what was typed, or with None when the reader thought better of it."""

        def __init__(self, purpose: str, text: str | None) -> None:
            super().__init__()
            self.purpose, self.text = purpose, text

    purpose = ""
    _asking = False

    def compose(self) -> ComposeResult:
        yield Static("", id="prompt-label", markup=False)
        entry = Input(id="prompt-input", select_on_focus=False, compact=True)
        entry.can_focus = False
        yield entry
        yield Static("", id="prompt-note", markup=False)

    @property
    def asking(self) -> bool:
        return self._asking

    def ask(self, purpose: str, label: str, value: str = "", hint: str = "") -> None:
        """Open the line and put the cursor into it."""
        self.purpose = purpose
        self.query_one("#prompt-label", Static).update(f"{label} ")
        self.note("")
        entry = self.query_one(Input)
        with entry.prevent(Input.Changed):
            entry.value = value
        entry.placeholder = hint
        entry.cursor_position = len(value)
        self._ask(True)
        entry.focus()

    def _ask(self, asking: bool) -> None:
        """Come out from under the keys, or go back: a line that is shown only then would lay the screen out anew."""
        self._asking = self.query_one(Input).can_focus = asking
        for keys in self.screen.query(KeyFooter):
            keys.visible = not asking

    def note(self, text: str) -> None:
        """Say something at the end of the line."""
        self.query_one("#prompt-note", Static).update(text, layout=False)

    def close(self, text: str | None) -> None:
        """Close the line and say what came of it."""
        self._ask(False)
        self.post_message(self.Answered(self.purpose, text))

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.asking:
            self.post_message(self.Edited(self.purpose, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.close(event.value)
