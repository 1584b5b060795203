"""What a typed answer was judged to be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Grade:
    """A verdict with its reason for the reader, the share of the answer that was given, and the words left out."""

    verdict: Verdict
    share: float
    reason: str = ""
    missing: tuple[str, ...] = ()

    @property
    def right(self) -> bool:
        return self.verdict is Verdict.RIGHT
