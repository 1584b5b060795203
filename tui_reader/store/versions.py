"""A text that has changed since it was read: recognised, and what the reader did to it carried over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from tui_reader.model import Anchor, Card, Document, Edit, EditAction, Extraction, Item, Question, Span
from tui_reader.store.amendments import SPAN_FIELDS, span_text
from tui_reader.store.standing import standing_edits
from tui_reader.store.textmap import TextMap

NOWHERE = frozenset({"-", "clipboard", ""})  # locations at which any text may be found
SAME_TEXT = 0.3  # of the shorter text must be shared: below it the location holds another text


@dataclass(frozen=True, slots=True)
class Changes:
    """How a text differs from the version before it.

    `added` are spans of the new text, `removed` of the old one; `vanished` are items of the old extraction, `new` and
    `kept` items of the new one.
    """

    previous: Document
    added: tuple[Span, ...]
    removed: tuple[Span, ...]
    kept: tuple[Item, ...] = ()
    vanished: tuple[Item, ...] = ()
    new: tuple[Item, ...] = ()


def is_version(old: Document, new: Document) -> bool:
    """Return whether *new* is what *old* has become at its location."""
    if old.id == new.id or old.source.location != new.source.location or new.source.location in NOWHERE:
        return False
    return TextMap.between(old.text, new.text).shared >= SAME_TEXT * max(1, min(len(old.text), len(new.text)))


def compare(old: Document, new: Document, before: Extraction | None, after: Extraction | None) -> Changes:
    """Return what changed, vanished and is new; of items only where both were extracted."""
    blocks = TextMap.between(old.text, new.text).blocks
    added = _gaps([Span(there, there + length) for _, there, length in blocks], new.text)
    removed = _gaps([Span(start, start + length) for start, _, length in blocks], old.text)
    if before is None or after is None:
        return Changes(old, added, removed)
    olds, news = _items(before), _items(after)
    return Changes(
        old,
        added,
        removed,
        kept=tuple(item for name, item in news.items() if name in olds),
        vanished=tuple(item for name, item in olds.items() if name not in news),
        new=tuple(item for name, item in news.items() if name not in olds),
    )


def carry_anchor(anchor: Anchor, places: TextMap, new: str) -> Anchor:
    """Return the anchor where its words stand in the new text, as it was if they are gone."""
    length = max(1, len(anchor.quote))
    there = places.span(Span(anchor.offset, anchor.offset + length)) or anchor.find(new)
    if there is None:
        return anchor
    return Anchor.of(new, there if anchor.quote else Span(there.start, there.start))


def carry_edits(edits: Iterable[Edit], new: Document, places: TextMap) -> list[Edit]:
    """Return the edits that stand, of the new version: anchors and spans where their words are now.

    A note whose words are gone is kept with its old anchor, so that it can still be read.
    """
    return [edit for old in standing_edits(edits) if (edit := _carry(old, new, places)) is not None]


def carry_cards(olds: Iterable[Card], news: Iterable[Card]) -> dict[str, str]:
    """Return for each old card the new one that asks the same of the same item."""
    by_question: dict[tuple[str, Question, str], str] = {
        (card.item, card.question, card.part): card.id for card in news
    }
    pairs = ((card.id, by_question.get((card.item, card.question, card.part))) for card in olds)
    return {old: new for old, new in pairs if new is not None and new != old}


def _carry(edit: Edit, new: Document, places: TextMap) -> Edit | None:
    changes = dict(edit.changes)
    for name in SPAN_FIELDS & changes.keys():
        start, _, end = changes[name].partition(":")
        if not end:
            continue
        there = places.span(Span(int(start), int(end)))
        if there is None and edit.action is EditAction.ADD:
            return None
        if there is None:
            del changes[name]
        else:
            changes[name] = span_text(there)
    if edit.action is EditAction.AMEND and edit.changes and not changes:
        return None
    anchor = edit.anchor and carry_anchor(edit.anchor, places, new.text)
    return replace(edit, document=new.id, changes=changes, anchor=anchor)


def _gaps(blocks: Iterable[Span], text: str) -> tuple[Span, ...]:
    """Return the stretches between the blocks that are more than white space."""
    gaps, at = [], 0
    for block in [*blocks, Span(len(text), len(text))]:
        if text[at : block.start].strip():
            gaps.append(Span(at, block.start))
        at = max(at, block.end)
    return tuple(gaps)


def _items(extraction: Extraction) -> Mapping[str, Item]:
    items: tuple[Item, ...] = (*extraction.claims, *extraction.conditions, *extraction.positions)
    return {item.id: item for item in items}
