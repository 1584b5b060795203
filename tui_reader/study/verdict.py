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
    """How one part of an answer was met, with the words that were expected.

    `reason` says what was wrong with it, in words for the reader; `said` is what was typed for it, empty where that
    cannot be told apart from the rest.
    """

    part: Part
    expected: str
    verdict: Verdict
    reason: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Grade:
    """What a typed answer was judged to be, for a screen to show.

    `verdict`: `partly` is neither right nor wrong: the reader is told why and asked to confirm it.
    `share`: how much of the answer was there, 0 to 1.
    `reason`: why it is not right, in words for the reader; empty where there is nothing to say.
    `missing`: the words of the answer that were not typed, nor anything that stands for them.
    `parts`: how the actor, the condition and the consequence were met, in the order of the answer; one part where the
    answer has only one. Those of a right answer are all right.
    `unasked`: the words typed that stand for nothing in the answer.
    """

    verdict: Verdict
    share: float
    reason: str = ""
    missing: tuple[str, ...] = ()
    parts: tuple[PartGrade, ...] = ()
    unasked: tuple[str, ...] = ()

    @property
    def right(self) -> bool:
        return self.verdict is Verdict.RIGHT

    def part(self, part: Part) -> PartGrade | None:
        """Return how a part of the answer was met, None if the answer has no such part."""
        return next((one for one in self.parts if one.part is part), None)
