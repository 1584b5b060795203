"""An answer that was typed and is not rated yet: kept while it is written, and back when its card comes again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui_reader.app.widgets.study_pane import StudyPane
from tui_reader.errors import StoreError
from tui_reader.model import StudyMode
from tui_reader.store.unrated import Unrated, UnratedAnswers
from tui_reader.study.exercise import Exercise

if TYPE_CHECKING:
    from tui_reader.app.screens.command_screen import CommandScreen
    from tui_reader.store.sitting import Sitting

    Base = CommandScreen
else:
    Base = object

COMING_BACK = frozenset({StudyMode.FLASHCARD, StudyMode.CHOICE, StudyMode.TRUE_FALSE, StudyMode.TYPED})
TO_BE_RATED = "You checked this answer and did not rate it yet."


class AnswerDrafts(Base):
    """Keeps what was typed on check, each second while it is written, and whenever its card is left."""

    sitting: Sitting | None = None

    if TYPE_CHECKING:

        @property
        def pane(self) -> StudyPane: ...

    @property
    def _unrated(self) -> UnratedAnswers:
        return UnratedAnswers(self.reader.home / "drafts")

    def keep_answer(self) -> None:
        """Keep the answer in hand as it stands, checked or not."""
        exercise = self.pane.exercise if self.query("#card-typed") else None
        if self.sitting is None or exercise is None or exercise.mode is not StudyMode.TYPED:
            return
        given = exercise.given if exercise.given is not None else self.pane.line.value
        reviews = self.sitting.session.state(exercise.card).reviews
        try:
            if given.strip() or exercise.revealed:
                told = (exercise.revealed, exercise.overruled, exercise.confidence)
                self._unrated.keep(Unrated(exercise.card.id, reviews, given, *told))
            else:
                self._unrated.drop(exercise.card.id)
        except StoreError as error:
            self.notify(str(error), severity="error", markup=False)

    def drop_answer(self, card: str) -> None:
        """Forget what was written for a card: it is rated, or asked no more."""
        self._unrated.drop(card)

    def ask_unrated_first(self) -> None:
        """Put the cards first whose answers are to be rated or written to their end."""
        if self.sitting is not None:
            waiting = self.sitting.session.waiting
            self.sitting.session.waiting = sorted(waiting, key=lambda card: self._written(card.id) is None)

    def as_left(self, exercise: Exercise) -> Exercise:
        """Return an exercise as it was left, if its answer was checked and not rated."""
        written = self._written(exercise.card.id)
        if written is None or not written.checked:
            return exercise
        asked = replace(exercise, mode=StudyMode.TYPED, choice=None, confidence=written.confidence)
        graded = asked.type(written.given)
        return graded.overrule() if written.overruled else graded

    def show_written(self, exercise: Exercise) -> None:
        """Put what was written for a card back into its line, or say that it is to be rated."""
        if exercise.mode is not StudyMode.TYPED:
            return
        if exercise.revealed:
            self.pane.say(TO_BE_RATED)
        if (written := self._written(exercise.card.id)) is not None:
            self.pane.line.value = written.given
            self.pane.line.cursor_position = len(written.given)

    def _written(self, card: str) -> Unrated | None:
        """Return what counts of a card's answer: nothing once it was answered otherwise, nor what only typing asks."""
        if self.sitting is None or self.sitting.mode not in COMING_BACK or (found := self._unrated.of(card)) is None:
            return None
        if found.reviews != self.sitting.library.progress.state(card).reviews:
            return None
        return found if found.checked or self.sitting.mode is StudyMode.TYPED else None

    def on_typed_hand_written(self) -> None:
        self.keep_answer()
