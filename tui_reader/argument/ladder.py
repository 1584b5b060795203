"""What hangs on what: from each outcome to what must hold for it, and what follows once something is met or not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from tui_reader.model import Condition, ConditionKind, Document, Extraction

SAME = 82.0  # rapidfuzz token-sort ratio, 0 to 100, from which two clauses are one situation
NEGATIONS = re.compile(r"\b(?:not|no|never|without|nobody|nothing|neither|nor|cannot)\b|n['’]t\b", re.IGNORECASE)
EMPTY = re.compile(r"\b(?:the|a|an|that|will|would|shall|should|is|are|was|were|be|been|has|have|had)\b")


class Mark(StrEnum):
    """What a reader thinks of an antecedent."""

    OPEN = "open"
    MET = "met"
    UNMET = "unmet"
    CONTESTED = "contested"

    @property
    def sign(self) -> str:
        return {"open": "○", "met": "✓", "unmet": "✗", "contested": "?"}[self.value]


class Outcome(StrEnum):
    """What follows for a consequent from the marks below it."""

    OPEN = "open"
    FOLLOWS = "follows"
    FAILS = "fails"
    CONTESTED = "contested"


@dataclass(frozen=True, slots=True)
class Rung:
    """One condition under an outcome; `below` are the outcomes that its antecedent is itself the consequent of.

    `again` are conditions that say the same in other places of the text.
    """

    condition: Condition
    again: tuple[Condition, ...] = ()
    below: tuple[Ladder, ...] = ()

    @property
    def times(self) -> int:
        """How often the text says it."""
        return 1 + len(self.again)


@dataclass(frozen=True, slots=True)
class Ladder:
    """One outcome, in the words of the text, and the conditions that it hangs on."""

    outcome: str
    rungs: tuple[Rung, ...]


def ladders(document: Document, extraction: Extraction) -> tuple[Ladder, ...]:
    """Return the outcomes of a text in its order, chains joined; one that another hangs on stands under that one."""
    groups = _grouped(document, extraction.conditions)
    outcomes = {id(group): _say(document, group[0]) for group in groups}
    joined: set[int] = set()

    def built(group: Sequence[Condition], above: frozenset[int]) -> Ladder:
        rungs: list[Rung] = []
        for condition, again in _merged(document, group):
            below = []
            for other in groups:
                if id(other) in above or other is group:
                    continue
                if same_situation(condition.antecedent.of(document.text), outcomes[id(other)]):
                    joined.add(id(other))
                    below.append(built(other, above | {id(group)}))
            rungs.append(Rung(condition, again, tuple(below)))
        return Ladder(outcomes[id(group)], tuple(rungs))

    found = [(id(group), built(group, frozenset({id(group)}))) for group in groups]
    roots = [ladder for key, ladder in found if key not in joined]
    return tuple(roots or [ladder for _, ladder in found])


def same_situation(one: str, other: str) -> bool:
    """Say whether two clauses tell of one situation: nearly the same words, negated alike."""
    if len(NEGATIONS.findall(one)) % 2 != len(NEGATIONS.findall(other)) % 2:
        return False
    return fuzz.token_sort_ratio(_core(one), _core(other)) >= SAME


def outcome(ladder: Ladder, marks: Mapping[str, Mark]) -> Outcome:
    """Return what follows for a ladder's outcome from the reader's marks, by condition id.

    A sufficient condition that is met brings it about; a necessary one that is unmet makes it fail, but a negative
    outcome ("no boat will sail without a permit") it brings about; an exceptive one that is met makes it fail, and
    unmet brings it about; a concessive outcome holds anyway.
    """
    negative = len(NEGATIONS.findall(ladder.outcome)) % 2 == 1
    found = {_follows(rung, marks, negative) for rung in ladder.rungs}
    if Outcome.FAILS in found and Outcome.FOLLOWS in found:
        return Outcome.CONTESTED
    for decided in (Outcome.FAILS, Outcome.FOLLOWS, Outcome.CONTESTED):
        if decided in found:
            return decided
    return Outcome.OPEN


def mark_of(rung: Rung, marks: Mapping[str, Mark]) -> Mark:
    """Return the reader's mark of an antecedent, else what follows for it from the marks below it."""
    own = marks.get(rung.condition.id, Mark.OPEN)
    if own is not Mark.OPEN or not rung.below:
        return own
    below = {outcome(ladder, marks) for ladder in rung.below}
    if Outcome.CONTESTED in below or {Outcome.FOLLOWS, Outcome.FAILS} <= below:
        return Mark.CONTESTED
    if Outcome.FOLLOWS in below:
        return Mark.MET
    return Mark.UNMET if Outcome.FAILS in below else Mark.OPEN


def by_obligor(extraction: Extraction) -> dict[str | None, tuple[Condition, ...]]:
    """Return the conditions by who must act, those on whom most hangs first; None for nobody named."""
    grouped: dict[str | None, list[Condition]] = {}
    for condition in extraction.conditions:
        grouped.setdefault(condition.obligor, []).append(condition)
    order = sorted(grouped, key=lambda obligor: (obligor is None, -len(grouped[obligor])))
    return {obligor: tuple(grouped[obligor]) for obligor in order}


def _follows(rung: Rung, marks: Mapping[str, Mark], negative: bool) -> Outcome:
    mark = mark_of(rung, marks)
    if mark is Mark.CONTESTED:
        return Outcome.CONTESTED
    match rung.condition.kind, mark:
        case ConditionKind.SUFFICIENT, Mark.MET:
            return Outcome.FOLLOWS
        case ConditionKind.NECESSARY, Mark.UNMET:
            return Outcome.FOLLOWS if negative else Outcome.FAILS
        case ConditionKind.EXCEPTIVE, Mark.MET:
            return Outcome.FAILS
        case ConditionKind.EXCEPTIVE, Mark.UNMET:
            return Outcome.FOLLOWS
        case ConditionKind.CONCESSIVE, Mark.MET | Mark.UNMET:
            return Outcome.FOLLOWS
        case _:
            return Outcome.OPEN


def _grouped(document: Document, conditions: Iterable[Condition]) -> list[list[Condition]]:
    groups: list[list[Condition]] = []
    for condition in conditions:
        words = _say(document, condition)
        home = next((group for group in groups if same_situation(words, _say(document, group[0]))), None)
        if home is None:
            groups.append([condition])
        else:
            home.append(condition)
    return groups


def _merged(document: Document, group: Sequence[Condition]) -> list[tuple[Condition, tuple[Condition, ...]]]:
    """Join the conditions of one kind whose antecedents say the same."""
    merged: list[tuple[Condition, list[Condition]]] = []
    for condition in group:
        words = condition.antecedent.of(document.text)
        twin = next(
            (
                again
                for first, again in merged
                if first.kind is condition.kind and same_situation(words, first.antecedent.of(document.text))
            ),
            None,
        )
        if twin is None:
            merged.append((condition, []))
        else:
            twin.append(condition)
    return [(condition, tuple(again)) for condition, again in merged]


def _say(document: Document, condition: Condition) -> str:
    return " ".join(condition.consequent.of(document.text).split())


def _core(words: str) -> str:
    return " ".join(EMPTY.sub(" ", words.casefold()).split())
