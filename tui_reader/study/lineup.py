"""What a day brings where texts have goals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from tui_reader.model import Card, CardState, Phase
from tui_reader.study.goal import GoalPlan
from tui_reader.study.session import Limits, queue


def line_up(
    cards: Sequence[Card], states: Mapping[str, CardState], at: datetime, day: Limits, plans: Mapping[str, GoalPlan]
) -> list[Card]:
    """Return the cards to ask, in the order of `queue`; texts with a goal, by id in *plans*, come before the others.

    What a goal asks of today comes even beyond the limits of the day, and counts against them.
    """
    chosen: list[Card] = []
    goals = sorted((name for name in plans if plans[name].days_left), key=lambda name: plans[name].days_left)
    for name in goals:
        own = [card for card in cards if card.document == name]
        left = max(plans[name].new_today, day.new - day.new_done)
        aimed = Limits(left, len(own), siblings=plans[name].siblings)
        found = queue(own, states, at, aimed)
        new = sum(_phase(states, card) is Phase.NEW for card in found)
        reviews = sum(_phase(states, card) is Phase.REVIEW for card in found)
        day = replace(day, new_done=day.new_done + new, reviews_done=day.reviews_done + reviews)
        chosen += found
    chosen += queue([card for card in cards if card.document not in goals], states, at, day)
    order = {Phase.LEARNING: 0, Phase.RELEARNING: 0, Phase.REVIEW: 1, Phase.NEW: 2}
    return sorted(chosen, key=lambda card: order[_phase(states, card)])


def _phase(states: Mapping[str, CardState], card: Card) -> Phase:
    return states.get(card.id, CardState()).phase
