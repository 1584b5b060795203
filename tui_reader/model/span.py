"""A stretch of a document's text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open `[start, end)` offsets in Unicode code points into `Document.text`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the characters of *text* that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def covers(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def overlap(self, other: Span) -> int:
        """Return the number of characters that both spans cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def dice(self, other: Span) -> float:
        """Return the Dice coefficient of the characters of both spans, 0 to 1."""
        total = len(self) + len(other)
        return 2 * self.overlap(other) / total if total else 0.0

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)
