"""The word lists of this room, kept as data."""

from __future__ import annotations

import re
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
    row = table("words")[name]
    found: list[str] = row if isinstance(row, list) else row.split()
    return frozenset(found) | {word.replace("’", "'") for word in found}


def alternatives(name: str) -> str:
    """Return the words or phrases of the class *name* as what stands between the bars of a pattern, longest first."""
    row = table("words")[name]
    found = row if isinstance(row, list) else row.split()
    return "|".join(re.escape(one) for one in sorted(found, key=len, reverse=True))
