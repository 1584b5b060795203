"""Who stands where: a table of actors by issues, with the evidence of the cell in hand beneath it."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence

from rich.text import Text
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import DataTable, Static

from tui_reader.app.commands import Command
from tui_reader.app.rows import clip
from tui_reader.app.screens.argument_screen import ArgumentScreen
from tui_reader.app.widgets.key_footer import KeyFooter
from tui_reader.app.widgets.prompt_line import PromptLine
from tui_reader.app.widgets.status_line import StatusLine
from tui_reader.argument.standings import Accord, Cell, Polarity, standings
from tui_reader.model import Document, Extraction, Position, Span, Stance

COLUMN = 24  # cells of a name or an issue before its row at most
HEAD = 18  # cells of a line of the head of a column at most
HEADS = 2  # lines of it
MOST = 9  # rows of what is said at most
SMALL = 20  # rows under which what is said begins with the evidence in hand
COLOURS = {
    Polarity.FOR: "success",
    Polarity.AGAINST: "error",
    Polarity.CONDITIONAL: "kind-condition",
    Polarity.NEUTRAL: "quiet",
}
ACCORDS = {Accord.NONE: "", Accord.AGREE: "= ", Accord.COLLIDE: "≠ "}
WORDS = {Stance.CHARACTERISES: "describes"}
LEGEND = "▲ for   ▼ against   ◆ on conditions   ● describes   ≠ collide   = agree"


class StandingsScreen(ArgumentScreen):
    """Rows are actors and columns issues, or turned."""

    map_name = "standings"
    heading = "who stands where"
    DEFAULT_CSS = """
    StandingsScreen { background: $background; }
    StandingsScreen > DataTable {
        height: 1fr; background: $background; scrollbar-size-horizontal: 1; scrollbar-size-vertical: 1;
    }
    StandingsScreen > DataTable:focus { background-tint: $foreground 0%; }
    StandingsScreen > DataTable > .datatable--odd-row, StandingsScreen > DataTable > .datatable--even-row {
        background: $background;
    }
    StandingsScreen > DataTable > .datatable--header { background: $panel; color: $foreground; text-style: bold; }
    StandingsScreen > DataTable > .datatable--fixed { background: $background; color: $foreground; text-style: bold; }
    StandingsScreen > DataTable > .datatable--cursor { background: $sentence; text-style: bold; }
    StandingsScreen > #standings-evidence { height: auto; max-height: 9; padding: 0 2; border-top: solid $rule; }
    StandingsScreen > #standings-legend { height: 1; padding: 0 2; color: $quiet; }
    """

    def __init__(
        self, table: Sequence[Command], document: Document, extraction: Extraction, show_span: Callable[[Span], None]
    ) -> None:
        super().__init__(table, document, extraction, show_span)
        self.standings = standings(extraction)
        self.turned = False
        self.nth = 0

    def compose(self) -> ComposeResult:
        yield StatusLine(id="status")
        yield DataTable(id="standings", cursor_type="cell", fixed_columns=1, zebra_stripes=False, show_row_labels=False)
        yield Static("", id="standings-evidence", markup=False)
        yield Static(LEGEND, id="standings-legend", markup=False)
        yield PromptLine(id="prompt")
        yield KeyFooter(id="footer")

    def on_mount(self) -> None:
        super().on_mount()
        self.fill()
        self.grid.focus()

    @property
    def grid(self) -> DataTable[Text]:
        return self.query_one("#standings", DataTable)

    def fill(self) -> None:
        """Lay the table out anew."""
        grid, found = self.grid, self.standings
        grid.clear(columns=True)
        issues = [f"{ACCORDS[found.accords[issue]]}{issue}" for issue in found.issues]
        holders = [self.name_of(holder) for holder in found.holders]
        above, before = (holders, issues) if self.turned else (issues, holders)
        most = max(HEAD - 2, min(COLUMN, self.app.size.width // 4))
        heads, sides = [headed(words) for words in above], [Text(clip(words, most)) for words in before]
        shown = [[self._shown(self._cell(row, column)) for column in range(len(heads))] for row in range(len(sides))]
        grid.header_height = max((len(head.split()) for head in heads), default=1)
        grid.add_column("", width=max((side.cell_len for side in sides), default=COLUMN))
        for column, head in enumerate(heads):
            lines = (line.cell_len for line in head.split())
            grid.add_column(head, width=max([*lines, *(row[column].cell_len for row in shown)]))
        for side, cells in zip(sides, shown, strict=True):
            grid.add_row(side, *cells)
        first = next(
            ((row, column) for row in range(len(sides)) for column in range(len(heads)) if self._cell(row, column)),
            None,
        )
        if first is not None:
            grid.move_cursor(row=first[0], column=first[1] + 1)
        self.show_evidence()

    @property
    def cell(self) -> Cell | None:
        """The cell in hand."""
        at = self.grid.cursor_coordinate
        return self._cell(at.row, at.column - 1) if at.column > 0 else None

    def _cell(self, row: int, column: int) -> Cell | None:
        found = self.standings
        holder, issue = (column, row) if self.turned else (row, column)
        if holder >= len(found.holders) or issue >= len(found.issues):
            return None
        return found.cell(found.holders[holder], found.issues[issue])

    def _shown(self, cell: Cell | None) -> Text:
        if cell is None:
            return Text("·", style=self.app.theme_variables.get("quiet", ""))
        colour = self.app.theme_variables.get(COLOURS[cell.polarity], "")
        more = f" ×{len(cell.positions)}" if len(cell.positions) > 1 else ""
        return Text(f"{cell.polarity.sign} {WORDS.get(cell.stance, cell.stance.value)}{more}", style=colour)

    def on_data_table_cell_highlighted(self) -> None:
        self.nth = 0
        self.show_evidence()

    def on_data_table_cell_selected(self) -> None:
        self.command_show()

    def on_resize(self) -> None:
        # The rows come first: what is said of one of them takes a third of the height at most.
        self.query_one("#standings-evidence").styles.max_height = max(2, min(MOST, self.size.height // 3))
        self.show_evidence()

    def show_evidence(self) -> None:
        """Show the words of the text that the cell in hand stands on."""
        cell = self.cell
        pieces: list[tuple[str, str]] = []
        if cell is None:
            at = self.grid.cursor_coordinate
            said = "Nothing is said here." if at.column > 0 else "No positions were found in this text."
            pieces.append((said, "$quiet"))
        else:
            pieces.append((f"{self.name_of(cell.holder)} on {cell.issue}\n", "bold"))
            for index, position in enumerate(cell.positions):
                here = index == self.nth
                if index < self.nth and self.size.height < SMALL:
                    continue
                via = f", as {self.name_of(position.via)} reports" if position.via else ""
                pieces += [
                    ("▸ " if here else "  ", "$accent"),
                    (f"{WORDS.get(position.stance, position.stance.value)}: ", "$quiet"),
                    (clip(self.words(position.evidence)), "$foreground" if here else "$quiet"),
                    (f"{via}\n", "$quiet"),
                ]
        self.query_one("#standings-evidence", Static).update(Content.assemble(*pieces).rstrip())
        what, columns = "actor" if self.turned else "issue", len(self.grid.columns) - 1
        nth = self.grid.cursor_coordinate.column
        tally = f"{what} {nth} of {columns}" if nth > 0 else ""
        self.query_one(StatusLine).show(self.document.title, self.heading, tally)

    @property
    def position(self) -> Position | None:
        cell = self.cell
        return cell.positions[self.nth % len(cell.positions)] if cell is not None else None

    def evidence(self) -> Span | None:
        return self.position.evidence if self.position is not None else None

    # Commands

    def command_next(self) -> None:
        if (cell := self.cell) is not None:
            self.nth = (self.nth + 1) % len(cell.positions)
            self.show_evidence()

    def command_turn(self) -> None:
        self.turned = not self.turned
        self.fill()

    def command_down(self, count: int | None = None) -> None:
        self._by(count or 1, 0)

    def command_up(self, count: int | None = None) -> None:
        self._by(-(count or 1), 0)

    def command_left(self) -> None:
        self._by(0, -1)

    def command_right(self) -> None:
        self._by(0, 1)

    def command_first(self) -> None:
        self._by(-self.grid.row_count, 0)

    def command_last(self) -> None:
        self._by(self.grid.row_count, 0)

    def command_page_down(self) -> None:
        self._by(max(1, self.grid.size.height - 2), 0)

    def command_page_up(self) -> None:
        self._by(-max(1, self.grid.size.height - 2), 0)

    def _by(self, rows: int, columns: int) -> None:
        at = self.grid.cursor_coordinate
        last_row, last_column = self.grid.row_count - 1, len(self.grid.columns) - 1
        if last_row >= 0 and last_column >= 1:
            row, column = at.row + rows, at.column + columns
            self.grid.move_cursor(row=max(0, min(last_row, row)), column=max(1, min(last_column, column)))

    def leave_input(self) -> None:
        super().leave_input()
        self.grid.focus()


def headed(words: str) -> Text:
    """Return the head of a column, on two lines at most."""
    return Text("\n".join(textwrap.wrap(words, HEAD, max_lines=HEADS, placeholder=" …")))
