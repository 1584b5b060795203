"""A form for what a reader aims at with a text: by when it must be known, and how well."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from tui_reader.app.screens.form import FormField, FormScreen
from tui_reader.errors import StoreError
from tui_reader.store.courses import set_goal
from tui_reader.study.counting import counted
from tui_reader.study.goal import Goal, goal_day
from tui_reader.study.plan import study_days

if TYPE_CHECKING:
    from tui_reader.app.screens.command_screen import CommandScreen


@dataclass(frozen=True, slots=True)
class Aim:
    """What was filled in; None where nothing was."""

    goal: Goal | None
    retention: float | None


class AimScreen(FormScreen[Aim]):
    """Comes back with the goal and the retention of a text, or with None."""

    heading = "What you aim at with this text"

    def __init__(self, aim: Aim, today: date, usual: float) -> None:
        super().__init__()
        self.aim, self.today, self.usual = aim, today, usual

    def lines(self) -> Sequence[FormField]:
        goal, retention = self.aim.goal, self.aim.retention
        return [
            FormField(
                "day", "To be known by: a date, friday, in 5 days; empty for no day", (goal and str(goal.day)) or ""
            ),
            FormField("share", "of 100 cards, to be remembered on that day", percent(goal.retention if goal else 0.95)),
            FormField(
                "retention",
                f"of 100 cards, to be remembered whenever they are due; empty for {percent(self.usual)}",
                "" if retention is None else percent(retention),
            ),
        ]

    def result(self, given: Mapping[str, str]) -> Aim:
        goal = None
        if given["day"].strip():
            goal = Goal(goal_day(given["day"], self.today), share(given["share"]))
        return Aim(goal, share(given["retention"]) if given["retention"].strip() else None)


def percent(value: float) -> str:
    return f"{100 * value:g}"


def share(words: str) -> float:
    """Return a number of a hundred as a share; raises StoreError."""
    try:
        return round(float(words.strip().rstrip("%")) / 100, 4)
    except ValueError:
        raise StoreError(f"{words!r} is no number from 70 to 99") from None


def ask_aim(screen: CommandScreen, document: str, changed: Callable[[], None]) -> None:
    """Let the reader fill in the form for a text, keep it, say what it asks of today and call *changed*."""
    library, settings = screen.reader.library, screen.reader.settings
    now = datetime.now(UTC)
    before = Aim(library.aims.goal(document), library.aims.retention(document))

    def keep(aim: Aim | None) -> None:
        if aim is None or aim == before:
            return
        try:
            library.aims.set_retention(document, aim.retention)
            plan = set_goal(library, settings, document, aim.goal, now)
        except StoreError as error:
            screen.notify(str(error), severity="error", markup=False)
            return
        if plan is not None:
            days = "today" if not plan.days_left else f"in {plan.days_left} days" if plan.days_left > 1 else "tomorrow"
            said = f"To be known {days}: {counted(plan.new_today, 'new card')} today, of {plan.unseen} unseen."
            screen.notify(said, markup=False)
        changed()

    form = AimScreen(before, study_days(settings).day(now), settings.number("study.retention"))
    screen.app.push_screen(form, keep)
