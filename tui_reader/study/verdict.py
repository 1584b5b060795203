"""What a typed answer was judged to be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"


class Part(StrEnum):
    """What one part of an answer tells."""

    ACTOR = "actor"
    CONDITION = "condition"
    CONSEQUENCE = "consequence"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class PartGrade:
    """How one part of an answer was met, with the words that were expected."""

    part: Part
    expected: str
    verdict: Verdict
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Grade:
    """A verdict with its reason for the reader, the share of the answer that was given, the words left out, the parts.

    `partly` is not right: the reader is asked to confirm it.
    """

    verdict: Verdict
    share: float
    reason: str = ""
    missing: tuple[str, ...] = ()
    parts: tuple[PartGrade, ...] = ()

    @property
    def right(self) -> bool:
        return self.verdict is Verdict.RIGHT
