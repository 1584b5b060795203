"""One card being answered, in one mode: what is shown when, and what the answer comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from tui_reader.model import Card, Choice, Option, Rating, StudyMode
from tui_reader.study.verdict import Grade, Verdict

RATINGS = {Verdict.RIGHT: Rating.GOOD, Verdict.WRONG: Rating.AGAIN}


@dataclass(frozen=True, slots=True)
class Exercise:
    """A card on the desk; each step returns the exercise as it is after it.

    `chosen` is the index of the option taken, `given` what was typed or chosen, `overruled` whether the reader set the
    grade aside and counted the answer as right, `differs` whether they said of one graded partly that it does not say
    the same, or looked the answer up. `passage` is what the text says around the answer: words of it may stand beside
    a typed one.
    """

    card: Card
    mode: StudyMode
    began: datetime
    choice: Choice | None = None
    names: Sequence[Sequence[str]] = ()
    revealed: bool = False
    chosen: int | None = None
    given: str | None = None
    grade: Grade | None = None
    confidence: float | None = None
    overruled: bool = False
    differs: bool = False
    passage: str = ""

    @property
    def options(self) -> tuple[Option, ...]:
        """What there is to choose from, nothing unless the mode asks for a choice and the text offers one."""
        return self.choice.options if self.choice is not None else ()

    @property
    def prompt(self) -> str:
        return self.choice.prompt if self.choice is not None else self.card.prompt

    @property
    def typing(self) -> bool:
        """Whether the next step is to type an answer."""
        return self.mode is StudyMode.TYPED and not self.revealed

    @property
    def weighing(self) -> bool:
        """Whether an answer is written, and the next step is to say how sure the reader is of it."""
        return self.typing and self.given is not None

    @property
    def choosing(self) -> bool:
        """Whether the next step is to take an option."""
        return bool(self.options) and not self.revealed

    @property
    def bare(self) -> bool:
        """Whether the mode asks for a choice and the text offers none, so that the card is only shown."""
        return self.mode in (StudyMode.CHOICE, StudyMode.TRUE_FALSE) and self.choice is None

    @property
    def suggested(self) -> Rating | None:
        """The rating that the answer comes to; None where only the reader can tell."""
        if self.overruled or self.differs:
            return Rating.GOOD if self.overruled else Rating.AGAIN
        if self.chosen is not None:
            return Rating.GOOD if self.options[self.chosen].right else Rating.AGAIN
        return RATINGS.get(self.grade.verdict) if self.grade is not None else None

    @property
    def unsure(self) -> bool:
        """Whether a typed answer is neither right nor wrong until the reader says whether it says the same."""
        partly = self.grade is not None and self.grade.verdict is Verdict.PARTLY
        return partly and not self.overruled and not self.differs

    def settle(self, same: bool) -> Exercise:
        """Take down whether an answer that was graded partly says the same as the right one."""
        if not self.unsure:
            return self
        return replace(self, overruled=True) if same else replace(self, differs=True)

    def sure(self, confidence: float) -> Exercise:
        """Take down how sure the reader is, 0 to 1, before the answer is shown; afterwards it is too late."""
        return self if self.revealed else replace(self, confidence=confidence)

    def reveal(self) -> Exercise:
        return replace(self, revealed=True)

    def look_up(self) -> Exercise:
        """Show the answer to a reader who looked it up in the text: it was not known."""
        return self if self.revealed else replace(self, revealed=True, differs=True)

    def choose(self, index: int) -> Exercise:
        """Take the option at *index*; one that is not there, or a second one, changes nothing."""
        if not self.choosing or not 0 <= index < len(self.options):
            return self
        return replace(self, revealed=True, chosen=index, given=self.options[index].text)

    def write(self, given: str) -> Exercise:
        """Take down what was typed without grading it yet."""
        return replace(self, given=given) if self.typing else self

    def type(self, given: str) -> Exercise:
        """Take a typed answer and grade it."""
        if not self.typing:
            return self
        from tui_reader.study.parts import (
            grade_card,
        )  # late: its lexicons need not delay a text on its way to the screen

        return replace(self, revealed=True, given=given, grade=grade_card(given, self.card, self.names, self.passage))

    def overrule(self) -> Exercise:
        """Count a typed answer as right after all."""
        return replace(self, overruled=True) if self.grade is not None and not self.grade.right else self
