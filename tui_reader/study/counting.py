"""Counts and shares in words."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: `1 minute`, `2 minutes`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def times(number: int) -> str:
    """Return how often something was: `once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def spent(seconds: float) -> str:
    """Return a time of work in words: `2 minutes`, `less than a minute`."""
    return counted(round(seconds / 60), "minute") if seconds >= 30 else "less than a minute"


def percent(share: float | None) -> str:
    """Return a share, 0 to 1, in percent, or a dash without any."""
    return "–" if share is None else f"{round(100 * share)} %"
