"""The line on top: the text, whose words are under the cursor, the place, and what is due."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from tui_reader.app.wrap import cells, printable


class StatusLine(Static):
    """One row: a title on the left, what is under the cursor in the middle, a tally on the right."""

    DEFAULT_CSS = """
    StatusLine { height: 1; width: 1fr; background: $panel; color: $foreground; padding: 0 1; }
    """

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__("", id=id, markup=False)
        self.parts: tuple[str, str, str] = ("", "", "")

    def show(self, title: str, middle: str, right: str) -> None:
        parts = (printable(title), printable(middle), printable(right))
        if parts != self.parts:
            self.parts = parts
            self._paint()

    def on_resize(self) -> None:
        self._paint()

    def _paint(self) -> None:
        title, middle, right = self.parts
        width = max(0, self.size.width)
        room = width - cells(middle) - cells(right) - 4
        if room < 12:
            title = ""
        elif cells(title) > room:
            title = title[: max(0, room - 1)].rstrip() + "…"
        if not title and cells(middle) + cells(right) + 2 > width:
            middle = middle[: max(0, width - cells(right) - 3)].rstrip() + "…"
        gap = max(1, width - cells(title) - cells(middle) - cells(right) - (2 if right else 0))
        self.update(
            Content.assemble(
                (title, "bold"), (" " * gap, ""), (middle, "$quiet"), ("  " if right else "", ""), (right, "$accent")
            ),
            layout=False,
        )
