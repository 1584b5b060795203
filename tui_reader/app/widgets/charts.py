"""Figures as pictures: bars and lines drawn by plotext, days as a heat map of shades."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import count

from textual.color import Color
from textual.content import Content
from textual.widgets import Static
from textual_plotext import PlotextPlot

from tui_reader.app.rows import clip
from tui_reader.app.wrap import printable

SHADES = " ░▒▓█"
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LABEL = 24  # characters of a label at most
TICKS = 5  # steps of a scale at most
BARS = 10  # bars of a chart at most


class Chart(PlotextPlot):
    """A plot in the accent of the theme."""

    @property
    def accent(self) -> tuple[int, int, int] | None:
        """The colour to draw in; None where the terminal's own colours are used."""
        colour = Color.parse(self.app.theme_variables["accent"])
        return None if colour.ansi is not None else colour.rgb


class BarChart(Chart):
    """Bars lying one under another, the largest on top, against a scale up to *most*."""

    DEFAULT_CSS = """
    BarChart { height: auto; min-height: 6; margin-bottom: 1; }
    """

    def __init__(self, title: str, rows: Sequence[tuple[str, float]], most: float | None = None) -> None:
        super().__init__()
        self._heading = title
        self._rows = list(rows)[:BARS]
        self._most = max(1.0, *(value for _, value in self._rows)) if most is None else most

    def on_mount(self) -> None:
        self.styles.height = 2 * max(1, len(self._rows)) + 4
        plt = self.plt
        plt.title(printable(self._heading))
        if self._rows:
            labels = [clip(printable(name), LABEL) for name, _ in reversed(self._rows)]
            values = [value for _, value in reversed(self._rows)]
            plt.bar(labels, values, orientation="horizontal", width=0.5, color=self.accent)
            plt.xlim(0, self._most)
            plt.xticks(*scale(self._most))


class DayChart(Chart):
    """A column for each day."""

    DEFAULT_CSS = """
    DayChart { height: 12; margin-bottom: 1; }
    """

    def __init__(self, title: str, days: Sequence[date], values: Sequence[float]) -> None:
        super().__init__()
        self._heading, self._days, self._values = title, list(days), list(values)

    def on_mount(self) -> None:
        plt = self.plt
        plt.title(printable(self._heading))
        if self._values:
            most = max(1.0, *self._values)
            plt.bar(list(range(len(self._values))), self._values, width=0.6, color=self.accent)
            step = max(1, len(self._days) // 6)
            plt.xticks(list(range(0, len(self._days), step)), [f"{day:%d %b}" for day in self._days[::step]])
            plt.ylim(0, most)
            plt.yticks(*scale(most))


def scale(most: float) -> tuple[list[float], list[str]]:
    """Return where a scale up to *most* has its numbers, and the numbers."""
    return [float(at) for at in ticks(most)], [str(at) for at in ticks(most)]


def ticks(most: float) -> list[int]:
    """Return at most six whole numbers from 0 to *most*, a round step apart."""
    step = next(step for size in count() for step in (10**size, 2 * 10**size, 5 * 10**size) if most / step <= TICKS)
    return list(range(0, int(most) + 1, step))


class Points(Chart):
    """Pairs of shares, 0 to 1, against the line on which they would be equal."""

    DEFAULT_CSS = """
    Points { height: 14; margin-bottom: 1; }
    """

    def __init__(self, title: str, pairs: Sequence[tuple[float, float]]) -> None:
        super().__init__()
        self._heading, self._pairs = title, list(pairs)

    def on_mount(self) -> None:
        plt = self.plt
        plt.title(printable(self._heading))
        plt.plot([0, 1], [0, 1], marker="dot")
        if self._pairs:
            plt.scatter([x for x, _ in self._pairs], [y for _, y in self._pairs], marker="●", color=self.accent)
        plt.xlim(0, 1)
        plt.ylim(0, 1)


class HeatMap(Static):
    """Weeks as columns and weekdays as rows; the darker, the more."""

    DEFAULT_CSS = """
    HeatMap { height: auto; margin-bottom: 1; padding: 0 2; }
    """

    def __init__(self, title: str, counts: Mapping[date, int], today: date, weeks: int = 26) -> None:
        super().__init__(
            Content.assemble((f"{title}\n", "bold"), (heat(counts, today, weeks), "$success")), markup=False
        )


def heat(counts: Mapping[date, int], today: date, weeks: int) -> str:
    """Return the heat map as seven lines; the scale ends at the busiest day shown."""
    first = today - timedelta(days=today.weekday() + 7 * (weeks - 1))
    days = [first + timedelta(days=n) for n in range(7 * weeks)]
    most = max((counts.get(day, 0) for day in days), default=0)

    def shade(day: date) -> str:
        count = counts.get(day, 0)
        if day > today:
            return "  "
        if not count:
            return "· "
        return SHADES[max(1, round(count / most * (len(SHADES) - 1)))] * 2

    lines = [f"{WEEKDAYS[row]} " + "".join(shade(day) for day in days[row::7]) for row in range(7)]
    return "\n".join(lines)
