"""Which of the reader's edits count."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime

from tui_reader.model import Edit, EditAction, EditTarget, Review


def standing_edits(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return the edits that count, in order: without those that were taken back later."""
    rejected: dict[tuple[EditTarget, str], int] = {}
    merged: dict[tuple[str, str], int] = {}
    accepted: dict[tuple[str, str], list[int]] = {}
    kept: dict[int, Edit] = {}
    for number, edit in enumerate(edits):
        thing, pair = (edit.target, edit.id), (edit.id, edit.changes.get("with", ""))
        answer = (edit.id, edit.changes.get("answer", ""))
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
            case EditAction.ACCEPT:
                accepted.setdefault(answer, []).append(number)
                kept[number] = edit
            case EditAction.WITHDRAW:
                if accepted.get(answer):
                    kept.pop(accepted[answer].pop(), None)
            case _:
                kept[number] = edit
    return tuple(kept.values())


def withdrawal(edits: Iterable[Edit], review: Review, current: Callable[[str], str]) -> Edit | None:
    """Return the edit that takes back what was accepted with a review, None if nothing was or it does not stand."""
    return next(
        (
            replace(edit, action=EditAction.WITHDRAW, at=datetime.now(UTC))
            for edit in standing_edits(edits)
            if edit.action is EditAction.ACCEPT
            and edit.at == review.at
            and current(edit.id) == current(review.card)
            and edit.changes.get("answer") == " ".join((review.answer or "").split())
        ),
        None,
    )


def rejected_ids(edits: Iterable[Edit]) -> frozenset[str]:
    """Return the ids of the items and cards that are rejected."""
    return frozenset(edit.id for edit in standing_edits(edits) if edit.action is EditAction.REJECT)
