"""The rows of the claims pane, and the ways between them and the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_reader.app.item_marks import items, spans_of
from tui_reader.app.rows import TABS, Row, Tab, counts, filtered, items_in, row_of, rows, tab_of, who
from tui_reader.app.widgets.prompt_line import PromptLine
from tui_reader.model import Document, Extraction, Item, Span

if TYPE_CHECKING:
    from tui_reader.app.screens.command_screen import CommandScreen
    from tui_reader.app.widgets.claims_pane import ClaimsPane
    from tui_reader.app.widgets.source_view import SourceView
    from tui_reader.store.notes import Note

    Base = CommandScreen
else:
    Base = object


class ReadingRows(Base):
    """Shows what was found in the text, and leads from an item to its place and back."""

    by_actor: str | None = None
    by_words = ""
    _wanted: Span | None = None  # a stretch to be shown
    _share: float | None
    _failure: str

    if TYPE_CHECKING:
        document: Document
        extraction: Extraction | None

        @property
        def source(self) -> SourceView: ...
        @property
        def claims(self) -> ClaimsPane: ...
        @property
        def furnished(self) -> bool: ...
        def focus_pane(self, pane: str) -> None: ...
        def notes(self) -> tuple[Note, ...]: ...
        def note_rows(self) -> list[Row]: ...

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
        """Light a stretch of the text and go there; before there is a pane for it, once there is."""
        self._wanted = span
        if self.query("#source"):
            self.show_wanted()

    def show_wanted(self) -> None:
        """Show the stretch that was asked for, if one was."""
        span, self._wanted = self._wanted, None
        if span is None:
            return
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
