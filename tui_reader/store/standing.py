"""Which of the reader's edits count."""

from __future__ import annotations

from collections.abc import Iterable

from tui_reader.model import Edit, EditAction, EditTarget


def standing_edits(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return the edits that count, in order: without rejections and merges that were taken back later."""
    rejected: dict[tuple[EditTarget, str], int] = {}
    merged: dict[tuple[str, str], int] = {}
    kept: dict[int, Edit] = {}
    for number, edit in enumerate(edits):
        thing, pair = (edit.target, edit.id), (edit.id, edit.changes.get("with", ""))
        match edit.action:
            case EditAction.REJECT:
                rejected[thing] = number
                kept[number] = edit
            case EditAction.RESTORE:
                kept.pop(rejected.pop(thing, -1), None)
            case EditAction.MERGE:
                merged[pair] = number
                kept[number] = edit
            case EditAction.SPLIT:
                for known in [known for known in merged if known == pair or (not pair[1] and known[0] == edit.id)]:
                    kept.pop(merged.pop(known), None)
            case _:
                kept[number] = edit
    return tuple(kept.values())


def rejected_ids(edits: Iterable[Edit]) -> frozenset[str]:
    """Return the ids of the items and cards that are rejected."""
    return frozenset(edit.id for edit in standing_edits(edits) if edit.action is EditAction.REJECT)
