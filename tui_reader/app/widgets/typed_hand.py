"""The part of a study pane that an answer is typed in: its line, and when what was typed there counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input

from tui_reader.app.widgets.typed_line import TypedLine
from tui_reader.study.exercise import Exercise

if TYPE_CHECKING:
    from textual.containers import VerticalScroll

    Base = VerticalScroll
else:
    Base = object


RESTING = 1.0  # seconds after which what was written is told of


class TypedHand(Base):
    """Takes an answer down; with `confidence`, how sure the reader is of it comes before it is judged."""

    exercise: Exercise | None = None
    confidence = False

    class Left(Message):
        """The reader left the line of a typed answer, or came back to it."""

    class Written(Message):
        """The reader has gone on writing for a while."""

    _resting: Timer | None = None  # runs while something was written that was not told of

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

    @property
    def asks_how_sure(self) -> bool:
        """Whether the next step is to say how sure the reader is."""
        one = self.exercise
        if one is None or one.revealed:
            return False
        return one.weighing or (self.confidence and one.confidence is None and not one.typing)

    def on_key(self, event: events.Key) -> None:
        """Take `y` and `n` where it is asked whether an answer says the same.

        Letters go on in an answer that waits for how sure the reader is: they are no commands while one does.
        """
        typed = event.character if event.is_printable else None
        exercise = self.exercise
        if not self.has_focus or exercise is None or typed is None:
            return
        if exercise.weighing and typed.isalpha():
            event.stop()
            event.prevent_default()
            self._rewrite(typed)
        elif exercise.unsure and typed in "yn":
            event.stop()
            event.prevent_default()
            self.take(exercise.settle(typed == "y"))

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self._resting is None and self.exercise is not None and self.exercise.typing:
            self._resting = self.set_timer(RESTING, self._rested)

    def _rested(self) -> None:
        self._resting = None
        self.post_message(self.Written())

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

    def uncheck(self) -> bool:
        """Take a typed answer back that was checked and not rated, into its line, and say whether there was one."""
        exercise = self.exercise
        if exercise is None or not exercise.revealed or exercise.grade is None:
            return False
        self.exercise = replace(exercise, revealed=False, given=None, grade=None, confidence=None)
        self.repaint()
        self._rewrite()
        self.post_message(self.Written())
        return True

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
