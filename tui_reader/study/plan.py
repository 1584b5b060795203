"""The reader's settings as the values that studying takes."""

from __future__ import annotations

from datetime import timedelta

from tui_reader.config.settings import Settings
from tui_reader.study.day import StudyDays
from tui_reader.study.schedule import DEFAULT_WEIGHTS, Scheduler
from tui_reader.study.session import Limits


def study_days(settings: Settings) -> StudyDays:
    """Return the reader's calendar."""
    return StudyDays(rollover=settings.whole("study.rollover"))


def scheduler(
    settings: Settings, weights: tuple[float, ...] = DEFAULT_WEIGHTS, retention: float | None = None
) -> Scheduler:
    """Return the scheduler that the settings ask for; `retention` is a deck's own where it has one."""

    def steps(name: str) -> tuple[timedelta, ...]:
        return tuple(timedelta(minutes=minutes) for minutes in settings.numbers(name))

    return Scheduler(
        days=study_days(settings),
        weights=weights,
        retention=settings.number("study.retention") if retention is None else retention,
        learning_steps=steps("study.learning_steps"),
        relearning_steps=steps("study.relearning_steps"),
    )


def limits(settings: Settings, introduced: int = 0, reviewed: int = 0) -> Limits:
    """Return the day's limits; `introduced` and `reviewed` are the new cards and the reviews that today has had."""
    return Limits(
        new=settings.whole("study.new_per_day"),
        reviews=settings.whole("study.reviews_per_day"),
        new_done=introduced,
        reviews_done=reviewed,
    )
