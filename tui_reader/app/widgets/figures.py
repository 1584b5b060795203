"""What the figures of a reader's knowledge are shown as: words, charts, and the numbers of a chart in words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from textual.widget import Widget
from textual.widgets import Static

from tui_reader.app.card_face import Keys, usual_key
from tui_reader.app.widgets.charts import BarChart, DayChart, HeatMap, LineChart, Points
from tui_reader.app.widgets.overview import Overview
from tui_reader.study.counting import counted, percent, spent, times
from tui_reader.study.statistics import KNOWN

WEEK, MONTH = 7, 30  # days of the charts by day, at least and at most
WEEKS, MONTHS = 26, 12  # weeks of a chart, and months told in words, at most


def charts_of(figures: dict[str, Any], today: date, key: Keys = usual_key) -> list[Widget]:
    """Return the figures as widgets, first what is known today; one of which there is nothing yet is left out."""
    shown: list[Widget] = [Overview(figures, today, key), _words(in_words(figures))]
    if not figures["reviews"]:
        shown.append(_words("Answer a few cards first; then there is something to see."))
    return [
        *shown,
        *_known(figures),
        *_retention(figures["retention"]),
        *_days(figures, today),
        *_memory(figures),
        *_calibration(figures["calibration"]),
        *_confusions(figures, key("app.drill")),
    ]


def in_words(figures: dict[str, Any]) -> str:
    """Return what the reader did and knows, in a few sentences."""
    kept, each = figures["retention"], figures.get("seconds_per_answer")
    words = f"{counted(figures['reviews'], 'answer')} in {spent(figures['seconds'])}"
    words += f", {round(each)} s each" if each else ""
    words += f", {counted(figures['streak'], 'day')} in a row."
    if kept.get("true") is not None:
        words += f" Of what was due you remembered {percent(kept['true'])}; predicted: {percent(kept['predicted'])}."
    return f"{words}\n{KNOWN}"


def _words(words: str) -> Widget:
    return Static(words, classes="words", markup=False)


def _known(figures: dict[str, Any]) -> list[Widget]:
    texts = [(text["title"], 100 * (text["known"] or 0)) for text in figures["texts"]]
    actors = sorted(figures["known_by_actor"], key=lambda row: -row["known"])
    return [
        BarChart(title, rows, 100, " %")
        for title, rows in (
            ("Known today, by text", texts if len(texts) > 1 else []),
            ("Known today, by kind", [(kind, 100 * value) for kind, value in figures["known_by_kind"].items()]),
            ("Known today, by actor", [(row["actor"], 100 * row["known"]) for row in actors]),
        )
        if any(value for _, value in rows)
    ]


def _retention(kept: dict[str, Any]) -> list[Widget]:
    weeks = kept.get("weeks", [])[-WEEKS:]
    if not weeks:
        return []
    chart = LineChart(
        "Retention by week: ● true, ○ predicted",
        [date.fromisoformat(row["from"]) for row in weeks],
        [row["true"] for row in weeks],
        [row["predicted"] for row in weeks],
    )
    months = [
        f"{date.fromisoformat(row['from']):%b %Y}  {percent(row['true']):>5} true  {percent(row['predicted']):>5} "
        f"predicted  {counted(row['answers'], 'answer')}"
        for row in kept["months"][-MONTHS:]
    ]
    return [*([chart] if len(weeks) > 1 else []), _words("\n".join(months))]


def _days(figures: dict[str, Any], today: date) -> list[Widget]:
    shown: list[Widget] = []
    counts = {date.fromisoformat(row["day"]): row["reviews"] for row in figures["days"]}
    if len(counts) > 1:  # of one day all is said in words
        used = (today - min(counts)).days + 1
        shown.append(HeatMap("Answers by day", counts, today, min(WEEKS, used // 7 + 2)))
        minutes = {date.fromisoformat(row["day"]): row["seconds"] / 60 for row in figures["days"]}
        lately = [today - timedelta(days=back) for back in reversed(range(min(MONTH, max(WEEK, used))))]
        if any(day in minutes for day in lately):
            shown.append(DayChart("Minutes by day", lately, [minutes.get(day, 0.0) for day in lately]))
    forecast = figures["forecast"]
    if any(row["due"] for row in forecast):
        days = [date.fromisoformat(row["day"]) for row in forecast]
        shown.append(DayChart("Cards due in the next days", days, [row["due"] for row in forecast]))
    return shown


def _memory(figures: dict[str, Any]) -> list[Widget]:
    return [
        BarChart(title, rows)
        for title, rows in (
            ("Cards by stability, days", _bins(figures["stability"])),
            ("Cards by difficulty", _bins(figures["difficulty"])),
        )
        if any(value for _, value in rows)
    ]


def _bins(histogram: dict[str, Any]) -> list[tuple[str, float]]:
    edges = histogram["edges"]
    return [(f"{low}–{high}", count) for low, high, count in zip(edges, edges[1:], histogram["cards"], strict=False)]


def _calibration(bins: list[dict[str, Any]]) -> list[Widget]:
    if not bins:
        return []
    pairs = [(row["confidence"], row["right"]) for row in bins]
    told = [
        f"{percent(row['confidence']):>5} sure  {percent(row['right']):>5} right  {counted(row['answers'], 'answer')}"
        for row in bins
    ]
    return [Points("How sure you were (across) and how often right (up)", pairs), _words("\n".join(told))]


def _confusions(figures: dict[str, Any], drill: str) -> list[Widget]:
    titles = {text["id"]: text["title"] for text in figures["texts"]}
    told = [
        f"You took {row['taken']} for {row['meant']} {times(row['times'])}, in {titles.get(row['text'], 'a text')}."
        for row in figures["confusions"]
    ]
    if told and drill:
        told.append(f"{drill} drills such a pair.")
    return [_words(line) for line in told]
