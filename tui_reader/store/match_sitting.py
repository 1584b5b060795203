"""The part of a sitting that pairs statements with holders: which match comes next, and keeping its pairs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from tui_reader.model import Card, CardState, Rating
from tui_reader.store.material import Material
from tui_reader.study.exercise import Exercise
from tui_reader.study.matching import Match, matches
from tui_reader.study.session import Session, is_open


class MatchSitting:
    """What a sitting does where its mode is to match; `matches` are all of it."""

    matches: list[Match]

    if TYPE_CHECKING:
        session: Session
        materials: dict[str, Material]

        def answer(self, exercise: Exercise, rating: Rating, at: datetime) -> CardState: ...

        def undo(self) -> Card | None: ...

    def match(self) -> Match | None:
        """Return the match to pair next, None when none is left; what was put away meanwhile is no longer in it."""
        waiting = {card.id: card for card in self.session.waiting}
        for one in self.matches:
            if (left := one.narrowed(waiting)) is not None:
                return left
        return None

    @property
    def match_count(self) -> tuple[int, int]:
        """Which match is to be paired, from 1, and how many there are."""
        answered = {card.id for card, _, _ in self.session.answered}
        done = sum(any(one.card.id in answered for one in match.statements) for match in self.matches)
        return min(done + 1, len(self.matches)), len(self.matches)

    def hand_in(self, match: Match, began: datetime, at: datetime) -> Match:
        """Keep each pair as the answer to its card, and return the match judged.

        Where a full disk broke off in the middle, the same match handed in again keeps the rest.
        """
        waiting = {card.id for card in self.session.waiting}
        for exercise, rating in match.answers(began, at):
            if exercise.card.id in waiting:
                self.answer(exercise, rating, at)
        return match.hand_in()

    def undo_match(self) -> Card | None:
        """Take back all pairs of the match that was handed in last, or the last answer of another sitting."""
        answered = {card.id for card, _, _ in self.session.answered}
        last = next((one for one in reversed(self.matches) if any(s.card.id in answered for s in one.statements)), None)
        back = self.undo()
        for _ in range(sum(one.card.id in answered for one in last.statements) - 1 if last is not None else 0):
            self.undo()
        return back

    def ask_matches(self, pool: Sequence[Card], at: datetime) -> None:
        """Pair the statements of all texts, those of cards that are to be asked today first."""
        today = {card.id: nth for nth, card in enumerate(self.session.waiting)}
        may = [card for card in pool if is_open(self.session.state(card), at)]
        may.sort(key=lambda card: today.get(card.id, len(today)))
        for name, material in self.materials.items():
            self.matches += matches([card for card in may if card.document == name], material.extraction)
        self.session.waiting = [one.card for match in self.matches for one in match.statements]
