"""The card in hand: its prompt, its options or a line to type in, and after the answer its source and the ratings."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui_reader.app.card_face import Face, Keys, Line, Piece, face, usual_key
from tui_reader.app.wrap import cells
from tui_reader.model import Card, Document, Rating
from tui_reader.study.exercise import Exercise

SMALL = 14  # rows under which nothing is left for margins
MEASURE = 76  # cells of a line of a card at most
LEAD = 3  # cells of a sign or a letter before the words of an option

# The role that a piece of a card plays → a style of the theme.
STYLES = {
    "quiet": "$quiet",
    "where": "$quiet",
    "text": "$foreground",
    "key": "$accent bold",
    "right": "$success",
    "wrong": "$error",
    "struck": "$error strike",
    "note": "$quiet italic",
    "given": "$foreground italic",
    "answer": "$foreground bold",
    "lit": "$on-lit on $lit",
    "suggested": "$foreground bold underline",
    "kind-condition": "$kind-condition",
    "kind-position": "$kind-position",
    "kind-attribution": "$kind-attribution",
    "kind-quotation": "$kind-attribution",
    "kind-unmentioned": "$kind-narration",
}


class StudyPane(VerticalScroll, can_focus=True):
    """Shows one exercise; what the reader does with it is announced, never decided here."""

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
    StudyPane > #card-typed { margin-bottom: 1; max-width: 76; border: none; border-bottom: solid $rule; padding: 0; }
    StudyPane > #card-typed:focus { border-bottom: solid $accent; }
    StudyPane > #card-typed.-left { opacity: 50%; }
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

    class Left(Message):
        """The reader left the line of a typed answer, or came back to it."""

    class Finished(Message):
        """The reader went on although there is no card."""

    def __init__(self, *, confidence: bool = False, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.confidence = confidence
        self.key: Keys = usual_key
        self.exercise: Exercise | None = None
        self.left = False  # whether the reader has left the line of a typed answer
        self._document: Document | None = None
        self._position = self._total = 0
        self._intervals: Mapping[Rating, timedelta] = {}

    def compose(self) -> ComposeResult:
        yield Static("", id="card-said", classes="-hidden", markup=False)
        yield Static("", id="card-head", markup=False)
        yield Static("", id="card-prompt", markup=False)
        yield Static("", id="card-options", classes="-hidden", markup=False)
        yield Input(placeholder="your answer", id="card-typed", classes="-hidden")
        yield Static("", id="card-answer", classes="-hidden", markup=False)
        yield Static("", id="card-source", classes="-hidden", markup=False)
        yield Static("", id="card-ratings", markup=False)

    @property
    def card(self) -> Card | None:
        return self.exercise.card if self.exercise else None

    def show(
        self,
        exercise: Exercise,
        document: Document,
        position: int,
        total: int,
        intervals: Mapping[Rating, timedelta],
    ) -> None:
        """Show an exercise from its prompt on."""
        self.exercise, self._document = exercise, document
        self._position, self._total, self._intervals = position, total, intervals
        typed = self.query_one("#card-typed", Input)
        typed.value = ""
        self.left = False
        self._update()
        self.scroll_home(animate=False)
        if exercise.typing and self.has_focus_within:
            typed.focus()

    def reword(self, card: Card) -> None:
        """Show the card in hand with other words, as far as it is answered."""
        if self.exercise is not None:
            self.exercise = replace(self.exercise, card=card)
            self._update()

    def on_resize(self) -> None:
        self.set_class(self.size.height < SMALL, "-small")
        self._update()

    def say(self, words: str) -> None:
        """Say what has just happened, above the card, until the reader goes on."""
        self._put("#card-said", Content(words))

    def show_words(self, head: str, lines: Iterable[Line]) -> None:
        """Show something that is no card: that nothing is due, or what a sitting came to."""
        self.exercise = None
        self._paint(Face(((head, "text"),), "", tuple(lines)))

    # The line that is typed in

    def on_key(self, event: events.Key) -> None:
        typed = self.query_one("#card-typed", Input)
        if typed.has_focus and event.key in ("escape", "shift+tab"):
            event.stop()
            event.prevent_default()
            if event.key == "escape" and typed.value:
                typed.value = ""
            else:
                self._leave_line()

    def on_focus(self) -> None:
        if self.exercise is not None and self.exercise.typing and not self.left:
            self.query_one("#card-typed", Input).focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if self.left and event.widget.id == "card-typed":
            self._mark_left(False)

    def _leave_line(self) -> None:
        self._mark_left(True)
        self.focus()

    def _mark_left(self, left: bool) -> None:
        self.left = left
        self._update()
        self.post_message(self.Left())

    # What the reader does

    def reveal(self) -> None:
        """Show the answer; of a card whose answer shows, take the rating that it comes to."""
        if self.exercise is None:
            self.post_message(self.Finished())
            return
        if self.exercise.choosing:
            return
        if self.exercise.typing and self.left:
            self.query_one("#card-typed", Input).focus()
            return
        if not self.exercise.revealed:
            typed = self.query_one("#card-typed", Input)
            self._take(self.exercise.type(typed.value) if self.exercise.typing else self.exercise.reveal())
        elif self.exercise.suggested is not None:
            self.rate(self.exercise.suggested)

    def choose(self, index: int) -> None:
        """Take the option at *index*."""
        if self.exercise is not None:
            self._take(self.exercise.choose(index))

    def rate(self, rating: Rating) -> None:
        """Rate the card; before the answer shows, the same keys say how sure the reader is."""
        if self.exercise is None:
            return
        if self.exercise.revealed:
            self.post_message(self.Rated(self.exercise, rating))
        elif self.confidence and not self.exercise.typing:
            sure = self.exercise.sure((int(rating) - 1) / 3)
            self._take(sure if sure.choosing else sure.reveal())

    def overrule(self) -> None:
        """Count a typed answer as right."""
        if self.exercise is not None:
            self._take(self.exercise.overrule())

    def count_again(self) -> bool:
        """Take back that a typed answer was counted as right, and say whether it was."""
        if self.exercise is None or not self.exercise.overruled:
            return False
        self._take(replace(self.exercise, overruled=False))
        return True

    # Commands

    def command_down(self) -> None:
        self.scroll_relative(y=1, animate=False)

    def command_up(self) -> None:
        self.scroll_relative(y=-1, animate=False)

    def command_first(self) -> None:
        self.scroll_home(animate=False)

    def command_last(self) -> None:
        self.scroll_end(animate=False)

    def command_reveal(self) -> None:
        self.reveal()

    def command_study_again(self) -> None:
        self.rate(Rating.AGAIN)

    def command_study_hard(self) -> None:
        self.rate(Rating.HARD)

    def command_study_good(self) -> None:
        self.rate(Rating.GOOD)

    def command_study_easy(self) -> None:
        self.rate(Rating.EASY)

    def command_option_a(self) -> None:
        self.choose(0)

    def command_option_b(self) -> None:
        self.choose(1)

    def command_option_c(self) -> None:
        self.choose(2)

    def command_option_d(self) -> None:
        self.choose(3)

    def command_option_e(self) -> None:
        self.choose(4)

    def command_option_f(self) -> None:
        self.choose(5)

    def command_overrule(self) -> None:
        self.overrule()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.reveal()
        self.focus()

    def _take(self, exercise: Exercise) -> None:
        self.say("")
        before, self.exercise = self.exercise, exercise
        self._update()
        if exercise.revealed and before is not None and not before.revealed:
            self.post_message(self.Revealed(exercise))

    # How it is shown

    def _update(self) -> None:
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
        width = max(20, min(MEASURE, self.scrollable_content_region.width))
        self._put("#card-options", stacked(shown.options, width))
        self._put("#card-answer", stacked(shown.answer, width))
        self._put("#card-source", content(shown.source))
        room = width - (not self.show_vertical_scrollbar)  # one may come with the answer
        self._put("#card-ratings", stacked(flowed(shown.ratings, room), room))
        typing = self.exercise is not None and self.exercise.typing
        line = self.query_one("#card-typed")
        line.set_class(not typing, "-hidden")
        line.set_class(self.left, "-left")

    def _put(self, part: str, words: Content) -> None:
        static = self.query_one(part, Static)
        static.update(words)
        static.set_class(not words.plain, "-hidden")


def content(line: Iterable[Piece]) -> Content:
    """Return one line in the styles of its pieces."""
    return Content.assemble(*((words, STYLES[role]) for words, role in line))


def stacked(lines: Iterable[Line], width: int) -> Content:
    """Return lines one under another; the words after a sign or a letter hang beneath one another."""
    return Content("\n").join([content(hanging(line, width)) for line in lines])


def flowed(line: Line, width: int) -> list[Line]:
    """Return a line of keys and what they do as lines no wider than *width*, no key parted from what it does.

    A key and what it does end in two spaces or more.
    """
    lines: list[list[Piece]] = [[]]
    unit: list[Piece] = []
    for nth, piece in enumerate(line):
        unit.append(piece)
        if not piece[0].endswith("  ") and nth < len(line) - 1:
            continue
        room = width - sum(cells(words) for words, _ in lines[-1])
        if lines[-1] and sum(cells(words) for words, _ in unit) - 3 > room:
            lines.append([])
        lines[-1] += unit
        unit = []
    return [tuple(one) for one in lines if one]


def hanging(line: Line, width: int) -> Line:
    """Return a line of a short lead and words with the words wrapped beside the lead."""
    if len(line) != 2 or len(line[0][0]) > LEAD:
        return line
    (lead, lead_role), (words, role) = line
    wrapped = textwrap.wrap(words, max(8, width - len(lead))) or [""]
    return ((lead, lead_role), (("\n" + " " * len(lead)).join(wrapped), role))
