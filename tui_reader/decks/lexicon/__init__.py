"""The word lists of this room, kept as data."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _tables() -> dict[str, str]:
    loaded: dict[str, str] = tomllib.loads((files(__name__) / "words.toml").read_text(encoding="utf-8"))
    return loaded


@cache
def wordset(name: str) -> frozenset[str]:
    """Return the words of the class *name*, folded; a word with an apostrophe in both its shapes."""
    found = _tables()[name].split()
    return frozenset(found) | {word.replace("’", "'") for word in found}
