"""What a reader chooses from a list or a form while studying: the mode, the cards, a pair to drill, a goal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from tui_reader.app.commands import key_of
from tui_reader.app.screens.choosing import Choice, ChoosingScreen
from tui_reader.app.screens.drilling import NOBODY, choose_pair, confused_in
from tui_reader.app.widgets.study_pane import StudyPane
from tui_reader.model import StudyMode
from tui_reader.store.material import Material, actor_names
from tui_reader.study.exercise import Exercise

if TYPE_CHECKING:
    from tui_reader.app.screens.command_screen import CommandScreen
    from tui_reader.store.confusing import Confused
    from tui_reader.store.sitting import Sitting
    from tui_reader.study.drill import Pair
    from tui_reader.study.selection import Selection

    Base = CommandScreen
else:
    Base = object

MODES = (
    StudyMode.FLASHCARD,
    StudyMode.CHOICE,
    StudyMode.TYPED,
    StudyMode.TRUE_FALSE,
    StudyMode.MATCH,
    StudyMode.EXAM,
)
MODE_TITLES = {
    StudyMode.FLASHCARD: "flashcards",
    StudyMode.CHOICE: "choice",
    StudyMode.TYPED: "typed answers",
    StudyMode.TRUE_FALSE: "true or false",
    StudyMode.MATCH: "who holds what",
    StudyMode.EXAM: "exam",
    StudyMode.RECALL: "on what you just read",
}
MODE_WORDS = {
    StudyMode.FLASHCARD: "think of it, look, rate yourself",
    StudyMode.CHOICE: "one of four, all from the text",
    StudyMode.TYPED: "write it, and its parts are judged",
    StudyMode.TRUE_FALSE: "as it was said, or turned?",
    StudyMode.MATCH: "statements to their holders",
    StudyMode.EXAM: "a score by kind and actor",
}

DRILL, RECALL = "drill", StudyMode.RECALL.value  # rows of the list of modes that begin no sitting here
CONFIDENCE = "study.confidence"
MODE = "study.mode"  # the one that was chosen last
USUAL = frozenset({StudyMode.FLASHCARD, StudyMode.CHOICE, StudyMode.TYPED, StudyMode.TRUE_FALSE})


class StudyChoices(Base):
    """The commands of studying that open a list or a form."""

    mode: StudyMode = StudyMode.FLASHCARD
    selection: Selection | None = None
    exam: list[Exercise]
    sitting: Sitting | None = None

    if TYPE_CHECKING:

        @property
        def pane(self) -> StudyPane: ...

        def materials(self) -> list[Material]: ...

        def ask_next(self) -> None: ...

        def begin_recall(self) -> None: ...

        def begin_sitting(self, mode: StudyMode | None = None, pair: Pair | None = None) -> None: ...

    def command_study_mode(self) -> None:
        """Let the reader choose how the cards are asked."""
        rows = [
            Choice(mode.value, f"{MODE_TITLES[mode]}: {MODE_WORDS[mode]}", key, "bold" if mode is self.mode else "")
            for mode, key in zip(MODES, "fcthwe", strict=True)
        ]
        rows.append(Choice(RECALL, "read and recall: read on, with three questions on each section", "r"))
        rows.append(Choice(DRILL, "drill a pair: who of two that you confuse it was", "d"))

        def chosen(mode: str | None) -> None:
            if mode == RECALL:
                self.begin_recall()
            elif mode == DRILL:
                self.command_drill()
            elif mode is not None:
                if StudyMode(mode) in USUAL:
                    self.reader.library.set_setting(MODE, mode)
                self.begin_sitting(StudyMode(mode))

        at = MODES.index(self.mode) if self.mode in MODES else 0
        self.app.push_screen(ChoosingScreen("How the cards are asked", rows, at), chosen)

    def key(self, name: str) -> str:
        """Return the reader's key for a command."""
        return key_of(self.keys.table, name)

    @property
    def wants_confidence(self) -> bool:
        """Whether the reader says how sure they are before an answer shows."""
        chosen = self.reader.library.setting(CONFIDENCE)
        return self.reader.settings.flag(CONFIDENCE) if chosen is None else bool(chosen)

    def command_study_more(self) -> None:
        """Ask further cards although the limit of the day is reached."""
        if self.sitting is None:
            return
        if self.sitting.more(datetime.now(UTC)):
            self.ask_next()
        else:
            self.pane.say("No limit stands in the way: there is nothing more to ask now.")

    def command_confidence(self) -> None:
        """Ask how sure the reader is before each answer shows, or no longer; for good."""
        wanted = not self.wants_confidence
        self.reader.library.set_setting(CONFIDENCE, wanted)
        self.pane.confidence = wanted and self.mode is not StudyMode.EXAM
        self.pane.repaint()
        self.refresh_footer()
        self.pane.say("Say how sure you are before you look." if wanted else "How sure you are is no longer asked.")

    def command_report(self) -> None:
        """Ask for a file and write what the exam came to into it."""
        from tui_reader.app.screens.report_form import ReportScreen
        from tui_reader.study.exam import heading

        if not self.exam:
            self.pane.say(f"A result is written after an exam; {self.key('study.mode')} begins one.")
            return
        if self.pane.exercise is not None:
            self.pane.say("The result is written after the last card of the exam.")
            return

        def written(file: Path | None) -> None:
            if file is not None:
                self.pane.say(f"Written to {file}.")

        title = heading(material.document.title for material in self.materials())
        names = actor_names(self.materials())
        self.app.push_screen(ReportScreen(title, tuple(self.exam), names), written)

    def command_choose_cards(self) -> None:
        """Let the reader choose the cards by kind, actor, or how they are known."""
        from tui_reader.app.screens.card_choosing import choose_cards

        def chosen(selection: Selection | None) -> None:
            self.selection = selection
            self.begin_sitting()

        choose_cards(self, self.materials(), self.selection, chosen)

    @work(thread=True, exclusive=True, group="confusions")
    def command_drill(self) -> None:
        """Look up whom the reader takes for whom in these texts, and offer a drill for each pair."""
        found = confused_in(self.reader.library, [material.document.id for material in self.materials()])
        self.app.call_from_thread(self.offer_drills, found)

    def offer_drills(self, found: Sequence[Confused]) -> None:
        if not self.is_active:
            return  # left meanwhile
        if found:
            choose_pair(self.app, found, self.drill_here)
        else:
            self.pane.say(NOBODY)

    def drill_here(self, pair: Pair) -> None:
        self.begin_sitting(StudyMode.CHOICE, pair)

    def command_aim(self) -> None:
        """Let the reader say by when, and how well, the text of the card in hand, or all, must be known."""
        from tui_reader.app.screens.aim_form import ask_aim

        documents = [material.document.id for material in self.materials()]
        card = self.pane.card if self.query(StudyPane) else None
        ask_aim(self, card.document if card is not None else documents[0], documents, self.begin_sitting)

    def command_passages(self) -> None:
        from tui_reader.app.screens.passage_choosing import choose_passage

        choose_passage(self, [material.document.id for material in self.materials()])
