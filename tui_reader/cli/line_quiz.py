"""A quiz line by line, without screen control: for pipes, scripts and screen readers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from tui_reader.app.card_face import graded_parts
from tui_reader.cli import line_match
from tui_reader.model import Card, Rating, StudyMode
from tui_reader.store.material import actor_names, passages_of
from tui_reader.store.sitting import Sitting
from tui_reader.study.counting import counted
from tui_reader.study.exam import Result, heading, report, result_of
from tui_reader.study.exercise import Exercise
from tui_reader.study.interval import short
from tui_reader.study.matching import Match
from tui_reader.study.verdict import Verdict

LETTERS = "abcdefgh"
VERDICTS = {Verdict.RIGHT: "Right", Verdict.PARTLY: "Partly", Verdict.WRONG: "Not that"}
SURENESS = ("guess", "unsure", "fairly sure", "sure")
HELP = "Ratings: 1 again, 2 hard, 3 good, 4 easy. u takes the last answer back, q ends, ? tells the other keys."
KEYS = (
    "Alone on a line: u takes the last answer back. - puts the card off until tomorrow. ! suspends it. "
    "o counts a typed answer as right. In a match a number and a letter make a pair. "
    "p prints a passage to read again, of a card that slipped. q ends."
)


class Ended(Exception):
    """The reader typed `q`, or the input ended."""


class Otherwise(Exception):
    """The reader did something else than answering: another card is asked."""


@dataclass
class LineQuiz:
    """Asks the cards of a sitting; `say` prints a line, `hear` returns the next line typed, None at the end.

    With `confidence` the reader says how sure they are before the answer is shown.
    """

    sitting: Sitting
    seed: int | None
    say: Callable[[str], None]
    hear: Callable[[str], str | None]
    confidence: bool = False
    clock: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    given: list[Exercise] = field(default_factory=list)
    _card: Card | None = None

    def run(self, most: int | None = None) -> None:
        """Ask until nothing is left, `most` cards have been answered or the reader ends."""
        self.say(HELP)
        try:
            while most is None or len(self.sitting.session.answered) < most:
                matching = self.sitting.mode is StudyMode.MATCH
                asked = self.sitting.match() if matching else self.sitting.ask(self.clock(), self.seed)
                if asked is None:
                    if self._goes_on():
                        continue
                    break
                try:
                    self._match(asked) if isinstance(asked, Match) else self._ask(asked)
                except Otherwise:
                    continue
        except Ended:
            pass
        self._close()

    def _goes_on(self) -> bool:
        """Say whether the limit of the day ended the cards and the reader wants more all the same."""
        if not (further := len(self.sitting.further(self.clock()))):
            return False
        self.say("")
        self.say(self.sitting.why_none(self.clock()))
        self.say(f"+ asks {counted(further, 'card')} more, beyond the limit; enter ends.")
        told = self.hear("> ")
        if told is not None and told.strip() == "u":
            self._take_back()
            return True
        return told is not None and told.strip() == "+" and self.sitting.more(self.clock()) > 0

    @property
    def outcome(self) -> Result:
        """What the exam came to."""
        return result_of(self.given, actor_names(self.sitting.materials.values()))

    @property
    def title(self) -> str:
        return heading(one.document.title for one in self.sitting.materials.values())

    def _ask(self, exercise: Exercise) -> None:
        self._card = exercise.card
        self.say("")
        self.say(f"{self.sitting.position}/{self.sitting.total}  {exercise.prompt}")
        if exercise.bare:
            self.say("  (no choices for this card)")
        for letter, option in zip(LETTERS, exercise.options, strict=False):
            self.say(f"  {letter}) {option.text}")
        answered = self._answer(exercise)
        before = self.sitting.session.state(exercise.card)
        if answered.mode is StudyMode.EXAM:
            self.given.append(answered)
            rating = answered.suggested
        else:
            self._reveal(answered)
            answered, rating = self._rate(answered)
        after = self.sitting.answer(answered, rating or Rating.AGAIN, self.clock())
        if after.lapses > before.lapses and answered.mode is not StudyMode.EXAM:
            self.say("It slipped: p prints its passage, to be read again.")

    def _match(self, match: Match) -> None:
        began, self._card = self.clock(), None
        self.say("")
        paired = line_match.pair(match, self.say, self._told)
        if self.confidence and paired.begun:
            paired = paired.sure(self._sureness())
        done = self.sitting.hand_in(paired, began, self.clock())
        line_match.tell(done, self.say, self._place)

    def _place(self, match: Match, index: int) -> str:
        sentence = match.statements[index].card.sentence
        return f"Source: {' '.join(sentence.of(self.sitting.materials[match.document].document.text).split())}"

    def _how_sure(self, exercise: Exercise) -> Exercise:
        return exercise.sure(self._sureness()) if self.confidence else exercise

    def _sureness(self) -> float:
        """Ask how sure the reader is, and return it, 0 to 1."""
        words = "  ".join(f"{number} {word}" for number, word in enumerate(SURENESS, 1))
        told = self._one_of("1234", f"how sure: {words} > ")
        return (int(told) - 1) / 3

    def _answer(self, exercise: Exercise) -> Exercise:
        if exercise.typing:
            given = self._told("your answer > ")
            return self._how_sure(exercise.write(given)).type(given)
        exercise = self._how_sure(exercise)
        if exercise.choosing:
            letters = LETTERS[: len(exercise.options)]
            return exercise.choose(letters.index(self._one_of(letters, f"{letters[0]} to {letters[-1]} > ")))
        self._told("enter shows the answer > ")
        return exercise.reveal()

    def _reveal(self, exercise: Exercise) -> None:
        if exercise.chosen is not None:
            taken = exercise.options[exercise.chosen]
            self.say(f"{'Right' if taken.right else 'Wrong'}. {taken.note}".rstrip())
        if exercise.grade is not None:
            reason = f": {exercise.grade.reason}".removesuffix("?") if exercise.grade.reason else ""
            reason += "?" if exercise.grade.reason.endswith("?") else "."
            self.say(VERDICTS[exercise.grade.verdict] + reason)
            for line in graded_parts(exercise.grade):
                self.say(f"  {' '.join(''.join(words for words, _ in line).split())}")
        card = exercise.card
        text = self.sitting.materials[card.document].document.text
        shown = [option.text for option in exercise.options if option.right]
        named = bool(shown) and exercise.mode is not StudyMode.TRUE_FALSE
        self.say(f"Answer: {shown[0] if named else card.answer}")
        self.say(f"Source: {' '.join(card.sentence.of(text).split())}")

    def _rate(self, exercise: Exercise) -> tuple[Exercise, Rating | None]:
        """Return the exercise and its rating: of a choice what it comes to, else what the reader says.

        Enter alone takes the rating that a typed answer comes to; `o` counts a wrong one as right, now and from now on.
        """
        if exercise.options:
            return exercise, exercise.suggested
        shown = self.sitting.session.preview(exercise.card, self.clock())
        labels = "  ".join(f"{int(rating)} {rating.name.lower()} {short(shown[rating])}" for rating in Rating)
        overrule = exercise.grade is not None and not exercise.grade.right
        taken = f"  enter {exercise.suggested.name.lower()}" if exercise.suggested else ""
        if exercise.unsure:
            self.say("Does yours say the same? y yes, n no; or rate it: 1 again, 2 hard, 3 good, 4 easy.")
        while True:
            told = self._told(f"{labels}{taken}{'  o it was right' if overrule else ''} > ")
            if exercise.unsure and told.casefold() in ("y", "n"):
                exercise = exercise.settle(told.casefold() == "y")
                return exercise, exercise.suggested
            if told in ("1", "2", "3", "4"):
                return exercise, Rating(int(told))
            if told == "o" and overrule:
                exercise = exercise.overrule()
                return exercise, exercise.suggested
            if not told and exercise.suggested is not None:
                return exercise, exercise.suggested
            if told:
                self.say("Rate yourself: 1 again, 2 hard, 3 good, 4 easy.")

    def _one_of(self, letters: str, prompt: str) -> str:
        while True:
            told = self._told(prompt).lower()
            if len(told) == 1 and told in letters:
                return told
            if told:
                self.say(f"One of {', '.join(letters)}, please.")

    def _told(self, prompt: str) -> str:
        """Return what was typed that is no command; raises Ended, or Otherwise after one that changes the card."""
        while True:
            told = self.hear(prompt)
            match told.strip() if told is not None else "q":
                case "q":
                    raise Ended
                case "u":
                    self._take_back()
                    raise Otherwise
                case "-" if self._card is not None:
                    self.sitting.put_off(self._card, self.clock())
                    self.say("The card is put off until tomorrow.")
                    raise Otherwise
                case "!" if self._card is not None:
                    self.sitting.suspend(self._card)
                    self.say("The card is suspended.")
                    raise Otherwise
                case "p":
                    self._passage()
                case "?":
                    self.say(KEYS)
                case words:
                    return words

    def _take_back(self) -> None:
        """Take the last answer back, of a match all pairs, and say so."""
        back = self.sitting.undo_match() if self.sitting.mode is StudyMode.MATCH else self.sitting.undo()
        self.given = [one for one in self.given if back is None or one.card.id != back.id]
        self.say("There is nothing to take back." if back is None else "Taken back.")

    def _passage(self) -> None:
        """Print the next passage to read again, which then counts as read."""
        for material in self.sitting.materials.values():
            for passage in passages_of(self.sitting.library, material):
                block = material.document.block_at(passage.span.start)
                words = (block.span if block else passage.span).of(material.document.text)
                self.say(f"Passage: {' '.join(words.split())}")
                self.sitting.library.rereading.mark(card.id for card in passage.cards)
                return
        self.say("No passage is to be read again.")

    def _close(self) -> None:
        if self.given:
            self.say("")
            self.say(report(self.title, self.outcome).rstrip())
            return
        outcome = self.sitting.summary()
        self.say("")
        missed = f", {len(outcome.missed)} not learnt yet" if outcome.missed else ""
        self.say(f"{len(outcome.right)} right, {len(outcome.slipped)} slipped{missed}.")
        if (why := self.sitting.why_none(self.clock())) and not self.sitting.further(self.clock()):
            self.say(why)
        if left := len(self.sitting.skipped):
            self.say(f"{counted(left, 'card')} without choices left out: --mode flashcard asks them.")
        for said, cards in (("slipped", outcome.slipped), ("not learnt yet", outcome.missed)):
            for card in cards:
                self.say(f"  {said}: {card.prompt} → {card.answer}")
        owed = sum(len(passages_of(self.sitting.library, one)) for one in self.sitting.materials.values())
        if owed:
            self.say(f"To be read again: {owed}; tui-reader passages prints them.")
        if outcome.next_due is not None:
            wait = outcome.next_due - self.clock()
            self.say(
                f"The next card is due in {short(wait)}." if wait.total_seconds() > 0 else "Others are due by now."
            )
