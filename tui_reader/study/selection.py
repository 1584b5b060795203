"""Which cards a reader wants to be asked: by text, kind, actor, or by how they are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from tui_reader.model import Card, CardKind, CardState, Phase, Question, Rating, Review
from tui_reader.study.leech import is_leech
from tui_reader.study.session import is_due, is_open

LATELY = timedelta(days=7)  # how far back a card counts as forgotten, and how far ahead as due soon


class Known(StrEnum):
    """How well a card is known, in the terms that a reader selects by."""

    NEW = "new"
    LEARNING = "learning"
    DUE = "due"
    SOON = "soon"  # due within the week
    FORGOTTEN = "forgotten"  # rated again within the week
    LEECH = "leech"


@dataclass(frozen=True, slots=True)
class Selection:
    """A filter of cards; an empty field lets everything through, several fields must all agree.

    `actors` are pairs of a text and an actor of it, whose ids mean nothing in another text.
    """

    documents: frozenset[str] = frozenset()
    kinds: frozenset[CardKind] = frozenset()
    questions: frozenset[Question] = frozenset()
    actors: frozenset[tuple[str, str]] = frozenset()
    known: frozenset[Known] = frozenset()

    def takes(self, card: Card, known: frozenset[Known] = frozenset()) -> bool:
        """Say whether a card that is *known* in these ways belongs to the selection."""
        return (
            (not self.documents or card.document in self.documents)
            and (not self.kinds or card.kind in self.kinds)
            and (not self.questions or card.question in self.questions)
            and (not self.actors or any((card.document, actor) in self.actors for actor in card.actors))
            and (not self.known or bool(self.known & known))
        )


def known_as(state: CardState, at: datetime, forgotten: bool = False) -> frozenset[Known]:
    """Return every way in which a card is known at *at*."""
    found: set[Known] = set()
    if state.phase is Phase.NEW:
        found.add(Known.NEW)
    if state.phase in (Phase.LEARNING, Phase.RELEARNING):
        found.add(Known.LEARNING)
    if state.phase is not Phase.NEW and state.due is not None:
        if state.due <= at:
            found.add(Known.DUE)
        if state.due <= at + LATELY:
            found.add(Known.SOON)
    if forgotten:
        found.add(Known.FORGOTTEN)
    if is_leech(state):
        found.add(Known.LEECH)
    return frozenset(found)


def ways_known(
    cards: Iterable[Card], states: Mapping[str, CardState], at: datetime, reviews: Iterable[Review] = ()
) -> dict[str, frozenset[Known]]:
    """Return how each card is known, by id; *reviews* tell which were forgotten of late."""
    week = at - LATELY
    forgotten = {review.card for review in reviews if review.rating is Rating.AGAIN and review.at >= week}
    fresh = CardState()
    return {card.id: known_as(states.get(card.id, fresh), at, card.id in forgotten) for card in cards}


def select(
    cards: Iterable[Card],
    states: Mapping[str, CardState],
    wanted: Selection,
    at: datetime,
    reviews: Iterable[Review] = (),
) -> list[Card]:
    """Return the cards that the selection takes, in their order; *reviews* tell which were forgotten of late."""
    kept = list(cards)
    known = ways_known(kept, states, at, reviews)
    return [card for card in kept if wanted.takes(card, known[card.id])]


def in_order(cards: Iterable[Card], states: Mapping[str, CardState], at: datetime) -> list[Card]:
    """Return chosen cards in the order to ask them in, due or not, those that may not be asked left out.

    First what is being learnt or is due, then what is new, by worth, then the others, the next one due first. Of one
    item, each further card comes after the first ones of all other items.
    """
    fresh = CardState()
    opened = [(card, states.get(card.id, fresh)) for card in cards if is_open(states.get(card.id, fresh), at)]

    def rank(state: CardState) -> int:
        if state.phase in (Phase.LEARNING, Phase.RELEARNING):
            return 0
        return 2 if state.phase is Phase.NEW else 1 if is_due(state, at) else 3

    opened.sort(key=lambda pair: (rank(pair[1]), pair[1].due or at))
    asked: Counter[str] = Counter()
    rounds = []
    for card, _ in opened:
        rounds.append(asked[card.item])
        asked[card.item] += 1
    return [card for _, (card, _) in sorted(zip(rounds, opened, strict=True), key=lambda pair: pair[0])]
