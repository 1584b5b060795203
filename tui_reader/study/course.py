"""How the cards of one text are scheduled: a model of memory with the text's own retention, and a goal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from tui_reader.model import Card, CardState, Rating
from tui_reader.study.goal import Goal, GoalPlan, before_goal, plan
from tui_reader.study.schedule import Scheduler


@dataclass(frozen=True)
class Course:
    """Answers by the scheduler, with nothing put off beyond the goal that would be forgotten by then."""

    scheduler: Scheduler
    goal: Goal | None = None

    def answer(self, card: str, state: CardState, rating: Rating, at: datetime) -> CardState:
        """Return the state of *card* after *rating*."""
        after = self.scheduler.answer(card, state, rating, at)
        return after if self.goal is None else before_goal(self.scheduler, after, at, self.goal)

    def standing(self, state: CardState, at: datetime) -> CardState:
        """Return a state as it counts at *at*: one answered before the goal was set is brought forward too.

        What the eve did not get to is still asked on the day itself.
        """
        if self.goal is None or state.last_review is None or self.scheduler.days.day(at) > self.goal.day:
            return state
        brought = before_goal(self.scheduler, state, state.last_review, self.goal)
        return state if brought.due is None or state.due is None or brought.due >= state.due else brought

    def brought(self, states: Mapping[str, CardState], at: datetime) -> dict[str, datetime]:
        """Return when the cards come that come earlier for the sake of the goal."""
        standing = {card: self.standing(state, at) for card, state in states.items()}
        return {card: now.due for card, now in standing.items() if now.due is not None and now != states[card]}

    def plan(
        self, cards: Sequence[Card], states: Mapping[str, CardState], at: datetime, introduced: int = 0
    ) -> GoalPlan | None:
        """Return what the goal asks of *cards*, `introduced` of which were first seen today; None without a goal."""
        if self.goal is None:
            return None
        return plan(cards, states, self.scheduler, at, self.goal, introduced)
