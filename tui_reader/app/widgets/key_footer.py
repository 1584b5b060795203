"""The keys of the place that the reader is in."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from tui_reader.app.commands import Command
from tui_reader.app.wrap import cells


class KeyFooter(Static):
    """One row: as many of the given commands as fit, the last of them always; or something said instead."""

    DEFAULT_CSS = """
    KeyFooter { height: 1; width: 1fr; background: $panel; color: $quiet; padding: 0 1; }
    """

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__("", id=id, markup=False)
        self.commands: Sequence[Command] = ()
        self.pending = ""

    def show(self, commands: Sequence[Command], pending: str = "") -> None:
        if commands != self.commands or pending != self.pending:
            self.commands, self.pending = commands, pending
            self._paint()

    def on_resize(self) -> None:
        self._paint()

    def _paint(self) -> None:
        width = self.size.width - (cells(self.pending) + 2 if self.pending else 0)
        shown = list(self.commands)
        while len(shown) > 1 and sum(len(c.shown_key) + len(c.title) + 4 for c in shown) > width + 3:
            del shown[-2]
        pieces: list[tuple[str, str]] = []
        for command in shown:
            pieces += [(command.shown_key, "$primary bold"), (f" {command.title}   ", "")]
        if self.pending:
            used = sum(cells(text) for text, _ in pieces)
            pieces += [(" " * max(1, self.size.width - used - cells(self.pending)), ""), (self.pending, "$accent bold")]
        self.update(Content.assemble(*pieces), layout=False)
