"""A match as it is shown: statements with numbers beside holders with letters; knows no Textual."""

from __future__ import annotations

import textwrap
from itertools import zip_longest

from tui_reader.app.card_face import LETTERS, Face, Keys, Line, Piece, source, sureness, usual_key
from tui_reader.app.rows import clip
from tui_reader.app.wrap import cells
from tui_reader.model import Document
from tui_reader.study.matching import Match

WIDE = 56  # cells from which statements and holders stand side by side
LEAD = 6  # cells before the words of a statement
GAP = 3  # cells between the columns
BELOW = 5  # rows from which the source stands under a judged match
FULL = 9  # lines of a statement, which no statement fills


def match_face(
    match: Match, document: Document, nth: int, of: int, width: int, rows: int, key: Keys = usual_key
) -> Face:
    """Return what is shown of a match, the *nth* of so many, in *width* cells and, if it can be, *rows* rows."""
    asked = f"{match.right} of {len(match.statements)} right" if match.judged else "who is it?"
    head: Line = (
        ("● ", "kind-position"),
        (f"Match {nth} of {of} · ", "quiet"),
        (asked, "answer" if match.judged else "quiet"),
    )
    shown = table(match, width, rows)
    card = match.card
    return Face(
        head,
        "",
        shown,
        source=source(document, card.sentence, card.span) if match.judged and len(shown) + BELOW <= rows else (),
        ratings=_keys(match, key, width),
    )


def table(match: Match, width: int, rows: int) -> tuple[Line, ...]:
    """Return the statements and the holders in *rows*, if need be cut short, or in words only the one in hand."""
    for most in (FULL, 3, 2, 1):
        lines = _beside(match, width, most) if width >= WIDE else _beneath(match, width, most)
        if len(lines) <= rows:
            return tuple(lines)
    return tuple(_in_short(match, width - 1))  # a scroll bar may come


def _beside(match: Match, width: int, most: int) -> list[Line]:
    right = min(max(cells(name) for name in match.names) + 8, width // 3)
    left = width - right - GAP
    one = [line for index in range(len(match.statements)) for line in _statement(match, index, left, most)]
    other = [line for index in range(len(match.names)) for line in _holder(match, index, right)]
    lines = []
    for first, second in zip_longest(one, other, fillvalue=()):
        room = left - sum(cells(words) for words, _ in first)
        lines.append((*first, (" " * (room + GAP), "quiet"), *second) if second else first)
    return lines


def _beneath(match: Match, width: int, most: int) -> list[Line]:
    statements = [line for index in range(len(match.statements)) for line in _statement(match, index, width, most)]
    return [*statements, *_holders(match, width)]


def _in_short(match: Match, width: int) -> list[Line]:
    """Return all pairs in one line, and under it only the statement in hand."""
    pairs: list[Piece] = []
    for index in range(len(match.statements)):
        sign, role = _sign(match, index)
        pairs += [("▸" if index == match.hand else " ", "key"), (f"{index + 1}", "key"), (f"{sign} ", role)]
    words = [((line, "text"),) for line in textwrap.wrap(match.statements[match.hand].text, width)]
    told = _told(match, match.hand)
    notes: list[Line] = [((line, "note"),) for line in textwrap.wrap(told, width)]
    return [tuple(pairs), *words, *notes, *([] if match.judged else _holders(match, width))]


def _holders(match: Match, width: int) -> list[Line]:
    lines: list[Line] = []
    row: list[Piece] = []
    for index, name in enumerate(match.names):
        unit = ((LETTERS[index], "key"), (f" {clip(name, width - 6)}  ", "text"))
        if row and sum(cells(words) for words, _ in (*row, *unit)) - 2 > width:
            lines.append(tuple(row))
            row = []
        row += unit
    return [*lines, tuple(row)]


def _statement(match: Match, index: int, width: int, most: int) -> list[Line]:
    here = index == match.hand
    sign, role = _sign(match, index)
    lead: Line = (("▸" if here else " ", "key"), (f"{index + 1} ", "key"), (f"{sign}  ", role))
    room = max(8, width - LEAD)
    words = textwrap.wrap(match.statements[index].text, room)
    if not here and len(words) > most:
        words = textwrap.wrap(clip(match.statements[index].text, most * room - 2), room)[:most]
    spoken = "text" if here or not match.judged else "quiet"
    lines: list[Line] = [
        (*(lead if nth == 0 else ((" " * LEAD, "quiet"),)), (line, spoken)) for nth, line in enumerate(words)
    ]
    lines += [((" " * LEAD, "quiet"), (line, "note")) for line in textwrap.wrap(_told(match, index), room)]
    return lines


def _sign(match: Match, index: int) -> Piece:
    """Return the letter that a statement was paired with, or how the pair was judged."""
    holder = match.given[index]
    if match.judged:
        return ("✓", "right") if match.is_right(index) else ("✗", "wrong")
    return (LETTERS[holder], "answer") if holder is not None else ("·", "quiet")


def _told(match: Match, index: int) -> str:
    """Return whose a statement really is, where the pair was wrong."""
    if not match.judged or match.is_right(index):
        return ""
    holder, really = match.given[index], match.names[match.really(index)]
    return f"{really}, not {match.names[holder]}" if holder is not None else f"{really}; you left it out"


def _holder(match: Match, index: int, width: int) -> list[Line]:
    numbers = " ".join(str(n + 1) for n, holder in enumerate(match.given) if holder == index)
    words = textwrap.wrap(match.names[index], max(8, width - 3 - len(numbers) - 2))
    tail: tuple[Piece, ...] = ((f"  {numbers}", "answer"),) if numbers else ()
    first: Line = ((f"{LETTERS[index]}  ", "key"), (words[0], "text"), *tail)
    return [first, *((("   ", "quiet"), (line, "text"), ("", "text")) for line in words[1:])]


def _keys(match: Match, key: Keys, width: int) -> Line:
    if match.judged:
        ways = (("study.down", " next   "), ("study.source", " text   "), ("study.reveal", " go on"))
        return tuple(piece for name, words in ways for piece in ((key(name), "key"), (words, "quiet")))
    if match.weighing:
        return (*sureness(key), (key("study.reveal"), "key"), (" hand in without saying", "quiet"))
    first, last = LETTERS[0], LETTERS[len(match.names) - 1]
    left = len(match.unpaired)
    done = ((key("study.reveal"), "key"), (f" hand in{f', {left} left' if left else ''}", "quiet"))
    if width < WIDE:
        return (("1", "key"), (" and a letter: a pair   ", "quiet"), *done)
    pairs = (("1", "key"), (" and a letter: a pair   ", "quiet"))
    return (*pairs, (f"{first} to {last}", "key"), (" who it is   ", "quiet"), *done)
