"""Where files live: the platform's places, or one folder that the reader names."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

APP = "tui-reader"
HOME_VARIABLE = "TUI_READER_HOME"


@dataclass(frozen=True, slots=True)
class Home:
    """The folders that the program reads and writes; `data` has everything that must not be lost."""

    data: Path
    config: Path

    @property
    def config_file(self) -> Path:
        return self.config / "config.toml"

    @property
    def crash_report(self) -> Path:
        return self.data / "crash.txt"


def find_home(folder: Path | str | None = None) -> Home:
    """Return the folders under *folder*, else under `TUI_READER_HOME`, else where the platform keeps such things."""
    named = folder or os.environ.get(HOME_VARIABLE)
    if named:
        path = Path(named).expanduser()
        return Home(path, path)
    from platformdirs import user_config_path, user_data_path

    return Home(user_data_path(APP, appauthor=False), user_config_path(APP, appauthor=False))
