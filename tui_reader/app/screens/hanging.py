"""What hangs on what: outcomes over their conditions, which a reader marks to see what follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui_reader.app.commands import Command
from tui_reader.app.ladder_rows import NEXT, Rail, duties, tree
from tui_reader.app.rows import clip
from tui_reader.app.screens.argument_screen import ArgumentScreen
from tui_reader.app.widgets.key_footer import KeyFooter
from tui_reader.app.widgets.prompt_line import PromptLine
from tui_reader.app.widgets.row_list import RowList
from tui_reader.app.widgets.status_line import StatusLine
from tui_reader.argument.ladder import Mark
from tui_reader.errors import StoreError
from tui_reader.model import Document, Extraction, Span

STATES = {"✓": "$success", "✗": "$error", "?": "$accent", "○": "$quiet"}
EMPTY = "No conditions were found in this text."


class HangingScreen(ArgumentScreen):
    """By outcome, or by who must act; marks are kept with the text."""

    map_name = "conditions"
    heading = "what hangs on what"
    DEFAULT_CSS = """
    HangingScreen { background: $background; }
    HangingScreen > RowList { padding: 1 2; }
    HangingScreen > #hanging-words { height: auto; max-height: 8; padding: 0 2; border-top: solid $rule; }
    """

    def __init__(
        self, table: Sequence[Command], document: Document, extraction: Extraction, show_span: Callable[[Span], None]
    ) -> None:
        super().__init__(table, document, extraction, show_span)
        self.by_duty = False
        self.rows: list[Rail] = []
        self.marks: dict[str, Mark] = {}

    def compose(self) -> ComposeResult:
        yield StatusLine(id="status")
        yield RowList(id="hanging", markup=False)
        yield Static("", id="hanging-words", markup=False)
        yield PromptLine(id="prompt")
        yield KeyFooter(id="footer")

    def on_mount(self) -> None:
        super().on_mount()
        kept = self.reader.library.setting(self._setting, {})
        self.marks = {name: Mark(value) for name, value in kept.items() if value in set(Mark)}
        self.fill()
        self.query_one(RowList).focus()

    @property
    def _setting(self) -> str:
        return f"marks:{self.document.id}"

    @property
    def row(self) -> Rail | None:
        at = self.query_one(RowList).highlighted
        return self.rows[at] if at is not None and at < len(self.rows) else None

    def fill(self) -> None:
        """Show the rows as the marks stand; what is in hand stays in hand."""
        rows = self.query_one(RowList)
        at = rows.highlighted or 0
        self.rows = (duties if self.by_duty else tree)(self.document, self.extraction, self.marks)
        width = max(40, self.size.width - 6)
        with self.prevent(OptionList.OptionHighlighted):
            rows.set_options([Option(shown(row, width)) for row in self.rows])
            rows.highlighted = min(at, len(self.rows) - 1) if self.rows else None
        self.show_words()

    def show_words(self) -> None:
        """Show the row in hand whole."""
        row = self.row
        if row is None:
            words = Content.styled(EMPTY, "$quiet")
        else:
            words = Content.assemble((f"{row.lead}{row.words}", "$foreground"), (f"\n{row.detail}", "$quiet"))
        self.query_one("#hanging-words", Static).update(words)

    def on_resize(self) -> None:
        if self.is_mounted and self.query(RowList):
            self.fill()

    def on_option_list_option_highlighted(self) -> None:
        self.show_words()

    def on_option_list_option_selected(self) -> None:
        self.command_show()

    def evidence(self) -> Span | None:
        return self.row.span if self.row is not None else None

    def command_turn(self) -> None:
        self.by_duty = not self.by_duty
        self.fill()

    def command_mark(self) -> None:
        row = self.row
        if row is None or row.condition is None:
            self.notify("An outcome follows from the marks below it.", markup=False)
            return
        now = NEXT[self.marks.get(row.condition.id, Mark.OPEN)]
        marks = {**self.marks, row.condition.id: now}
        kept = {name: mark.value for name, mark in marks.items() if mark is not Mark.OPEN}
        try:
            self.reader.library.set_setting(self._setting, kept)
        except StoreError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.marks = marks
        self.fill()

    def leave_input(self) -> None:
        super().leave_input()
        self.query_one(RowList).focus()


def shown(row: Rail, width: int) -> Content:
    """Return a row on one line, its state at the end of the words."""
    state = f"   {row.state}" if row.state else ""
    detail = f"   {row.detail}" if row.detail and width >= 100 else ""
    room = width - len(row.rails) - len(row.lead) - len(state) - len(detail)
    outcome = row.condition is None
    return Content.assemble(
        (row.rails, "$rule"),
        (row.lead, "$kind-condition"),
        (clip(row.words, max(16, room)), "bold" if outcome else "$foreground"),
        (state, STATES.get(row.state[:1], "$quiet")),
        (detail, "$quiet"),
    )
