"""The four kinds of marked text: one sign and one colour name each, everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tui_reader.model import Span


class Kind(StrEnum):
    """A kind of mark; its value is also the end of its theme variable and style names."""

    CONDITION = "condition"
    POSITION = "position"
    ATTRIBUTION = "attribution"
    NARRATION = "narration"
    NOTE = "note"

    @property
    def sign(self) -> str:
        return SIGNS[self]


SIGNS: dict[Kind, str] = {
    Kind.CONDITION: "◆",
    Kind.POSITION: "●",
    Kind.ATTRIBUTION: "“",
    Kind.NARRATION: "○",
    Kind.NOTE: "✎",
}
MEANING: dict[Kind, str] = {
    Kind.CONDITION: "a condition: if this, then that",
    Kind.POSITION: "a position: where somebody stands",
    Kind.ATTRIBUTION: "somebody's words or thoughts",
    Kind.NARRATION: "the writer's own voice",
    Kind.NOTE: "your own highlight or note",
}
FIRST_SHOWN = frozenset({Kind.CONDITION, Kind.POSITION, Kind.ATTRIBUTION, Kind.NOTE})


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that is shown in the manner of its kind; `id` is the item's."""

    span: Span
    kind: Kind
    id: str
    first: bool = True  # it begins the item: the gutter has its sign here


class MarkIndex:
    """Finds the marks that touch a stretch of the text."""

    def __init__(self, found: list[Mark]) -> None:
        self.marks = found
        self._reach: list[int] = []  # the furthest end of this mark and all before it
        furthest = 0
        for mark in found:
            furthest = max(furthest, mark.span.end)
            self._reach.append(furthest)

    def touching(self, start: int, end: int) -> list[Mark]:
        """Return the marks with a character in `[start, end)`, in order."""
        low, high = 0, len(self.marks)
        while low < high:
            middle = (low + high) // 2
            if self.marks[middle].span.start < end:
                low = middle + 1
            else:
                high = middle
        found = []
        for index in range(low - 1, -1, -1):
            if self._reach[index] <= start:
                break
            if self.marks[index].span.end > start:
                found.append(self.marks[index])
        return found[::-1]
