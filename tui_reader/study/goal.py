"""“I need this on Friday”: a plan that works back from a day."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from tui_reader.errors import StoreError
from tui_reader.model import Card, CardState, Phase

if TYPE_CHECKING:
    from tui_reader.study.schedule import Scheduler

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class Goal:
    """The study day on which cards must be known, and the share of them that must be."""

    day: date
    retention: float = 0.95


@dataclass(frozen=True, slots=True)
class GoalPlan:
    """What a goal asks: new cards a day from today on, how many days are left, what to expect on the day.

    `new_today` is what of today's share is not yet seen, `siblings` how many new cards of one item a day has to bring
    so that all of them are seen in time. `expected` is the mean probability of recall on the day if every card is first
    seen in time and answered well.
    """

    days_left: int
    unseen: int
    new_per_day: int
    reviews_due: int
    expected: float
    new_today: int = 0
    siblings: int = 1


def goal_day(words: str, today: date) -> date:
    """Return the day that a reader names: a date, `tomorrow`, a day of the week (the next one), `in 5 days`.

    Raises StoreError for what is no day and for one that is past.
    """
    said = " ".join(words.casefold().split()).removeprefix("on ").removeprefix("next ")
    named = [name for name in WEEKDAYS if len(said) >= 3 and name.startswith(said)]
    if said in ("today", "tomorrow"):
        day = today + timedelta(days=said == "tomorrow")
    elif named:
        day = today + timedelta(days=(WEEKDAYS.index(named[0]) - today.weekday() - 1) % 7 + 1)
    elif counted := re.fullmatch(r"(?:in )?\+?(\d{1,4}) ?(?:d|days?|w|weeks?)", said):
        day = today + timedelta(days=int(counted[1]) * (7 if "w" in said else 1))
    else:
        try:
            day = date.fromisoformat(said)
        except ValueError:
            raise StoreError(f"{words!r} is no day: write 2031-05-09, friday, tomorrow or in 5 days") from None
    if day < today:
        raise StoreError(f"{day} is past")
    return day


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
    cards: Iterable[Card],
    states: Mapping[str, CardState],
    scheduler: Scheduler,
    at: datetime,
    goal: Goal,
    introduced: int = 0,
) -> GoalPlan:
    """Return what must be done from today on; the last day before the goal is left for going over it again.

    `introduced` is how many cards were first seen today: they count for today's share. Cards that the reader suspended
    are left out.
    """
    days = scheduler.days
    left = max(0, (goal.day - days.day(at)).days)
    mine = [(card, states.get(card.id, CardState())) for card in cards]
    mine = [(card, state) for card, state in mine if not state.suspended]
    known = [state for _, state in mine]
    unseen = sum(state.unseen for state in known)
    families = Counter(card.item for card, state in mine if state.phase is Phase.NEW)
    learning_days = max(1, left - 1)
    due = sum(
        state.phase is not Phase.NEW and state.due is not None and days.day(state.due) < goal.day for state in known
    )
    new_per_day = math.ceil((unseen + introduced) / learning_days) if left else 0
    on_the_day = days.start(goal.day)
    shares = [
        goal.retention if state.phase is Phase.NEW and left else scheduler.retrievability(state, on_the_day) or 0.0
        for state in known
    ]
    brought = [max(share, goal.retention) if left else share for share in shares]
    return GoalPlan(
        days_left=left,
        unseen=unseen,
        new_per_day=new_per_day,
        reviews_due=due,
        expected=sum(brought) / len(brought) if brought else 0.0,
        new_today=min(unseen, max(0, new_per_day - introduced)),
        siblings=math.ceil(max(families.values(), default=1) / learning_days),
    )
