"""The marks that the items found in a text make in it."""

from __future__ import annotations

from collections.abc import Collection

from tui_reader.app.kinds import FIRST_SHOWN, Kind, Mark
from tui_reader.model import Claim, Condition, Extraction, Item, Mode, Position, Span, item_span


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
