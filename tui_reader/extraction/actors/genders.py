"""What a first name says of its bearer's gender, after the 1990 census of the United States (package `names`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import names as census

CLEAR = 4.0  # a name counts as one gender's when it is this many times as frequent there


@cache
def frequencies(gender: str) -> Mapping[str, float]:
    """Return per cent of *gender* ("male", "female") who bear a first name, by the name in lower case."""
    with Path(census.FILES[f"first:{gender}"]).open(encoding="ascii") as file:
        return {row.split()[0].lower(): float(row.split()[1]) for row in file if row.strip()}


def is_first_name(word: str) -> bool:
    return word.lower() in frequencies("male") or word.lower() in frequencies("female")


def gender_of(first_name: str) -> str | None:
    """Return "m" or "f" where nearly all bearers of *first_name* are, else None."""
    word = first_name.lower()
    male, female = frequencies("male").get(word, 0.0), frequencies("female").get(word, 0.0)
    if male > female * CLEAR:
        return "m"
    if female > male * CLEAR:
        return "f"
    return None
