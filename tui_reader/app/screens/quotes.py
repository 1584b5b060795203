"""Quoted and source: every quotation beside the words that it quotes, what differs lit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from tui_reader.app.commands import Command
from tui_reader.app.rows import clip
from tui_reader.app.screens.argument_screen import ArgumentScreen
from tui_reader.app.widgets.key_footer import KeyFooter
from tui_reader.app.widgets.prompt_line import PromptLine
from tui_reader.app.widgets.row_list import RowList
from tui_reader.app.widgets.status_line import StatusLine
from tui_reader.errors import StoreError
from tui_reader.extraction.quotation_check import Difference, check_quotation
from tui_reader.model import Check, Document, Extraction, Quotation, Span

SIGNS = {Check.EXACT: ("✓ ", "$success"), Check.ALTERED: ("≠ ", "$error"), Check.UNMATCHED: ("– ", "$quiet")}
SAID = {
    Check.EXACT: "word for word",
    Check.ALTERED: "not word for word",
    Check.UNMATCHED: "its source is not in this text",
}


class QuotesScreen(ArgumentScreen):
    """A list of quotations, altered ones first; beneath it the one in hand and its source, side by side."""

    map_name = "quotations"
    heading = "quoted and source"
    DEFAULT_CSS = """
    QuotesScreen { background: $background; }
    QuotesScreen > RowList { padding: 1 2; height: 1fr; }
    QuotesScreen > #quotes-sides { height: 45%; border-top: solid $rule; }
    QuotesScreen #quotes-sides > VerticalScroll { width: 1fr; padding: 0 2; scrollbar-size-vertical: 1; }
    QuotesScreen #quotes-source-side { border-left: solid $rule; }
    QuotesScreen #quotes-sides Static { height: auto; width: 1fr; max-width: 76; }
    """

    def __init__(
        self, table: Sequence[Command], document: Document, extraction: Extraction, show_span: Callable[[Span], None]
    ) -> None:
        super().__init__(table, document, extraction, show_span)
        order = (Check.ALTERED, Check.EXACT, Check.UNMATCHED)
        self.quotations = sorted(extraction.quotations, key=lambda quotation: order.index(quotation.check))
        self.at_source = False

    def compose(self) -> ComposeResult:
        yield StatusLine(id="status")
        yield RowList(id="quotes", markup=False)
        with Horizontal(id="quotes-sides"):
            with VerticalScroll(id="quotes-quoted-side", can_focus=False):
                yield Static("", id="quotes-quoted", markup=False)
            with VerticalScroll(id="quotes-source-side", can_focus=False):
                yield Static("", id="quotes-source", markup=False)
        yield PromptLine(id="prompt")
        yield KeyFooter(id="footer")

    def on_mount(self) -> None:
        super().on_mount()
        rows = self.query_one(RowList)
        rows.set_options([Option(self._row(quotation)) for quotation in self.quotations])
        rows.highlighted = 0 if self.quotations else None
        rows.focus()
        self.show_sides()

    @property
    def quotation(self) -> Quotation | None:
        at = self.query_one(RowList).highlighted
        return self.quotations[at] if at is not None and at < len(self.quotations) else None

    def _row(self, quotation: Quotation) -> Content:
        sign, colour = SIGNS[quotation.check]
        speaker = f"   {self.name_of(quotation.speaker)}" if quotation.speaker else ""
        return Content.assemble((sign, colour), (clip(self.words(quotation.span), 100), ""), (speaker, "$quiet"))

    def show_sides(self) -> None:
        """Show the quotation in hand beside its source."""
        quotation = self.quotation
        quoted, source = Content(""), Content("")
        if quotation is None:
            quoted = Content.styled("Nothing is quoted in this text.", "$quiet")
        else:
            words, original, differences = self._compared(quotation)
            head = (f"{SAID[quotation.check]}\n", SIGNS[quotation.check][1])
            quoted = Content.assemble(head, lit(words, ((d.quoted, d.marked) for d in differences)))
            if original is not None:
                title = ("source\n", "$quiet")
                source = Content.assemble(title, lit(original, ((d.source, d.marked) for d in differences)))
            else:
                source = Content.styled("–", "$quiet")
        self.query_one("#quotes-quoted", Static).update(quoted)
        self.query_one("#quotes-source", Static).update(source)

    def _compared(self, quotation: Quotation) -> tuple[str, str | None, tuple[Difference, ...]]:
        """Return the quotation, its source if there is one, and what differs, spans into each of the two."""
        words = quotation.span.of(self.document.text)
        if quotation.source is None:
            return words, None, ()
        text = self.document.text
        if quotation.source_document is not None:
            try:
                text = self.reader.library.document(quotation.source_document).text
            except StoreError:
                return words, None, ()
        original = quotation.source.of(text)
        return words, original, check_quotation(words, original, own=True).differences

    def on_option_list_option_highlighted(self) -> None:
        self.at_source = False
        self.show_sides()

    def on_option_list_option_selected(self) -> None:
        self.command_show()

    def evidence(self) -> Span | None:
        quotation = self.quotation
        if quotation is None:
            return None
        there = quotation.source if quotation.source_document is None else None
        return there if self.at_source and there is not None else quotation.span

    def command_turn(self) -> None:
        """Let `enter` lead to the source in place of the quotation, and back."""
        self.at_source = not self.at_source
        self.notify(f"Enter leads to the {'source' if self.at_source else 'quotation'}.", markup=False)

    def leave_input(self) -> None:
        super().leave_input()
        self.query_one(RowList).focus()


def lit(words: str, spans: Iterable[tuple[Span, bool]]) -> Content:
    """Return *words* with the stretches that differ lit, those that brackets or dots own up to only underlined."""
    pieces: list[tuple[str, str]] = []
    at = 0
    for span, marked in sorted(spans, key=lambda pair: pair[0]):
        if span.start < at or not len(span):
            continue
        pieces += [
            (words[at : span.start], "$foreground"),
            (words[span.start : span.end], "$accent underline" if marked else "$on-lit on $lit"),
        ]
        at = span.end
    pieces.append((words[at:], "$foreground"))
    return Content.assemble(*((piece.replace("\n", " "), style) for piece, style in pieces if piece))
