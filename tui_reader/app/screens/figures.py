"""Figures to look at: of a text, and of what a reader knows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui_reader.app.commands import Command, key_of
from tui_reader.app.screens.scrolling import ScrollingScreen
from tui_reader.app.widgets.key_footer import KeyFooter
from tui_reader.app.widgets.status_line import StatusLine
from tui_reader.argument.profile import profile
from tui_reader.errors import TuiReaderError
from tui_reader.model import Document, Extraction


class FiguresScreen(ScrollingScreen):
    """Charts one under another, scrolled by the keys of every list."""

    DEFAULT_CSS = """
    FiguresScreen > VerticalScroll > * { max-width: 110; }
    FiguresScreen .words { height: auto; margin-bottom: 1; }
    """

    def compose(self) -> ComposeResult:
        yield StatusLine(id="status")
        yield VerticalScroll(id="figures")
        yield KeyFooter(id="footer")


class ProfileScreen(FiguresScreen):
    """Who speaks how much in a text, claims by kind, conditions by who must act."""

    def __init__(self, table: Sequence[Command], document: Document, extraction: Extraction) -> None:
        super().__init__(table)
        self.document, self.extraction = document, extraction

    def on_mount(self) -> None:
        from tui_reader.app.widgets.charts import BarChart

        super().on_mount()
        self.query_one(StatusLine).show(self.document.title, "profile", "")
        found = profile(self.document, self.extraction)
        charts = (
            ("Who speaks how much, in words", found.voices),
            ("Positions by stance", found.stances),
            ("Attributions by kind", found.modes),
            ("Conditions by kind", found.conditions),
            ("Conditions by who must act", found.obligors),
        )
        self.scroll.mount_all([BarChart(title, rows) for title, rows in charts if rows])


class StatisticsScreen(FiguresScreen):
    """Forecast, retention, days, memory, confusions and calibration, of one text or of the library."""

    def __init__(self, table: Sequence[Command], document: Document | None) -> None:
        super().__init__(table)
        self.document = document
        self.confused = False  # whether there is a pair to drill
        self.passages: list[str] = []  # the texts that have passages to read again

    def on_mount(self) -> None:
        super().on_mount()
        title = self.document.title if self.document else "Library"
        self.query_one(StatusLine).show(title, "statistics", "")
        self.scroll.mount(Static("Counting …", classes="words", markup=False))
        self.count()

    @property
    def place(self) -> str:
        return "statistics"

    def footer_keys(self) -> list[Command]:
        own = {"app.drill"} if self.confused else set()
        own |= {"statistics.passages"} if self.passages else set()
        own |= {"statistics.optimise"}
        return [*super().footer_keys(), *(c for c in self.keys.table if c.id in own and c.keys)]

    def command_passages(self) -> None:
        """Offer the passages to read again of what is shown here."""
        from tui_reader.app.screens.passage_choosing import choose_passage

        choose_passage(self, self.passages)

    @work(thread=True, exclusive=True, group="statistics")
    def count(self) -> None:
        """Read the log and report; a long one takes a second."""
        from tui_reader.store.figures import figures_of
        from tui_reader.store.memory import own_scheduler

        document = self.document.id if self.document else None
        model = own_scheduler(self.reader.library, self.reader.settings, document)
        now = datetime.now(UTC)
        try:
            figures = figures_of(self.reader.library, model, now, document)
        except TuiReaderError as error:
            self.app.call_from_thread(self.notify, str(error), severity="error", markup=False)
            return
        self.app.call_from_thread(self.show_figures, figures, model.days.day(now))

    def command_drill(self) -> None:
        """Drill a pair that is confused in what is shown here."""
        if self.document is not None:
            self.reader.drill_confused([self.document.id])
        else:
            self.reader.command_drill()

    @work(thread=True, exclusive=True, group="optimising")
    def command_optimise(self) -> None:
        """Fit the schedule to the reader's own answers, and keep it if it then predicts them better."""
        from tui_reader.app.processes import prepare_processes
        from tui_reader.store.memory import fit_weights, keep_weights

        tell = self.app.call_from_thread
        tell(self.notify, "Fitting the schedule to your answers …", markup=False)
        prepare_processes()
        try:
            kept = keep_weights(self.reader.library, fit_weights(self.reader.library, self.reader.settings))
        except TuiReaderError as error:
            tell(self.notify, str(error), severity="error", markup=False)
            return
        said = "Your own weights schedule from now on." if kept else "The weights stay: your own predict no better."
        tell(self.notify, said, markup=False)

    def show_figures(self, figures: dict[str, Any], today: date) -> None:
        """Lay the charts out."""
        from tui_reader.app.widgets.figures import charts_of

        if not self.is_attached:
            return  # left meanwhile
        self.scroll.remove_children()
        self.scroll.mount_all(charts_of(figures, today, lambda name: key_of(self.keys.table, name)))
        self.passages = [text["id"] for text in figures["texts"] if text["passages"]]
        self.confused = bool(figures["confusions"])
        self.refresh_footer()
