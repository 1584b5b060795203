import itertools
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.model import CardState, Phase, Rating, Review
from tui_reader.study.day import StudyDays
from tui_reader.study.interval import short
from tui_reader.study.schedule import Scheduler

BERLIN = ZoneInfo("Europe/Berlin")
AT = datetime(2031, 5, 6, 9, 30, tzinfo=UTC)
ratings = st.lists(st.sampled_from(list(Rating)), min_size=1, max_size=8)


def scheduler(**changes):
    return Scheduler(days=StudyDays(zone=UTC), **changes)


def test_a_study_day_begins_at_its_hour_and_not_at_midnight():
    days = StudyDays(rollover=4, zone=BERLIN)
    assert days.day(datetime(2031, 5, 6, 3, 59, tzinfo=BERLIN)).day == 5
    assert days.day(datetime(2031, 5, 6, 4, 0, tzinfo=BERLIN)).day == 6


@pytest.mark.parametrize("rollover", [0, 2, 3, 4])
def test_clock_changes_neither_lose_nor_double_a_day(rollover):
    days = StudyDays(rollover=rollover, zone=BERLIN)
    first = days.day(datetime(2031, 3, 25, 12, tzinfo=BERLIN))
    starts = [days.start(first + timedelta(days=n)) for n in range(230)]
    assert [days.day(start) for start in starts] == [first + timedelta(days=n) for n in range(230)]
    assert all(timedelta(hours=22) < b - a < timedelta(hours=26) for a, b in itertools.pairwise(starts))
    assert all(days.day(start - timedelta(seconds=1)) == days.day(start) - timedelta(days=1) for start in starts)


@given(ratings, st.integers(0, 10**6))
@settings(max_examples=60, deadline=None)
def test_the_interval_shown_is_the_interval_that_comes(given_ratings, seed):
    model, state, at = scheduler(), CardState(), AT
    for rating in given_ratings:
        shown = model.preview(str(seed), state, at)
        assert model.answer(str(seed), state, rating, at) == shown[rating]
        state = shown[rating]
        at = max(at, state.due) + timedelta(hours=1)


@given(ratings)
@settings(max_examples=60, deadline=None)
def test_a_better_rating_never_brings_a_card_back_sooner(given_ratings):
    model, state, at = scheduler(fuzz=False), CardState(), AT
    for rating in given_ratings:
        state = model.answer("card", state, rating, at)
        at = max(at, state.due) + timedelta(days=1)
    dues = [outcome.due for outcome in model.preview("card", state, at).values()]
    assert dues == sorted(dues)


@given(ratings)
@settings(max_examples=40, deadline=None)
def test_a_replay_of_the_log_gives_the_state_again(given_ratings):
    model, state, at, log = scheduler(), CardState(), AT, []
    for rating in given_ratings:
        log.append(Review("card", rating, at))
        state = model.answer("card", state, rating, at)
        at = max(at, state.due) + timedelta(hours=3)
    assert model.replay("card", log) == state


def test_elapsed_time_is_counted_in_study_days():
    """An answer at 23:00 and one at 08:00 are a day apart, though only nine hours lie between them."""
    model = scheduler()
    late = AT.replace(hour=23)
    learnt = model.answer("card", CardState(), Rating.EASY, late)
    same_day = model.answer("card", learnt, Rating.GOOD, late + timedelta(minutes=30))
    next_day = model.answer("card", learnt, Rating.GOOD, late + timedelta(hours=9))
    assert next_day.stability > same_day.stability


def test_a_lapse_is_counted_once_and_relearnt():
    model = scheduler()
    state = model.answer("card", CardState(), Rating.EASY, AT)
    state = model.answer("card", state, Rating.AGAIN, state.due)
    assert (state.phase, state.lapses) == (Phase.RELEARNING, 1)
    state = model.answer("card", state, Rating.AGAIN, state.due)
    assert state.lapses == 1


def test_retrievability_falls_from_one_to_the_wanted_share_on_the_due_day():
    model = scheduler(fuzz=False, retention=0.85)
    state = model.answer("card", CardState(), Rating.EASY, AT)
    assert model.retrievability(state, AT) == pytest.approx(1.0)
    assert model.retrievability(state, state.due) == pytest.approx(0.85, abs=0.02)


@pytest.mark.parametrize(
    ("interval", "label"),
    [
        (timedelta(seconds=5), "1 m"),
        (timedelta(minutes=10), "10 m"),
        (timedelta(hours=5), "5 h"),
        (timedelta(days=1), "1 d"),
        (timedelta(days=29), "29 d"),
        (timedelta(days=61), "2 mo"),
        (timedelta(days=440), "1.2 y"),
    ],
)
def test_intervals_are_short(interval, label):
    assert short(interval) == label
