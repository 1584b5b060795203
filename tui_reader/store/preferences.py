"""What the app remembers by name: the last screen, a chosen tab, a theme."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tui_reader.store.journal import Journal


class Preferences:
    """The table of settings; values are JSON."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def get(self, key: str, default: Any = None) -> Any:
        row = self._journal.rows("settings").get(key)
        return default if row is None else row["value"]

    def apply(self, event: Mapping[str, Any], at: int, nth: int) -> None:
        match event:
            case {"setting": str(key), "value": value}:
                self._journal.rows("settings")[key] = {"value": value}

    def forget(self) -> None:
        """Nothing is cached."""
