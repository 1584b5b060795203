"""What a reader answered, and what is known of a card from all of its answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum


class Rating(IntEnum):
    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class StudyMode(StrEnum):
    FLASHCARD = "flashcard"
    CHOICE = "choice"
    TYPED = "typed"
    TRUE_FALSE = "true-false"
    MATCH = "match"
    RECALL = "recall"
    EXAM = "exam"


class Phase(StrEnum):
    NEW = "new"
    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


@dataclass(frozen=True, slots=True)
class Review:
    """One rating of one card at one moment (aware, UTC); `seconds` is the time from prompt to rating."""

    card: str
    rating: Rating
    at: datetime
    mode: StudyMode = StudyMode.FLASHCARD
    seconds: float | None = None
    confidence: float | None = None  # 0 to 1, as stated before the answer was shown
    answer: str | None = None  # as typed or chosen


@dataclass(frozen=True, slots=True)
class CardState:
    """A card's schedule as it follows from its reviews; times are aware, UTC.

    `stability` is in days; `step` is the place among the learning steps, None in review; `suspended` and `buried_until`
    are the reader's, not the scheduler's.
    """

    phase: Phase = Phase.NEW
    stability: float | None = None
    difficulty: float | None = None
    step: int | None = None
    due: datetime | None = None
    last_review: datetime | None = None
    reviews: int = 0
    lapses: int = 0
    suspended: bool = False
    buried_until: datetime | None = None

    @property
    def unseen(self) -> bool:
        """Whether the card is still to be asked for the first time, today or, if it was put off, later."""
        return self.phase is Phase.NEW and not self.suspended
