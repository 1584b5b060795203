"""The part of a sitting that keeps to the limits of a day, says that they are reached, and goes beyond them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tui_reader.config.settings import Settings
from tui_reader.model import Card, Choice, Phase, StudyMode
from tui_reader.study.counting import counted
from tui_reader.study.matching import Match
from tui_reader.study.plan import limits
from tui_reader.study.schedule import Scheduler
from tui_reader.study.session import Limits, Session, is_due, queue

if TYPE_CHECKING:
    from tui_reader.store.library import Library

ONCE = frozenset({StudyMode.RECALL, StudyMode.EXAM})  # no card comes back within a sitting, however it was answered
MORE = Limits(new=10, reviews=50)  # what one wish for more brings


class SittingDay:
    """What a day may still bring to a sitting; `skipped` are cards that its mode cannot ask."""

    mode: StudyMode
    matches: list[Match]
    skipped: list[Card]

    if TYPE_CHECKING:
        library: Library
        session: Session
        _settings: Settings
        _chosen: bool
        _round: dict[str, Choice]

    def _limits(self, model: Scheduler, at: datetime) -> Limits:
        today = model.days.day(at)
        done = self.library.progress.counted(model.days.start(today), model.days.start(today + timedelta(days=1)))
        return limits(self._settings, done.introduced, done.reviews - done.introduced)

    @property
    def _askable(self) -> list[Card]:
        """The cards without those that were skipped and those that go with one."""
        items = {card.item for card in self.skipped}
        return [card for card in self.session.cards if card.item not in items]

    def further(self, at: datetime) -> list[Card]:
        """Return what could be asked next beyond the limits of the day; nothing where they are not what stops."""
        if self.mode in (*ONCE, StudyMode.MATCH) or self._chosen or self._round or self.session.waiting:
            return []
        kept = self.library.progress.state  # has what was put off since the sitting began
        states = {card.id: self.session.course(card).standing(kept(card.id), at) for card in self.session.cards}
        found = queue(self._askable, states, at, MORE)
        return [card for card in found if states[card.id].phase in (Phase.REVIEW, Phase.NEW)]

    def more(self, at: datetime) -> int:
        """Ask further cards, in this sitting only, and return how many."""
        found = self.further(at)
        self.session.waiting += found
        return len(found)

    def why_none(self, at: datetime) -> str:
        """Return why nothing more is asked although there are cards, empty where that needs no words."""
        session = self.session
        if self.mode is StudyMode.MATCH and not self.matches:
            return "No text here has statements of two holders that its cards could be matched by."
        if self.mode is StudyMode.EXAM and not self._round:
            return "No card here can be asked with choices, as an exam does."
        if self.mode in (*ONCE, StudyMode.MATCH) or self._chosen or self._round or session.waiting:
            return ""
        states = [session.state(card) for card in self._askable]
        unseen = sum(state.unseen for state in states)
        due = sum(state.phase is Phase.REVIEW and is_due(state, at) for state in states)
        day = self._limits(session.scheduler, at)
        if due and day.reviews_done >= day.reviews:
            return f"Today's limit of {counted(day.reviews, 'review')} is reached; {due} more are due."
        if unseen and self.further(at):
            if day.new_done >= day.new:
                return f"Today's limit of {counted(day.new, 'new card')} is reached; unseen: {unseen}."
            return f"Today's share is done; unseen: {unseen}."
        if unseen:
            return f"Unseen: {unseen}, put off until tomorrow, as they go with what was asked today."
        return ""
