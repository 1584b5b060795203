"""What was found in the text, in tabs: conditions, positions, claims, actors, notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, ProgressBar, Static
from textual.widgets.option_list import Option

from tui_reader.app.kinds import Kind
from tui_reader.app.rows import TABS, Row, Tab
from tui_reader.app.widgets.row_list import RowList
from tui_reader.app.wrap import printable, wrap


class ClaimsPane(Vertical):
    """Shows rows under a line of tabs; says which row is in hand and which was chosen."""

    DEFAULT_CSS = """
    ClaimsPane { background: $background; }
    ClaimsPane > #claims-tabs { height: 1; padding: 0 1; color: $quiet; }
    ClaimsPane > #claims-filter { height: auto; padding: 0 1; color: $accent; display: none; }
    ClaimsPane > #claims-filter.-shown { display: block; }
    ClaimsPane > #claims-empty { height: auto; padding: 1 2; color: $quiet; display: none; }
    ClaimsPane > #claims-empty.-shown { display: block; }
    ClaimsPane > ProgressBar { height: 1; padding: 0 2; width: 1fr; display: none; }
    ClaimsPane > ProgressBar.-shown { display: block; }
    ClaimsPane > ProgressBar Bar { width: 1fr; }
    ClaimsPane > RowList { margin-top: 1; }
    """

    class Highlighted(Message):
        """Another row is in hand."""

        def __init__(self, row: Row) -> None:
            super().__init__()
            self.row = row

    class Chosen(Message):
        """A row was chosen by enter or the mouse."""

        def __init__(self, row: Row) -> None:
            super().__init__()
            self.row = row

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.tab = Tab.CONDITIONS
        self.rows: Sequence[Row] = ()
        self._counts: Mapping[Tab, int] = {}
        self._in_hand: dict[Tab, str] = {}
        self.tab_columns: dict[Tab, int] = {}  # where each tab begins, in cells from the left of the pane
        self._filled: Sequence[Row] = ()
        self._width = 0

    def compose(self) -> ComposeResult:
        yield Static("", id="claims-tabs", markup=False)
        yield Static("", id="claims-filter", markup=False)
        yield ProgressBar(total=100, show_eta=False, id="claims-progress")
        yield Static("", id="claims-empty", markup=False)
        yield RowList(id="claims-list", markup=False)

    @property
    def list(self) -> RowList:
        return self.query_one(RowList)

    @property
    def row(self) -> Row | None:
        """The row in hand."""
        at = self.list.highlighted
        return self.rows[at] if at is not None and at < len(self.rows) else None

    def show(self, tab: Tab, rows: Sequence[Row], counts: Mapping[Tab, int], filtered_by: str, empty: str) -> None:
        """Show *rows* under *tab*; the row that was in hand there stays so where it still is."""
        self.tab, self.rows, self._counts = tab, rows, counts
        self._paint_tabs()
        self._say("#claims-filter", filtered_by)
        self._say("#claims-empty", "" if rows else empty)
        with self.prevent(OptionList.OptionHighlighted):
            self._fill()
            wanted = self._in_hand.get(tab)
            at = next((n for n, row in enumerate(rows) if row.id == wanted), 0)
            self.list.highlighted = at if rows else None

    def _say(self, where: str, words: str) -> None:
        """Show *words*, or nothing, in a line of its own; it is left alone where they stand there already."""
        line = self.query_one(where, Static)
        if line.content != (flat := printable(words)):
            line.update(flat)
            line.set_class(bool(words), "-shown")

    def _fill(self) -> None:
        """Lay the rows out for the width that there is, unless they stand so already."""
        width = max(10, self.list.scrollable_content_region.width - 2)
        if (self.rows, width) == (self._filled, self._width):
            return
        self._filled, self._width = self.rows, width
        self.list.set_options(Option(row_content(row, self._width), id=str(at)) for at, row in enumerate(self.rows))

    def on_resize(self) -> None:
        self._paint_tabs()
        if self.rows and max(10, self.list.scrollable_content_region.width - 2) != self._width:
            with self.prevent(OptionList.OptionHighlighted):
                at = self.list.highlighted
                self._fill()
                self.list.highlighted = at

    def take(self, tab: Tab, row_id: str) -> None:
        """Have the row *row_id* in hand the next time that *tab* is shown, or now."""
        self._in_hand[tab] = row_id
        if tab is self.tab:
            at = next((n for n, row in enumerate(self.rows) if row.id == row_id), None)
            if at is not None:
                with self.prevent(OptionList.OptionHighlighted):
                    self.list.highlighted = at

    def progress(self, share: float | None) -> None:
        """Show how much of the text has been analysed, 0 to 1; None when it is done."""
        bar = self.query_one(ProgressBar)
        bar.set_class(share is not None, "-shown")
        if share is not None:
            bar.update(progress=round(100 * share))

    def _paint_tabs(self) -> None:
        """Draw the tabs; where they do not all fit, those that are not open are cut short."""
        shown = [tab for tab in TABS if tab is not Tab.NOTES or self._counts.get(tab) or self.tab is tab]
        numbers = {tab: str(self._counts.get(tab, 0)) for tab in shown}
        whole = sum(len(tab.heading) + len(numbers[tab]) + 4 for tab in shown) - 3
        short = whole > self.size.width - 2
        pieces: list[tuple[str, str]] = []
        self.tab_columns = {}
        for tab in shown:
            here = tab is self.tab
            self.tab_columns[tab] = 1 + sum(len(words) for words, _ in pieces)
            name = f"{tab.heading[:3]}." if short and not here else tab.heading
            pieces += [
                (name, "$foreground bold underline" if here else ""),
                (f" {numbers[tab]}", "$accent" if here else ""),
                ("  " if short else "   ", ""),
            ]
        self.query_one("#claims-tabs", Static).update(Content.assemble(*pieces), layout=False)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if (row := self.row) is not None:
            self._in_hand[self.tab] = row.id
            self.post_message(self.Highlighted(row))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if (row := self.row) is not None:
            self.post_message(self.Chosen(row))


def row_content(row: Row, width: int) -> Content:
    """Return a row as it is drawn in *width* cells: its sign, its words, what follows from them, whose they are."""
    colour = f"$kind-{row.kind}" if row.kind else "$foreground"
    arrow = "→ " if row.kind is Kind.CONDITION else ""
    parts = [
        (f"{row.kind.sign} " if row.kind else "", row.lead, "" if row.kind else "bold"),
        (arrow or ("  " if row.kind else ""), row.then, "" if arrow else "$quiet"),
        ("  " if row.kind else "", row.detail, "$quiet"),
    ]
    pieces: list[tuple[str, str]] = []
    for nth, (sign, words, style) in enumerate(parts):
        if not words:
            continue
        indent = "  " if nth and arrow else ""
        flat = printable(words)
        for line, (start, end) in enumerate(wrap(flat, 0, len(flat), max(4, width - len(indent + sign)))):
            first = sign if line == 0 else " " * len(sign)
            pieces += [(indent + first, colour), (flat[start:end], style), ("\n", "")]
    return Content.assemble(*pieces)
