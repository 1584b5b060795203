"""How each text of a library is scheduled, and what its goal asks of today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from tui_reader.config.settings import Settings
from tui_reader.model import Card
from tui_reader.store.library import Library
from tui_reader.store.memory import own_scheduler
from tui_reader.study.course import Course
from tui_reader.study.goal import Goal, GoalPlan


def course_of(library: Library, settings: Settings, document: str) -> Course:
    """Return the course of a text: the reader's weights, the text's own retention and goal."""
    return Course(own_scheduler(library, settings, document), library.aims.goal(document))


def set_goal(library: Library, settings: Settings, document: str, goal: Goal | None, at: datetime) -> GoalPlan | None:
    """Keep a goal of a text, or with None none, and return what it asks; raises StoreError."""
    if goal is None:
        library.aims.set_goal(document, None)
        return None
    course = Course(own_scheduler(library, settings, document), goal)
    cards = library.cards(document)
    states = {card.id: library.progress.state(card.id) for card in cards}
    until = course.scheduler.days.start(goal.day + timedelta(days=1))
    library.aims.set_goal(document, goal, at, until, course.brought(states, at))
    return goal_plan(library, course, cards, at)


def goal_plan(library: Library, course: Course, cards: Sequence[Card], at: datetime) -> GoalPlan | None:
    """Return what the goal of a text asks from *at* on; None without a goal or once it has passed."""
    days = course.scheduler.days
    if course.goal is None or course.goal.day < days.day(at):
        return None
    states = {card.id: library.progress.state(card.id) for card in cards}
    introduced = first_seen(library, cards, days.start(days.day(at)))
    return course.plan(cards, states, at, introduced)


def first_seen(library: Library, cards: Sequence[Card], since: datetime) -> int:
    """Return how many of *cards* were answered for the first time since a moment."""
    own = {card.id for card in cards}
    answered = {review.card for review in library.progress.reviews(since) if review.card in own}
    return sum(library.progress.history(card)[0].at >= since for card in answered)


def goals(library: Library, settings: Settings, at: datetime) -> list[dict[str, Any]]:
    """Return the goals that have not passed with what each asks, the soonest first, as JSON values."""
    found = []
    for text in library.documents(at):
        course = course_of(library, settings, text.id)
        plan = goal_plan(library, course, library.cards(text.id), at) if course.goal else None
        if course.goal is not None and plan is not None:
            goal = {
                "id": text.id,
                "title": text.title,
                "day": course.goal.day.isoformat(),
                "share": course.goal.retention,
            }
            found.append({**goal, **asdict(plan)})
    return sorted(found, key=lambda one: str(one["day"]))
