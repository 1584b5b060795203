"""A small text and what is found in it, made by hand."""

from tui_reader.model import (
    Actor,
    ActorKind,
    Claim,
    Condition,
    ConditionKind,
    Extraction,
    Issue,
    Mode,
    Position,
    Span,
    Stance,
)
from tui_reader.sources import read_text

TEXT = """The Toll of Orrin

Maud Ferrier said that the toll will fall. If the council agrees, the boats will come in May.

Nobody asked the ferrymen. They refuse the new timetable [i]in all its parts[/i], and they wait.
"""
DOCUMENT = read_text(TEXT)


def span(words, nth=0):
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return Span(at, at + len(words))


EXTRACTION = Extraction(
    DOCUMENT.id,
    actors=(
        Actor("a1", "Maud Ferrier", ActorKind.PERSON, ("Maud Ferrier",), (span("Maud Ferrier"),)),
        Actor("a2", "the council", ActorKind.ORGANISATION, ("the council",), (span("the council"),)),
        Actor("a3", "the ferrymen", ActorKind.GROUP, ("the ferrymen", "They"), (span("the ferrymen"),)),
    ),
    claims=(
        Claim("c1", span("the toll will fall"), Mode.INDIRECT, "a1"),
        Claim("c2", span("Nobody asked the ferrymen"), Mode.NARRATION),
    ),
    conditions=(
        Condition(
            "d1",
            ConditionKind.SUFFICIENT,
            span("If"),
            span("the council agrees"),
            span("the boats will come in May"),
            "a1",
            "a2",
        ),
    ),
    positions=(
        Position(
            "p1", "a3", Issue("the new timetable", span("the new timetable")), Stance.REFUSES, span("They refuse")
        ),
    ),
)
