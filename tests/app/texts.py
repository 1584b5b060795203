"""A small text, what is found in it and its cards, made by hand: how cards are worded is no matter of the app."""

from tui_reader.model import (
    Actor,
    ActorKind,
    Card,
    CardKind,
    Claim,
    Condition,
    ConditionKind,
    Extraction,
    Issue,
    Mode,
    Position,
    Question,
    Span,
    Stance,
    card_id,
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


def card(item, question, prompt, answer, words, weight):
    kind = CardKind.ATTRIBUTION if question is Question.SPEAKER else CardKind.CONDITION
    sentence = Span(TEXT.index("Maud"), TEXT.index("May.") + 4)
    actors = ("a1",) if item == "c1" else ("a1", "a2")
    name = card_id(DOCUMENT.id, item, question)
    return Card(
        name, DOCUMENT.id, item, kind, question, prompt, answer, span(words), sentence, actors=actors, weight=weight
    )


BY_HER = "According to Maud Ferrier in “The Toll of Orrin”, "
CARDS = (
    card(
        "d1",
        Question.ANTECEDENT,
        f"{BY_HER}the boats will come in May: if what happens?",
        "The council agrees",
        "the council agrees",
        1.35,
    ),
    card(
        "d1",
        Question.CONSEQUENCE,
        f"{BY_HER}what will follow if the council agrees?",
        "The boats will come in May",
        "the boats will come in May",
        1.25,
    ),
    card(
        "c1",
        Question.SPEAKER,
        "In “The Toll of Orrin”, who says that the toll will fall?",
        "Maud Ferrier",
        "the toll will fall",
        1.05,
    ),
    card(
        "d1",
        Question.OBLIGOR,
        f"{BY_HER}on whose action does it depend whether the boats will come in May?",
        "The council",
        "the council agrees",
        0.95,
    ),
    card(
        "d1",
        Question.STATER,
        "In “The Toll of Orrin”, who says that if the council agrees, the boats will come in May?",
        "Maud Ferrier",
        "If the council agrees, the boats will come in May",
        0.85,
    ),
)
