"""Figures as pictures with their numbers beside: bars, columns and lines laid out by plotext, days as a heat map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import count, groupby

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static
from textual_plotext import Plot

from tui_reader.app.rows import clip
from tui_reader.app.wrap import cells, printable
from tui_reader.study.counting import counted

SHADES = " ░▒▓█"
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LABEL = 30  # characters of a label at most
LEAST = 8  # cells of a picture at least
TICKS = 5  # steps of a scale at most
BARS = 24  # bars of a chart at most
FIRST, SECOND = "●•█", "○·"  # the markers of what is measured, and of what it is measured by
FRAME = "┌─┐│┤└┬┘├┴"


class Chart(Widget):
    """A title, and under it a plot in the colours of the theme, drawn anew at every size."""

    DEFAULT_CSS = """
    Chart { height: auto; margin-bottom: 1; }
    """

    def __init__(self, title: str, rows: int) -> None:
        super().__init__()
        self.heading = title
        self.rows = rows

    def on_mount(self) -> None:
        self.styles.height = self.rows + 1

    def draw(self, plot: Plot, width: int) -> None:
        """Put what is to be seen into *plot*."""
        raise NotImplementedError

    def render(self) -> RenderResult:
        return Content("\n").join(
            [Content.styled(clip(printable(self.heading), self.size.width), "bold"), self.drawn(self.size.width)]
        )

    def drawn(self, width: int) -> Content:
        """Return the plot in so many cells."""
        plot = Plot()
        plot.plotsize(width, self.rows)
        self.draw(plot, width)
        return coloured(plot.uncolorize(plot.build()).rstrip("\n"))


def coloured(plot: str) -> Content:
    """Return a plot in the colours of the theme: what is drawn, the frame, and quietly the words."""

    def role(character: str) -> str:
        if character in FIRST:
            return "$accent"
        if character in SECOND:
            return "$primary"
        return "$rule" if character in FRAME else "$foreground"

    return Content.assemble(*(("".join(group), style) for style, group in groupby(plot, role)))


class BarChart(Chart):
    """Bars lying one under another against *most*, each with its name and its number before it."""

    def __init__(
        self, title: str, rows: Sequence[tuple[str, float]], most: float | None = None, unit: str = ""
    ) -> None:
        self.bars = list(rows)[:BARS]
        super().__init__(title, max(1, len(self.bars)))
        self.most = max(1.0, *(value for _, value in self.bars)) if most is None else most
        self.unit = unit

    def draw(self, plot: Plot, width: int) -> None:
        labels = labelled(self.bars, self.unit, min(LABEL, max(LEAST, width // 2 - LEAST)))
        plot.xaxes(False, False)
        plot.yaxes(False, False)
        values = [max(0.0, value) for _, value in self.bars]
        plot.bar(labels[::-1], values[::-1], orientation="horizontal", width=0.1)
        plot.xlim(0, self.most)
        plot.xticks([])


def labelled(rows: Iterable[tuple[str, float]], unit: str, most: int) -> list[str]:
    """Return for each row its name, cut to *most* characters, and its number, one under another."""
    rows = list(rows)
    names = [clip(printable(name), most) for name, _ in rows]
    numbers = [f"{round(value)}{unit}" for _, value in rows]
    wide, high = max(map(cells, names), default=0), max(map(len, numbers), default=0)
    return [
        f"{name}{' ' * (wide - cells(name))}  {number:>{high}} " for name, number in zip(names, numbers, strict=True)
    ]


class DayChart(Chart):
    """A column for each day; the title tells what they come to in all and at most."""

    def __init__(self, title: str, days: Sequence[date], values: Sequence[float]) -> None:
        told = f"{title}: {round(sum(values))} in all, at most {round(max(values, default=0))}"
        super().__init__(told, 9)
        self.days, self.values = list(days), list(values)

    def draw(self, plot: Plot, width: int) -> None:
        if not self.values:
            return
        most = max(1.0, *self.values)
        plot.bar(list(range(len(self.values))), self.values, width=0.6)
        step = max(1, len(self.days) * LEAST // max(LEAST, width - LEAST))
        plot.xticks(list(range(0, len(self.days), step)), [f"{day:%d %b}" for day in self.days[::step]])
        plot.ylim(0, most)
        plot.yticks(*scale(most))


def scale(most: float) -> tuple[list[float], list[str]]:
    """Return where a scale up to *most* has its numbers, and the numbers."""
    return [float(at) for at in ticks(most)], [str(at) for at in ticks(most)]


def ticks(most: float) -> list[int]:
    """Return at most six whole numbers from 0 to *most*, a round step apart."""
    step = next(step for size in count() for step in (10**size, 2 * 10**size, 5 * 10**size) if most / step <= TICKS)
    return list(range(0, int(most) + 1, step))


class LineChart(Chart):
    """Two lines over time, shares from 0 to 1: what was measured (●) and what was foretold (○)."""

    def __init__(
        self, title: str, starts: Sequence[date], measured: Sequence[float], foretold: Sequence[float]
    ) -> None:
        super().__init__(title, 10)
        self.starts, self.measured, self.foretold = list(starts), list(measured), list(foretold)

    def draw(self, plot: Plot, width: int) -> None:
        places = [float(place) for place in range(len(self.starts))]
        shares = [[100 * value for value in values] for values in (self.foretold, self.measured)]
        for values, line in zip(shares, "·•", strict=True):
            if len(places) > 1:
                plot.plot(places, values, marker=line)
        for values, point in zip(shares, "○●", strict=True):
            plot.scatter(places, values, marker=point)
        low = floor_of([*self.measured, *self.foretold])
        plot.ylim(low, 100)
        plot.yticks([low, (low + 100) // 2, 100], [f"{low} %", f"{(low + 100) // 2} %", "100 %"])
        step = max(1, len(places) * LEAST // max(LEAST, width - LEAST))
        plot.xticks(places[::step], [f"{start:%d %b}" for start in self.starts[::step]])


def floor_of(shares: Iterable[float]) -> int:
    """Return the percentage at which a scale for *shares* begins: a round number below the least of them."""
    return max(0, int(100 * min(shares, default=0.0)) // 10 * 10 - 10)


class Points(Chart):
    """Pairs of shares, 0 to 1 (●), against the line on which they would be equal (·)."""

    def __init__(self, title: str, pairs: Sequence[tuple[float, float]]) -> None:
        super().__init__(title, 11)
        self.pairs = list(pairs)

    def draw(self, plot: Plot, width: int) -> None:
        plot.plot([0, 100], [0, 100], marker="·")
        plot.scatter([100 * x for x, _ in self.pairs], [100 * y for _, y in self.pairs], marker="●")
        plot.xlim(0, 100)
        plot.ylim(0, 100)
        for ticked in (plot.xticks, plot.yticks):
            ticked([0, 50, 100], ["0 %", "50 %", "100 %"])


class HeatMap(Static):
    """Weeks as columns and weekdays as rows; the darker, the more."""

    DEFAULT_CSS = """
    HeatMap { height: auto; margin-bottom: 1; }
    """

    def __init__(self, title: str, counts: Mapping[date, int], today: date, weeks: int = 26) -> None:
        super().__init__("", markup=False)
        self.heading, self.counts, self.today, self.weeks = title, counts, today, weeks

    def on_resize(self) -> None:
        weeks = max(1, min(self.weeks, (self.size.width - 4) // 2))
        shown = heat(self.counts, self.today, weeks)
        busiest = max(self.counts.values(), default=0)
        told = (
            f"{self.heading}: {sum(self.counts.values())} on {counted(len(self.counts), 'day')}, █ is up to {busiest}"
        )
        self.update(Content.assemble((f"{clip(told, self.size.width)}\n", "bold"), (shown, "$success")))


def heat(counts: Mapping[date, int], today: date, weeks: int) -> str:
    """Return the heat map as a line of months and seven lines of days; the scale ends at the busiest day shown."""
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
    return "\n".join([months(days[::7]), *lines])


def months(weeks: Sequence[date]) -> str:
    """Return a line with the name of each month over the first week that begins in it, where there is room."""
    line = " " * 4
    for nth, monday in enumerate(weeks):
        begins = nth == 0 or monday.month != weeks[nth - 1].month
        if begins and len(line) <= 4 + 2 * nth and len(weeks) - nth > 1:
            line = line.ljust(4 + 2 * nth) + f"{monday:%b} "
    return line.rstrip()
