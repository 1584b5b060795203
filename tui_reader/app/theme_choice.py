"""Which theme the reader chose: one word in a file of its own, so that the first screen waits for no library."""

from __future__ import annotations

from pathlib import Path

FILE = "theme"


def chosen_theme(folder: Path) -> str | None:
    """Return the name of the theme that was chosen, None if none was or the file cannot be read."""
    try:
        return (folder / FILE).read_text(encoding="utf-8").strip() or None
    except (OSError, UnicodeDecodeError):
        return None


def choose_theme(folder: Path, name: str) -> bool:
    """Keep the choice, and say whether it could be kept."""
    new = folder / f"{FILE}.new"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        new.write_text(name + "\n", encoding="utf-8")
        new.replace(folder / FILE)
    except OSError:
        return False
    return True
