"""The way into the app from the command line."""

from __future__ import annotations

import os
import sys

from tui_reader.app.commands import commands
from tui_reader.config.paths import Home
from tui_reader.config.settings import load_settings
from tui_reader.errors import TuiReaderError

NO_SCREEN = (
    "tui-reader: the app needs a terminal; without one use the plain commands, "
    "such as `tui-reader extract FILE` or `tui-reader quiz FILE --plain`"
)


def has_screen() -> bool:
    """Say whether there is a terminal to open the app in, or a driver in place of one, such as a browser's."""
    return "TEXTUAL_DRIVER" in os.environ or (sys.stdin.isatty() and sys.stdout.isatty())


def run(home: Home, source: str | None = None) -> int:
    """Open the app on *source* or the library and return the exit code: 0, 1 it failed, 2 there is no terminal."""
    if not has_screen():
        print(NO_SCREEN, file=sys.stderr)
        return 2
    from tui_reader.app.crash import last_report
    from tui_reader.app.reader_app import ReaderApp
    from tui_reader.sources import open_source
    from tui_reader.store import Library

    try:
        settings = load_settings(home)
        table = commands(settings.keys, where=str(home.config_file))
        document = open_source(source) if source is not None else None
        library = Library.open(home.data)
    except TuiReaderError as error:
        print(f"tui-reader: {error}", file=sys.stderr)
        return 1
    with library:
        crashed = last_report(home.crash_report)
        notices = [*library.notices, *([crashed] if crashed else [])]
        app = ReaderApp(library, settings, table, document, home.crash_report, notices)
        app.run()
        return app.return_code or 0
