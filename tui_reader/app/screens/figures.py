"""Figures to look at: of a text, and of what a reader knows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from tui_reader.app.commands import Command
from tui_reader.app.screens.scrolling import ScrollingScreen
from tui_reader.app.widgets.key_footer import KeyFooter
from tui_reader.app.widgets.status_line import StatusLine
from tui_reader.argument.profile import profile
from tui_reader.errors import TuiReaderError
from tui_reader.model import Document, Extraction
from tui_reader.study.counting import counted, times

MONTH = 30  # days of the charts by day


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

    def on_mount(self) -> None:
        super().on_mount()
        title = self.document.title if self.document else "Library"
        self.query_one(StatusLine).show(title, "statistics", "")
        self.scroll.mount(Static("Counting …", classes="words", markup=False))
        self.count()

    def footer_keys(self) -> list[Command]:
        return [*super().footer_keys(), *(c for c in self.keys.table if c.id == "statistics.optimise" and c.keys)]

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
        self.scroll.remove_children()
        self.scroll.mount_all(charts_of(figures, today))


def charts_of(figures: dict[str, Any], today: date) -> list[Widget]:
    """Return the figures as widgets; a figure of which there is nothing yet is left out."""
    from tui_reader.app.widgets.charts import BarChart, DayChart, HeatMap, Points

    def share(value: float | None) -> str:
        return "–" if value is None else f"{round(100 * value)} %"

    kept, days = figures["retention"], figures["streak"]
    words = (
        f"{counted(figures['reviews'], 'answer')} in {counted(round(figures['seconds'] / 60), 'minute')}, "
        f"{counted(days, 'day')} in a row. You know {share(figures['known'])} today."
    )
    if kept.get("true") is not None:
        words += f" Of what was due you remembered {share(kept['true'])}; predicted were {share(kept['predicted'])}."
    shown: list[Widget] = [Static(words, classes="words", markup=False)]
    if not figures["reviews"]:
        shown.append(Static("Answer a few cards first; then there is something to see.", classes="words", markup=False))
    counts = {date.fromisoformat(row["day"]): row["reviews"] for row in figures["days"]}
    if counts:
        shown.append(HeatMap("Answers by day", counts, today))
        spent = {date.fromisoformat(row["day"]): row["seconds"] / 60 for row in figures["days"]}
        lately = [today - timedelta(days=back) for back in reversed(range(MONTH))]
        if any(day in spent for day in lately):
            shown.append(DayChart("Minutes by day", lately, [spent.get(day, 0.0) for day in lately]))
    forecast = figures["forecast"]
    if any(row["due"] for row in forecast):
        days = [date.fromisoformat(row["day"]) for row in forecast]
        shown.append(DayChart("Cards due in the next days", days, [row["due"] for row in forecast]))
    titles = {text["id"]: text["title"] for text in figures["texts"]}
    known = [(text["title"], 100 * (text["known"] or 0)) for text in figures["texts"]]
    by_kind = [(kind, 100 * value) for kind, value in figures["known_by_kind"].items()]
    actors = sorted(figures["known_by_actor"], key=lambda row: -row["known"])
    by_actor = [(row["actor"], 100 * row["known"]) for row in actors]
    for title, rows, most in (
        ("Known today, %, by text", known if len(known) > 1 else [], 100),
        ("Known today, %, by kind", by_kind, 100),
        ("Known today, %, by actor", by_actor, 100),
        ("Cards by stability, days", _bins(figures["stability"]), None),
        ("Cards by difficulty", _bins(figures["difficulty"]), None),
    ):
        if any(value for _, value in rows):
            shown.append(BarChart(title, rows, most))
    if figures["calibration"]:
        pairs = [(row["confidence"], row["right"]) for row in figures["calibration"]]
        shown.append(Points("How sure you were (across) and how often right (up)", pairs))
    for row in figures["confusions"]:
        said = (
            f"You took {row['taken']} for {row['meant']} {times(row['times'])}, in {titles.get(row['text'], 'a text')}."
        )
        shown.append(Static(said, classes="words", markup=False))
    if figures["confusions"]:
        shown.append(Static("X, where you study, drills such a pair.", classes="words", markup=False))
    return shown


def _bins(histogram: dict[str, Any]) -> list[tuple[str, float]]:
    edges = histogram["edges"]
    return [(f"{low}–{high}", count) for low, high, count in zip(edges, edges[1:], histogram["cards"], strict=False)]
