"""How the app ends when it fails: with a report, and without the reader's text on the terminal."""

from __future__ import annotations

from pathlib import Path

from tui_reader.app.crash import write_report
from tui_reader.app.toasts import Toasts


class FailingApp(Toasts):
    """Writes a report of what ended it to `crash_report`.

    Textual has no public hook for an exception that nothing handled, and by default prints the local variables of every
    frame, the reader's text among them; `_handle_exception` is where all of its parts bring one.
    """

    crash_report: Path | None = None

    def save_place(self) -> None:
        """Keep where the reader is."""

    def _handle_exception(self, error: Exception) -> None:
        try:
            self.save_place()
        except Exception as again:  # noqa: BLE001 - the first failure is the one to report
            error.add_note(type(again).__name__)
        where = ""
        if self.crash_report is not None and write_report(self.crash_report, error):
            where = f" A report, without your text, is in {self.crash_report}."
        if self.is_headless:
            super()._handle_exception(error)
            return
        self._return_code = 1
        self.panic(
            f"tui-reader ended by a mistake of its own ({type(error).__name__}); what you answered is kept.{where}"
        )
