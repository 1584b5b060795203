"""What all screens have: keys into commands, a footer, and the way to whatever does a command."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, cast

from textual import events
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input

from tui_reader.app.commands import Command, footer_commands, in_place
from tui_reader.app.keys import KeyReader, Press
from tui_reader.app.widgets.key_footer import KeyFooter

if TYPE_CHECKING:
    from tui_reader.app.reader_app import ReaderApp

PATIENCE = 0.5  # seconds after which keys that could go on are taken as they stand


def key_name(event: events.Key) -> str:
    """Return a key as the command table names it: a printable one as itself."""
    if event.character and event.is_printable and event.character != " ":
        return event.character
    return event.key


class CommandScreen(Screen[None]):
    """A screen whose keys come from the command table; `place` says which of them apply now."""

    SETTLING = 0.02  # seconds in which a screen that comes up is laid out, so that it is not painted in steps
    AUTO_FOCUS = ""
    ESCAPE_TO_MINIMIZE = False
    DEFAULT_CSS = "CommandScreen { layers: prompt default; }"

    def __init__(self, table: Iterable[Command]) -> None:
        super().__init__()
        self.keys = KeyReader(table)
        self._waiting: tuple[Press, Timer] | None = None

    @property
    def reader(self) -> ReaderApp:
        return cast("ReaderApp", self.app)

    @property
    def place(self) -> str:
        return "list"

    def footer_keys(self) -> list[Command]:
        return footer_commands([c for c in self.keys.table if c.footer and self.can(c)], self.place)

    def refresh_footer(self) -> None:
        for footer in self.query(KeyFooter):
            footer.show(self.footer_keys(), self.keys.pending)

    def on_screen_resume(self) -> None:
        if self.SETTLING:
            self.app.delay_update(self.SETTLING)

    def on_key(self, event: events.Key) -> None:
        if not self.is_active:
            return  # it was left by a key that came just before
        if isinstance(self.focused, Input):
            if event.key == "escape":
                event.stop()
                event.prevent_default()
                self.leave_input()
            return
        self._stop_waiting()
        press = self.keys.feed(key_name(event), self.place)
        if press.used:
            event.stop()
            event.prevent_default()
        if press.command is not None and press.waits:
            self._waiting = press, self.set_timer(PATIENCE, self._wait_over)
        elif press.command is not None:
            self.run_command(press.command, press.count, press.argument)
        self.refresh_footer()

    def save_place(self) -> None:
        """Keep where the reader is, on a screen that has such a place."""

    def leave_input(self) -> None:
        """Take the cursor out of the line that is typed in."""
        self.set_focus(None)

    def run_command(self, command: Command, count: int | None = None, argument: str | None = None) -> None:
        """Do a command: by the widget in focus or one around it, this screen, or the app, whoever can."""
        method = self._doing(command)
        if method is not None:
            given: dict[str, Any] = {}
            takes = inspect.signature(method).parameters
            if "count" in takes:
                given["count"] = count
            if "argument" in takes:
                given["argument"] = argument
            method(**given)

    def can(self, command: Command) -> bool:
        """Whether anything here does a command."""
        return self._doing(command) is not None

    def commands_here(self) -> list[Command]:
        """Return the commands that apply here and do something here, innermost scope first."""
        return [command for command in in_place(self.keys.table, self.place) if self.can(command)]

    def _doing(self, command: Command) -> Callable[..., object] | None:
        for doer in self._doers():
            method = getattr(doer, command.own_handler, None) or getattr(doer, command.handler, None)
            if method is not None:
                return cast("Callable[..., object]", method)
        return None

    def _doers(self) -> list[object]:
        around = self.focused.ancestors_with_self if self.focused is not None else [self]
        return [*around, self.app] if self.app not in around else list(around)

    def _wait_over(self) -> None:
        if self._waiting is not None:
            press, _ = self._waiting
            self._waiting = None
            self.keys.clear()
            if press.command is not None and self.is_active:
                self.run_command(press.command, press.count, press.argument)
            self.refresh_footer()

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting[1].stop()
            self._waiting = None
