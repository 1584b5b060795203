"""The extraction of the text that is read: begun, followed, stopped, taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import work
from textual.worker import get_current_worker

from tui_reader.app.processes import prepare_processes
from tui_reader.errors import Cancelled, TuiReaderError
from tui_reader.model import Document, Extraction, StudyMode

if TYPE_CHECKING:
    from tui_reader.app.rows import Tab
    from tui_reader.app.screens.command_screen import CommandScreen
    from tui_reader.app.widgets.claims_pane import ClaimsPane
    from tui_reader.study.drill import Pair

    Base = CommandScreen
else:
    Base = object


class ReadingExtraction(Base):
    """Has the text extracted in another process, and takes what was found and the cards made of it."""

    _share: float | None = None  # of the text that has been read so far, None where nothing is running
    _failure = ""

    if TYPE_CHECKING:
        document: Document
        extraction: Extraction | None

        @property
        def claims(self) -> ClaimsPane: ...
        @property
        def furnished(self) -> bool: ...
        def show_rows(self, tab: Tab | None = None) -> None: ...
        def take_extraction(self, extraction: Extraction) -> None: ...
        def tell_changes(self) -> None: ...
        def count_due(self) -> None: ...
        def begin_sitting(self, mode: StudyMode | None = None, pair: Pair | None = None) -> None: ...

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

    def command_again(self) -> None:
        self._failure = ""
        self.extract()
        self.notify("Reading the text again; your edits stay.", markup=False)

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
        if not self.furnished:
            return  # left meanwhile
        self.claims.progress(None)
        self.show_rows()
        self.notify(message, severity="error", markup=False)

    def extraction_ended(self, found: Extraction) -> None:
        kept = self.reader.library.keep_extraction(self.document, found)
        self._share = None
        if not self.furnished:
            return  # left meanwhile: it is kept
        self.claims.progress(None)
        self.take_extraction(kept)
        self.tell_changes()

    def cards_were_made(self, cards: Any) -> None:
        self.reader.library.keep_cards(self.document.id, cards)
        if self.furnished:
            self.count_due()
            self.deck_changed()

    def deck_changed(self) -> None:
        """The text has other cards than before: the study pane asks anew."""
        if self.furnished:
            self.begin_sitting()
