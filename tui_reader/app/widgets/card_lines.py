"""Lines of a card in the colours of the theme, wrapped to the width of a pane."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from textual.content import Content

from tui_reader.app.card_face import Line, Piece
from tui_reader.app.wrap import cells

LEAD = 3  # cells of a sign or a letter before the words of an option

# The role that a piece of a card plays → a style of the theme.
STYLES = {
    "quiet": "$quiet",
    "where": "$quiet",
    "text": "$foreground",
    "key": "$accent bold",
    "right": "$success",
    "wrong": "$error",
    "struck": "$error strike",
    "note": "$quiet italic",
    "given": "$foreground italic",
    "answer": "$foreground bold",
    "lit": "$on-lit on $lit",
    "suggested": "$foreground bold underline",
    "kind-condition": "$kind-condition",
    "kind-position": "$kind-position",
    "kind-attribution": "$kind-attribution",
    "kind-quotation": "$kind-attribution",
    "kind-unmentioned": "$kind-narration",
}


def content(line: Iterable[Piece]) -> Content:
    """Return one line in the styles of its pieces."""
    return Content.assemble(*((words, STYLES[role]) for words, role in line))


def stacked(lines: Iterable[Line], width: int) -> Content:
    """Return lines one under another; the words after a sign or a letter hang beneath one another."""
    return Content("\n").join([content(hanging(line, width)) for line in lines])


def flowed(line: Line, width: int) -> list[Line]:
    """Return a line of keys and what they do as lines no wider than *width*, no key parted from what it does.

    A key and what it does end in two spaces or more.
    """
    lines: list[list[Piece]] = [[]]
    unit: list[Piece] = []
    for nth, piece in enumerate(line):
        unit.append(piece)
        if not piece[0].endswith("  ") and nth < len(line) - 1:
            continue
        room = width - sum(cells(words) for words, _ in lines[-1])
        if lines[-1] and sum(cells(words) for words, _ in unit) - 3 > room:
            lines.append([])
        lines[-1] += unit
        unit = []
    return [tuple(one) for one in lines if one]


def hanging(line: Line, width: int) -> Line:
    """Return a line of a short lead and words with the words wrapped beside the lead."""
    if len(line) != 2 or len(line[0][0]) > LEAD:
        return line
    (lead, lead_role), (words, role) = line
    wrapped = textwrap.wrap(words, max(8, width - len(lead))) or [""]
    return ((lead, lead_role), (("\n" + " " * len(lead)).join(wrapped), role))
