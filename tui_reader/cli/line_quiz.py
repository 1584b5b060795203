"""A quiz line by line, without screen control: for pipes, scripts and screen readers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from tui_reader.model import Rating, StudyMode
from tui_reader.store.sitting import Sitting
from tui_reader.study.exam import report, result
from tui_reader.study.exercise import Exercise
from tui_reader.study.interval import short
from tui_reader.study.verdict import Verdict

LETTERS = "abcdefgh"
VERDICTS = {Verdict.RIGHT: "Right", Verdict.PARTLY: "Partly", Verdict.WRONG: "Not that"}
HELP = "Ratings: 1 again, 2 hard, 3 good, 4 easy. `u` takes the last answer back, `q` ends."


class Ended(Exception):
    """The reader typed `q`, or the input ended."""


@dataclass
class LineQuiz:
    """Asks the cards of a sitting; `say` prints a line, `hear` returns the next line typed, None at the end."""

    sitting: Sitting
    seed: int | None
    say: Callable[[str], None]
    hear: Callable[[str], str | None]
    clock: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    given: list[Exercise] = field(default_factory=list)

    def run(self, most: int | None = None) -> None:
        """Ask until nothing is left, `most` cards have been answered or the reader ends."""
        self.say(HELP)
        try:
            while most is None or len(self.sitting.session.answered) < most:
                exercise = self.sitting.ask(self.clock(), self.seed)
                if exercise is None:
                    break
                self._ask(exercise)
        except Ended:
            pass
        self._close()

    def _ask(self, exercise: Exercise) -> None:
        self.say("")
        self.say(f"{self.sitting.position}/{self.sitting.total}  {exercise.prompt}")
        for letter, option in zip(LETTERS, exercise.options, strict=False):
            self.say(f"  {letter}) {option.text}")
        answered = self._answer(exercise)
        if answered is None:
            return
        if answered.mode is StudyMode.EXAM:
            self.given.append(answered)
        else:
            self._reveal(answered)
        rating = answered.suggested if answered.options else self._rate(answered)
        if rating is not None:
            self.sitting.answer(answered, rating, self.clock())

    def _answer(self, exercise: Exercise) -> Exercise | None:
        """Return the exercise as answered, None if the last answer was taken back instead."""
        if exercise.choosing:
            letters = LETTERS[: len(exercise.options)]
            while True:
                told = self._told(f"{letters[0]} to {letters[-1]} > ")
                if told is None:
                    return None
                if len(told) == 1 and told.lower() in letters:
                    return exercise.choose(letters.index(told.lower()))
        if exercise.typing:
            told = self._told("your answer > ")
            return None if told is None else exercise.type(told)
        return None if self._told("enter shows the answer > ") is None else exercise.reveal()

    def _reveal(self, exercise: Exercise) -> None:
        if exercise.chosen is not None:
            taken = exercise.options[exercise.chosen]
            self.say("Right." if taken.right else f"Wrong. {taken.note}".rstrip())
        if exercise.grade is not None:
            reason = f": {exercise.grade.reason}." if exercise.grade.reason else "."
            self.say(VERDICTS[exercise.grade.verdict] + reason)
        card = exercise.card
        text = self.sitting.materials[card.document].document.text
        self.say(f"Answer: {card.answer}")
        self.say(f"Source: {' '.join(card.sentence.of(text).split())}")

    def _rate(self, exercise: Exercise) -> Rating | None:
        shown = self.sitting.session.preview(exercise.card, self.clock())
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
            back = self.sitting.undo()
            self.given = [one for one in self.given if back is None or one.card.id != back.id]
            self.say("There is no answer to take back." if back is None else "The last answer was taken back.")
            return None
        return told.strip()

    def _close(self) -> None:
        if self.given:
            self._score()
            return
        outcome = self.sitting.summary()
        self.say("")
        self.say(f"{len(outcome.learnt)} learnt, {len(outcome.slipped)} slipped.")
        for card in outcome.slipped:
            self.say(f"  slipped: {card.prompt} → {card.answer}")
        if outcome.next_due is not None:
            wait = outcome.next_due - self.clock()
            self.say(f"The next card is due in {short(wait)}." if wait.total_seconds() > 0 else "More cards are due.")

    def _score(self) -> None:
        """Print what the exam came to; nothing of it was told before."""
        asked = [(one.choice, one.chosen) for one in self.given if one.choice is not None]
        names = {actor.id: actor.name for one in self.sitting.materials.values() for actor in one.extraction.actors}
        title = ", ".join(" ".join(one.document.title.split()) for one in self.sitting.materials.values())
        outcome = result([choice for choice, _ in asked], [chosen for _, chosen in asked], names)
        self.say("")
        self.say(report(f"Exam: {title}", outcome).rstrip())
