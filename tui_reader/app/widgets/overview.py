"""What a reader knows today, and what there is to do about it: the first thing that statistics say."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Any

from textual.widgets import Static

from tui_reader.app.card_face import Keys, Line, usual_key
from tui_reader.app.shelf_rows import bar
from tui_reader.app.widgets.card_lines import stacked
from tui_reader.study.counting import counted, percent

BAR = 40  # cells of the bar at most
BARS = {"━": "key", "─": "quiet"}  # what is known of it, and the rest


class Overview(Static):
    """How well the text, or all of them, is known; of how many cards; what is due, and what is to be read again."""

    DEFAULT_CSS = """
    Overview { height: auto; margin-bottom: 1; }
    """

    def __init__(self, figures: dict[str, Any], today: date, key: Keys = usual_key) -> None:
        super().__init__("", markup=False)
        self.figures, self.today, self.key = figures, today, key

    def on_resize(self) -> None:
        width = self.size.width
        self.update(stacked(overview(self.figures, self.today, self.key, min(BAR, width)), width))


def overview(figures: dict[str, Any], today: date, key: Keys, width: int) -> tuple[Line, ...]:
    """Return the lines of it, its bar *width* cells wide."""
    texts = figures["texts"]
    cards, due, unseen, learnt, passages = (
        sum(text.get(name, 0) for text in texts) for name in ("cards", "due", "unseen", "learnt", "passages")
    )
    known = figures["known"] or 0.0
    what = "this text" if len(texts) == 1 else f"these {len(texts)} texts"
    if not cards:
        return ((("No cards yet: reading a text makes them.", "text"),),)
    counts = f"{counted(cards, 'card')}: {learnt} learnt, {cards - learnt - unseen} being learnt, {unseen} unseen"
    lines: list[Line] = [
        ((f"You know {percent(known)} of {what} today", "answer"),),
        tuple(("".join(part), BARS[sign]) for sign, part in groupby(bar(known, width))),
        ((counts, "text"),),
        ((_waiting(due, figures["forecast"], today), "text"),),
    ]
    if passages:
        told = f"{counted(passages, 'passage')} to read again, because a card slipped:   "
        lines.append(((told, "text"), (key("statistics.passages"), "key"), (" lists them", "quiet")))
    return tuple(lines)


def _waiting(due: int, forecast: list[dict[str, Any]], today: date) -> str:
    """Say how many cards are due now, or when the next ones are."""
    if due:
        return f"{due} due now"
    coming = [(date.fromisoformat(row["day"]), row["due"]) for row in forecast if row["due"]]
    if not coming:
        return "nothing is due"
    day, number = coming[0]
    days = (day - today).days
    when = "later today" if days <= 0 else "tomorrow" if days == 1 else f"in {days} days"
    return f"nothing is due now; {number} {when}"
