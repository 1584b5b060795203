"""Both maps as pictures: a table and a tree drawn in SVG with text as text, nothing fetched from anywhere."""

from __future__ import annotations

import textwrap
from html import escape
from itertools import zip_longest

from tui_reader.argument.graph import CHECKS, tie, writer
from tui_reader.argument.ladder import Ladder, ladders
from tui_reader.argument.standings import Accord, Polarity
from tui_reader.argument.standings import standings as table_of
from tui_reader.model import Document, Extraction

COLOURS = {
    Polarity.FOR: "#2f7a37",
    Polarity.AGAINST: "#b0302f",
    Polarity.CONDITIONAL: "#9a5b00",
    Polarity.NEUTRAL: "#56616e",
}
ACCORDS = {Accord.NONE: "", Accord.AGREE: " =", Accord.COLLIDE: " ≠"}
ROW, COLUMN, FIRST, WIDTH = 26, 190, 190, 900  # pixels
LETTER = 7.2  # pixels that a letter of 13 pixels takes at the most, on average


def standings(document: Document, extraction: Extraction) -> str:
    """Return the table of actors by issues."""
    names = {actor.id: actor.name for actor in extraction.actors}
    table = table_of(extraction)
    parts = [_text(12, 24, document.title, weight="bold", size=16)]
    for column, issue in enumerate(table.issues):
        x = FIRST + column * COLUMN
        parts.append(_text(x, 58, cut(issue + ACCORDS[table.accords[issue]], COLUMN), weight="bold"))
    for row, holder in enumerate(table.holders):
        y = 58 + (row + 1) * ROW
        parts.append(
            f'<line x1="8" y1="{y - 18}" x2="{FIRST + len(table.issues) * COLUMN}" y2="{y - 18}" stroke="#ddd"/>'
        )
        parts.append(_text(12, y, cut(names.get(holder, holder) if holder else writer(document), FIRST)))
        for column, issue in enumerate(table.issues):
            cell = table.cell(holder, issue)
            if cell is not None:
                words = cut(f"{cell.polarity.sign} {cell.stance.value}", COLUMN)
                parts.append(_text(FIRST + column * COLUMN, y, words, fill=COLOURS[cell.polarity]))
    return _picture(parts, FIRST + max(1, len(table.issues)) * COLUMN, 80 + len(table.holders) * ROW)


def conditions(document: Document, extraction: Extraction) -> str:
    """Return the tree of outcomes and what they hang on."""
    names = {actor.id: actor.name for actor in extraction.actors}
    parts = [_text(12, 24, document.title, weight="bold", size=16)]
    y = 54

    def draw(ladder: Ladder, depth: int) -> None:
        nonlocal y
        x = 12 + depth * 24
        parts.append(_text(x, y, cut(ladder.outcome, WIDTH - x), weight="bold"))
        y += ROW
        for rung in ladder.rungs:
            condition = rung.condition
            words = " ".join(condition.antecedent.of(document.text).split())
            says = names.get(condition.holder, "") if condition.holder else writer(document)
            times = f", {rung.times} times" if rung.times > 1 else ""
            parts.append(_text(x + 24, y, cut(f"{tie(document, condition)}  {words}", WIDTH - x - 220)))
            parts.append(_text(WIDTH - 190, y, cut(f"{says}{times}", 190), fill="#56616e"))
            y += ROW
            for below in rung.below:
                draw(below, depth + 2)

    for ladder in ladders(document, extraction):
        draw(ladder, 0)
        y += 10
    return _picture(parts, WIDTH, y)


def quotations(document: Document, extraction: Extraction) -> str:
    """Return each quotation with its source beside it."""
    names = {actor.id: actor.name for actor in extraction.actors}
    parts, y = [_text(12, 24, document.title, weight="bold", size=16)], 54.0
    half = (WIDTH - 150) / 2
    for quotation in extraction.quotations:
        speaker = names.get(quotation.speaker, "") if quotation.speaker else ""
        here = quotation.source is not None and quotation.source_document is None
        source = quotation.source.of(document.text) if here and quotation.source else "–"
        rows = zip_longest(
            textwrap.wrap(quotation.span.of(document.text), int(half / LETTER)),
            textwrap.wrap(source, int(half / LETTER)),
            fillvalue="",
        )
        parts.append(_text(12, y, cut(f"{CHECKS[quotation.check]}  {speaker}", 150), fill="#56616e"))
        for left, right in rows:
            parts += [_text(150, y, left), _text(150 + half, y, right)]
            y += 18
        y += 12
    return _picture(parts, WIDTH, y)


def cut(words: str, pixels: float) -> str:
    """Return *words* on one line, ended by an ellipsis where they would be wider than *pixels*."""
    flat, most = " ".join(words.split()), int(pixels / LETTER) - 1
    return flat if len(flat) <= most else flat[: max(0, most - 1)].rstrip() + "…"


def _text(x: float, y: float, words: str, *, fill: str = "#26241f", weight: str = "normal", size: int = 13) -> str:
    clean = escape("".join(c for c in " ".join(words.split()) if c.isprintable()))
    return f'<text x="{x:g}" y="{y:g}" fill="{fill}" font-size="{size}" font-weight="{weight}">{clean}</text>'


def _picture(parts: list[str], width: float, height: float) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" font-family="sans-serif">'
    return "\n".join([head, '<rect width="100%" height="100%" fill="#faf8f3"/>', *parts, "</svg>"]) + "\n"
