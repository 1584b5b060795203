"""The sitting behind a study pane: which card is asked, and keeping what was answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui_reader.app.card_face import LETTERS
from tui_reader.app.closing_words import closing_words
from tui_reader.app.commands import Command
from tui_reader.app.screens.answer_drafts import AnswerDrafts
from tui_reader.app.screens.card_desk import CardDesk
from tui_reader.app.screens.second_press import SecondPress
from tui_reader.app.screens.study_choices import StudyChoices
from tui_reader.app.widgets.match_hand import MatchHand
from tui_reader.app.widgets.study_pane import StudyPane
from tui_reader.errors import StoreError
from tui_reader.model import Card, StudyMode
from tui_reader.store.material import Material, material_of
from tui_reader.study.exercise import Exercise
from tui_reader.study.rereading import asks_reading

if TYPE_CHECKING:
    from tui_reader.app.screens.command_screen import CommandScreen
    from tui_reader.store.sitting import Sitting
    from tui_reader.study.drill import Pair
    from tui_reader.study.selection import Selection

    Base = CommandScreen
else:
    Base = object


class StudyDesk(SecondPress, StudyChoices, CardDesk, AnswerDrafts, Base):
    """The commands of studying, for every screen that has a study pane."""

    sitting: Sitting | None = None
    mode: StudyMode = StudyMode.FLASHCARD
    selection: Selection | None = None
    exam: list[Exercise]

    @property
    def pane(self) -> StudyPane:
        return self.query_one(StudyPane)

    def materials(self) -> list[Material]:
        """Return the texts that are studied here."""
        raise NotImplementedError

    def show_in_text(self, card: Card) -> None:
        """Go to a card's place in the text."""
        raise NotImplementedError

    def count_due(self) -> None:
        """Show anew how many cards wait."""

    def footer_keys(self) -> list[Command]:
        """Return, where a card is in hand, what can be done with it now."""
        usual = super().footer_keys()
        if self.place != "study" or not self.query("#card-prompt"):
            return usual
        table = {command.id: command for command in self.keys.table}
        exercise = self.pane.exercise
        match = self.pane.match
        now: tuple[str, ...] = ()
        if exercise is not None and exercise.revealed:
            now = ("study.again", "study.hard", "study.good", "study.easy")
        first = [table[name] for name in now if table[name].keys]
        if exercise is not None and exercise.choosing:
            first = [replace(table["study.option-a"], title=f"to {LETTERS[len(exercise.options) - 1]} choose")]
        if exercise is not None and exercise.unsure:
            reveal = table["study.reveal"]
            told = (("y", "says the same"), ("n", "does not"))
            first = [*(replace(reveal, keys=(letter,), title=title) for letter, title in told), *first]
        sure = exercise is not None and self.pane.asks_how_sure
        if sure and table["study.again"].keys:
            last = table["study.easy"].shown_key
            first = [replace(table["study.again"], title=f"to {last} how sure")]
        if exercise is not None and exercise.typing:  # letters are no commands, so that none are offered
            enter = replace(table["study.reveal"], keys=("enter",), title="check")
            if self.pane.left:
                others = [command for command in usual if command.id != "study.reveal"]
                return [replace(enter, title="write on"), *others]
            if exercise.weighing:
                return [*first, replace(enter, title="do not say")]
            return [enter, replace(table["app.back"], title="leave the line: keys are commands")]
        if match is not None:
            last = LETTERS[len(match.names) - 1]
            first = [
                replace(table["study.option-a"], title=f"to {last} who it is"),
                replace(table["study.reveal"], title="hand in"),
            ]
            first = [replace(table["study.reveal"], title="go on")] if match.judged else first
            if match.weighing:
                last = table["study.easy"].shown_key
                first = [replace(table["study.again"], title=f"to {last} how sure")]
                first.append(replace(table["study.reveal"], title="do not say"))
        elif exercise is None:
            further = [table["study.down"]] if self.pane.max_scroll_y else []
            first = [*further, *([table["study.report"]] if self.exam else [])]
        rest = [c for c in usual if c.id != "study.reveal" or not (first or exercise is None)]
        if self.mode is StudyMode.EXAM and exercise is not None:
            rest = [command for command in rest if command.id != "study.source"]  # nobody is led to the answers
        return [*first, *rest]

    def begin_sitting(self, mode: StudyMode | None = None, pair: Pair | None = None) -> None:
        """Begin a sitting over the cards as they are now; with *pair*, only over who of the two it was."""
        from tui_reader.store.sitting import Sitting  # late: the text must be on the screen before cards are thought of

        self.keep_answer()
        if mode is not None:
            self.mode = mode
        self.exam = []
        self.pane.key = self.key
        now = datetime.now(UTC)
        self.pane.confidence = self.wants_confidence and self.mode is not StudyMode.EXAM
        library, settings = self.reader.library, self.reader.settings
        self.sitting = Sitting(library, settings, self.materials(), now, self.mode, self.selection)
        if pair is not None:
            self.sitting.drill([pair], now)
        else:
            self.ask_unrated_first()
        self.ask_next()

    def ask_next(self) -> None:
        """Ask the next card, or say what the sitting came to."""
        if self.sitting is None:
            return
        now = datetime.now(UTC)
        if self.mode is StudyMode.MATCH and (match := self.sitting.match()) is not None:
            document = self.sitting.materials[match.document].document
            self.pane.show_match(match, document, *self.sitting.match_count)
            self.refresh_footer()
            return
        exercise = self.sitting.ask(now)
        if exercise is None:
            chosen = self.selection is not None
            self.pane.show_words(*closing_words(self.sitting, self.exam, now, self.key, chosen=chosen))
            self.call_after_refresh(self.refresh_footer)  # what there is to scroll shows once it is laid out
            return
        document = self.sitting.materials[exercise.card.document].document
        intervals = self.sitting.session.preview(exercise.card, now)
        exercise = self.as_left(exercise)
        self.pane.show(exercise, document, self.sitting.position, self.sitting.total, intervals)
        self.show_written(exercise)
        self.refresh_footer()

    # Messages

    def on_typed_hand_left(self) -> None:
        self.refresh_footer()

    def on_study_pane_revealed(self, message: StudyPane.Revealed) -> None:
        exercise = message.exercise
        self.keep_answer()
        self.refresh_footer()
        if exercise.mode is StudyMode.EXAM and exercise.suggested is not None:
            self.exam.append(exercise)
            self.pane.rate(exercise.suggested)
        elif self.has_text_beside:
            self.show_in_text(exercise.card)

    def on_match_hand_paired(self) -> None:
        self.refresh_footer()

    def on_match_hand_looked(self, message: MatchHand.Looked) -> None:
        if self.has_text_beside:
            self.show_in_text(message.match.card)

    def on_match_hand_handed_in(self, message: MatchHand.HandedIn) -> None:
        if self.sitting is None:
            return
        try:
            judged = self.sitting.hand_in(message.match, message.began, datetime.now(UTC))
        except StoreError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.pane.show_judged(judged)
        self.count_due()
        self.refresh_footer()

    def on_match_hand_went_on(self) -> None:
        self.ask_next()

    def on_study_pane_rated(self, message: StudyPane.Rated) -> None:
        if self.sitting is None:
            return
        before = self.sitting.session.state(message.exercise.card)
        try:
            self.sitting.answer(message.exercise, message.rating, datetime.now(UTC))
        except StoreError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.drop_answer(message.exercise.card.id)
        card, after = message.exercise.card, self.sitting.session.state(message.exercise.card)
        leech = self.sitting.slipped_for_good(card, before)
        self.count_due()
        self.ask_next()
        if message.exercise.mode is StudyMode.EXAM:
            return  # nothing tells right from wrong before its end
        if leech:
            passage, edit = self.key("reading.passages"), self.key("study.edit")
            self.pane.say(f"It slips again and again: {passage} leads to its passage, {edit} rewords it.")
        elif after.lapses > before.lapses:
            self.pane.say(f"It slipped: {self.key('reading.passages')} leads to its passage, to be read again.")

    # Commands

    @property
    def has_text_beside(self) -> bool:
        """Whether the text can be seen beside the card."""
        return False

    def command_study_undo(self) -> None:
        if self.sitting is None:
            return
        if self.pane.take_back_pair():
            return
        if self.pane.count_again():
            self.pane.say("It counts as it was graded again.")
            return
        if self.pane.uncheck():
            self.pane.say("Your answer is back in its line.")
            return
        try:
            card = self.sitting.undo_match() if self.mode is StudyMode.MATCH else self.sitting.undo()
        except StoreError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        if card is None:
            self.pane.say("There is nothing to take back.")
            return
        self.exam = [one for one in self.exam if one.card.id != card.id]
        self.count_due()
        self.ask_next()
        self.pane.say("Taken back.")

    def command_study_source(self) -> None:
        if (card := self.pane.card) is not None:
            self.show_in_text(card)
            self.passage_read(card)

    def passage_read(self, card: Card) -> None:
        """Note that the reader went back to the passage of a card, if it was to be read again."""
        library = self.reader.library
        if asks_reading(library.progress.state(card.id), library.rereading.read().get(card.id, 0)):
            library.rereading.mark([card.id])
            self.count_due()

    def command_study_edit(self) -> None:
        """Let the reader change the words of the card in hand."""
        from tui_reader.app.screens.edit_card import EditCardScreen

        if (card := self.pane.card) is not None:

            def changed(changes: dict[str, str] | None) -> None:
                self._reword(card, changes)

            self.app.push_screen(EditCardScreen(card), changed)

    def _reword(self, card: Card, changes: dict[str, str] | None) -> bool:
        """Change the words of a card and show them, and say whether they were kept."""
        if not changes or self.sitting is None:
            return False
        try:
            changed = self.sitting.amend(card, changes, datetime.now(UTC))
        except StoreError as error:
            self.notify(str(error), severity="error", markup=False)
            return False
        shown = self.pane.exercise
        if shown is not None and shown.revealed and shown.choice is None:
            self.pane.reword(changed)
        else:
            self.ask_next()
        self.pane.say("The card is changed.")
        return True


def material_here(screen: CommandScreen, document: str) -> Material:
    """Return a text of the reader's library with its cards."""
    return material_of(screen.reader.library, document)
