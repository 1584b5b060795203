"""The app: the library in hand, its screens, themes and palette, and how it ends."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SystemCommand
from textual.screen import Screen
from textual.theme import Theme

from tui_reader.app import themes
from tui_reader.app.commands import Command, default_commands
from tui_reader.app.drilling import Drilling
from tui_reader.app.failing import FailingApp
from tui_reader.app.screens.command_screen import CommandScreen
from tui_reader.app.theme_choice import choose_theme, chosen_theme

if TYPE_CHECKING:
    from tui_reader.config.settings import Settings
    from tui_reader.model import Document, Edit, Span, StudyMode
    from tui_reader.store import Library
    from tui_reader.study.drill import Pair
    from tui_reader.study.selection import Selection


class ReaderApp(Drilling, FailingApp):
    """Opens on a text, or on the library."""

    TITLE = "tui_reader"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS = []  # noqa: RUF012
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-two"), (140, "-wide")]  # noqa: RUF012
    CSS = """
    ToastRack { dock: top; align: left top; margin-bottom: 0; scrollbar-size-vertical: 0; }
    Toast { background: $panel; color: $foreground; width: 1fr; max-width: 100%; margin-top: 0; padding: 0 1; }
    Toast { border-left: outer $accent; }
    """

    def __init__(
        self,
        library: Library | Path,
        settings: Settings,
        table: Sequence[Command] | None,
        document: Document | None = None,
        crash_report: Path | None = None,
        notices: Sequence[str] = (),
        study: Sequence[str] = (),
        whole: Callable[[], Document] | None = None,
        user_themes: Sequence[Theme] = (),
    ) -> None:
        """Take the text to open; given *whole*, which reads it, *document* is only its beginning.

        A library given as a folder is opened by `open_library`, once the first text is on the screen; likewise no
        *table* stands for the commands as they come, which are read once a screen needs them.
        """
        super().__init__()
        self.home = library if isinstance(library, Path) else library.home
        self._library = None if isinstance(library, Path) else library
        self.settings = settings
        self._table = tuple(table) if table is not None else None
        self.corrections: dict[str, list[tuple[datetime, Edit]]] = {}
        self.animation_level = "none"
        self.failure = ""
        self._document = document
        self._whole = whole
        self.crash_report = crash_report
        self._notices = list(notices)
        self._study = tuple(study)
        self.selection: Selection | None = None
        self.study_mode: StudyMode | None = None
        self._own_themes = themes.built_in() + tuple(user_themes)
        for theme in self._own_themes:
            self.register_theme(theme)
        wanted = chosen_theme(self.home) or settings.text("app.theme")
        if wanted not in self.available_themes:
            self._notices.append(f"There is no theme {wanted!r}; the command palette lists those there are.")
            wanted = themes.BUILT_IN[0]
        self.theme = wanted

    def on_mount(self) -> None:
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name) and sys.platform != "win32":
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), self.leave)
        if self._study:
            self.study(*self._study, mode=self.study_mode, selection=self.selection)
        elif self._document is not None and self._whole is not None:
            from tui_reader.app.screens.opening import OpeningScreen

            measure = self.settings.whole("reading.measure")
            self.push_screen(OpeningScreen((), self._document, self._whole, measure=measure))
        elif self._document is not None:
            self.read_document(self._document)
        elif not (self.settings.flag("app.open_last") and self._read_last()):
            self.to_library()
        self.tell_notices()

    @property
    def table(self) -> tuple[Command, ...]:
        """The commands, with the reader's keys."""
        if self._table is None:
            self._table = default_commands()
        return self._table

    @property
    def library(self) -> Library:
        """The library in hand; no screen but the opening one comes before it is open."""
        assert self._library is not None, "the library is not open yet"
        return self._library

    def open_library(self) -> Library:
        """Open the library unless it is open, and return it; raises StoreError."""
        if self._library is None:
            from tui_reader.store import Library

            self._library = Library.open(self.home)
            self._notices += self._library.notices
        return self._library

    def close_library(self) -> None:
        """Let go of the library; whoever opened the app does it when the app has ended."""
        if self._library is not None:
            self._library.close()

    def tell_notices(self) -> None:
        """Tell the reader what was wrong with the library or with the last time, once."""
        while self._notices:
            notice = self._notices.pop(0)
            self.notify(notice, severity="warning", timeout=15, markup=False)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our own variables for themes that do not have them."""
        return themes.defaults(self.current_theme.dark)

    # Screens

    def read_document(self, document: Document) -> None:
        """Open a text, which the library keeps from now on."""
        self.library.add(document)
        self._open(document)

    def read(self, document_id: str, span: Span | None = None) -> None:
        """Open a text of the library, at *span* or where the reader left it."""
        self._open(self.library.document(document_id), span)

    def show(self, document_id: str, span: Span) -> None:
        """Show a place: in the text that is open, or by opening its text."""
        from tui_reader.app.screens.reading import ReadingScreen

        if isinstance(self.screen, ReadingScreen) and self.screen.document.id == document_id:
            self.screen.show_span(span)
            self.screen.count_due()
        else:
            self.read(document_id, span)

    def _read_last(self) -> bool:
        """Open the text that was read last, and say whether there is one."""
        from tui_reader.app.shelf_rows import last_opened

        last = last_opened(self.library.documents())
        if last is not None:
            self.read(last.id)
        return last is not None

    def _open(self, document: Document, span: Span | None = None) -> None:
        from tui_reader.app.screens.reading import ReadingScreen

        self.library.opened(document.id)
        screen = ReadingScreen(
            self.table,
            document,
            measure=self.settings.whole("reading.measure"),
            place=self.library.place(document.id),
        )
        if span is not None:
            screen.show_span(span)
        self._replace(screen)

    def to_library(self) -> None:
        """Go to the library; the place in the text is kept."""
        from tui_reader.app.screens.library import LibraryScreen

        self._replace(LibraryScreen(self.table))

    def study(
        self,
        *documents: str,
        mode: StudyMode | None = None,
        selection: Selection | None = None,
        pair: Pair | None = None,
    ) -> None:
        """Study the cards of texts, or those of them that are selected or are about a pair, on the whole screen."""
        from tui_reader.app.screens.study import StudyScreen
        from tui_reader.model import StudyMode

        mode = mode or StudyMode(self.library.setting("study.mode") or self.settings.text("study.mode"))
        self._replace(StudyScreen(self.table, documents, mode, selection, pair))

    def show_statistics(self, document: Document | None = None) -> None:
        """Show what the reader knows, of one text or of the library."""
        from tui_reader.app.screens.figures import StatisticsScreen

        self.push_screen(StatisticsScreen(self.table, document))

    def command_statistics(self) -> None:
        if not type(self.screen).__name__.startswith("Statistics"):
            self.show_statistics()

    def _replace(self, screen: Screen[None]) -> None:
        self.save_place()
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def save_place(self) -> None:
        """Keep the place in the text that is open, wherever the reader is now."""
        for screen in self.screen_stack:
            if isinstance(screen, CommandScreen) and screen.is_mounted:
                screen.save_place()

    def leave(self) -> None:
        """End the app with everything kept."""
        self.save_place()
        self.exit(0)

    def fail(self, message: str) -> None:
        """End the app because its text cannot be read; *message* is for whoever started it."""
        self.failure = message
        self.exit(1, return_code=1)

    # Commands

    def command_quit(self) -> None:
        self.leave()

    async def action_quit(self) -> None:
        self.leave()

    def command_help(self) -> None:
        from tui_reader.app.screens.help import HelpScreen

        if isinstance(self.screen, CommandScreen):
            self.push_screen(HelpScreen(self.table, self.screen.commands_here(), self.screen.place))

    def command_palette(self) -> None:
        self.action_command_palette()

    def command_theme(self) -> None:
        names = [theme.name for theme in self._own_themes]
        at = names.index(self.theme) if self.theme in names else -1
        self.use_theme(names[(at + 1) % len(names)])

    def command_back(self) -> None:
        if len(self.screen_stack) > 2:
            self.pop_screen()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        if isinstance(screen, CommandScreen):
            for command in screen.commands_here():
                if not command.takes and command.id != "app.palette":
                    keys = command.shown_key
                    yield SystemCommand(
                        f"{command.label}  ({keys})" if keys else command.label,
                        command.help,
                        lambda command=command: screen.run_command(command),
                    )
        for name in sorted(self.available_themes):
            yield SystemCommand(f"Theme: {name}", "Show the app in this theme", lambda name=name: self.use_theme(name))

    def use_theme(self, name: str) -> None:
        self.theme = name
        if not choose_theme(self.home, name):
            self.notify("The theme cannot be kept for the next time.", severity="warning", markup=False)

    # Copying

    def copy(self, words: str) -> str:
        """Put words on the clipboard by OSC 52 and return what to tell the reader."""
        self.copy_to_clipboard(words)
        shown = words if len(words) <= 40 else words[:39] + "…"
        if "TMUX" in os.environ:
            return f"Sent to the clipboard: {shown}\ntmux passes it on only with: set -g set-clipboard on"
        return f"Sent to the clipboard: {shown}"

    # Samples

    def samples(self) -> list[str]:
        """Return the texts that come with the program."""
        package = Path(__file__).parents[1] / "seeds"
        folder = package if package.is_dir() else Path(__file__).parents[2] / "seeds"
        return sorted(str(path) for path in folder.glob("*.txt"))[:3] if folder.is_dir() else []
