"""When a card is due: FSRS over study days."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property

import fsrs

from tui_reader.model import CardState, Phase, Rating, Review
from tui_reader.study.day import StudyDays

MODEL = "FSRS-6"
DEFAULT_WEIGHTS: tuple[float, ...] = tuple(fsrs.Scheduler().parameters)

FUZZ = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))  # from day, to day, share: as Anki does

_TO_FSRS = {
    Phase.NEW: fsrs.State.Learning,
    Phase.LEARNING: fsrs.State.Learning,
    Phase.REVIEW: fsrs.State.Review,
    Phase.RELEARNING: fsrs.State.Relearning,
}
_FROM_FSRS = {
    fsrs.State.Learning: Phase.LEARNING,
    fsrs.State.Review: Phase.REVIEW,
    fsrs.State.Relearning: Phase.RELEARNING,
}


@dataclass(frozen=True)
class Scheduler:
    """The free spaced repetition scheduler, counting elapsed time in study days as Anki does.

    `retention` is the share of cards to be remembered when they are due; `fuzz` spreads the due days of cards that
    were learnt together, seeded by card and repetition, so that the interval shown is the interval that comes.
    """

    days: StudyDays = field(default_factory=StudyDays)
    weights: tuple[float, ...] = DEFAULT_WEIGHTS
    retention: float = 0.9
    learning_steps: tuple[timedelta, ...] = (timedelta(minutes=1), timedelta(minutes=10))
    relearning_steps: tuple[timedelta, ...] = (timedelta(minutes=10),)
    maximum_interval: int = 36500
    fuzz: bool = True

    @cached_property
    def _model(self) -> fsrs.Scheduler:
        return fsrs.Scheduler(
            parameters=self.weights,
            desired_retention=self.retention,
            learning_steps=self.learning_steps,
            relearning_steps=self.relearning_steps,
            maximum_interval=self.maximum_interval,
            enable_fuzzing=False,
        )

    def answer(self, card: str, state: CardState, rating: Rating, at: datetime) -> CardState:
        """Return the state of *card* after *rating* at the moment *at*."""
        today = self.days.noon(self.days.day(at))
        after = self._rated(state, rating, today)
        lapsed = state.phase is Phase.REVIEW and rating is Rating.AGAIN
        return replace(
            state,
            phase=_FROM_FSRS[after.state],
            stability=after.stability,
            difficulty=after.difficulty,
            step=after.step,
            due=self._due(card, state, rating, at, after),
            last_review=at.astimezone(UTC),
            reviews=state.reviews + 1,
            lapses=state.lapses + lapsed,
            buried_until=None,
        )

    def preview(self, card: str, state: CardState, at: datetime) -> dict[Rating, CardState]:
        """Return what each rating would lead to."""
        return {rating: self.answer(card, state, rating, at) for rating in Rating}

    def replay(self, card: str, reviews: Iterable[Review]) -> CardState:
        """Return the state that follows from all *reviews* of a card, in the order in which they were given."""
        state = CardState()
        for review in reviews:
            state = self.answer(card, state, review.rating, review.at)
        return state

    def retrievability(self, state: CardState, at: datetime) -> float | None:
        """Return the probability that the card would be remembered at *at*, or None if it was never answered."""
        if state.stability is None or state.last_review is None:
            return None
        today = self.days.noon(self.days.day(at))
        return float(self._model.get_card_retrievability(self._card(state, today), today))

    def interval(self, at: datetime, state: CardState) -> timedelta:
        """Return how long after *at* the card is due: whole study days, or less than one for a learning step."""
        if state.due is None:
            return timedelta(0)
        days = (self.days.day(state.due) - self.days.day(at)).days
        if days >= 1 and state.phase is Phase.REVIEW:
            return timedelta(days=days)
        return state.due - at

    def _card(self, state: CardState, today: datetime) -> fsrs.Card:
        last = None if state.last_review is None else self.days.noon(self.days.day(state.last_review))
        return fsrs.Card(
            card_id=0,
            state=_TO_FSRS[state.phase],
            step=state.step if state.phase is not Phase.NEW else 0,
            stability=state.stability,
            difficulty=state.difficulty,
            due=state.due or today,
            last_review=last,
        )

    def _rated(self, state: CardState, rating: Rating, today: datetime) -> fsrs.Card:
        after, _ = self._model.review_card(self._card(state, today), fsrs.Rating(int(rating)), today)
        return after

    def _due(self, card: str, state: CardState, rating: Rating, at: datetime, after: fsrs.Card) -> datetime:
        day = self.days.day(at)
        today = self.days.noon(day)
        wait = after.due - today
        if wait < timedelta(days=1):
            return (at + wait).astimezone(UTC)
        learnt = after.state is fsrs.State.Review
        days = self._days_after(card, state, rating, today) if learnt else wait.days
        return self.days.start(day + timedelta(days=days))

    def _days_after(self, card: str, state: CardState, rating: Rating, today: datetime) -> int:
        """Return after how many days a card comes back; a better rating waits a day longer at least, as in Anki."""
        stability = self._rated(state, rating, today).stability or 0.0
        days = min(max(round(stability * self._stretch), 1), self.maximum_interval)
        ordered = (Rating.HARD, Rating.GOOD, Rating.EASY) if state.phase is Phase.REVIEW else (Rating.GOOD, Rating.EASY)
        place = ordered.index(rating) if rating in ordered else 0
        least = self._days_after(card, state, ordered[place - 1], today) + 1 if place else 1
        if self.fuzz:
            return self._fuzzed(max(days, least), f"{card}/{state.reviews}", least)
        return min(max(days, least), self.maximum_interval)

    @cached_property
    def _stretch(self) -> float:
        """How many days the wanted retention allows for each day of stability; 1 at 0.9, by the forgetting curve."""
        decay = -self.weights[20]
        return float((self.retention ** (1 / decay) - 1) / (0.9 ** (1 / decay) - 1))

    def _fuzzed(self, days: int, seed: str, least: int) -> int:
        if days < FUZZ[0][0]:
            return days
        delta = 1.0 + sum(share * max(min(days, to) - start, 0.0) for start, to, share in FUZZ)
        low, high = max(2, least, round(days - delta)), min(round(days + delta), self.maximum_interval)
        return random.Random(seed).randint(min(low, high), high)
