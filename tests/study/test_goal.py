from datetime import UTC, datetime, timedelta

import pytest

from tui_reader.model import Card, CardKind, CardState, Question, Rating, Span
from tui_reader.study.day import StudyDays
from tui_reader.study.goal import Goal, before_goal, plan
from tui_reader.study.schedule import Scheduler

AT = datetime(2031, 5, 6, 9, 30, tzinfo=UTC)
SCHEDULER = Scheduler(days=StudyDays(zone=UTC), fuzz=False)
FRIDAY = Goal(SCHEDULER.days.day(AT) + timedelta(days=5))


def cards(count):
    kind, question = CardKind.POSITION, Question.STANCE
    return [Card(str(n), "d", str(n), kind, question, "p", "a", Span(0, 1), Span(0, 1)) for n in range(count)]


def test_a_card_that_would_be_too_weak_on_the_day_comes_back_on_its_eve():
    state = SCHEDULER.answer("a", CardState(), Rating.EASY, AT)
    assert SCHEDULER.days.day(state.due) > FRIDAY.day
    brought = before_goal(SCHEDULER, state, AT, FRIDAY)
    assert SCHEDULER.days.day(brought.due) == FRIDAY.day - timedelta(days=1)


def test_a_card_that_will_be_known_on_the_day_keeps_its_due_day():
    state = SCHEDULER.answer("a", CardState(), Rating.EASY, AT)
    easy = Goal(FRIDAY.day, retention=0.5)
    assert before_goal(SCHEDULER, state, AT, easy) == state


@pytest.mark.parametrize("days", [0, -3])
def test_a_goal_that_has_passed_changes_nothing(days):
    state = SCHEDULER.answer("a", CardState(), Rating.EASY, AT)
    assert before_goal(SCHEDULER, state, AT, Goal(SCHEDULER.days.day(AT) + timedelta(days=days))) == state


def test_the_plan_spreads_new_cards_over_the_days_before_the_last():
    outcome = plan(cards(20), {}, SCHEDULER, AT, FRIDAY)
    assert (outcome.days_left, outcome.unseen, outcome.new_per_day) == (5, 20, 5)


def test_a_plan_for_today_promises_only_what_is_known_today():
    known = SCHEDULER.answer("0", CardState(), Rating.EASY, AT)
    outcome = plan(cards(2), {"0": known}, SCHEDULER, AT, Goal(SCHEDULER.days.day(AT)))
    assert outcome.new_per_day == 0
    assert outcome.expected == pytest.approx(0.5)
