"""“I need this on Friday”: a plan that works back from a day."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from tui_reader.model import Card, CardState, Phase
from tui_reader.study.schedule import Scheduler


@dataclass(frozen=True, slots=True)
class Goal:
    """The study day on which cards must be known, and the share of them that must be."""

    day: date
    retention: float = 0.95


@dataclass(frozen=True, slots=True)
class GoalPlan:
    """What a goal asks: new cards a day from today on, how many days are left, what to expect on the day.

    `expected` is the mean probability of recall on the day if every card is first seen in time and answered well.
    """

    days_left: int
    unseen: int
    new_per_day: int
    reviews_due: int
    expected: float


def before_goal(scheduler: Scheduler, state: CardState, at: datetime, goal: Goal) -> CardState:
    """Return *state* with its due day brought forward where the card would else be too weak on the goal's day.

    A card that is due after the goal but would still be known well enough on it keeps its due day; the others come once
    more on the eve. Once the goal has passed nothing is changed.
    """
    days = scheduler.days
    today = days.day(at)
    if state.due is None or state.phase is not Phase.REVIEW or today >= goal.day or days.day(state.due) < goal.day:
        return state
    share = scheduler.retrievability(state, days.start(goal.day)) or 0.0
    if share >= goal.retention:
        return state
    eve = max(goal.day - timedelta(days=1), today + timedelta(days=1))
    return replace(state, due=days.start(eve))


def plan(
    cards: Iterable[Card], states: Mapping[str, CardState], scheduler: Scheduler, at: datetime, goal: Goal
) -> GoalPlan:
    """Return what must be done from today on; the last day before the goal is left for going over it again."""
    days = scheduler.days
    left = max(0, (goal.day - days.day(at)).days)
    known = [states.get(card.id, CardState()) for card in cards]
    unseen = sum(state.phase is Phase.NEW for state in known)
    learning_days = max(1, left - 1)
    due = sum(
        state.phase is not Phase.NEW and state.due is not None and days.day(state.due) < goal.day for state in known
    )
    on_the_day = days.start(goal.day)
    shares = [
        goal.retention if state.phase is Phase.NEW and left else scheduler.retrievability(state, on_the_day) or 0.0
        for state in known
    ]
    brought = [max(share, goal.retention) if left else share for share in shares]
    return GoalPlan(
        days_left=left,
        unseen=unseen,
        new_per_day=math.ceil(unseen / learning_days) if left else 0,
        reviews_due=due,
        expected=sum(brought) / len(brought) if brought else 0.0,
    )
