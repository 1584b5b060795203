"""What a reader decides of a single card, whatever its schedule says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from tui_reader.app.screens.choosing import Choice, ChoosingScreen
from tui_reader.app.screens.form import FormField, FormScreen
from tui_reader.app.widgets.study_pane import StudyPane
from tui_reader.errors import StoreError
from tui_reader.model import Card, CardState
from tui_reader.study.counting import times
from tui_reader.study.goal import goal_day
from tui_reader.study.interval import short

if TYPE_CHECKING:
    from tui_reader.app.screens.command_screen import CommandScreen
    from tui_reader.store.sitting import Sitting

    Base = CommandScreen
else:
    Base = object


class DayScreen(FormScreen[date]):
    """Comes back with a day, or with None."""

    heading = "On which day is this card to be asked?"

    def __init__(self, today: date) -> None:
        super().__init__()
        self.today = today

    def lines(self) -> Sequence[FormField]:
        return [FormField("day", "a date, tomorrow, friday, in 5 days", "")]

    def result(self, given: Mapping[str, str]) -> date:
        return goal_day(given["day"], self.today)


class CardDesk(Base):
    """The commands that leave a card out, bring it back, or set when it comes."""

    sitting: Sitting | None = None

    if TYPE_CHECKING:

        @property
        def pane(self) -> StudyPane: ...

        def count_due(self) -> None: ...

        def ask_next(self) -> None: ...

        def begin_sitting(self) -> None: ...

        def drop_answer(self, card: str) -> None: ...

    def command_study_later(self) -> None:
        self._decide("put off until tomorrow", lambda sitting, card: sitting.put_off(card, datetime.now(UTC)))

    def command_study_suspend(self) -> None:
        self._decide("suspended", lambda sitting, card: sitting.suspend(card))

    def command_study_reject(self) -> None:
        self._decide("taken out of the deck", lambda sitting, card: sitting.reject(card))

    def command_study_schedule(self) -> None:
        """Tell how the card in hand is scheduled, and let the reader change that."""
        sitting, card = self.sitting, self.pane.card
        if sitting is None:
            return
        away = sitting.suspended()
        rows = []
        if card is not None:
            rows += [
                Choice("day", "ask it on a day of your choice", "d"),
                Choice("reset", "make it new, as if it had never been asked", "n"),
            ]
        if away:
            rows.append(Choice("resume", f"ask again what is suspended: {len(away)}", "r"))
        if not rows:
            self.pane.say("No card is suspended.")
            return

        def chosen(row: str | None) -> None:
            if row == "day" and card is not None:
                days = sitting.session.scheduler.days
                today = days.day(datetime.now(UTC))
                self.app.push_screen(DayScreen(today), lambda day: self._set_day(card, day))
            elif row == "reset":
                self._decide("new again", lambda sitting, card: sitting.reset(card))
            elif row == "resume":
                self._resume(away)

        heading = in_words(sitting.session.state(card), datetime.now(UTC)) if card is not None else "Suspended cards"
        self.app.push_screen(ChoosingScreen(heading, rows), chosen)

    def _set_day(self, card: Card, day: date | None) -> None:
        if day is not None:
            self._decide(f"due on {day}", lambda sitting, card: sitting.set_day(card, day))

    def _resume(self, cards: Sequence[Card]) -> None:
        if self.sitting is None:
            return
        try:
            self.sitting.library.progress.resume(card.id for card in cards)
        except StoreError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.begin_sitting()
        self.count_due()

    def _decide(self, said: str, change: Callable[[Sitting, Card], None]) -> None:
        card = self.pane.card
        if self.sitting is None or card is None:
            return
        try:
            change(self.sitting, card)
        except StoreError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.drop_answer(card.id)
        self.count_due()
        self.ask_next()
        self.pane.say(f"The card is {said}.")


def in_words(state: CardState, now: datetime) -> str:
    """Return how a card stands, on one line."""
    if not state.reviews or state.stability is None:
        return "Never asked before"
    slipped = f"slipped {times(state.lapses)}" if state.lapses else "never slipped"
    parts = [f"asked {times(state.reviews)}, {slipped}", f"stable for {state.stability:.1f} days"]
    if state.due is not None:
        parts.append(f"due in {short(state.due - now)}" if state.due > now else "due")
    return ", ".join(parts).capitalize()
