"""All the keys of one place."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui_reader.app.commands import PLACES, SCOPES, Command, show_key
from tui_reader.app.kinds import MEANING, SIGNS, Kind
from tui_reader.app.screens.scrolling import ScrollingScreen
from tui_reader.app.widgets.key_footer import KeyFooter
from tui_reader.app.wrap import wrap

KEYS = 22  # cells of the column of keys
MEASURE = 100  # cells of a line at most
PADDING = 5  # cells beside a line


class HelpScreen(ScrollingScreen):
    """Lists the commands that apply where it was asked for, the nearest first, and the signs."""

    DEFAULT_CSS = "HelpScreen Static { width: 1fr; height: auto; }"

    def __init__(self, table: Iterable[Command], here: Iterable[Command], asked_in: str) -> None:
        """Take the commands that do something *here*, and the place where the reader asked."""
        super().__init__(table)
        self.here, self.asked_in = tuple(here), asked_in
        self._laid_out = 0

    def compose(self) -> ComposeResult:
        self._laid_out = self._room
        with VerticalScroll():
            yield Static(help_content(self.here, self.asked_in, self._room), id="help-words")
        yield KeyFooter(id="footer")

    @property
    def _room(self) -> int:
        return max(20, min(MEASURE, self.app.size.width - PADDING))

    def on_resize(self) -> None:
        if self._room != self._laid_out:
            self._laid_out = self._room
            words = help_content(self.here, self.asked_in, self._room)
            self.query_one("#help-words", Static).update(words)

    def command_help(self) -> None:
        self.app.pop_screen()


def help_content(here: Iterable[Command], place: str, width: int) -> Content:
    """Return the commands of a place, scope by scope, in lines of *width* cells."""
    pieces: list[tuple[str, str]] = []

    def row(keys: str, words: str, style: str) -> None:
        column = KEYS if width >= 60 else KEYS // 2
        if len(keys) > column - 2:  # keys that are too many for their column stand in a line of their own
            pieces.append((f"  {keys}\n", style))
            keys = ""
        for start, end in wrap(words, 0, len(words), max(12, width - column - 2)):
            pieces.extend([(f"  {keys:<{column}}", style), (f"{words[start:end]}\n", "")])
            keys = ""

    here = [command for command in here if command.keys]
    for scope in (scope for scope in PLACES[place] if any(command.scope == scope for command in here)):
        pieces.append((f"{SCOPES[scope]}\n", "bold $accent"))
        for command in (c for c in here if c.scope == scope):
            row("  ".join(show_key(key) for key in command.keys), command.help, "$primary")
        pieces.append(("\n", ""))
    pieces.append(("The signs\n", "bold $accent"))
    for kind in Kind:
        row(SIGNS[kind], MEANING[kind], f"$kind-{kind}")
    return Content.assemble(*pieces)
