"""The movements of the cursor in the text, each a command."""

from __future__ import annotations

from tui_reader.app import motions
from tui_reader.app.jumps import Jumps
from tui_reader.app.page import Page
from tui_reader.model import Document


class SourceMotions:
    """The commands that move the cursor of a view of a text."""

    document: Document
    page: Page
    offset_in_hand: int
    jumps: Jumps
    _sentences: motions.Sentences
    _mark_starts: list[int]

    @property
    def top(self) -> int:
        """The row of the page at the top of the view."""
        raise NotImplementedError

    @property
    def height_in_rows(self) -> int:
        raise NotImplementedError

    def go_to(self, offset: int | None, *, jump: bool = False) -> None:
        """Put the cursor at *offset* and show it; a *jump* can be gone back on."""
        raise NotImplementedError

    def _scroll_rows(self, top: int) -> None:
        raise NotImplementedError

    def _by_lines(self, count: int) -> None:
        self.go_to(motions.by_lines(self.page, self.offset_in_hand, count))

    def _by_rows(self, rows: int) -> None:
        top = self.top
        row = self.page.row_of(self.offset_in_hand)
        self._scroll_rows(top + rows)
        moved = self.page.text_row(row + rows, rows)
        self.go_to(self.page.lines[moved].start)

    def _among(self, starts: list[int], count: int) -> None:
        self.go_to(motions.among(starts, self.offset_in_hand, count), jump=True)

    def command_down(self, count: int | None = None) -> None:
        self._by_lines(count or 1)

    def command_up(self, count: int | None = None) -> None:
        self._by_lines(-(count or 1))

    def command_page_down(self, count: int | None = None) -> None:
        self._by_rows((count or 1) * max(1, self.height_in_rows - 2))

    def command_page_up(self, count: int | None = None) -> None:
        self._by_rows(-(count or 1) * max(1, self.height_in_rows - 2))

    def command_half_down(self, count: int | None = None) -> None:
        self._by_rows(count or max(1, self.height_in_rows // 2))

    def command_half_up(self, count: int | None = None) -> None:
        self._by_rows(-(count or max(1, self.height_in_rows // 2)))

    def command_top(self, count: int | None = None) -> None:
        self._to_paragraph(count or 1)

    def command_bottom(self, count: int | None = None) -> None:
        if count:
            self._to_paragraph(count)
        else:
            self.go_to(self.page.lines[self.page.text_row(len(self.page) - 1, -1)].start, jump=True)

    def _to_paragraph(self, number: int) -> None:
        starts = motions.block_starts(self.document)
        if starts:
            self.go_to(starts[min(number, len(starts)) - 1], jump=True)

    def command_next_paragraph(self, count: int | None = None) -> None:
        self.go_to(motions.among(motions.block_starts(self.document), self.offset_in_hand, count or 1))

    def command_previous_paragraph(self, count: int | None = None) -> None:
        self.go_to(motions.among(motions.block_starts(self.document), self.offset_in_hand, -(count or 1)))

    def command_next_section(self, count: int | None = None) -> None:
        self._among(motions.section_starts(self.document), count or 1)

    def command_previous_section(self, count: int | None = None) -> None:
        self._among(motions.section_starts(self.document), -(count or 1))

    def command_next_item(self, count: int | None = None) -> None:
        self.go_to(motions.among(self._mark_starts, self.offset_in_hand, count or 1))

    def command_previous_item(self, count: int | None = None) -> None:
        self.go_to(motions.among(self._mark_starts, self.offset_in_hand, -(count or 1)))

    def command_next_sentence(self, count: int | None = None) -> None:
        self.go_to(self._sentences.step(self.offset_in_hand, count or 1))

    def command_previous_sentence(self, count: int | None = None) -> None:
        self.go_to(self._sentences.step(self.offset_in_hand, -(count or 1)))

    def command_jump_back(self, count: int | None = None) -> None:
        self.go_to(self.jumps.back(self.offset_in_hand, count or 1))

    def command_jump_forward(self, count: int | None = None) -> None:
        self.go_to(self.jumps.forward(count or 1))
