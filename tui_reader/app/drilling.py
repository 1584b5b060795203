"""The part of the app that drills a pair of actors whom the reader takes for one another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import work

if TYPE_CHECKING:
    from textual.app import App

    from tui_reader.model import StudyMode
    from tui_reader.store import Library
    from tui_reader.study.drill import Pair

    Base = App[int]
else:
    Base = object


class Drilling(Base):
    """The ways to a drill from anywhere in the app."""

    if TYPE_CHECKING:

        @property
        def library(self) -> Library: ...

        def study(self, *documents: str, mode: StudyMode | None = None, pair: Pair | None = None) -> None: ...

    def command_drill(self) -> None:
        """Drill a pair that the reader confuses in any text."""
        self.drill_confused([shelved.id for shelved in self.library.documents()])

    @work(thread=True, exclusive=True, group="confusions")
    def drill_confused(self, documents: Sequence[str]) -> None:
        """Look up whom the reader takes for whom, and offer a drill for each pair."""
        from tui_reader.app.screens.drilling import NOBODY, choose_pair, confused_in

        if found := confused_in(self.library, documents):
            self.call_from_thread(choose_pair, self, found, self.drill_pair)
        else:
            self.call_from_thread(self.notify, NOBODY, markup=False)

    def drill_pair(self, pair: Pair) -> None:
        """Ask, on the whole screen, who of two actors it was."""
        from tui_reader.model import StudyMode

        while len(self.screen_stack) > 2:
            self.pop_screen()
        self.study(pair.document, mode=StudyMode.CHOICE, pair=pair)
