"""The tree of what hangs on what, flat, one row after another; knows no Textual."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tui_reader.argument.graph import tie
from tui_reader.argument.ladder import (
    Ladder,
    Mark,
    Outcome,
    Rung,
    by_obligor,
    ladders,
    mark_of,
    outcome,
)
from tui_reader.model import Condition, Document, Extraction, Span

OUTCOMES = {Outcome.OPEN: "", Outcome.FOLLOWS: "✓ follows", Outcome.FAILS: "✗ fails", Outcome.CONTESTED: "? contested"}
MARKS = {Mark.OPEN: "○ open", Mark.MET: "✓ met", Mark.UNMET: "✗ unmet", Mark.CONTESTED: "? contested"}
NEXT = {Mark.OPEN: Mark.MET, Mark.MET: Mark.UNMET, Mark.UNMET: Mark.CONTESTED, Mark.CONTESTED: Mark.OPEN}


@dataclass(frozen=True, slots=True)
class Rail:
    """One row: the lines of the tree before it, its words, its state, whose it is; a rung has its condition."""

    rails: str
    lead: str
    words: str
    state: str
    detail: str
    span: Span
    condition: Condition | None = None


def tree(document: Document, extraction: Extraction, marks: Mapping[str, Mark]) -> list[Rail]:
    """Return the rows by outcome, chains joined."""
    names = {actor.id: actor.name for actor in extraction.actors}
    rows: list[Rail] = []
    for ladder in ladders(document, extraction):
        rows += _ladder(document, names, ladder, marks, "", "")
    return rows


def duties(document: Document, extraction: Extraction, marks: Mapping[str, Mark]) -> list[Rail]:
    """Return the rows by who must act."""
    names = {actor.id: actor.name for actor in extraction.actors}
    rows: list[Rail] = []
    for obligor, conditions in by_obligor(extraction).items():
        name = names.get(obligor, obligor) if obligor else "nobody who is named"
        rows.append(Rail("", "", f"{name} must act" if obligor else name, "", "", conditions[0].antecedent))
        for index, condition in enumerate(conditions):
            rails = " └─ " if index == len(conditions) - 1 else " ├─ "
            state = MARKS[marks.get(condition.id, Mark.OPEN)]
            lead = f"{tie(document, condition)}  "
            words = f"{_words(document, condition.antecedent)}  →  {_words(document, condition.consequent)}"
            rows.append(
                Rail(rails, lead, words, state, _holder(document, names, condition), condition.antecedent, condition)
            )
    return rows


def _ladder(
    document: Document, names: Mapping[str, str], ladder: Ladder, marks: Mapping[str, Mark], rails: str, below: str
) -> Iterator[Rail]:
    first = ladder.rungs[0].condition
    yield Rail(rails, "", ladder.outcome, OUTCOMES[outcome(ladder, marks)], "", first.consequent)
    for index, rung in enumerate(ladder.rungs):
        last = index == len(ladder.rungs) - 1
        yield _rung(document, names, rung, marks, below + (" └─ " if last else " ├─ "))
        inner = below + ("    " if last else " │  ")
        for number, lower in enumerate(rung.below):
            end = number == len(rung.below) - 1
            yield from _ladder(
                document, names, lower, marks, inner + (" └─ " if end else " ├─ "), inner + ("    " if end else " │  ")
            )


def _rung(document: Document, names: Mapping[str, str], rung: Rung, marks: Mapping[str, Mark], rails: str) -> Rail:
    condition = rung.condition
    obligor = names.get(condition.obligor) if condition.obligor else None
    must = f" · {obligor} must act" if obligor else ""
    times = f" · {rung.times} times" if rung.times > 1 else ""
    return Rail(
        rails,
        f"{tie(document, condition)}  ",
        _words(document, condition.antecedent),
        MARKS[mark_of(rung, marks)],
        f"{_holder(document, names, condition)}{must}{times}",
        condition.antecedent,
        condition,
    )


def _holder(document: Document, names: Mapping[str, str], condition: Condition) -> str:
    return names.get(condition.holder, condition.holder) if condition.holder else document.author or "the writer"


def _words(document: Document, span: Span) -> str:
    return " ".join(span.of(document.text).split())
