"""Studying on the whole screen."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Center

from tui_reader.app.commands import Command
from tui_reader.app.screens.command_screen import CommandScreen
from tui_reader.app.screens.editor_commands import EditorCommands
from tui_reader.app.screens.reading_recall import want_recall
from tui_reader.app.screens.study_choices import MODE_TITLES
from tui_reader.app.screens.study_desk import StudyDesk, material_here
from tui_reader.app.shelf_rows import waiting
from tui_reader.app.widgets.key_footer import KeyFooter
from tui_reader.app.widgets.status_line import StatusLine
from tui_reader.app.widgets.study_pane import StudyPane
from tui_reader.errors import StoreError
from tui_reader.model import Card, StudyMode
from tui_reader.store.material import Material
from tui_reader.study.drill import Pair
from tui_reader.study.selection import Selection


class StudyScreen(EditorCommands, StudyDesk, CommandScreen):
    """One card at a time, of one text or of several, with the source sentence under its answer."""

    DEFAULT_CSS = """
    StudyScreen { background: $background; }
    StudyScreen > Center { height: 1fr; }
    StudyScreen StudyPane { width: 84; max-width: 100%; height: 1fr; padding: 1 4; }
    StudyScreen StudyPane.-small { padding: 0 1; }
    """

    fills_screen = True

    def __init__(
        self,
        table: Sequence[Command],
        documents: Sequence[str],
        mode: StudyMode,
        selection: Selection | None = None,
        pair: Pair | None = None,
    ) -> None:
        super().__init__(table)
        self.pair = pair
        self.selection = selection
        self.documents = tuple(documents)
        self.mode = mode
        self.exam = []

    @property
    def place(self) -> str:
        return "study"

    def compose(self) -> ComposeResult:
        yield StatusLine(id="status")
        with Center():
            yield StudyPane(id="card")
        yield KeyFooter(id="footer")

    def on_mount(self) -> None:
        self.pane.can_focus = True
        self.pane.focus()
        try:
            self.begin_sitting(pair=self.pair)
        except StoreError as error:
            self.notify(str(error), severity="error", markup=False)
        self.count_due()
        self.refresh_footer()

    def materials(self) -> list[Material]:
        return [material_here(self, document) for document in self.documents]

    def show_in_text(self, card: Card) -> None:
        self.reader.read(card.document, card.span)

    def begin_recall(self) -> None:
        """Go on reading the text of the card in hand, or the first one, with questions at the end of each section."""
        card = self.pane.card
        want_recall(self.reader)
        self.reader.read(card.document if card is not None else self.documents[0])

    def count_due(self) -> None:
        shelved = [self.reader.library.shelved(document) for document in self.documents]
        title = shelved[0].title if len(shelved) == 1 else f"{len(shelved)} texts"
        unseen = sum(one.unseen for one in shelved)
        tally = " · ".join(part for part in (waiting(*shelved), f"{unseen} unseen" if unseen else "") if part)
        mode = MODE_TITLES[self.mode] + (" · chosen cards" if self.selection else "")
        self.query_one(StatusLine).show(title, mode, tally)

    def begin_sitting(self, mode: StudyMode | None = None, pair: Pair | None = None) -> None:
        super().begin_sitting(mode, pair)
        self.count_due()

    def command_back(self) -> None:
        self.reader.read(self.documents[0]) if len(self.documents) == 1 else self.reader.to_library()

    def save_place(self) -> None:
        self.keep_answer()

    def leave_input(self) -> None:
        self.pane.focus()
