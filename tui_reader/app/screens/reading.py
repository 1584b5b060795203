"""The reading screen: the text, what was found in it, and the card in hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from tui_reader.app.commands import Command
from tui_reader.app.kinds import FIRST_SHOWN, Kind, Mark, items, marks, spans_of
from tui_reader.app.processes import prepare_processes
from tui_reader.app.rows import TABS, Row, Tab, counts, filtered, items_in, row_of, rows, tab_of, voice_at, who
from tui_reader.app.screens.actor_merges import ActorMerges
from tui_reader.app.screens.claim_edits import ClaimEdits
from tui_reader.app.screens.command_screen import CommandScreen
from tui_reader.app.screens.editor_commands import EditorCommands
from tui_reader.app.screens.jump import Target
from tui_reader.app.screens.reading_choices import ReadingChoices
from tui_reader.app.screens.reading_recall import ReadingRecall
from tui_reader.app.screens.source_commands import SourceCommands
from tui_reader.app.screens.study_desk import StudyDesk, material_here
from tui_reader.app.shelf_rows import waiting
from tui_reader.app.widgets.claims_pane import ClaimsPane
from tui_reader.app.widgets.key_footer import KeyFooter
from tui_reader.app.widgets.prompt_line import PromptLine
from tui_reader.app.widgets.source_view import SourceView
from tui_reader.app.widgets.status_line import StatusLine
from tui_reader.app.widgets.study_pane import StudyPane
from tui_reader.errors import Cancelled, TuiReaderError
from tui_reader.model import Anchor, Card, Document, Extraction, Item, Span
from tui_reader.store.material import Material

if TYPE_CHECKING:
    from tui_reader.app.screens.argument_screen import ArgumentScreen

PANES = ("source", "claims", "study")
PANE_TITLES = {"source": "Text", "claims": "Claims", "study": "Study"}


class ReadingScreen(
    SourceCommands, ActorMerges, ClaimEdits, EditorCommands, ReadingChoices, ReadingRecall, StudyDesk, CommandScreen
):
    """Text, claims and study beside one another from 140 columns, two of them from 90, else one at a time."""

    CSS_PATH = "reading.tcss"

    def __init__(self, table: Sequence[Command], document: Document, *, measure: int, place: Anchor | None) -> None:
        super().__init__(table)
        self.document = document
        self.extraction: Extraction | None = None
        self.shown_kinds = set(FIRST_SHOWN)
        self.by_actor: str | None = None
        self.by_words = ""
        self._title = self._tally = ""
        self._measure = measure
        self._start = place
        self._share: float | None = None
        self._failure = ""
        self._pane = "source"

    def compose(self) -> ComposeResult:
        yield StatusLine(id="status")
        yield Static("", id="pane-tabs", markup=False)
        side = Vertical(ClaimsPane(id="claims"), StudyPane(id="study"), id="side")
        yield Horizontal(SourceView(self.document, measure=self._measure, id="source"), side, id="panes")
        yield PromptLine(id="prompt")
        yield KeyFooter(id="footer")

    def on_mount(self) -> None:
        if not self.query(SourceView):
            return  # left before it was built
        self.add_class("-pane-source")
        self.set_focus(self.source)
        if self._start is not None and (span := self._start.find(self.document.text)) is not None:
            self.source.go_to(span.start)
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

    # Extraction

    @work(thread=True, exclusive=True, group="extraction")
    def extract(self) -> None:
        """Find what the text says, in another process, and report."""
        from tui_reader.decks.cards import make_cards
        from tui_reader.extraction.worker import extract_in_process

        worker = get_current_worker()
        try:
            tell = self.app.call_from_thread
        except RuntimeError:  # the screen was left, and with it the app, before the worker began
            return
        pipeline = self.reader.settings.text("extraction.pipeline")
        try:
            prepare_processes()
            tell(self.extraction_went_on, 0.0)
            found = extract_in_process(
                self.document,
                pipeline,
                lambda share: tell(self.extraction_went_on, share),
                lambda: worker.is_cancelled,
            )
            if not worker.is_cancelled:
                tell(self.extraction_ended, found)
                tell(self.cards_were_made, make_cards(self.document, self.extraction or found))
        except Cancelled:
            return
        except TuiReaderError as error:
            tell(self.extraction_failed, str(error))

    def command_stop(self) -> None:
        """Stop the extraction that is running."""
        if self._share is None:
            self.notify("Nothing is running.", markup=False)
            return
        self.workers.cancel_group(self, "extraction")
        self._failure, self._share = "The text was not read to its end for claims; R begins again.", None
        self.claims.progress(None)
        self.show_rows()
        self.notify("Stopped; R begins again.", markup=False)

    def extraction_went_on(self, share: float) -> None:
        if self._failure:
            return
        self._share = share
        if self.furnished:
            self.claims.progress(share)
        if self.extraction is None:
            self.show_rows()

    def extraction_failed(self, message: str) -> None:
        self._failure, self._share = message, None
        self.claims.progress(None)
        self.show_rows()
        self.notify(message, severity="error", markup=False)

    def extraction_ended(self, found: Extraction) -> None:
        kept = self.reader.library.keep_extraction(self.document, found)
        self._share = None
        self.claims.progress(None)
        self.take_extraction(kept)
        self.tell_changes()

    def cards_were_made(self, cards: Any) -> None:
        self.reader.library.keep_cards(self.document.id, cards)
        self.count_due()
        self.deck_changed()

    def deck_changed(self) -> None:
        """The text has other cards than before: the study pane asks anew."""
        if self.furnished:
            self.begin_sitting()

    def materials(self) -> list[Material]:
        return [material_here(self, self.document.id)]

    def show_in_text(self, card: Card) -> None:
        self.source.light((card.span,))
        self.source.go_to(card.span.start, jump=True)
        if self.has_class("-narrow"):
            self.focus_pane("source")

    @property
    def has_text_beside(self) -> bool:
        return not self.has_class("-narrow")

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

    def show_rows(self, tab: Tab | None = None) -> None:
        """Show the rows of *tab*, or of the tab that is open."""
        if not self.furnished:
            return
        pane = self.claims
        tab = tab or pane.tab
        if self.extraction is None:
            share = f" {round(100 * self._share)} %" if self._share is not None else ""
            empty = self._failure or f"Reading the text for conditions, positions and claims …{share}"
            pane.show(tab, [], {}, "", empty)
            return
        found = self.note_rows() if tab is Tab.NOTES else rows(self.document, self.extraction, tab)
        shown = filtered(found, self.by_actor, self.by_words)
        only = [who(self.document, self.extraction, self.by_actor)] if self.by_actor else []
        only += [f"“{self.by_words}”"] if self.by_words else []
        note = f"only {', '.join(only)} · {len(shown)} of {len(found)} · esc shows all" if only else ""
        empty = "Nothing fits; esc shows all." if only else f"No {tab.heading.lower()} were found in this text."
        pane.show(tab, shown, counts(self.extraction, len(self.notes())), note, empty)

    # Messages

    def on_source_view_moved(self, message: SourceView.Moved) -> None:
        self._show_place()

    def on_claims_pane_highlighted(self, message: ClaimsPane.Highlighted) -> None:
        self._light(message.row)

    def on_claims_pane_chosen(self, message: ClaimsPane.Chosen) -> None:
        self.command_show()

    def on_descendant_focus(self) -> None:
        for pane in PANES:
            node = self.query(f"#{pane}")
            if node and self.focused is not None and node.first() in self.focused.ancestors_with_self:
                self._take_pane(pane)
        self.refresh_footer()

    def on_resize(self) -> None:
        self._paint_pane_tabs()

    # Panes

    def focus_pane(self, pane: str) -> None:
        """Show a pane, where there is room for one only, and put the focus into it."""
        if pane not in PANES or (pane != "source" and not self.furnished):
            return
        self.app.delay_update(self.SETTLING)  # a change of focus paints the whole screen: once is enough
        self._take_pane(pane)
        target: Widget = self.claims.list if pane == "claims" else self.query_one(f"#{pane}")
        target.can_focus = True
        target.focus()
        if pane == "claims" and (row := self.claims.row) is not None:
            self._light(row)
        self.refresh_footer()

    def _take_pane(self, pane: str) -> None:
        if pane != self._pane:
            self._pane = pane
            for name in PANES:
                self.set_class(name == pane, f"-pane-{name}")
        self._paint_pane_tabs()

    def _paint_pane_tabs(self) -> None:
        pieces: list[tuple[str, str]] = []
        for number, pane in enumerate(PANES, 1):
            here = pane == self._pane
            pieces += [
                (f" {number} ", "$primary"),
                (PANE_TITLES[pane], "$foreground bold underline" if here else ""),
                ("  ", ""),
            ]
        self.query_one("#pane-tabs", Static).update(Content.assemble(*pieces), layout=False)

    def jump_targets(self) -> list[Target]:
        found = []
        names = self.query_one("#pane-tabs").region
        for number, pane in enumerate(PANES):
            region = self.query_one(f"#{pane}").region
            if names:
                before = sum(len(PANE_TITLES[other]) + 5 for other in PANES[:number])
                at: Offset | None = Offset(names.x + before, names.y)
            elif pane == "claims" and region:
                at = self.claims.list.region.offset
            else:
                at = region.offset if region else None
            found.append(Target(f"pane:{pane}", PANE_TITLES[pane], at))
        shown = self.claims.region
        for tab, column in self.claims.tab_columns.items():
            at = Offset(shown.x + column - 1, shown.y) if shown and column < shown.width else None
            found.append(Target(f"tab:{tab}", tab.heading, at, wide=False))
        return found

    def command_text(self) -> None:
        self.focus_pane("source")

    def command_claims(self) -> None:
        self.focus_pane("claims")

    def command_study_pane(self) -> None:
        self.focus_pane("study")

    def command_next_pane(self) -> None:
        self.focus_pane(PANES[(PANES.index(self._pane) + 1) % len(PANES)])

    def command_previous_pane(self) -> None:
        self.focus_pane(PANES[(PANES.index(self._pane) - 1) % len(PANES)])

    def command_study(self) -> None:
        self.reader.study(self.document.id)

    # The argument, seen

    def command_standings(self) -> None:
        from tui_reader.app.screens.standings import StandingsScreen

        self._view(StandingsScreen)

    def command_hanging(self) -> None:
        from tui_reader.app.screens.hanging import HangingScreen

        self._view(HangingScreen)

    def command_quotes(self) -> None:
        from tui_reader.app.screens.quotes import QuotesScreen

        self._view(QuotesScreen)

    def command_profile(self) -> None:
        from tui_reader.app.screens.figures import ProfileScreen

        if self.extraction is not None:
            self.app.push_screen(ProfileScreen(self.keys.table, self.document, self.extraction))

    def command_statistics(self) -> None:
        self.reader.show_statistics(self.document)

    def _view(self, view: type[ArgumentScreen]) -> None:
        if self.extraction is None:
            self.notify("The text is still being read for its claims.", markup=False)
            return
        self.app.push_screen(view(self.keys.table, self.document, self.extraction, self.show_span))

    def command_again(self) -> None:
        self._failure = ""
        self.extract()
        self.notify("Reading the text again; your edits stay.", markup=False)

    # From the text to its items and back

    def command_items(self) -> None:
        """Open the items of the sentence under the cursor; the one that is lit there stays in hand."""
        sentence = self.source.sentence
        if self.extraction is None or sentence is None or not self.furnished:
            return
        found = items_in(self.extraction, sentence)
        if not found:
            self.notify("Nothing was found in this sentence.", markup=False)
            return
        in_hand = self.claims.row
        item = next((item for item in found if in_hand is not None and item.id == in_hand.id), found[0])
        self.show_item(item)

    def show_item(self, item: Item) -> None:
        """Have *item* in hand in the claims pane."""
        if self.extraction is None:
            return
        row = row_of(self.document, self.extraction, item)
        if row not in filtered([row], self.by_actor, self.by_words):
            self.by_actor, self.by_words = None, ""
        self.claims.take(tab_of(item), item.id)
        self.show_rows(tab_of(item))
        self.focus_pane("claims")

    def command_show(self) -> None:
        """Go to the place of the row in hand; of an actor, show what is theirs."""
        row = self.claims.row
        if row is None:
            return
        if self.claims.tab is Tab.ACTORS:
            self.by_actor = row.id
            tally = {tab: len(self._rows_of(tab, row.id)) for tab in TABS[:3]}
            self.show_rows(max(tally, key=lambda tab: (tally[tab] > 0, -TABS.index(tab))))
            return
        self._light(row)
        if row.span is not None:
            self.source.go_to(row.span.start, jump=True)
        self.focus_pane("source")

    def _rows_of(self, tab: Tab, actor: str) -> list[Row]:
        return filtered(rows(self.document, self.extraction, tab), actor, "") if self.extraction else []

    def show_span(self, span: Span) -> None:
        """Light a stretch of the text and go there."""
        self.source.light((span,))
        self.source.go_to(span.start, jump=True)
        self.focus_pane("source")

    def item(self, item_id: str) -> Item | None:
        return next((item for item in items(self.extraction) if item.id == item_id), None) if self.extraction else None

    def _light(self, row: Row) -> None:
        item = self.item(row.id)
        if item is not None:
            self.source.light(spans_of(item))
        elif row.span is not None:
            self.source.light((row.span,))

    def command_next_tab(self) -> None:
        self._turn_tab(1)

    def command_previous_tab(self) -> None:
        self._turn_tab(-1)

    def _turn_tab(self, step: int) -> None:
        tabs = [tab for tab in TABS if tab is not Tab.NOTES or self.notes()]
        self.show_rows(tabs[(tabs.index(self.claims.tab) + step) % len(tabs)] if self.claims.tab in tabs else tabs[0])
        if (row := self.claims.row) is not None:
            self._light(row)

    def command_by_actor(self) -> None:
        row = self.claims.row
        self.by_actor = None if self.by_actor or row is None or not row.actors else row.actors[0]
        if row is not None:
            self.claims.take(self.claims.tab, row.id)
        self.show_rows()

    def command_filter(self) -> None:
        self.query_one(PromptLine).ask("filter", "show only", self.by_words, "words of a row")

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
        """Keep where the reader is."""
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
        self._tally = waiting(shelved) or (f"{shelved.new} new" if shelved.new else "")
        self._show_place()

    def on_screen_resume(self) -> None:
        if self.furnished:
            self.count_due()
            self.refresh_footer()
