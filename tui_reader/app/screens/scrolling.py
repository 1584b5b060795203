"""A screen of words or charts that is read from top to bottom."""

from __future__ import annotations

from textual.containers import VerticalScroll

from tui_reader.app.commands import Command
from tui_reader.app.screens.command_screen import CommandScreen


class ScrollingScreen(CommandScreen):
    """Scrolls what it holds by the keys of every list."""

    DEFAULT_CSS = """
    ScrollingScreen { background: $background; }
    ScrollingScreen > VerticalScroll { padding: 1 2; scrollbar-size-vertical: 1; }
    """

    @property
    def scroll(self) -> VerticalScroll:
        return self.query_one(VerticalScroll)

    def on_mount(self) -> None:
        self.scroll.focus()
        self.refresh_footer()

    def footer_keys(self) -> list[Command]:
        return [c for c in self.keys.table if c.id in ("list.down", "list.page-down", "app.back")]

    def command_down(self, count: int | None = None) -> None:
        self.scroll.scroll_relative(y=count or 1, animate=False)

    def command_up(self, count: int | None = None) -> None:
        self.scroll.scroll_relative(y=-(count or 1), animate=False)

    def command_page_down(self) -> None:
        self.scroll.scroll_page_down(animate=False)

    def command_page_up(self) -> None:
        self.scroll.scroll_page_up(animate=False)

    def command_first(self) -> None:
        self.scroll.scroll_home(animate=False)

    def command_last(self) -> None:
        self.scroll.scroll_end(animate=False)

    def command_back(self) -> None:
        self.app.pop_screen()
