"""What a reader does to the text beyond moving in it: search, marks, copy, notes, own claims, the pager."""

from __future__ import annotations

import os
import shlex
import subprocess
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui_reader.app.rows import Row, Tab, clip
from tui_reader.app.search import Search
from tui_reader.app.widgets.prompt_line import PromptLine
from tui_reader.app.widgets.source_view import SourceView
from tui_reader.model import Anchor, Document, Edit, EditAction, EditTarget, Span

if TYPE_CHECKING:
    from tui_reader.app.screens.command_screen import CommandScreen
    from tui_reader.store.notes import Note

    Base = CommandScreen
else:
    Base = object


class SourceCommands(Base):
    """The commands of the text that need the screen or the library."""

    document: Document
    _searched_from = 0
    _stretch: Span | None = None

    @property
    def source(self) -> SourceView:
        raise NotImplementedError

    def focus_pane(self, pane: str) -> None:
        raise NotImplementedError

    def show_rows(self, tab: Tab | None = None) -> None:
        raise NotImplementedError

    def show_marks(self) -> None:
        raise NotImplementedError

    # Search

    def command_search(self) -> None:
        self._ask_search(forward=True)

    def command_search_back(self) -> None:
        self._ask_search(forward=False)

    def _ask_search(self, forward: bool) -> None:
        self._searched_from = self.source.offset_in_hand
        label = "/" if forward else "?"
        self.query_one(PromptLine).ask("search" if forward else "search-back", label, "", "words of the text")

    def command_next_match(self, count: int | None = None) -> None:
        self._next_match(count or 1)

    def command_previous_match(self, count: int | None = None) -> None:
        self._next_match(-(count or 1))

    def _next_match(self, count: int) -> None:
        if not self.source.search.query:
            self.notify("Nothing was searched for yet; / searches.", markup=False)
            return
        if (span := self.source.search.step(self.source.offset_in_hand, count)) is not None:
            self.source.go_to(span.start, jump=True)

    def clear_search(self) -> None:
        self.source.set_search(Search())
        self.source.post_message(SourceView.Moved(self.source.offset_in_hand))

    def _seek(self, query: str, forward: bool) -> Search:
        search = Search.of(self.document.text, query, forward)
        self.source.set_search(search)
        here = search.from_here(self._searched_from)
        self.source.go_to(here.start if here else self._searched_from)
        return search

    def on_prompt_line_edited(self, message: PromptLine.Edited) -> None:
        if message.purpose in ("search", "search-back"):
            search = self._seek(message.text, message.purpose == "search")
            self.query_one(PromptLine).note(search.count(self.source.offset_in_hand))
            self.source.post_message(SourceView.Moved(self.source.offset_in_hand))
        elif message.purpose == "filter":
            self.filter_by(message.text)

    def on_prompt_line_answered(self, message: PromptLine.Answered) -> None:
        match message.purpose:
            case "search" | "search-back":
                if message.text is None:
                    self._seek("", True)
                else:
                    self.source.jumps.leave(self._searched_from)
                self.focus_pane("source")
            case "filter":
                if message.text is None:
                    self.filter_by("")
                self.focus_pane("claims")
            case "merge":
                self.focus_pane("claims")
                if message.text:
                    self.merge_with(message.text)
            case "note":
                self.focus_pane("source")
                if message.text is not None:
                    self._keep_note(message.text)
            case "claim":
                self.focus_pane("source")
                if message.text is not None:
                    self._keep_claim(message.text)
        self.source.post_message(SourceView.Moved(self.source.offset_in_hand))

    if TYPE_CHECKING:

        def filter_by(self, words: str) -> None: ...

        def merge_with(self, name: str) -> None: ...

    # Marks

    def command_mark(self, argument: str | None = None) -> None:
        anchor = Anchor.of(self.document.text, self._stretch_in_hand() or Span(0, 0))
        kept = dict(self.reader.library.setting(self._marks_key, {}))
        kept[str(argument)] = [anchor.offset, anchor.quote, anchor.before, anchor.after]
        self.reader.library.set_setting(self._marks_key, kept)
        self.notify(f"Marked as {argument}; ' {argument} comes back here.", markup=False)

    def command_to_mark(self, argument: str | None = None) -> None:
        told = self.reader.library.setting(self._marks_key, {}).get(str(argument))
        span = Anchor(*told).find(self.document.text) if told else None
        if span is None:
            self.notify(f"There is no mark {argument} in this text.", severity="warning", markup=False)
        else:
            self.source.go_to(span.start, jump=True)

    @property
    def _marks_key(self) -> str:
        return f"marks.{self.document.id}"

    # Selection

    def _stretch_in_hand(self) -> Span | None:
        return self.source.selection or self.source.sentence

    def command_copy(self) -> None:
        span = self._stretch_in_hand()
        if span is None:
            return
        words = " ".join(span.of(self.document.text).split())
        self.notify(self.reader.copy(words), markup=False)
        self.source.selected_from = None
        self.source.refresh()

    def command_note(self) -> None:
        self._stretch = self._stretch_in_hand()
        if self._stretch is not None:
            self.query_one(PromptLine).ask("note", "note", "", "empty for a highlight only")

    def command_claim(self) -> None:
        self._stretch = self._stretch_in_hand()
        if self._stretch is not None:
            self.query_one(PromptLine).ask("claim", "whose claim", "", "a name; empty for the writer")

    def notes(self) -> tuple[Note, ...]:
        """Return the reader's notes on the text."""
        return self.reader.library.notes(self.document.id)

    def note_rows(self) -> list[Row]:
        from tui_reader.app.kinds import Kind

        return [
            Row(note.id, Kind.NOTE, clip(note.anchor.quote), "", note.text or "highlight", note.span)
            for note in self.notes()
        ]

    def _keep_note(self, text: str) -> None:
        if self._stretch is None:
            return
        self.reader.library.note(self.document.id, Anchor.of(self.document.text, self._stretch), text.strip())
        self._end_selection()
        self.notify("Noted; the tab Notes has it." if text.strip() else "Highlighted.", markup=False)

    def _keep_claim(self, holder: str) -> None:
        if self._stretch is None:
            return
        at = datetime.now(UTC)
        anchor = Anchor.of(self.document.text, self._stretch)
        changes = {"holder": holder.strip()} if holder.strip() else {}
        name = f"own{int(at.timestamp() * 1e6):x}"
        self.reader.library.edit(Edit(self.document.id, EditTarget.CLAIM, name, EditAction.ADD, at, changes, anchor))
        self._end_selection()
        self.reload_extraction()
        self.notify("Your claim is among the claims.", markup=False)

    if TYPE_CHECKING:

        def reload_extraction(self) -> None: ...

    def _end_selection(self) -> None:
        self.source.selected_from = None
        self.show_marks()
        self.show_rows()

    # The pager

    def command_pager(self) -> None:
        """Open the text in $PAGER at the line under the cursor; its lines are those of the text, not of the screen."""
        line = self.document.text.count("\n", 0, self.source.offset_in_hand) + 1
        program = shlex.split(os.environ.get("PAGER") or "less")
        at = [f"+{line}"] if os.path.basename(program[0]) in {"less", "more", "most", "vim", "nvim"} else []
        try:
            with self.app.suspend():
                subprocess.run([*program, *at], input=self.document.text.encode("utf-8", "replace"), check=False)
        except (OSError, RuntimeError) as error:
            self.notify(f"{program[0]} cannot be opened: {error}", severity="error", markup=False)
        self.refresh()
