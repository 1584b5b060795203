"""What the commands of studying do in a study pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.app.widgets.match_hand import MatchHand
from tui_reader.model import Rating


class StudyKeys(MatchHand):
    """One method a command."""

    if TYPE_CHECKING:

        def reveal(self) -> None: ...

        def rate(self, rating: Rating) -> None: ...

        def choose(self, index: int) -> None: ...

        def overrule(self) -> None: ...

    def command_down(self) -> None:
        self.move_hand(1) if self.match is not None else self.scroll_relative(y=1, animate=False)

    def command_up(self) -> None:
        self.move_hand(-1) if self.match is not None else self.scroll_relative(y=-1, animate=False)

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

    def command_fifth(self) -> None:
        self.take_statement(4)

    def command_sixth(self) -> None:
        self.take_statement(5)

    def command_overrule(self) -> None:
        self.overrule()
