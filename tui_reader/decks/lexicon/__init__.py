"""The word lists of this room, kept as data."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """Return the tables of the file `NAME.toml`."""
    return tomllib.loads((files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def wordset(name: str) -> frozenset[str]:
    """Return the words of the class *name*, folded; a word with an apostrophe in both its shapes."""
    found: list[str] = table("words")[name].split()
    return frozenset(found) | {word.replace("’", "'") for word in found}
