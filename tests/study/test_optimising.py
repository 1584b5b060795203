import random
from datetime import UTC, datetime, timedelta

import pytest

from tui_reader.errors import TuiReaderError
from tui_reader.model import CardState, Rating, Review
from tui_reader.study.day import StudyDays
from tui_reader.study.optimising import ENOUGH, Weights, optimise
from tui_reader.study.schedule import DEFAULT_WEIGHTS, Scheduler

AT = datetime(2031, 5, 6, 9, 30, tzinfo=UTC)
SCHEDULER = Scheduler(days=StudyDays(zone=UTC), fuzz=False)


def log(cards, forgetful, seed=1):
    """A learner whose memory fades *forgetful* times as fast as the default weights say."""
    draw, reviews = random.Random(seed), []
    for number in range(cards):
        state, at = CardState(), AT + timedelta(days=number % 30)
        for _ in range(7):
            elapsed = state.last_review and at + (at - state.last_review) * (forgetful - 1)
            share = SCHEDULER.retrievability(state, elapsed or at)
            rating = Rating.GOOD if share is None or draw.random() < share else Rating.AGAIN
            reviews.append(Review(str(number), rating, at))
            state = SCHEDULER.answer(str(number), state, rating, at)
            at = max(state.due, at + timedelta(days=1))
    return reviews


def test_a_short_log_is_refused_with_what_is_missing():
    with pytest.raises(TuiReaderError, match=str(ENOUGH)):
        optimise(log(3, 1), SCHEDULER)


def test_weights_are_kept_only_if_they_predict_better():
    assert not Weights(DEFAULT_WEIGHTS, loss=0.4, default_loss=0.3).better
    assert Weights(DEFAULT_WEIGHTS, loss=0.3, default_loss=0.4).better


def test_the_weights_of_a_forgetful_learner_predict_better_than_the_default_ones():
    pytest.importorskip("fsrs_rs_python")
    fitted = optimise(log(150, 6.0), SCHEDULER)
    assert fitted.better
    assert fitted.values != DEFAULT_WEIGHTS
    Scheduler(weights=fitted.values).answer("a", CardState(), Rating.GOOD, AT)


def test_without_the_optimiser_the_reader_is_told_how_to_get_it(monkeypatch):
    monkeypatch.setattr("tui_reader.study.optimising.OPTIMISER", "no_such_optimiser")
    with pytest.raises(TuiReaderError, match=r"tui-reader\[optimiser\]"):
        optimise(log(80, 1), SCHEDULER)
