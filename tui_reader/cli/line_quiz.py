"""A quiz line by line, without screen control: for pipes, scripts and screen readers."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from tui_reader.cli.material import Material
from tui_reader.decks.choices import make_choice
from tui_reader.model import Card, Choice, Rating, StudyMode
from tui_reader.store import Library
from tui_reader.study.grading import Verdict, grade
from tui_reader.study.interval import short
from tui_reader.study.session import Session, summary

LETTERS = "abcdefgh"
HELP = "Ratings: 1 again, 2 hard, 3 good, 4 easy. `u` takes the last answer back, `q` ends."


class Ended(Exception):
    """The reader typed `q`, or the input ended."""


@dataclass
class LineQuiz:
    """Asks the cards of a sitting; `say` prints a line, `hear` returns the next line typed, None at the end."""

    library: Library
    material: Material
    session: Session
    mode: StudyMode
    seed: int
    say: Callable[[str], None]
    hear: Callable[[str], str | None]
    clock: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))

    def run(self, most: int | None = None) -> None:
        """Ask until nothing is left, `most` cards have been answered or the reader ends."""
        self.say(HELP)
        try:
            while most is None or len(self.session.answered) < most:
                card = self.session.current(self.clock())
                if card is None:
                    break
                self._ask(card)
        except Ended:
            pass
        self._close()

    def _ask(self, card: Card) -> None:
        began = time.monotonic()
        self.say("")
        asked = {answered.id for answered, _, _ in self.session.answered} | {card.id}
        self.say(f"{len(asked)}/{self.session.total}  {card.prompt}")
        rating, answer = self._answer(card)
        if rating is None:
            return
        now = self.clock()
        review, state = self.session.answer(
            card, rating, now, seconds=round(time.monotonic() - began, 1), answer=answer, mode=self.mode
        )
        self.library.record(review, state, self.session.siblings(card, now))
        self.session.kept(card, review, state)

    def _answer(self, card: Card) -> tuple[Rating | None, str | None]:
        """Return the rating and what was answered, no rating if the last answer was taken back instead."""
        if self.mode is StudyMode.CHOICE:
            choice = make_choice(card, self.material.document, self.material.extraction, self.material.cards, self.seed)
            if choice is not None:
                return self._choose(choice)
        if self.mode is StudyMode.TYPED:
            return self._type(card)
        if self._told("enter shows the answer > ") is None:
            return None, None
        self._reveal(card)
        return self._rate(card), None

    def _choose(self, choice: Choice) -> tuple[Rating | None, str | None]:
        for letter, option in zip(LETTERS, choice.options, strict=False):
            self.say(f"  {letter}) {option.text}")
        letters = LETTERS[: len(choice.options)]
        while True:
            told = self._told(f"{letters[0]} to {letters[-1]} > ")
            if told is None:
                return None, None
            if len(told) == 1 and told.lower() in letters:
                break
        taken = choice.options[letters.index(told.lower())]
        if taken.right:
            self.say("Right.")
        else:
            self.say(f"Wrong. {taken.note}".rstrip())
        self._reveal(choice.card)
        return (Rating.GOOD if taken.right else Rating.AGAIN), taken.text

    def _type(self, card: Card) -> tuple[Rating | None, str | None]:
        told = self._told("your answer > ")
        if told is None:
            return None, None
        names = [actor.names for actor in self.material.extraction.actors]
        outcome = grade(told, card.answer, card.accepted, names, card.prompt)
        words = {Verdict.RIGHT: "Right", Verdict.PARTLY: "Partly", Verdict.WRONG: "Not that"}
        self.say(words[outcome.verdict] + (f": {outcome.reason}." if outcome.reason else "."))
        self._reveal(card)
        return self._rate(card), told

    def _rate(self, card: Card) -> Rating | None:
        shown = self.session.preview(card, self.clock())
        labels = "  ".join(f"{int(rating)} {rating.name.lower()} {short(shown[rating])}" for rating in Rating)
        while True:
            told = self._told(f"{labels} > ")
            if told is None:
                return None
            if told in {"1", "2", "3", "4"}:
                return Rating(int(told))

    def _told(self, prompt: str) -> str | None:
        """Return what was typed, or None after taking the last answer back; raises Ended."""
        told = self.hear(prompt)
        if told is None or told.strip() == "q":
            raise Ended
        if told.strip() == "u":
            self._undo()
            return None
        return told.strip()

    def _undo(self) -> None:
        undone = self.library.undo(self.material.document.id)
        if undone is None:
            self.say("There is no answer to take back.")
            return
        self.session.take_back(undone.card, undone.state)
        self.say("The last answer was taken back.")

    def _reveal(self, card: Card) -> None:
        text = self.material.document.text
        self.say(f"Answer: {card.answer}")
        self.say(f"Source: {' '.join(card.sentence.of(text).split())}")

    def _close(self) -> None:
        outcome = summary(self.session)
        self.say("")
        self.say(f"{len(outcome.learnt)} learnt, {len(outcome.slipped)} slipped.")
        for card in outcome.slipped:
            self.say(f"  slipped: {card.prompt} → {card.answer}")
        if outcome.next_due is not None:
            wait = outcome.next_due - self.clock()
            self.say(f"The next card is due in {short(wait)}." if wait.total_seconds() > 0 else "More cards are due.")
