"""The four kinds of marked text: one sign and one colour name each, everywhere."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from tui_reader.model import Claim, Condition, Extraction, Item, Mode, Position, Span, item_span


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


def kind_of(item: Item) -> Kind:
    match item:
        case Condition():
            return Kind.CONDITION
        case Position():
            return Kind.POSITION
        case Claim():
            return Kind.NARRATION if item.mode is Mode.NARRATION else Kind.ATTRIBUTION


def items(extraction: Extraction) -> list[Item]:
    """Return conditions, positions and claims in the order of the text."""
    found: list[Item] = [*extraction.conditions, *extraction.positions, *extraction.claims]
    return sorted(found, key=lambda item: (item_span(item).start, item_span(item).end))


def spans_of(item: Item) -> tuple[Span, ...]:
    """Return the stretches that are lit for an item: a condition's two halves and its trigger, else its span."""
    if isinstance(item, Condition):
        return tuple(sorted({item.trigger, item.antecedent, item.consequent}))
    return (item_span(item),)


def marks(extraction: Extraction, shown: Collection[Kind] = FIRST_SHOWN) -> list[Mark]:
    """Return the marks of the kinds that are *shown*, sorted by where they begin."""
    found = []
    for item in items(extraction):
        kind = kind_of(item)
        if kind in shown:
            found += [Mark(span, kind, item.id, nth == 0) for nth, span in enumerate(spans_of(item)) if len(span)]
    return sorted(found, key=lambda mark: (mark.span.start, mark.span.end))


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
