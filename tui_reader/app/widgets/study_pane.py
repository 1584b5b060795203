"""The card in hand: its prompt, its options or a line to type in, and after the answer its source and the ratings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui_reader.app.card_face import Face, Keys, Line, face, usual_key
from tui_reader.app.match_face import match_face
from tui_reader.app.widgets.card_lines import content, flowed, stacked
from tui_reader.app.widgets.study_keys import StudyKeys
from tui_reader.app.widgets.typed_hand import TypedHand
from tui_reader.app.widgets.typed_line import TypedLine
from tui_reader.model import Card, Document, Rating
from tui_reader.study.exercise import Exercise
from tui_reader.study.matching import Match

SMALL = 14  # rows under which nothing is left for margins
MEASURE = 76  # cells of a line of a card at most
ASIDE = 4  # rows beside those of a match: its head and keys


class StudyPane(TypedHand, StudyKeys, VerticalScroll, can_focus=True):
    """Shows one exercise, or a match; what the reader does with it is announced, never decided here."""

    DEFAULT_CSS = """
    StudyPane {
        padding: 0 2;
        background: $background;
        scrollbar-size-vertical: 1;
    }
    StudyPane > Static { width: 1fr; height: auto; }
    StudyPane > #card-prompt { margin: 1 0; text-style: bold; max-width: 76; }
    StudyPane > #card-options, StudyPane > #card-answer { margin-bottom: 1; max-width: 76; }
    StudyPane > #card-source { margin-bottom: 1; max-width: 76; padding-left: 2; border-left: solid $rule; }
    StudyPane > #card-said { color: $accent; }
    StudyPane > #card-ratings { dock: bottom; padding-top: 1; background: $background; }
    StudyPane.-small { padding: 0 1; }
    StudyPane.-small > #card-prompt { margin: 0 0 1 0; }
    StudyPane.-small > #card-ratings { padding-top: 0; }
    StudyPane > .-hidden { display: none; }
    """

    class Revealed(Message):
        """The answer was asked for, chosen or typed; nothing is rated yet."""

        def __init__(self, exercise: Exercise) -> None:
            super().__init__()
            self.exercise = exercise

    class Rated(Message):
        """The reader rated the card in hand."""

        def __init__(self, exercise: Exercise, rating: Rating) -> None:
            super().__init__()
            self.exercise = exercise
            self.rating = rating

    class Finished(Message):
        """The reader went on although there is no card."""

    def __init__(self, *, confidence: bool = False, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.confidence = confidence
        self.key: Keys = usual_key
        self._document: Document | None = None
        self._position = self._total = 0
        self._intervals: Mapping[Rating, timedelta] = {}

    def compose(self) -> ComposeResult:
        yield Static("", id="card-said", classes="-hidden", markup=False)
        yield Static("", id="card-head", markup=False)
        yield Static("", id="card-prompt", markup=False)
        yield Static("", id="card-options", classes="-hidden", markup=False)
        yield TypedLine(placeholder="your answer", select_on_focus=False, id="card-typed", classes="-hidden")
        yield Static("", id="card-answer", classes="-hidden", markup=False)
        yield Static("", id="card-source", classes="-hidden", markup=False)
        yield Static("", id="card-ratings", markup=False)

    @property
    def card(self) -> Card | None:
        """The card in hand; of a match, that of the statement in hand."""
        if self.exercise is None:
            return self.match.card if self.match is not None else None
        return self.exercise.card

    def show(
        self,
        exercise: Exercise,
        document: Document,
        position: int,
        total: int,
        intervals: Mapping[Rating, timedelta],
    ) -> None:
        """Show an exercise from its prompt on."""
        self.exercise, self._document, self.match = exercise, document, None
        self._position, self._total, self._intervals = position, total, intervals
        self.line.begin()
        self.say("")
        self.repaint()
        self.scroll_home(animate=False)
        if exercise.typing and self.has_focus_within:
            self.line.focus()

    def show_match(self, match: Match, document: Document, nth: int, of: int) -> None:
        """Show a match, the *nth* of so many."""
        self.exercise = None
        self.begin_match(match, document, nth, of)

    def reword(self, card: Card) -> None:
        """Show the card in hand with other words, as far as it is answered."""
        if self.exercise is not None:
            self.exercise = replace(self.exercise, card=card)
            self.repaint()

    def on_resize(self) -> None:
        self.set_class(self.size.height < SMALL, "-small")
        self.repaint()

    def say(self, words: str) -> None:
        """Say what has just happened, above the card, until the reader goes on."""
        self._put("#card-said", Content(words))

    def show_words(self, head: str, lines: Iterable[Line]) -> None:
        """Show something that is no card: that nothing is due, or what a sitting came to."""
        self.exercise, self.match = None, None
        self._paint(Face(((head, "text"),), "", tuple(lines)))

    # What the reader does

    def reveal(self) -> None:
        """Show the answer; of a card whose answer shows, take the rating that it comes to; hand a match in."""
        exercise = self.exercise
        if self.match is not None:
            self.hand_in()
        elif exercise is None:
            self.post_message(self.Finished())
        elif exercise.choosing:
            return
        elif exercise.typing:
            self.check(exercise)
        elif not exercise.revealed:
            self.take(exercise.reveal())
        elif exercise.suggested is not None:
            self.rate(exercise.suggested)

    def choose(self, index: int) -> None:
        """Take the option at *index*; in a match, the holder at it."""
        self.give_holder(index)
        if self.exercise is not None:
            self.take(self.exercise.choose(index))

    def rate(self, rating: Rating) -> None:
        """Rate the card; before its answer shows, the same keys say how sure the reader is; or they number a match."""
        self.rate_pairs(int(rating) - 1)
        if self.exercise is None:
            return
        if self.exercise.revealed:
            self.post_message(self.Rated(self.exercise, rating))
        elif self.exercise.weighing:
            self.take(self.exercise.sure((int(rating) - 1) / 3).type(self.exercise.given or ""))
        elif self.confidence and not self.exercise.typing:
            sure = self.exercise.sure((int(rating) - 1) / 3)
            self.take(sure if sure.choosing else sure.reveal())

    def overrule(self) -> None:
        """Count a typed answer as right."""
        if self.exercise is not None:
            self.take(self.exercise.overrule())

    def count_again(self) -> bool:
        """Take back that a typed answer was counted as right, or as not the same, and say whether it was."""
        if self.exercise is None or not (self.exercise.overruled or self.exercise.differs):
            return False
        self.take(replace(self.exercise, overruled=False, differs=False))
        return True

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.focus()
        self.reveal()

    def take(self, exercise: Exercise) -> None:
        """Show an exercise after its next step."""
        self.say("")
        before, self.exercise = self.exercise, exercise
        self.repaint()
        if exercise.revealed and before is not None and not before.revealed:
            self.post_message(self.Revealed(exercise))

    # How it is shown

    def repaint(self) -> None:
        """Show what is in hand as it is now."""
        if self.match is not None and self.match_document is not None:
            width, (nth, of) = self._width, self.match_counted
            rows = self.size.height - ASIDE
            self._paint(match_face(self.match, self.match_document, nth, of, width, rows, self.key))
            return
        if self.exercise is None or self._document is None:
            return
        shown = face(
            self.exercise,
            self._document,
            self._position,
            self._total,
            self._intervals,
            confidence=self.confidence,
            left=self.left,
            key=self.key,
        )
        self._paint(shown)
        if self.exercise.revealed:
            self.call_after_refresh(self._show_answer)

    def _show_answer(self) -> None:
        """Scroll down to the source as far as the prompt stays, and to the end of the answer in any case."""
        if not self.is_attached:
            return
        parts = {part: self.query_one(part, Static) for part in ("#card-prompt", "#card-options", "#card-answer")}
        shown = [part.virtual_region for part in parts.values() if not part.has_class("-hidden")]
        height = self.scrollable_content_region.height - self.query_one("#card-ratings").outer_size.height
        prompt, answer = shown[0], shown[-1]
        to_source = min(self.max_scroll_y, prompt.y)
        self.scroll_to(y=min(max(to_source, answer.bottom - height), answer.y), animate=False)

    def _paint(self, shown: Face) -> None:
        self._put("#card-head", content(shown.head))
        self._put("#card-prompt", Content(shown.prompt))
        width = self._width
        self._put("#card-options", stacked(shown.options, width))
        self._put("#card-answer", stacked(shown.answer, width))
        self._put("#card-source", content(shown.source))
        room = width - (not self.show_vertical_scrollbar)  # one may come with the answer
        self._put("#card-ratings", stacked(flowed(shown.ratings, room), room))
        self.line.set_class(self.exercise is None or not self.exercise.typing, "-hidden")

    @property
    def _width(self) -> int:
        return max(20, min(MEASURE, self.scrollable_content_region.width))

    def _put(self, part: str, words: Content) -> None:
        static = self.query_one(part, Static)
        static.update(words)
        static.set_class(not words.plain, "-hidden")
