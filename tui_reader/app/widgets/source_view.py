"""The text: its lines, its marks and the cursor in it."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_reader.app import motions
from tui_reader.app.jumps import Jumps
from tui_reader.app.kinds import SIGNS, Kind, Mark, MarkIndex
from tui_reader.app.page import Line, Page
from tui_reader.app.search import Search
from tui_reader.app.widgets.source_motions import SourceMotions
from tui_reader.app.wrap import printable
from tui_reader.model import BlockKind, Document, SectionKind, Span

GUTTER = 3  # cells before the text: the cursor's sign, the kind's sign, a space
MEASURE = 72  # cells of a line of text at most


class SourceView(SourceMotions, ScrollView, can_focus=True):
    """Shows a document line by line; holds the cursor, an offset into the text."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {  # noqa: RUF012
        "source--heading",
        "source--boilerplate",
        "source--sentence",
        "source--cursor",
        "source--lit",
        "source--match",
        "source--match-in-hand",
        "source--selection",
        *(f"source--{kind}" for kind in Kind),
        *(f"source--sign-{kind}" for kind in Kind),
    }
    DEFAULT_CSS = """
    SourceView {
        background: $background;
        color: $foreground;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
    }
    SourceView > .source--heading { text-style: bold; }
    SourceView > .source--boilerplate { color: $quiet; }
    SourceView > .source--cursor { color: $primary; }
    SourceView > .source--sentence { background: $sentence; }
    SourceView > .source--condition { background: $tint-condition; }
    SourceView > .source--position { background: $tint-position; }
    SourceView > .source--attribution { color: $tint-attribution; }
    SourceView > .source--note { background: $tint-note; text-style: underline; }
    SourceView > .source--sign-condition { color: $kind-condition; }
    SourceView > .source--sign-position { color: $kind-position; }
    SourceView > .source--sign-attribution { color: $kind-attribution; }
    SourceView > .source--sign-narration { color: $kind-narration; }
    SourceView > .source--sign-note { color: $kind-note; }
    SourceView > .source--lit { background: $lit; color: $on-lit; text-style: bold; }
    SourceView > .source--match { background: $match; color: $on-match; }
    SourceView > .source--match-in-hand { background: $lit; color: $on-lit; text-style: bold underline; }
    SourceView > .source--selection { background: $primary; color: $background; }
    """

    class Moved(Message):
        """The cursor went to another place."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    def __init__(self, document: Document, *, measure: int = MEASURE, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.document = document
        self.measure = measure
        self.flat = printable(document.text)
        self.page = Page(document, measure, self.flat)
        self.offset_in_hand = document.blocks[0].span.start if document.blocks else 0
        self.search = Search()
        self.jumps = Jumps()
        self.selected_from: int | None = None
        self._sentences = motions.Sentences(document)
        self._marks = MarkIndex([])
        self._mark_starts: list[int] = []
        self._lit: tuple[Span, ...] = ()
        self._margin = 0
        self._styles: dict[str, Style] = {}
        self._boilerplate = [s.span for s in document.sections if s.kind is SectionKind.BOILERPLATE]
        self._boilerplate_ends = [span.end for span in self._boilerplate]

    # What is shown

    @property
    def sentence(self) -> Span | None:
        """The sentence under the cursor."""
        return self._sentences.at(self.offset_in_hand)

    @property
    def selection(self) -> Span | None:
        """The selected stretch: whole characters from where it was begun to the end of the line under the cursor."""
        if self.selected_from is None:
            return None
        low, high = sorted((self.selected_from, self.offset_in_hand))
        line = self.page.lines[self.page.row_of(high)]
        end = line.end
        sentence = self._sentences.at(high)
        if sentence is not None and sentence.start == high:
            end = sentence.end
        return Span(low, max(low, end))

    def set_marks(self, found: list[Mark]) -> None:
        self._marks = MarkIndex(found)
        self._mark_starts = sorted({mark.span.start for mark in found if mark.first})
        self.refresh()

    def set_sentences(self, known: Iterable[Span]) -> None:
        self._sentences = motions.Sentences(self.document, tuple(known))
        self.refresh()

    def light(self, spans: Iterable[Span]) -> None:
        """Light *spans*, the item in hand, and bring the first of them into view."""
        self._lit = tuple(spans)
        if self._lit:
            self.show_span(self._lit[0])
        self.refresh()

    def set_search(self, search: Search) -> None:
        self.search = search
        self.refresh()

    # The cursor

    def go_to(self, offset: int | None, *, jump: bool = False) -> None:
        """Put the cursor at *offset* and show it; a *jump* can be gone back on."""
        if offset is None:
            return
        if jump:
            self.jumps.leave(self.offset_in_hand)
        top, before = self.top, self._rows_in_hand
        if offset != self.offset_in_hand:
            self.offset_in_hand = max(0, min(offset, len(self.document.text)))
            self.post_message(self.Moved(self.offset_in_hand))
        self.show_cursor()
        if self.top != top or self.selected_from is not None or self.search.query:
            self.refresh()
        else:
            for rows in (before, self._rows_in_hand):
                first, last = max(rows.start, top), min(rows.stop, top + self.size.height)
                if first < last:
                    self.refresh_lines(first, last - first)

    @property
    def _rows_in_hand(self) -> range:
        """The rows that show the cursor and its sentence."""
        row = self.page.row_of(self.offset_in_hand)
        sentence = self.sentence
        rows = self.page.rows_of(sentence.start, sentence.end) if sentence is not None else range(row, row + 1)
        return range(min(row, rows.start), max(row + 1, rows.stop))

    def show_cursor(self) -> None:
        self._show_rows(range((row := self.page.row_of(self.offset_in_hand)), row + 1), context=2)

    def show_span(self, span: Span) -> None:
        self._show_rows(self.page.rows_of(span.start, span.end), context=4)

    @property
    def top(self) -> int:
        return round(self.scroll_y)

    @property
    def height_in_rows(self) -> int:
        return max(1, self.size.height)

    def _show_rows(self, rows: range, context: int) -> None:
        height = self.height_in_rows
        context = min(context, max(0, (height - 1) // 2))
        first, last = rows.start, min(rows.stop - 1, rows.start + height - 1)
        top = self.top
        if first < top + context or last > top + height - 1 - context:
            top = first - context if first < top + context else last - height + 1 + context
            if not self.top - height < top < self.top + height:
                top = first - height // 3
        self._scroll_rows(top)

    def _scroll_rows(self, top: int) -> None:
        top = max(0, min(top, self.max_scroll_y))
        if top != self.top:
            self.scroll_to(y=top, animate=False)

    # Layout

    def on_resize(self) -> None:
        self._lay_out()

    def notify_style_update(self) -> None:
        self._styles.clear()
        super().notify_style_update()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width or self.size.width
        inner = max(1, min(self.measure, width - GUTTER - 1))
        self._margin = max(0, (width - inner - GUTTER) // 2)
        if inner != self.page.width:
            self.page = Page(self.document, inner, self.flat)
        self.virtual_size = Size(width, len(self.page) + max(0, self.size.height // 3))
        self.show_cursor()
        self.refresh()

    # Drawing

    def style_of(self, name: str) -> Style:
        if name not in self._styles:
            self._styles[name] = self.get_component_rich_style(f"source--{name}", partial=True)
        return self._styles[name]

    def render_line(self, y: int) -> Strip:
        row = self.top + y
        base = self.rich_style
        width = self.size.width
        if row >= len(self.page) or width <= 0:
            return Strip.blank(width, base)
        line = self.page.lines[row]
        segments = [Segment(" " * self._margin, base), *self._gutter(row, line, base)]
        if not line.blank:
            segments.append(Segment(" " * line.indent, base))
            segments += self._text(line, base)
        return Strip(segments).adjust_cell_length(width, base)

    def _gutter(self, row: int, line: Line, base: Style) -> list[Segment]:
        here = row == self.page.row_of(self.offset_in_hand) and not line.blank
        cursor = Segment("▎" if here else " ", base + self.style_of("cursor"))
        if line.blank:
            return [cursor, Segment("  ", base)]
        following = self.page.lines[row + 1].start if row + 1 < len(self.page) else line.end + 1
        kinds = [
            mark.kind
            for mark in self._marks.touching(line.start, line.end + 1)
            if mark.first and line.start <= mark.span.start < max(following, line.end)
        ]
        if not kinds:
            return [cursor, Segment("  ", base)]
        kind = min(kinds, key=list(Kind).index)
        return [cursor, Segment(SIGNS[kind], base + self.style_of(f"sign-{kind}")), Segment(" ", base)]

    def _text(self, line: Line, base: Style) -> list[Segment]:
        layers: list[tuple[int, int, str]] = []
        block = self.document.blocks[line.block]
        if block.kind is BlockKind.HEADING:
            layers.append((line.start, line.end, "heading"))
        after = bisect_right(self._boilerplate_ends, line.start)
        if after < len(self._boilerplate) and self._boilerplate[after].start < line.end:
            layers.append((line.start, line.end, "boilerplate"))
        sentence = self.sentence
        if sentence is not None and self.selected_from is None:
            layers.append((sentence.start, sentence.end, "sentence"))
        found = self._marks.touching(line.start, line.end)
        for kind in (Kind.NARRATION, Kind.ATTRIBUTION, Kind.POSITION, Kind.CONDITION, Kind.NOTE):
            layers += [(m.span.start, m.span.end, kind.value) for m in found if m.kind is kind]
        layers += [(span.start, span.end, "lit") for span in self._lit]
        if (selection := self.selection) is not None:
            layers.append((selection.start, selection.end, "selection"))
        for match in self.search.touching(line.start, line.end):
            in_hand = match.start == self.offset_in_hand
            layers.append((match.start, match.end, "match-in-hand" if in_hand else "match"))
        layers = [(max(a, line.start), min(b, line.end), name) for a, b, name in layers]
        layers = [layer for layer in layers if layer[0] < layer[1]]
        cuts = sorted({line.start, line.end, *(a for a, _, _ in layers), *(b for _, b, _ in layers)})
        segments = []
        for start, end in itertools.pairwise(cuts):
            style = base
            for a, b, name in layers:
                if a <= start and end <= b:
                    style = style + self.style_of(name)
            segments.append(Segment(self.flat[start:end], style))
        return segments

    # Selection

    def command_select(self) -> None:
        self.selected_from = None if self.selected_from is not None else self.offset_in_hand
        self.refresh()
