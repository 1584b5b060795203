"""The way into the app from the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui_reader.app.commands import commands
from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings
from tui_reader.errors import TuiReaderError

if TYPE_CHECKING:
    from tui_reader.model import Document, StudyMode
    from tui_reader.study.selection import Selection

NO_SCREEN = (
    "tui-reader: the app needs a terminal; without one use the plain commands, "
    "such as `tui-reader extract FILE` or `tui-reader quiz FILE --plain`"
)


def has_screen(source: str | None = None) -> bool:
    """Say whether there is a terminal to open the app in, or a driver in place of one, such as a browser's.

    Where the text comes from standard input, the keys come from the terminal itself.
    """
    return "TEXTUAL_DRIVER" in os.environ or (sys.stdout.isatty() and (sys.stdin.isatty() or source == "-"))


def take_keys_from_terminal() -> None:
    """Read standard input from the terminal from now on; what was piped in has been read."""
    terminal = os.open("/dev/tty", os.O_RDWR)
    os.dup2(terminal, 0)
    os.close(terminal)
    sys.stdin = sys.__stdin__ = open(0, encoding="utf-8", closefd=False)  # type: ignore[misc]  # noqa: SIM115


def run(
    home: Home,
    source: str | None = None,
    *,
    study: Sequence[str] = (),
    mode: StudyMode | None = None,
    selection: Selection | None = None,
) -> int:
    """Open the app and return the exit code: 0, 1 it failed, 2 there is no terminal.

    It opens on *source*, or on the cards of the texts of the library whose ids *study* names, or those of them that
    *selection* takes, asked in *mode*, or on the library.
    """
    if not has_screen(source):
        print(NO_SCREEN, file=sys.stderr)
        return 2
    from tui_reader.app.crash import last_report
    from tui_reader.app.reader_app import ReaderApp
    from tui_reader.app.themes import FOLDER, user_themes
    from tui_reader.sources.preview import preview

    try:
        settings = load_settings(home)
        table = commands(settings.keys, where=str(home.config_file)) if settings.keys else None
        beginning = preview(source) if source is not None else None
        document = whole = None
        if source is not None and beginning is not None:
            whole = partial(_read, source)
        elif source is not None:
            document = _read(source)
        if source == "-" and "TEXTUAL_DRIVER" not in os.environ:
            take_keys_from_terminal()
        crashed = last_report(home.crash_report)
        themes, refused = user_themes(home.config / FOLDER)
        notices = [*([crashed] if crashed else []), *refused]
        shown = beginning or document
        app = ReaderApp(home.data, settings, table, shown, home.crash_report, notices, study, whole, themes)
        app.selection, app.study_mode = selection, mode
        if beginning is None:
            app.open_library()
    except (TuiReaderError, OSError) as error:
        print(f"tui-reader: {error}", file=sys.stderr)
        return 1
    try:
        app.run()
    finally:
        app.close_library()
    if app.failure:
        print(f"tui-reader: {app.failure}", file=sys.stderr)
    return app.return_code or 0


def _read(source: str) -> Document:
    """Return the whole text of a source, whose readers are not loaded before one is needed."""
    from tui_reader.sources import open_source

    return open_source(source)
