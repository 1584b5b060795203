"""A drill for two actors that a reader takes for one another: who of the two was it?"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui_reader.decks.choices import inside
from tui_reader.model import Actor, Card, Choice, Option
from tui_reader.study.statements import Statement
from tui_reader.study.statistics import ABOUT_ACTORS


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors of one text."""

    document: str
    one: Actor
    other: Actor


def drill(
    cards: Iterable[Card], pairs: Iterable[Pair], seed: int = 0, statements: Iterable[Statement] = ()
) -> tuple[Choice, ...]:
    """Return every card whose answer is one of a pair, with both as its options, in an order that follows from *seed*.

    Left out are cards that name the other one, and those whose prompt another card answers with the other one. Of
    *statements*, other cards are asked by what one of a pair holds.
    """
    pairs, held = list(pairs), list(statements)
    about = [card for card in cards if card.question in ABOUT_ACTORS]
    answers: dict[tuple[str, str], set[str]] = {}
    for card in about:
        answers.setdefault((card.document, card.prompt), set()).add(card.answer.casefold())
    found: dict[str, Choice] = {}
    for pair in pairs:
        for right, wrong in ((pair.one, pair.other), (pair.other, pair.one)):
            names, others = _names(right), _names(wrong)
            for card in about:
                if card.document != pair.document or card.answer.casefold() not in names or card.id in found:
                    continue
                if others & answers[card.document, card.prompt] or any(inside(name, card.prompt) for name in others):
                    continue
                found[card.id] = _ask(card, card.prompt, card.answer, _of(wrong, pair, about, held), seed)
    asked = {choice.card.item for choice in found.values()}
    for pair in pairs:
        for right, wrong in ((pair.one, pair.other), (pair.other, pair.one)):
            for one in held:
                if one.card.document == pair.document and one.card.item not in asked and _asks(one, right, wrong):
                    theirs = _of(wrong, pair, about, held)
                    found[one.card.id] = _ask(one.card, f"Whose is it? {one.text}", right.name, theirs, seed)
                    asked.add(one.card.item)
    order = [found[name] for name in sorted(found)]
    random.Random(f"{seed}/drill").shuffle(order)
    return tuple(order)


def _asks(one: Statement, right: Actor, wrong: Actor) -> bool:
    """Whether a statement is the one's and not the other's, and names neither."""
    named = any(inside(name, one.text) for name in (*_names(right), *_names(wrong)))
    return one.holder == right.id and wrong.id not in one.rivals and not named


def _of(actor: Actor, pair: Pair, about: Sequence[Card], held: Sequence[Statement]) -> Option:
    """Return an actor as a wrong answer, with something that really is of it and its place, where the text has any."""
    for card in about:
        if card.document == pair.document and card.answer.casefold() in _names(actor):
            return Option(actor.name, False, card.span, f"Of {actor.name} it was asked: {card.prompt}")
    for one in held:
        if one.card.document == pair.document and one.holder == actor.id:
            return Option(actor.name, False, one.card.span, f"{actor.name}: {one.text}")
    return Option(actor.name, False)


def _ask(card: Card, prompt: str, right: str, theirs: Option, seed: int) -> Choice:
    options = [Option(right, True, card.span), theirs]
    random.Random(f"{seed}/{card.id}/drill").shuffle(options)
    return Choice(card, prompt, tuple(options))


def _names(actor: Actor) -> set[str]:
    return {name.casefold() for name in actor.every_name}
