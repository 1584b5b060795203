"""The beginning of a text while the whole of it is being read and put in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import events, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget

from tui_reader.app.commands import Command
from tui_reader.app.screens.command_screen import CommandScreen
from tui_reader.app.widgets.source_view import SourceView
from tui_reader.app.widgets.status_line import StatusLine
from tui_reader.errors import TuiReaderError

if TYPE_CHECKING:
    from tui_reader.model import Document


class OpeningScreen(CommandScreen):
    """Looks like the reading screen before anything was found, the text in its place; what is typed is done there."""

    SETTLING = 0.0  # nothing is on the screen before it
    DEFAULT_CSS = """
    OpeningScreen { background: $background; }
    OpeningScreen > Horizontal { height: 1fr; }
    OpeningScreen SourceView { width: 1fr; height: 1fr; }
    OpeningScreen #side { width: 42%; }
    OpeningScreen.-two #side { width: 44; }
    OpeningScreen.-narrow #side { display: none; }
    OpeningScreen.-narrow > Horizontal { margin-top: 1; }
    """

    def __init__(
        self, table: Sequence[Command], beginning: Document, whole: Callable[[], Document], *, measure: int
    ) -> None:
        super().__init__(table)
        self.beginning = beginning
        self.whole = whole
        self.measure = measure
        self._typed: list[events.Key] = []

    def compose(self) -> ComposeResult:
        yield StatusLine(id="status")
        yield Horizontal(SourceView(self.beginning, measure=self.measure, id="source"), Widget(id="side"))

    def on_mount(self) -> None:
        self.call_after_refresh(self.read)

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        self._typed.append(event)

    @work(thread=True, exit_on_error=True)
    def read(self) -> None:
        """Read the whole text, open the library and report."""
        import tui_reader.app.screens.reading  # noqa: F401 - here, and not in the way of keys

        try:
            document = self.whole()
            self.reader.open_library()
        except TuiReaderError as error:
            self.app.call_from_thread(self.reader.fail, str(error))
            return
        self.app.call_from_thread(self.was_read, document)

    def was_read(self, document: Document) -> None:
        self.reader.tell_notices()
        self.reader.read_document(document)
        self.reader.call_after_refresh(self._hand_on)

    def _hand_on(self) -> None:
        screen = self.reader.screen
        for event in self._typed:
            screen.post_message(events.Key(event.key, event.character))
