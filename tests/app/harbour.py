"""A text long enough to fill a screen, with what is found in it and its cards, all made by hand."""

from tui_reader.model import (
    Actor,
    ActorKind,
    Card,
    CardKind,
    Check,
    Claim,
    Condition,
    ConditionKind,
    Extraction,
    Issue,
    Mode,
    Position,
    Question,
    Quotation,
    Span,
    Stance,
    card_id,
)
from tui_reader.sources import read_text

TEXT = """The Harbour Dispute at Ostrand

Mayor Ilse Brandt said on Tuesday that the harbour will open again in spring if the guild gives up its strike. “If the \
guild gives up its strike, I shall sign the same evening,” she told the council. She called the toll “a fair price for \
a safe quay”.

The guild of pilots rejects the toll. Its speaker, Aron Velde, demanded new rafts and a doctor on the quay, and he \
warned that no pilot would take a ship through the narrows unless the beacon was lit.

Unless the beacon is lit, insurers will not cover a ship. The insurers have said so since the winter, and nobody has \
doubted it.

The council supports the mayor. Three of its members, however, would vote for the rafts if the guild paid half of \
their price. Even if the rafts come, the doctor will not.

The harbour was closed for a week in March. The price of salt doubled, and the bakers closed at noon.
"""
DOCUMENT = read_text(TEXT)


def span(words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return Span(at, at + len(words))


def condition(name, kind, trigger, nth, antecedent, consequent, holder, obligor):
    return Condition(name, kind, span(trigger, nth), span(antecedent), span(consequent), holder, obligor)


MAYOR, GUILD, VELDE, INSURERS, COUNCIL = "mayor", "guild", "velde", "insurers", "council"
ACTORS = (
    Actor(MAYOR, "Ilse Brandt", ActorKind.PERSON, ("Ilse Brandt", "the mayor"), (span("Ilse Brandt"),)),
    Actor(GUILD, "the guild of pilots", ActorKind.ORGANISATION, ("the guild",), (span("the guild"),)),
    Actor(VELDE, "Aron Velde", ActorKind.PERSON, ("Aron Velde",), (span("Aron Velde"),)),
    Actor(INSURERS, "insurers", ActorKind.GROUP, ("insurers",), (span("insurers"),)),
    Actor(COUNCIL, "the council", ActorKind.ORGANISATION, ("the council",), (span("the council"),)),
)
CONDITIONS = (
    condition(
        "d1",
        ConditionKind.SUFFICIENT,
        "if",
        0,
        "the guild gives up its strike",
        "the harbour will open again in spring",
        MAYOR,
        GUILD,
    ),
    condition(
        "d2",
        ConditionKind.EXCEPTIVE,
        "unless",
        0,
        "the beacon was lit",
        "no pilot would take a ship through the narrows",
        VELDE,
        None,
    ),
    condition(
        "d3",
        ConditionKind.EXCEPTIVE,
        "Unless",
        0,
        "the beacon is lit",
        "insurers will not cover a ship",
        INSURERS,
        None,
    ),
    condition(
        "d4",
        ConditionKind.SUFFICIENT,
        "if",
        1,
        "the guild paid half of their price",
        "would vote for the rafts",
        COUNCIL,
        GUILD,
    ),
    condition("d5", ConditionKind.CONCESSIVE, "Even if", 0, "the rafts come", "the doctor will not", None, None),
)
POSITIONS = (
    Position(
        "p1",
        GUILD,
        Issue("the toll", span("the toll", 1)),
        Stance.OPPOSES,
        span("The guild of pilots rejects the toll"),
    ),
    Position(
        "p2", MAYOR, Issue("the toll", span("the toll")), Stance.SUPPORTS, span("She called the toll “a fair price")
    ),
    Position("p3", VELDE, Issue("new rafts", span("new rafts")), Stance.DEMANDS, span("demanded new rafts")),
    Position(
        "p4", COUNCIL, Issue("the mayor", span("the mayor")), Stance.SUPPORTS, span("The council supports the mayor")
    ),
    Position("p5", COUNCIL, Issue("new rafts", span("the rafts")), Stance.ACCEPTS, span("would vote for the rafts")),
)
CLAIMS = (
    Claim("c1", span("the harbour will open again in spring if the guild gives up its strike"), Mode.INDIRECT, MAYOR),
    Claim("c2", span("If the guild gives up its strike, I shall sign the same evening"), Mode.DIRECT, MAYOR),
    Claim("c3", span("a fair price for a safe quay"), Mode.DIRECT, MAYOR),
    Claim("c4", span("no pilot would take a ship through the narrows unless the beacon was lit"), Mode.INDIRECT, VELDE),
    Claim("c5", span("The harbour was closed for a week in March"), Mode.NARRATION),
)
EXTRACTION = Extraction(
    DOCUMENT.id,
    actors=ACTORS,
    claims=CLAIMS,
    conditions=CONDITIONS,
    positions=POSITIONS,
    quotations=(Quotation(span("a fair price for a safe quay"), MAYOR, Check.UNMATCHED),),
)


def card(item, kind, question, prompt, answer, words, sentence, *actors):
    return Card(
        card_id(DOCUMENT.id, item, question),
        DOCUMENT.id,
        item,
        kind,
        question,
        prompt,
        answer,
        span(words),
        span(sentence),
        (),
        actors,
    )


CARDS = (
    card(
        "d1",
        CardKind.CONDITION,
        Question.ANTECEDENT,
        "According to Ilse Brandt, the harbour will open again in spring: on what condition?",
        "if the guild gives up its strike",
        "the guild gives up its strike",
        TEXT.split("\n\n")[1].partition(". ")[0],
        MAYOR,
        GUILD,
    ),
    card(
        "p1",
        CardKind.POSITION,
        Question.STANCE,
        "Where does the guild of pilots stand on the toll?",
        "It opposes the toll.",
        "rejects the toll",
        "The guild of pilots rejects the toll.",
        GUILD,
    ),
)
