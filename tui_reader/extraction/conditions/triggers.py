"""The words that tie a condition, found in one pass over a part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from tui_reader.extraction import lexicon
from tui_reader.extraction.conditions.draft import Stretch
from tui_reader.extraction.conditions.part import Part
from tui_reader.model import ConditionKind


class Family(StrEnum):
    """What follows a trigger, and so which rules read it."""

    CLAUSE = "clause"
    PHRASE = "phrase"
    EITHER = "either"
    UNTIL = "until"
    BEFORE = "before"
    WITHOUT = "without"
    FREE = "free"
    PLACE = "place"
    GRANTED = "granted"
    EVENT = "event"
    INVERSION = "inversion"


@dataclass(frozen=True, slots=True)
class Trigger:
    """An occurrence of trigger words."""

    words: str
    family: Family
    kind: ConditionKind
    start: int
    end: int

    @property
    def stretch(self) -> Stretch:
        return self.start, self.end


@cache
def _table() -> dict[str, list[tuple[tuple[str, ...], Family, ConditionKind]]]:
    table: dict[str, list[tuple[tuple[str, ...], Family, ConditionKind]]] = {}
    for words, family, kind in lexicon.rows("condition_triggers"):
        key = tuple(words.split())
        table.setdefault(key[0], []).append((key, Family(family), ConditionKind(kind)))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


def triggers(part: Part) -> Iterator[Trigger]:
    """Yield the longest trigger at each place, in order, none overlapping another."""
    table = _table()
    words = part.words
    i = 0
    while i < len(words):
        for key, family, kind in table.get(words[i], ()):
            if tuple(words[i : i + len(key)]) == key:
                yield Trigger(" ".join(key), family, kind, i, i + len(key))
                i += len(key)
                break
        else:
            i += 1
