"""A form for what a reader aims at with a text or several: by when it must be known, and how well."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from tui_reader.app.rows import clip
from tui_reader.app.screens.choosing import Choice, ChoosingScreen
from tui_reader.app.screens.form import FormField, FormScreen
from tui_reader.errors import StoreError
from tui_reader.store.courses import set_goal
from tui_reader.study.counting import counted
from tui_reader.study.goal import Goal, GoalPlan, goal_day
from tui_reader.study.plan import study_days

if TYPE_CHECKING:
    from tui_reader.app.screens.command_screen import CommandScreen


@dataclass(frozen=True, slots=True)
class Aim:
    """What was filled in; None where nothing was."""

    goal: Goal | None
    retention: float | None


class AimScreen(FormScreen[Aim]):
    """Comes back with the goal and the retention of one text or several, or with None."""

    def __init__(self, aim: Aim, today: date, usual: float, texts: int = 1) -> None:
        super().__init__()
        self.heading = "What you aim at with this text" if texts == 1 else f"What you aim at with these {texts} texts"
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


def ask_aim(screen: CommandScreen, here: str, documents: Sequence[str], changed: Callable[[], None]) -> None:
    """Let the reader fill in the form for the text *here* or, where there are several *documents*, for all of them.

    It is kept, what it asks of today is said, and *changed* is called.
    """
    if len(documents) < 2:
        fill_in(screen, [here], changed)
        return
    title = clip(screen.reader.library.shelved(here).title, 50)
    rows = [Choice("one", title, "1"), Choice("all", f"all {len(documents)} texts here", "a")]

    def chosen(row: str | None) -> None:
        if row is not None:
            fill_in(screen, [here] if row == "one" else documents, changed)

    screen.app.push_screen(ChoosingScreen("A goal for", rows), chosen)


def fill_in(screen: CommandScreen, documents: Sequence[str], changed: Callable[[], None]) -> None:
    """Show the form with what the first of *documents* has, and keep what is filled in for all of them."""
    library, settings = screen.reader.library, screen.reader.settings
    now = datetime.now(UTC)
    before = Aim(library.aims.goal(documents[0]), library.aims.retention(documents[0]))

    def keep(aim: Aim | None) -> None:
        if aim is None or (aim == before and len(documents) == 1):
            return
        try:
            for document in documents:
                library.aims.set_retention(document, aim.retention)
            plans = [set_goal(library, settings, document, aim.goal, now) for document in documents]
        except StoreError as error:
            screen.notify(str(error), severity="error", markup=False)
            return
        if said := asked(plans):
            screen.notify(said, markup=False)
        changed()

    form = AimScreen(before, study_days(settings).day(now), settings.number("study.retention"), len(documents))
    screen.app.push_screen(form, keep)


def asked(plans: Iterable[GoalPlan | None]) -> str:
    """Return what goals set for the same day ask of today, in a sentence; empty where none was set."""
    set_now = [plan for plan in plans if plan is not None]
    if not set_now:
        return ""
    left, new, unseen = set_now[0].days_left, sum(p.new_today for p in set_now), sum(p.unseen for p in set_now)
    days = "today" if not left else f"in {left} days" if left > 1 else "tomorrow"
    if new or not unseen:
        return f"To be known {days}: {counted(new, 'new card')} today, of {unseen} unseen."
    later = sum(p.new_per_day for p in set_now)
    return f"To be known {days}: today's share is done; then {counted(later, 'new card')} a day, of {unseen} unseen."
