"""The views of the argument, and the figures, of the text that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.model import Document, Extraction, Span

if TYPE_CHECKING:
    from tui_reader.app.screens.argument_screen import ArgumentScreen
    from tui_reader.app.screens.command_screen import CommandScreen

    Base = CommandScreen
else:
    Base = object


class ArgumentCommands(Base):
    """The commands of the reading screen that open a view of the whole text."""

    if TYPE_CHECKING:
        document: Document
        extraction: Extraction | None

        def show_span(self, span: Span) -> None: ...

    def command_standings(self) -> None:
        from tui_reader.app.screens.standings import StandingsScreen

        self._view(StandingsScreen)

    def command_hanging(self) -> None:
        from tui_reader.app.screens.hanging import HangingScreen

        self._view(HangingScreen)

    def command_quotes(self) -> None:
        from tui_reader.app.screens.quotes import QuotesScreen

        self._view(QuotesScreen)

    def command_profile(self) -> None:
        from tui_reader.app.screens.figures import ProfileScreen

        if self.extraction is not None:
            self.app.push_screen(ProfileScreen(self.keys.table, self.document, self.extraction))

    def command_statistics(self) -> None:
        self.reader.show_statistics(self.document)

    def _view(self, view: type[ArgumentScreen]) -> None:
        if self.extraction is None:
            self.notify("The text is still being read for its claims.", markup=False)
            return
        self.app.push_screen(view(self.keys.table, self.document, self.extraction, self.show_span))
