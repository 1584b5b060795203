"""A list of rows, moved over by the commands of every list."""

from __future__ import annotations

from textual.widgets import OptionList


class RowList(OptionList):
    """An OptionList whose keys come from the command table."""

    DEFAULT_CSS = """
    RowList {
        min-width: 12; height: 1fr; max-height: 100%; border: none; padding: 0 1; background: $background;
        scrollbar-size-vertical: 1;
    }
    RowList:focus { border: none; background: $background; background-tint: $foreground 0%; }
    """

    def command_down(self, count: int | None = None) -> None:
        self._by(count or 1)

    def command_up(self, count: int | None = None) -> None:
        self._by(-(count or 1))

    def command_page_down(self) -> None:
        self.action_page_down()  # type: ignore[no-untyped-call]

    def command_page_up(self) -> None:
        self.action_page_up()  # type: ignore[no-untyped-call]

    def command_first(self) -> None:
        self.action_first()

    def command_last(self) -> None:
        self.action_last()

    def _by(self, count: int) -> None:
        if self.option_count:
            at = self.highlighted if self.highlighted is not None else (-1 if count > 0 else self.option_count)
            self.highlighted = max(0, min(self.option_count - 1, at + count))
