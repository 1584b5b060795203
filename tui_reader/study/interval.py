"""Spans of time in as few characters as a rating key can carry."""

from __future__ import annotations

from datetime import timedelta

_UNITS = ((365.25, "y"), (30.4375, "mo"), (1.0, "d"))


def short(interval: timedelta) -> str:
    """Return an interval as `10 m`, `5 h`, `3 d`, `2.5 mo` or `1.2 y`; never less than a minute."""
    seconds = interval.total_seconds()
    if seconds < 3600:
        return f"{max(1, round(seconds / 60))} m"
    if seconds < 86400:
        return f"{round(seconds / 3600)} h"
    days = seconds / 86400
    for length, unit in _UNITS[:2]:
        if days >= length:
            return f"{days / length:.1f}".removesuffix(".0") + f" {unit}"
    return f"{round(days)} d"
