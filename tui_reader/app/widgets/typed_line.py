"""The line that an answer is typed in."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.widgets import Input


class TypedLine(Input):
    """Escape leaves it with what was typed in it, and keys are commands; enter goes back into it."""

    DEFAULT_CSS = """
    TypedLine { margin-bottom: 1; max-width: 76; border: none; border-bottom: solid $rule; padding: 0; }
    TypedLine:focus { border: none; border-bottom: solid $accent; }
    TypedLine.-left { opacity: 50%; }
    """

    class Left(Message):
        """The reader left the line, or came back to it."""

    left = False

    def begin(self) -> None:
        """Empty the line for another answer."""
        self.value = ""
        self._mark(False)

    def leave(self) -> None:
        self._mark(True)
        self.post_message(self.Left())

    def go_on(self, character: str = "") -> None:
        """Put the cursor back into the line, behind what it has, and *character* there."""
        self.focus()
        self.value += character
        self.cursor_position = len(self.value)

    def on_key(self, event: events.Key) -> None:
        if event.key in ("escape", "shift+tab"):
            event.stop()
            event.prevent_default()
            self.leave()

    def on_focus(self) -> None:
        if self.left:
            self._mark(False)
            self.post_message(self.Left())

    def _mark(self, left: bool) -> None:
        self.left = left
        self.set_class(left, "-left")
