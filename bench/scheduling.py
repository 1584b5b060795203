"""How many reviews a year of remembering takes: our scheduler, SM-2 and fixed intervals on one simulated learner.

The stated memory model: a learner's memory follows FSRS-6 with weights of their own, here one who forgets faster and
gains less from a review than the default weights say. Each policy sees only ratings (again or good). Each has one knob
(wanted retention, interval modifier, interval), which is turned until the mean probability of recall over all cards and
days of the year is 0.9; what is compared is how many reviews it then takes. The tuned weights are fitted to a log of
the same learner’s first 120 days under the default weights, with other cards.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from statistics import mean

from tui_reader.errors import TuiReaderError
from tui_reader.model import CardState, Rating, Review
from tui_reader.study.day import StudyDays
from tui_reader.study.optimising import optimise
from tui_reader.study.schedule import DEFAULT_WEIGHTS, Scheduler

DAYS = StudyDays(zone=UTC)
START = datetime(2031, 1, 1, 12, tzinfo=UTC)
CARDS, YEAR, WANTED = 60, 365, 0.9
SEEDS = range(2, 10)  # what one draw of luck does to a year is more than what the policies differ by

# A learner: initial stability of `good` and growth after recall below the defaults, decay faster.
LEARNER = tuple(value * {2: 0.45, 8: 0.86, 20: 1.5}.get(index, 1.0) for index, value in enumerate(DEFAULT_WEIGHTS))
MEMORY = Scheduler(days=DAYS, weights=LEARNER, fuzz=False, learning_steps=(), relearning_steps=())

# A policy is called with the number of the review, days since the last one, whether it was recalled, and what it
# returned before; it returns the days to the next review and its own note of the card.
Policy = Callable[[object, int, bool], tuple[int, object]]


def fsrs(weights: tuple[float, ...], retention: float) -> Policy:
    model = Scheduler(
        days=DAYS, weights=weights, retention=retention, fuzz=False, learning_steps=(), relearning_steps=()
    )

    def policy(note: object, elapsed: int, recalled: bool) -> tuple[int, object]:
        state, at = note if isinstance(note, tuple) else (CardState(), START)
        at += timedelta(days=elapsed)
        state = model.answer("card", state, Rating.GOOD if recalled else Rating.AGAIN, at)
        return max(1, model.interval(at, state).days), (state, at)

    return policy


def sm2(modifier: float) -> Policy:
    """SuperMemo 2 (Wozniak 1990) with quality 4 for recall and 1 for a lapse, intervals times *modifier*."""

    def policy(note: object, elapsed: int, recalled: bool) -> tuple[int, object]:
        count, interval, ease = note if isinstance(note, tuple) else (0, 0.0, 2.5)
        if not recalled:
            return 1, (0, 0.0, max(1.3, ease - 0.54))
        interval = {0: 1.0, 1: 6.0}.get(count, interval * ease)
        return max(1, round(interval * modifier)), (count + 1, interval, ease)

    return policy


def fixed(days: float) -> Policy:
    return lambda note, elapsed, recalled: (max(1, round(days)), None)


def simulate(policy: Policy, seed: int, cards: int = CARDS, length: int = YEAR) -> tuple[float, float, list[Review]]:
    """Return the mean probability of recall over cards and days, reviews a card, and the log."""
    draw, known, log = random.Random(seed), 0.0, []
    for number in range(cards):
        state: CardState = CardState()
        note: object = None
        due, last = 0, 0
        for day in range(length):
            at = START + timedelta(days=day)
            share = MEMORY.retrievability(state, at)
            if day == due:
                recalled = share is not None and draw.random() < share
                rating = Rating.GOOD if recalled or share is None else Rating.AGAIN
                log.append(Review(str(number), rating, at))
                state = replace(MEMORY.answer("card", state, rating, at))
                interval, note = policy(note, day - last, rating is Rating.GOOD)
                due, last = day + interval, day
                share = 1.0
            known += share or 0.0
    return known / (cards * length), len(log) / cards, log


def turned(make: Callable[[float], Policy], low: float, high: float, rising: bool) -> tuple[float, float]:
    """Return mean recall and reviews a card once the knob between *low* and *high* gives the wanted recall."""
    best = (0.0, float("inf"))
    for _ in range(9):
        knob = (low + high) / 2
        runs = [simulate(make(knob), seed) for seed in SEEDS]
        recall, reviews = (mean(run[at] for run in runs) for at in (0, 1))
        if abs(recall - WANTED) < abs(best[0] - WANTED):
            best = (recall, reviews)
        if (recall < WANTED) is rising:
            low = knob
        else:
            high = knob
    return best


def main() -> None:
    """Print for each policy how many reviews a card a year at 0.9 takes, and the ratio to fixed intervals."""
    _, _, log = simulate(fsrs(DEFAULT_WEIGHTS, 0.9), seed=1, cards=400, length=120)
    rows: dict[str, tuple[float, float]] = {}
    try:
        fitted = optimise(log, Scheduler(days=DAYS, fuzz=False))
        weights = fitted.values
        print(f"scheduling: held-out loss {fitted.loss:.4f} tuned, {fitted.default_loss:.4f} with default weights")
        rows["ours, weights tuned"] = turned(lambda knob: fsrs(weights, knob), 0.7, 0.985, rising=True)
    except TuiReaderError as error:
        print(f"scheduling: without tuned weights: {error}")
    rows["ours, default weights"] = turned(lambda knob: fsrs(DEFAULT_WEIGHTS, knob), 0.7, 0.985, rising=True)
    rows["SM-2"] = turned(sm2, 0.05, 8.0, rising=False)
    rows["fixed intervals"] = turned(fixed, 1.0, 30.0, rising=False)
    base = rows["fixed intervals"][1]
    for name, (recall, reviews) in rows.items():
        print(f"scheduling: {name:22} {reviews:6.1f} reviews a card a year at {recall:.3f}, ratio {reviews / base:.2f}")


if __name__ == "__main__":
    main()
