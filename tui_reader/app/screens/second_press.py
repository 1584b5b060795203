"""Commands that are done only at the second press, because something would be lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.app.commands import Command
from tui_reader.app.widgets.study_pane import StudyPane
from tui_reader.model import StudyMode

if TYPE_CHECKING:
    from tui_reader.app.screens.command_screen import CommandScreen
    from tui_reader.store.sitting import Sitting
    from tui_reader.study.exercise import Exercise

    Base = CommandScreen
else:
    Base = object

AWAY = frozenset({"study.later", "study.suspend", "study.reject"})  # commands that take a card away
ENDING = frozenset({"app.quit", "study.mode", "study.choose-cards", "reading.study", "app.drill"})  # a sitting
LEAVING = frozenset({"app.back", "study.source", "reading.passages"})  # they end it where it fills the screen


class SecondPress(Base):
    """Says what would be lost, and does the command when it is given again at once."""

    fills_screen = False  # whether the sitting is all that there is on the screen
    mode: StudyMode
    exam: list[Exercise]
    sitting: Sitting | None = None
    _pressed = ""  # the command that waits for a second press

    if TYPE_CHECKING:

        @property
        def pane(self) -> StudyPane: ...

        def key(self, name: str) -> str: ...

    def run_command(self, command: Command, count: int | None = None, argument: str | None = None) -> None:
        again, self._pressed = self._pressed == command.id, ""
        if not again and self.query("#card-prompt") and (lost := self._lost_by(command)):
            self._pressed = command.id
            words = f"{self.key(command.id)} once more: {lost}"
            self.pane.say(words) if self.place == "study" else self.notify(words, markup=False)
            return
        super().run_command(command, count, argument)

    def _lost_by(self, command: Command) -> str:
        """Return what doing a command costs, in words; empty where it costs nothing."""
        exercise, match = self.pane.exercise, self.pane.match
        if command.id in AWAY and self.place == "study" and exercise is not None and exercise.typing:
            return f"{command.help}. enter: write your answer."
        ends = command.id in ENDING or (
            command.id in LEAVING and (self.fills_screen or (command.id == "app.back" and self.place == "source"))
        )
        if ends and match is not None and match.begun and not match.judged:
            return "leave, the pairs not handed in."
        if ends and exercise is not None and self.mode is StudyMode.EXAM and self.exam and self.sitting is not None:
            return (
                f"leave the exam after {len(self.exam)} of {self.sitting.total}. Its answers count; no result is made."
            )
        return ""
