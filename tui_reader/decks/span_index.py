"""What overlaps a stretch of text, found without looking at everything."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from tui_reader.model import Span

T = TypeVar("T")


class SpanIndex(Generic[T]):
    """Things by where they stand; a query costs as much as there is near the asked span."""

    def __init__(self, things: Iterable[T], span: Callable[[T], Span]) -> None:
        self._rows = sorted(((span(thing), thing) for thing in things), key=lambda row: row[0])
        self._starts = [row[0].start for row in self._rows]
        self._longest = max((len(row[0]) for row in self._rows), default=0)

    def over(self, span: Span) -> list[T]:
        """Return what shares a character with *span*, in the order of the text."""
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_left(self._starts, span.end)
        return [thing for place, thing in self._rows[first:last] if place.overlap(span)]
