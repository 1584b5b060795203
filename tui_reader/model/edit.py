"""What a reader changed by hand; kept apart from what was extracted, so that it survives a re-extraction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from tui_reader.model.anchor import Anchor


class EditAction(StrEnum):
    REJECT = "reject"  # the item or card is not shown
    RESTORE = "restore"  # takes a rejection back
    AMEND = "amend"  # `changes` replaces fields of it
    ADD = "add"  # an item of the reader's own
    NOTE = "note"  # a note or highlight on the anchored words
    MERGE = "merge"  # two actors are one: target is kept, changes["with"] goes into it
    SPLIT = "split"  # takes a merge back
    ACCEPT = "accept"  # changes["answer"] is a right answer to the card
    WITHDRAW = "withdraw"  # takes an acceptance back


class EditTarget(StrEnum):
    CLAIM = "claim"
    CONDITION = "condition"
    POSITION = "position"
    ACTOR = "actor"
    CARD = "card"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Edit:
    """One change by the reader to one thing of one document; `anchor` finds an item again after a re-extraction."""

    document: str
    target: EditTarget
    id: str
    action: EditAction
    at: datetime
    changes: Mapping[str, str] = field(default_factory=dict)
    anchor: Anchor | None = None
