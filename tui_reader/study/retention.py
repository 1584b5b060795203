"""How much of what was due a reader remembered, and how much the model had predicted: in all, by week and by month."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tui_reader.model import CardState, Phase, Rating, Review
from tui_reader.study.schedule import Scheduler


@dataclass(frozen=True, slots=True)
class Recalled:
    """One answer to a card last seen a study day or more before, and how likely the model held it to be remembered."""

    day: date
    remembered: bool
    predicted: float


@dataclass(frozen=True, slots=True)
class Retention:
    """The share of such answers that were remembered, 0 to 1, and how many there were; None without any."""

    true: float | None
    predicted: float | None
    answers: int


def recalled(reviews: Iterable[Review], scheduler: Scheduler) -> list[Recalled]:
    """Return the answers by which retention is measured, in the order of the reviews; replays each card's states."""
    states: dict[str, CardState] = {}
    found = []
    for review in reviews:
        state = states.get(review.card, CardState())
        share = scheduler.retrievability(state, review.at)
        if share is not None and state.last_review and state.phase is Phase.REVIEW:
            day = scheduler.days.day(review.at)
            if day > scheduler.days.day(state.last_review):
                found.append(Recalled(day, review.rating is not Rating.AGAIN, share))
        states[review.card] = scheduler.answer(review.card, state, review.rating, review.at)
    return found


def retention(answers: Sequence[Recalled]) -> Retention:
    """Return true retention, and what the model predicted."""
    if not answers:
        return Retention(None, None, 0)
    count = len(answers)
    return Retention(
        sum(one.remembered for one in answers) / count, sum(one.predicted for one in answers) / count, count
    )


def retention_over_time(answers: Iterable[Recalled], period: Callable[[date], date]) -> list[tuple[date, Retention]]:
    """Return the retention of each period that has answers, by the day on which *period* says that it begins."""
    grouped: dict[date, list[Recalled]] = {}
    for one in answers:
        grouped.setdefault(period(one.day), []).append(one)
    return [(start, retention(group)) for start, group in sorted(grouped.items())]


def week(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def month(day: date) -> date:
    """Return the first day of a day's month."""
    return day.replace(day=1)
