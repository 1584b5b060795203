"""Read and recall: at the end of a section, three questions on it before the reader goes on."""

from __future__ import annotations

from bisect import bisect_right
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from textual.widgets import Static

from tui_reader.app.motions import section_starts
from tui_reader.app.widgets.source_view import SourceView
from tui_reader.app.widgets.study_pane import StudyPane
from tui_reader.model import Anchor, Document, StudyMode
from tui_reader.study.counting import counted

if TYPE_CHECKING:
    from tui_reader.app.reader_app import ReaderApp
    from tui_reader.app.screens.study_desk import StudyDesk

    Base = StudyDesk
else:
    Base = object

SETTING = "reading.recall"
WANTED = "At the end of each section, or of some pages of it, three questions are asked."


class ReadingRecall(Base):
    """Watches where the reader reads on to; asks at the end of a section, if the reader wants that."""

    document: Document
    _read_from: int | None = None  # where the cursor was before its last movement
    _recalled: frozenset[int] = frozenset()  # where the sections begin that were asked on
    _stretches: tuple[int, ...] = ()  # where what is asked on begins
    _go_on_at: int | None = None  # where to go on reading while questions are asked
    _asked_on = 0  # where the stretch begins that is asked on
    _start: Anchor | None

    if TYPE_CHECKING:

        @property
        def source(self) -> SourceView: ...

        @property
        def furnished(self) -> bool: ...

        def focus_pane(self, pane: str) -> None: ...

    @property
    def wants_recall(self) -> bool:
        chosen = self.reader.library.setting(SETTING)
        return self.reader.settings.flag(SETTING) if chosen is None else bool(chosen)

    @property
    def recalling(self) -> bool:
        return self._go_on_at is not None

    def command_recall(self) -> None:
        """Switch the questions at the end of each section on or off, for good."""
        if not self.wants_recall:
            want_recall(self.reader)
        else:
            self.reader.library.set_setting(SETTING, False)
            self.notify("No questions while reading.", markup=False)

    def begin_recall(self) -> None:
        """Go on reading, with questions at the end of each section."""
        want_recall(self.reader)
        self.focus_pane("source")

    def on_source_view_moved(self, message: SourceView.Moved) -> None:
        """Tell reading on from moving about, and ask where a section was read."""
        before, self._read_from = self._read_from, message.offset
        if before is None and self._start is None:
            before = 0
        if before is None or self.recalling or not self.furnished or not self.source.has_focus or not self.wants_recall:
            return
        page = self.source.page
        rows = page.row_of(message.offset) - page.row_of(before)
        starts = section_starts(self.document)
        on = message.offset in starts and bisect_right(starts, message.offset) - bisect_right(starts, before) == 1
        if on or 0 < rows <= self.source.height_in_rows:  # a jump that leads further is not reading
            last = page.row_of(self.document.blocks[-1].span.end - 1)
            self.recall_at(before, message.offset, at_end=page.row_of(message.offset) >= last)

    def recall_at(self, before: int, after: int, at_end: bool) -> None:
        """Ask on the stretch that was left behind, if one was and there is anything to ask."""
        from tui_reader.store.sitting import Sitting
        from tui_reader.study.recall import just_read, recall, stretches

        self._stretches = self._stretches or stretches(self.document)
        read = just_read(self._stretches, len(self.document.text), before, after, at_end)
        if read is None or read.start in self._recalled:
            return
        self._recalled |= {read.start}
        (material,) = self.materials()
        library, now = self.reader.library, datetime.now(UTC)
        states = {card.id: library.progress.state(card.id) for card in material.cards}
        cards = recall(material.cards, states, read, now)
        if not cards:
            return
        self.sitting = Sitting(library, self.reader.settings, [material], now, StudyMode.RECALL)
        self.sitting.ask_only(cards)
        self._go_on_at, self._asked_on = after, read.start
        self.focus_pane("study")
        self.ask_next()
        asked = f"{counted(len(cards), 'question')} on §{self.source.page.section_number(read.start)}, just read"
        self.pane.say(f"{asked}; {self.key('app.back')} ends them and reads on.")

    @property
    def covered(self) -> bool:
        """Whether the text is covered because it is asked on."""
        return self.has_class("-covered")

    def ask_next(self) -> None:
        """Ask the next card; of what was just read, with the text covered."""
        super().ask_next()
        recall = self.sitting is not None and self.sitting.mode is StudyMode.RECALL
        self.show_cover(self.recalling and recall and self.pane.exercise is not None)

    def show_cover(self, cover: bool) -> None:
        if cover:
            section = self.source.page.section_number(self._asked_on)
            look, end = self.key("study.source"), self.key("app.back")
            words = f"§{section} is covered while it is asked on.\n\n{look} looks the answer up: it then counts as not "
            self.query_one("#cover", Static).update(f"{words}known.\n{end} ends the questions.")
        self.set_class(cover, "-covered")

    def command_study_source(self) -> None:
        """Go to the card's place; where the text is covered, that looks the answer up."""
        if self.covered and (exercise := self.pane.exercise) is not None:
            self.show_cover(False)
            self.pane.take(exercise.look_up())
        super().command_study_source()

    def on_study_pane_finished(self, message: StudyPane.Finished) -> None:
        if self.recalling:
            self.end_recall()

    def end_recall(self) -> None:
        """Go back to where the reader was going on."""
        at, self._go_on_at = self._go_on_at, None
        self.show_cover(False)
        self.begin_sitting()
        self.focus_pane("source")
        self.source.light(())
        self.source.go_to(at)
        self._read_from = at


def want_recall(app: ReaderApp) -> None:
    """Have questions asked while reading from now on, and say so."""
    app.library.set_setting(SETTING, True)
    app.notify(WANTED, markup=False)
