"""The part of a study pane that holds a match: a statement is taken, a holder given, all handed in at once."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from textual.message import Message

from tui_reader.model import Document
from tui_reader.study.matching import Match

if TYPE_CHECKING:
    from textual.containers import VerticalScroll

    Base = VerticalScroll
else:
    Base = object


class MatchHand(Base):
    """Announces what the reader does with a match; never judges it."""

    confidence = False
    match: Match | None = None
    match_document: Document | None = None
    match_began = datetime.min
    match_counted = (1, 1)  # which match of how many
    _paired: tuple[int, ...] = ()  # the statements paired, in the order of pairing
    _warned = False  # whether the reader was told that statements are left

    class HandedIn(Message):
        """The reader is done with pairing."""

        def __init__(self, match: Match, began: datetime) -> None:
            super().__init__()
            self.match = match
            self.began = began

    class Looked(Message):
        """The reader takes another statement of a judged match in hand, or sees the first one."""

        def __init__(self, match: Match) -> None:
            super().__init__()
            self.match = match

    class Paired(Message):
        """The reader paired a statement, or took another one in hand."""

    class WentOn(Message):
        """The reader has seen what a match came to."""

    if TYPE_CHECKING:

        def say(self, words: str) -> None: ...

        def repaint(self) -> None: ...

    def begin_match(self, match: Match, document: Document, nth: int, of: int) -> None:
        """Show a match from its statements on."""
        self.match, self.match_document, self.match_counted = match, document, (nth, of)
        self.match_began, self._warned, self._paired = datetime.now(UTC), False, ()
        self.repaint()
        self.scroll_home(animate=False)

    def show_judged(self, match: Match) -> None:
        """Show what a match came to."""
        self._hold(match)

    def take_statement(self, index: int) -> None:
        if self.match is not None:
            self._hold(self.match.take(index))

    def move_hand(self, by: int) -> None:
        if self.match is not None:
            self._hold(self.match.move(by))

    def give_holder(self, index: int) -> None:
        if self.match is not None and not self.match.judged:
            self._paired = (*self._paired, self.match.hand)
            self._hold(self.match.give(index))

    def take_back_pair(self) -> bool:
        """Take back the pair that was made last in a match that is not handed in, and say whether there was one."""
        if self.match is None or self.match.judged:
            return False
        made = [index for index in self._paired if self.match.given[index] is not None]
        if made:
            self._paired = tuple(made[:-1])
            self._hold(self.match.without(made[-1]))
        return bool(made)

    def hand_in(self) -> None:
        """Hand the pairs in, where statements are left only at the second time; of a judged match, go on.

        With `confidence`, how sure the reader is of them is asked first; to hand in again is not to say.
        """
        if self.match is None:
            return
        if self.match.judged:
            self.match = None
            self.post_message(self.WentOn())
        elif self.match.unpaired and not (self._warned or self.match.weighing):
            self._warned = True
            left = ", ".join(str(index + 1) for index in self.match.unpaired)
            self.say(f"Without a holder: {left}. Once more hands in what there is.")
        elif self.confidence and self.match.begun and not self.match.weighing:
            self._hold(self.match.weigh())
        else:
            self.post_message(self.HandedIn(self.match, self.match_began))

    def rate_pairs(self, grade: int) -> None:
        """Take the statement of a number from 0; where it is asked how sure the reader is, take that and hand in."""
        if self.match is None or not self.match.weighing:
            self.take_statement(grade)
        else:
            self.post_message(self.HandedIn(self.match.sure(grade / 3), self.match_began))

    def _hold(self, match: Match) -> None:
        self.say("")
        self.match, self._warned = match, False
        self.repaint()
        self.post_message(self.Looked(match) if match.judged else self.Paired())
