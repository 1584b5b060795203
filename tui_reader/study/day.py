"""Study days: a day begins at an hour that the reader sets, not at midnight."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo


def local_zone() -> tzinfo:
    """Return the time zone of this machine, with its clock changes where the platform names it."""
    import os
    from pathlib import Path
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    names = [os.environ.get("TZ", "").lstrip(":")]
    link = Path("/etc/localtime")
    if link.is_symlink():
        names.append(str(link.readlink()).partition("zoneinfo/")[2])
    for name in filter(None, names):
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return datetime.now().astimezone().tzinfo or UTC


@dataclass(frozen=True, slots=True)
class StudyDays:
    """The reader's calendar: the hour (0 to 23, local wall clock) at which a study day begins, and the time zone."""

    rollover: int = 4
    zone: tzinfo = field(default_factory=local_zone)

    def day(self, at: datetime) -> date:
        """Return the study day of an aware moment."""
        local = at.astimezone(self.zone)
        return local.date() if local.hour >= self.rollover else local.date() - timedelta(days=1)

    def start(self, day: date) -> datetime:
        """Return the moment, in UTC, at which *day* begins.

        Where a clock change leaves out the hour, the day begins at the first moment that exists after it.
        """
        wall = datetime.combine(day, time(self.rollover), tzinfo=self.zone)
        start = wall.astimezone(UTC)
        # A wall-clock time inside a gap maps to a moment whose local time differs; it must still lie in the day.
        while self.day(start) < day:
            start += timedelta(minutes=15)
        return start

    def noon(self, day: date) -> datetime:
        """Return a moment in UTC that stands for *day*, so that whole days lie between any two of them."""
        return datetime.combine(day, time(12), tzinfo=UTC)
