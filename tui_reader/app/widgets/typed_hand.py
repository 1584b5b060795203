"""The part of a study pane that an answer is typed in: its line, and when what was typed there counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message

from tui_reader.app.widgets.typed_line import TypedLine
from tui_reader.study.exercise import Exercise

if TYPE_CHECKING:
    from textual.containers import VerticalScroll

    Base = VerticalScroll
else:
    Base = object


class TypedHand(Base):
    """Takes an answer down; with `confidence`, how sure the reader is of it comes before it is judged."""

    exercise: Exercise | None = None
    confidence = False

    class Left(Message):
        """The reader left the line of a typed answer, or came back to it."""

    if TYPE_CHECKING:

        def repaint(self) -> None: ...

        def take(self, exercise: Exercise) -> None: ...

    @property
    def line(self) -> TypedLine:
        return self.query_one(TypedLine)

    @property
    def left(self) -> bool:
        """Whether the reader has left the line of a typed answer."""
        return self.line.left

    def on_key(self, event: events.Key) -> None:
        """Let letters and digits go on in the answer that was left: they are no commands while one is to be typed."""
        typed = event.character if event.is_printable else None
        exercise = self.exercise
        if not self.has_focus or exercise is None or not exercise.typing or not typed or not typed.isalnum():
            return
        if not (exercise.weighing and typed.isdigit()):
            event.stop()
            event.prevent_default()
            self._rewrite(typed)

    def on_focus(self) -> None:
        if self.exercise is not None and self.exercise.typing and not self.left and not self.exercise.weighing:
            self.line.focus()

    def on_typed_line_left(self, message: TypedLine.Left) -> None:
        message.stop()
        if self.left:
            self.focus()
        self.repaint()
        self.post_message(self.Left())

    def _rewrite(self, character: str = "") -> None:
        """Go on writing an answer."""
        if self.exercise is not None and self.exercise.weighing:
            self.exercise = replace(self.exercise, given=None)
        self.line.go_on(character)
        self.repaint()
        self.post_message(self.Left())

    def check(self, exercise: Exercise) -> None:
        """Go on writing where the line was left; else check what was typed, once it is known how sure the reader is."""
        if self.left:
            self.line.focus()
        elif self.confidence and exercise.given is None and self.line.value.strip():
            self.exercise = exercise.write(self.line.value)
            self.focus()
            self.repaint()
            self.post_message(self.Left())
        else:
            self.take(exercise.type(self.line.value))
