from datetime import UTC, date, datetime

import pytest

from tui_reader.model import CardState, Rating, Review
from tui_reader.study.day import StudyDays
from tui_reader.study.retention import Recalled, month, recalled, retention, retention_over_time, week
from tui_reader.study.schedule import Scheduler

AT = datetime(2031, 5, 6, 9, 30, tzinfo=UTC)
SCHEDULER = Scheduler(days=StudyDays(zone=UTC), fuzz=False)


def test_retention_counts_answers_a_day_or_more_apart():
    reviews, state, at = [], CardState(), AT
    for rating in (Rating.EASY, Rating.GOOD, Rating.AGAIN):
        reviews.append(Review("a", rating, at))
        state = SCHEDULER.answer("a", state, rating, at)
        at = state.due
    outcome = retention(recalled(reviews, SCHEDULER))
    assert (outcome.true, outcome.answers) == (0.5, 2)
    assert outcome.predicted == pytest.approx(0.9, abs=0.03)
    assert retention([]).true is None


def test_retention_is_told_by_week_and_by_month_where_there_are_answers():
    days = [(date(2031, 5, 5), True), (date(2031, 5, 11), False), (date(2031, 5, 31), True), (date(2031, 6, 1), True)]
    answers = [Recalled(day, right, 0.9) for day, right in days]
    weeks = [(start.isoformat(), one.true, one.answers) for start, one in retention_over_time(answers, week)]
    assert weeks == [("2031-05-05", 0.5, 2), ("2031-05-26", 1.0, 2)]
    months = [(start.isoformat(), one.answers) for start, one in retention_over_time(answers, month)]
    assert months == [("2031-05-01", 3), ("2031-06-01", 1)]
