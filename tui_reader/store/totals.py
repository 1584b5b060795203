"""How many reviews there were when, kept up with each one so that statistics need not read the log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tui_reader.model import Rating
from tui_reader.store.snapshot import Rows

GRAIN = 900  # seconds: a quarter of an hour, which the borders of every time zone's days fall on


@dataclass(frozen=True, slots=True)
class Total:
    """The reviews of a stretch of time from `start` (aware, UTC): by rating, seconds spent, cards seen first."""

    start: datetime
    ratings: Mapping[Rating, int] = field(default_factory=dict)
    seconds: float = 0.0
    introduced: int = 0

    @property
    def reviews(self) -> int:
        return sum(self.ratings.values())

    def __add__(self, other: Total) -> Total:
        ratings = {rating: self.ratings.get(rating, 0) + other.ratings.get(rating, 0) for rating in Rating}
        return Total(self.start, ratings, self.seconds + other.seconds, self.introduced + other.introduced)


def count_review(rows: Rows, told: Mapping[str, Any], before: Mapping[str, Any] | None, by: int = 1) -> None:
    """Count a review, as it was written, of a card in the state *before*; `by` -1 takes it back."""
    key = str(int(datetime.fromisoformat(told["at"]).timestamp()) // GRAIN * GRAIN)
    row = rows.setdefault(key, {})
    rating = str(told["rating"])
    row[rating] = row.get(rating, 0) + by
    if told.get("seconds"):
        row["seconds"] = round(row.get("seconds", 0.0) + by * told["seconds"], 3)
    if before is None or not before.get("reviews"):
        row["new"] = row.get("new", 0) + by
    if not any(row.values()):
        del rows[key]


def read_totals(rows: Rows) -> tuple[Total, ...]:
    return tuple(
        Total(
            start=datetime.fromtimestamp(int(key), UTC),
            ratings={rating: row.get(str(int(rating)), 0) for rating in Rating},
            seconds=row.get("seconds", 0.0),
            introduced=row.get("new", 0),
        )
        for key, row in sorted(rows.items(), key=lambda item: int(item[0]))
    )
