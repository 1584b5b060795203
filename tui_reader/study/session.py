"""What is asked next: a queue of cards that shrinks as they are answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from tui_reader.model import Card, CardState, Phase, Rating, Review, StudyMode
from tui_reader.study.course import Course
from tui_reader.study.schedule import Scheduler

AHEAD = timedelta(minutes=20)  # a learning card is asked this long before it is due when nothing else is left


@dataclass(frozen=True, slots=True)
class Limits:
    """How many cards a day may bring; `new_done` and `reviews_done` are what today has brought already.

    `siblings` is how many cards of one item may come on one day.
    """

    new: int = 20
    reviews: int = 200
    new_done: int = 0
    reviews_done: int = 0
    siblings: int = 1


def is_open(state: CardState, at: datetime) -> bool:
    """Say whether a card may be asked at all: neither suspended nor buried."""
    return not state.suspended and (state.buried_until is None or state.buried_until <= at)


def is_due(state: CardState, at: datetime) -> bool:
    """Say whether an answered card is due."""
    return is_open(state, at) and state.phase is not Phase.NEW and (state.due is None or state.due <= at)


def queue(
    cards: Sequence[Card], states: Mapping[str, CardState], at: datetime, limits: Limits | None = None
) -> list[Card]:
    """Return the cards to ask, in order: learning, due for longest first, then new ones by worth.

    Of the cards of one item only the first is taken, or as many as the limits allow, so that one does not give the
    other away; the others come on another day.
    """
    limits = limits or Limits()
    fresh = CardState()
    opened = [(card, states.get(card.id, fresh)) for card in cards if is_open(states.get(card.id, fresh), at)]
    learning = [pair for pair in opened if pair[1].phase in (Phase.LEARNING, Phase.RELEARNING) and is_due(pair[1], at)]
    due = [pair for pair in opened if pair[1].phase is Phase.REVIEW and is_due(pair[1], at)]
    new = [pair for pair in opened if pair[1].phase is Phase.NEW]
    learning.sort(key=lambda pair: pair[1].due or at)
    due.sort(key=lambda pair: pair[1].due or at)
    taken = Counter(card.item for card, _ in learning)
    chosen = [card for card, _ in learning]
    chosen += _without_siblings(due, taken, limits.reviews - limits.reviews_done, limits.siblings)
    chosen += _without_siblings(new, taken, limits.new - limits.new_done, limits.siblings)
    return chosen


def _without_siblings(
    pairs: Sequence[tuple[Card, CardState]], taken: Counter[str], limit: int, siblings: int
) -> list[Card]:
    """Take up to *limit* cards; of one item, those beyond the first come after the first ones of the others."""
    rounds: list[list[Card]] = [[] for _ in range(siblings)]
    for card, _ in pairs:
        if taken[card.item] < siblings:
            rounds[taken[card.item]].append(card)
            taken[card.item] += 1
    order = [card for one in rounds for card in one]
    taken.subtract(card.item for card in order[max(0, limit) :])
    return order[: max(0, limit)]


@dataclass
class Session:
    """One sitting: which card is asked, what was answered. It computes; whoever drives it saves each answer.

    `answer` returns the review and the card's new state; they are kept here only once `kept` is told that they were
    saved, so that a full disk leaves the session on the same card.
    """

    cards: Sequence[Card]
    states: dict[str, CardState]
    scheduler: Scheduler
    mode: StudyMode = StudyMode.FLASHCARD
    answered: list[tuple[Card, Review, CardState]] = field(default_factory=list)
    waiting: list[Card] = field(default_factory=list)
    courses: Mapping[str, Course] = field(default_factory=dict)

    @classmethod
    def begin(
        cls,
        cards: Sequence[Card],
        states: Mapping[str, CardState],
        scheduler: Scheduler,
        at: datetime,
        limits: Limits | None = None,
        mode: StudyMode = StudyMode.FLASHCARD,
    ) -> Session:
        session = cls(cards, dict(states), scheduler, mode)
        session.waiting = queue(cards, states, at, limits)
        return session

    def current(self, at: datetime) -> Card | None:
        """Return the card to ask at *at*: a learning card whose time has come, else the next of the queue."""
        learning = self._learning()
        ready = [card for card in learning if (self.states[card.id].due or at) <= at]
        if ready:
            return ready[0]
        if self.waiting:
            return self.waiting[0]
        soon = [card for card in learning if (self.states[card.id].due or at) <= at + AHEAD]
        return soon[0] if soon else None

    @property
    def total(self) -> int:
        """How many cards this sitting asks, those answered included."""
        return len({card.id for card, _, _ in self.answered} | {card.id for card in self.waiting})

    @property
    def done(self) -> int:
        """How many cards have left this sitting."""
        asked = {card.id for card, _, _ in self.answered}
        open_ids = {card.id for card in self.waiting} | {card.id for card in self._learning()}
        return len(asked - open_ids)

    def preview(self, card: Card, at: datetime) -> dict[Rating, timedelta]:
        """Return the interval that each rating would give."""
        course = self.course(card)
        outcomes = {rating: course.answer(card.id, self.state(card), rating, at) for rating in Rating}
        return {rating: self.scheduler.interval(at, state) for rating, state in outcomes.items()}

    def course(self, card: Card) -> Course:
        """Return how the cards of this one's text are scheduled; texts without a course of their own share one."""
        return self.courses.get(card.document) or Course(self.scheduler)

    def state(self, card: Card) -> CardState:
        return self.states.get(card.id, CardState())

    def answer(
        self,
        card: Card,
        rating: Rating,
        at: datetime,
        *,
        seconds: float | None = None,
        confidence: float | None = None,
        answer: str | None = None,
        mode: StudyMode | None = None,
    ) -> tuple[Review, CardState]:
        """Return the review and the state that *rating* leads to; nothing is changed until `kept`."""
        review = Review(card.id, rating, at, mode or self.mode, seconds, confidence, answer)
        return review, self.course(card).answer(card.id, self.state(card), rating, at)

    def siblings(self, card: Card, at: datetime) -> dict[str, CardState]:
        """Return the other cards of the same item, put off until tomorrow, so that one does not give another away.

        Those that are being learnt or are to be asked today, or away until later anyhow, are left out.
        """
        today = {other.id for other in self.waiting}
        days = self.scheduler.days
        tomorrow = days.start(days.day(at) + timedelta(days=1))
        found = {}
        for other in self.cards:
            state = self.state(other)
            asked = state.phase is Phase.NEW or is_due(state, tomorrow)
            learning = state.phase in (Phase.LEARNING, Phase.RELEARNING)
            if (
                other.item == card.item
                and other.id not in today
                and other.id != card.id
                and asked
                and not learning
                and is_open(state, at)
            ):
                found[other.id] = replace(state, buried_until=tomorrow)
        return found

    def kept(self, card: Card, review: Review, state: CardState) -> None:
        """Take note that an answer was saved, and go on to the next card."""
        self.states[card.id] = state
        self.waiting = [other for other in self.waiting if other.id != card.id]
        self.answered.append((card, review, state))

    def reword(self, card: Card) -> None:
        """Ask a card with the words that it has now."""
        self.waiting = [card if other.id == card.id else other for other in self.waiting]
        self.answered = [(card if one.id == card.id else one, review, state) for one, review, state in self.answered]

    def take_back(self, card_id: str, state: CardState | None) -> Card | None:
        """Take note that the last answer to a card was undone; the card is asked again, first."""
        card = next((card for card in self.cards if card.id == card_id), None)
        if card is None:
            return None
        self.states[card_id] = state or CardState()
        for index in range(len(self.answered) - 1, -1, -1):
            if self.answered[index][0].id == card_id:
                del self.answered[index]
                break
        self.waiting = [card, *(other for other in self.waiting if other.id != card_id)]
        return card

    def _learning(self) -> list[Card]:
        """Return the cards answered in this sitting that are still being learnt, soonest first."""
        waiting = {card.id for card in self.waiting}
        cards = {card.id: card for card, _, _ in self.answered if card.id not in waiting}
        still = [card for card in cards.values() if self.states[card.id].phase in (Phase.LEARNING, Phase.RELEARNING)]
        return sorted(still, key=lambda card: self.states[card.id].due or datetime.max)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a sitting came to: cards always answered right, cards that slipped, cards missed, and when to come back.

    Only what was learnt before can slip; what was answered wrong and never learnt is missed.
    """

    right: tuple[Card, ...]
    slipped: tuple[Card, ...]
    missed: tuple[Card, ...]
    next_due: datetime | None
    seconds: float


def summary(session: Session) -> Summary:
    """Return the outcome of a sitting so far."""
    again = [(card, state) for card, review, state in session.answered if review.rating is Rating.AGAIN]
    slipped = {card.id: card for card, state in again if state.lapses}
    missed = {card.id: card for card, _ in again if card.id not in slipped}
    right = {card.id: card for card, _, _ in session.answered if card.id not in slipped and card.id not in missed}
    dues = [state.due for state in session.states.values() if state.due is not None and not state.suspended]
    return Summary(
        tuple(right.values()),
        tuple(slipped.values()),
        tuple(missed.values()),
        min(dues, default=None),
        sum(review.seconds or 0.0 for _, review, _ in session.answered),
    )
