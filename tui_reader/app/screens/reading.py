"""The reading screen: the text, what was found in it, and the card in hand."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from tui_reader.app.commands import Command
from tui_reader.app.item_marks import marks
from tui_reader.app.kinds import FIRST_SHOWN, Kind, Mark
from tui_reader.app.rows import voice_at
from tui_reader.app.screens.actor_merges import ActorMerges
from tui_reader.app.screens.argument_commands import ArgumentCommands
from tui_reader.app.screens.claim_edits import ClaimEdits
from tui_reader.app.screens.command_screen import CommandScreen
from tui_reader.app.screens.editor_commands import EditorCommands
from tui_reader.app.screens.reading_choices import ReadingChoices
from tui_reader.app.screens.reading_extraction import ReadingExtraction
from tui_reader.app.screens.reading_panes import ReadingPanes
from tui_reader.app.screens.reading_recall import ReadingRecall
from tui_reader.app.screens.reading_rows import ReadingRows
from tui_reader.app.screens.source_commands import SourceCommands
from tui_reader.app.screens.study_desk import StudyDesk, material_here
from tui_reader.app.shelf_rows import waiting
from tui_reader.app.widgets.claims_pane import ClaimsPane
from tui_reader.app.widgets.key_footer import KeyFooter
from tui_reader.app.widgets.prompt_line import PromptLine
from tui_reader.app.widgets.source_view import SourceView
from tui_reader.app.widgets.status_line import StatusLine
from tui_reader.app.widgets.study_pane import StudyPane
from tui_reader.model import Anchor, Card, Document, Extraction, Span
from tui_reader.store.material import Material
from tui_reader.study.drill import Pair


class ReadingScreen(
    ReadingPanes,
    ReadingRows,
    ReadingExtraction,
    ArgumentCommands,
    SourceCommands,
    ActorMerges,
    ClaimEdits,
    EditorCommands,
    ReadingChoices,
    ReadingRecall,
    StudyDesk,
    CommandScreen,
):
    """Text, claims and study beside one another from 140 columns, two of them from 90, else one at a time."""

    CSS_PATH = "reading.tcss"

    def __init__(self, table: Sequence[Command], document: Document, *, measure: int, place: Anchor | None) -> None:
        super().__init__(table)
        self.document = document
        self.extraction: Extraction | None = None
        self.shown_kinds = set(FIRST_SHOWN)
        self._title = self._tally = ""
        self._measure = measure
        self._start = place

    def compose(self) -> ComposeResult:
        yield StatusLine(id="status")
        yield Static("", id="pane-tabs", markup=False)
        side = Vertical(ClaimsPane(id="claims"), StudyPane(id="study"), id="side")
        cover = Static("", id="cover", markup=False)
        yield Horizontal(SourceView(self.document, measure=self._measure, id="source"), cover, side, id="panes")
        yield PromptLine(id="prompt")
        yield KeyFooter(id="footer")

    def on_mount(self) -> None:
        if not self.query(SourceView):
            return  # left before it was built
        self.add_class("-pane-source")
        self.set_focus(self.source)
        if self._start is not None and (span := self._start.find(self.document.text)) is not None:
            self.source.go_to(span.start)
        self.show_wanted()
        self._show_place()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        if not self.is_attached or not self.furnished:
            return
        if (known := self.reader.library.extraction(self.document.id)) is not None:
            self.take_extraction(known)
            self.deck_changed()
        else:
            self.extract()
        self.show_rows()
        self.refresh_footer()

    # The parts

    @property
    def source(self) -> SourceView:
        return self.query_one(SourceView)

    @property
    def claims(self) -> ClaimsPane:
        return self.query_one(ClaimsPane)

    @property
    def furnished(self) -> bool:
        return bool(self.query("#claims-list"))

    @property
    def place(self) -> str:
        return self._pane

    def run_command(self, command: Command, count: int | None = None, argument: str | None = None) -> None:
        if command.scope in ("claims", "list", "study") and not self.furnished:
            return
        super().run_command(command, count, argument)

    def materials(self) -> list[Material]:
        return [material_here(self, self.document.id)]

    def drill_here(self, pair: Pair) -> None:
        """Drill a pair on the whole screen: the text beside it would tell who it was."""
        self.reader.drill_pair(pair)

    def show_in_text(self, card: Card) -> None:
        self.source.light((card.span,))
        self.source.go_to(card.span.start, jump=True)
        if self.has_class("-narrow"):
            self.focus_pane("source")

    @property
    def has_text_beside(self) -> bool:
        return not (self.has_class("-narrow") or self.covered)

    def take_extraction(self, extraction: Extraction) -> None:
        """Show what was found: marks in the text, rows in the pane."""
        self.extraction = extraction
        self.source.set_sentences(extraction.sentences)
        self.show_marks()
        self.show_rows()
        self._show_place()

    def show_marks(self) -> None:
        found = marks(self.extraction, self.shown_kinds) if self.extraction else []
        if Kind.NOTE in self.shown_kinds:
            found += [Mark(note.span, Kind.NOTE, note.id) for note in self.notes() if note.span]
        self.source.set_marks(sorted(found, key=lambda mark: (mark.span.start, mark.span.end)))

    # Messages

    def on_source_view_moved(self, message: SourceView.Moved) -> None:
        self._show_place()

    def on_claims_pane_highlighted(self, message: ClaimsPane.Highlighted) -> None:
        self._light(message.row)

    def on_claims_pane_chosen(self, message: ClaimsPane.Chosen) -> None:
        self.command_show()

    # Leaving

    def command_back(self) -> None:
        """Leave the innermost thing: a selection, a search, a filter, a pane, then the text."""
        if self._pane == "source" and (self.source.selected_from is not None or self.source.search.query):
            self.source.selected_from = None
            self.clear_search()
        elif self._pane == "claims" and (self.by_actor or self.by_words):
            self.by_actor, self.by_words = None, ""
            self.show_rows()
        elif self._pane != "source" and self.recalling:
            self.end_recall()
        elif self._pane != "source":
            self.focus_pane("source")
            self.source.show_cursor()
        else:
            self.reader.to_library()

    def leave_input(self) -> None:
        if self.query_one(PromptLine).asking and isinstance(self.focused, Input):
            self.query_one(PromptLine).close(None)
        else:
            self.focus_pane(self._pane)

    def save_place(self) -> None:
        """Keep where the reader is, and what is half written."""
        self.keep_answer()
        line = self.source.page.lines[self.source.page.row_of(self.source.offset_in_hand)]
        at = self.source.offset_in_hand
        anchor = Anchor.of(self.document.text, Span(at, max(at, line.end)))
        self.reader.library.set_place(self.document.id, anchor)

    def on_unmount(self) -> None:
        self.workers.cancel_group(self, "extraction")

    # The status line

    def _show_place(self) -> None:
        source = self.source
        at = source.offset_in_hand
        voice = voice_at(self.document, self.extraction, at, source.sentence) if self.extraction else ""
        where = f"§{source.page.section_number(at)} ¶{source.page.block_of(at) + 1} · {source.page.share(at)} %"
        found = source.search.count(at)
        middle = " · ".join(part for part in (voice, where, found) if part)
        self.query_one(StatusLine).show(self._title or self.document.title, middle, self._tally)

    def count_due(self) -> None:
        """Look up again how many cards wait, and show it."""
        shelved = self.reader.library.shelved(self.document.id)
        self._title = shelved.title
        self._tally = waiting(shelved) or (f"{shelved.unseen} unseen" if shelved.unseen else "")
        self._show_place()

    def on_screen_resume(self) -> None:
        if self.furnished:
            self.count_due()
            self.refresh_footer()
