"""The cue words by which sources know a heading, a byline, a voice or a line of boilerplate."""

from __future__ import annotations

import re
from functools import cache
from typing import Any


@cache
def cues(name: str) -> dict[str, Any]:
    """Return the table `lexicons/NAME.toml`."""
    import tomllib
    from importlib import resources

    with (resources.files("tui_reader.sources") / "lexicons" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def words(name: str, key: str) -> frozenset[str]:
    """Return a list of words of a table, in lower case."""
    return frozenset(word.lower() for word in cues(name)[key])


@cache
def pattern(name: str, key: str, *, ignore_case: bool = True) -> re.Pattern[str]:
    """Return a list of regular expressions of a table as one."""
    joined = "|".join(f"(?:{expression})" for expression in cues(name)[key])
    return re.compile(joined, re.IGNORECASE if ignore_case else 0)
