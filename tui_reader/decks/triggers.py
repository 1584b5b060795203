"""How each tie of a condition is asked about, out of the table of triggers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tui_reader.decks.lexicon import table
from tui_reader.model import ConditionKind


@dataclass(frozen=True, slots=True)
class Tie:
    """A subordinator: `asks` says how the consequent is asked for: `follows`, `happens`, `front` or `trail`."""

    pattern: str
    asks: str


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb or noun that ties two phrases: `ask` asks for the antecedent of {c}, `back` for the consequent of {a}."""

    pattern: str
    ask: str
    back: str


@cache
def subordinate(trigger: str) -> Tie | None:
    """Return how the subordinator *trigger* is asked about, None where it is none."""
    return next((Tie(**row) for row in table("triggers")["subordinate"] if re.fullmatch(row["pattern"], trigger)), None)


@cache
def predicate(trigger: str) -> Predicate | None:
    """Return how the verb or noun *trigger* is asked about, None where it is none."""
    return next(
        (Predicate(**row) for row in table("triggers")["predicate"] if re.fullmatch(row["pattern"], trigger)), None
    )


@cache
def ties() -> dict[ConditionKind, tuple[str, ...]]:
    """Return the words that tie a condition of each kind, the plainest first."""
    return {ConditionKind(kind): tuple(row.split("; ")) for kind, row in table("triggers")["ties"].items()}
