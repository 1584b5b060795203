"""Which cards a reader wants to be asked: by text, kind, actor, or by how they are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from tui_reader.model import Card, CardKind, CardState, Phase, Question, Rating, Review

LEECH = 8  # lapses after which a card is a leech, as in Anki; again after every half as many


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
    """A filter of cards; an empty field lets everything through, several fields must all agree."""

    documents: frozenset[str] = frozenset()
    kinds: frozenset[CardKind] = frozenset()
    questions: frozenset[Question] = frozenset()
    actors: frozenset[str] = frozenset()
    known: frozenset[Known] = frozenset()

    def takes(self, card: Card, known: frozenset[Known] = frozenset()) -> bool:
        """Say whether a card that is *known* in these ways belongs to the selection."""
        return (
            (not self.documents or card.document in self.documents)
            and (not self.kinds or card.kind in self.kinds)
            and (not self.questions or card.question in self.questions)
            and (not self.actors or bool(self.actors.intersection(card.actors)))
            and (not self.known or bool(self.known & known))
        )


def is_leech(state: CardState, threshold: int = LEECH) -> bool:
    """Say whether a card has lapsed so often that it should be read again, or put otherwise, instead of drilled."""
    return state.lapses >= threshold


def becomes_leech(before: CardState, after: CardState, threshold: int = LEECH) -> bool:
    """Say whether this lapse is the one to speak up at: the threshold, and every half threshold after it."""
    if after.lapses == before.lapses or after.lapses < threshold:
        return False
    return (after.lapses - threshold) % max(1, threshold // 2) == 0


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
        if state.due <= at + timedelta(days=7):
            found.add(Known.SOON)
    if forgotten:
        found.add(Known.FORGOTTEN)
    if is_leech(state):
        found.add(Known.LEECH)
    return frozenset(found)


def select(
    cards: Iterable[Card],
    states: Mapping[str, CardState],
    wanted: Selection,
    at: datetime,
    reviews: Iterable[Review] = (),
) -> list[Card]:
    """Return the cards that the selection takes, in their order; *reviews* tell which were forgotten of late."""
    week = at - timedelta(days=7)
    forgotten = {review.card for review in reviews if review.rating is Rating.AGAIN and review.at >= week}
    fresh = CardState()
    return [
        card for card in cards if wanted.takes(card, known_as(states.get(card.id, fresh), at, card.id in forgotten))
    ]
