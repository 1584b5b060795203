"""A form that asks where to write what an exam came to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from tui_reader.app.screens.form import FormField, FormScreen
from tui_reader.errors import DeckError, StoreError
from tui_reader.study.exam import result_of, write
from tui_reader.study.exercise import Exercise


class ReportScreen(FormScreen[Path]):
    """Comes back with the file that was written, or with None."""

    heading = "Write the result of the exam"

    def __init__(self, title: str, answered: Sequence[Exercise], names: Mapping[tuple[str, str], str]) -> None:
        super().__init__()
        self.told = title
        self.outcome = result_of(answered, names)

    def lines(self) -> Sequence[FormField]:
        today = datetime.now(UTC).astimezone().date()
        return [FormField("file", "to a file; as JSON if it ends in .json", f"exam-{today}.txt")]

    def result(self, given: Mapping[str, str]) -> Path:
        file = Path(given["file"].strip()).expanduser()
        if not given["file"].strip():
            raise StoreError("a file needs a name")
        try:
            write(file, self.told, self.outcome)
        except DeckError as error:
            raise StoreError(str(error)) from error
        return file
