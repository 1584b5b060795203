"""Where in a file of the reader's something is wrong, and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def place(path: Path, text: str, name: str) -> str:
    """Return `file:line` of a dotted name; tomllib tells no lines of what it parsed well."""
    table, _, key = name.rpartition(".")
    current = ""
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if bare.startswith("["):
            current = bare.partition("#")[0].strip("[] ")
            if current == name:
                return f"{path}:{number}"
        written = bare.partition("=")[0].strip().strip("\"'")
        if (current == table and written == key) or (not current and written == name):
            return f"{path}:{number}"
    return str(path)


def nearest(name: str, known: Iterable[str]) -> str:
    """Return `; did you mean …?` for the known name nearest to a wrong one, empty where none is near."""
    from rapidfuzz import process

    found = process.extractOne(name, list(known), score_cutoff=60)
    return f"; did you mean {found[0]!r}?" if found else ""
