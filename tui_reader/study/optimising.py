"""The reader's own weights: fitted to the log, and kept only where they predict better."""

from __future__ import annotations

import importlib
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from tui_reader.errors import TuiReaderError
from tui_reader.model import CardState, Rating, Review
from tui_reader.study.schedule import DEFAULT_WEIGHTS, MODEL, Scheduler

OPTIMISER = "fsrs_rs_python"
ENOUGH = 400  # reviews below which the weights would be those of chance
HELD_OUT = 5  # every fifth card is kept for judging


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights, the version of the model that they are for, and how well each set predicts the cards held out.

    A loss is the mean negative log likelihood of the answers: less is better.
    """

    values: tuple[float, ...]
    model: str = MODEL
    loss: float | None = None
    default_loss: float | None = None

    @property
    def better(self) -> bool:
        """Whether they predict the answers that they were not fitted to better than the default weights."""
        return self.loss is not None and self.default_loss is not None and self.loss < self.default_loss


def optimise(reviews: Iterable[Review], scheduler: Scheduler) -> Weights:
    """Return weights fitted to all cards but every fifth, judged on those; the default ones where they are no worse.

    Raises TuiReaderError where the optional optimiser is not installed, or the log is too short.
    """
    histories = _by_card(reviews)
    count = sum(map(len, histories.values()))
    if count < ENOUGH:
        raise TuiReaderError(f"weights of your own need {ENOUGH} answers or more; there are {count} so far")
    names = sorted(histories)
    held_out = names[::HELD_OUT]
    training = [histories[name] for name in names if name not in set(held_out)]
    values = _fit(training, scheduler)
    judged = [histories[name] for name in held_out]
    fitted = Weights(values, loss=loss(judged, _with(scheduler, values)), default_loss=loss(judged, _with(scheduler)))
    return fitted if fitted.better else Weights(DEFAULT_WEIGHTS, loss=fitted.loss, default_loss=fitted.default_loss)


def loss(histories: Iterable[Sequence[Review]], scheduler: Scheduler) -> float:
    """Return the mean negative log likelihood of every answer given a study day or more after the one before."""
    total, answers = 0.0, 0
    for history in histories:
        state = CardState()
        for review in history:
            if state.last_review is not None and _apart(scheduler, state, review) > 0:
                share = min(max(scheduler.retrievability(state, review.at) or 0.0, 1e-6), 1 - 1e-6)
                total -= math.log(share if review.rating is not Rating.AGAIN else 1 - share)
                answers += 1
            state = scheduler.answer(review.card, state, review.rating, review.at)
    return total / answers if answers else math.inf


def _with(scheduler: Scheduler, values: tuple[float, ...] = DEFAULT_WEIGHTS) -> Scheduler:
    return Scheduler(days=scheduler.days, weights=values, fuzz=False)


def _by_card(reviews: Iterable[Review]) -> dict[str, list[Review]]:
    histories: dict[str, list[Review]] = defaultdict(list)
    for review in reviews:
        histories[review.card].append(review)
    return histories


def _apart(scheduler: Scheduler, state: CardState, review: Review) -> int:
    assert state.last_review is not None
    return (scheduler.days.day(review.at) - scheduler.days.day(state.last_review)).days


def _fit(histories: Iterable[Sequence[Review]], scheduler: Scheduler) -> tuple[float, ...]:
    """Fit by FSRS's own optimiser, which takes for each answer the history up to it; the last interval must be > 0."""
    try:
        fsrs_rs: Any = importlib.import_module(OPTIMISER)
    except ImportError as error:
        raise TuiReaderError("weights of your own need an optimiser: pip install 'tui-reader[optimiser]'") from error
    items = []
    for history in histories:
        past: list[Any] = []
        previous: Review | None = None
        for review in history:
            apart = 0
            if previous is not None:
                apart = (scheduler.days.day(review.at) - scheduler.days.day(previous.at)).days
            past.append(fsrs_rs.FSRSReview(int(review.rating), apart))
            if apart > 0:
                items.append(fsrs_rs.FSRSItem(list(past)))
            previous = review
    values = fsrs_rs.FSRS(parameters=list(DEFAULT_WEIGHTS)).compute_parameters(items)
    return tuple(float(value) for value in values)
