"""Greedy wrapping of a stretch of text into lines, keeping character offsets; knows no Textual."""

from __future__ import annotations

import re

# Characters that fill exactly one cell in every terminal; all others send a stretch down the slow path.
_PLAIN = (
    "\x20-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u2319"
)
_ODD = re.compile(f"[^{_PLAIN}]")
# Control characters, and those that turn the direction of a line around: shown as one neutral sign, never sent on.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
_SPACE = re.compile(r"[\n\t]")

Offsets = tuple[int, int]


def printable(text: str) -> str:
    """Return *text* at the same length, safe to print: line ends and tabs as spaces, controls as `\ufffd`."""
    flat = text.replace("\n", " ").replace("\t", " ")
    return _UNSAFE.sub("\ufffd", flat) if _UNSAFE.search(flat) else flat


def cells(text: str) -> int:
    """Return how many terminal cells *text* fills."""
    if _ODD.search(text) is None:
        return len(text)
    from wcwidth import wcwidth  # costs 9 ms that a text without such characters need not pay

    return sum(max(0, wcwidth(char)) for char in text)


def wrap(flat: str, start: int, end: int, width: int, hanging: int = 0) -> list[Offsets]:
    """Break `flat[start:end]` into lines of at most *width* cells and return their offsets.

    *flat* comes from `printable`. Lines after the first are *hanging* cells shorter. A line's offsets leave out the
    space at which it was broken. A character wider than the line stands alone.
    """
    width = max(1, width)
    rest = max(1, width - hanging)
    if _ODD.search(flat, start, end) is not None:
        return _wrap_by_cells(flat, start, end, width, rest)
    lines: list[Offsets] = []
    at, room = start, width
    rfind = flat.rfind
    while end - at > room:
        cut = rfind(" ", at, at + room + 1)
        if cut <= at:
            lines.append((at, at + room))
            at += room
        else:
            stop = cut
            while stop > at and flat[stop - 1] == " ":
                stop -= 1
            lines.append((at, stop) if stop > at else (at, cut))
            at = cut + 1
        while at < end and flat[at] == " ":
            at += 1
        room = rest
    if at < end or not lines:
        lines.append((at, end))
    return lines


def _wrap_by_cells(flat: str, start: int, end: int, width: int, rest: int) -> list[Offsets]:
    from wcwidth import wcwidth

    lines: list[Offsets] = []
    line, room = start, width
    at, used = start, 0
    stop = follow = -1  # where the line would end and the next begin if it were broken at the last chance
    while at < end:
        char = flat[at]
        size = max(0, wcwidth(char))
        if char == " " and at > line:
            stop, follow = at, at + 1
        elif size == 2 and at > line:
            stop, follow = at, at
        if used + size > room and at > line and not (char == " " and used <= room):
            if stop <= line:
                stop = follow = at
            lines.append((line, stop))
            while follow < end and flat[follow] == " ":
                follow += 1
            line = at = follow
            used, room, stop = 0, rest, -1
            continue
        used += size
        at += 1
        if size == 2 and at < end and max(0, wcwidth(flat[at])) > 0:
            stop, follow = at, at
    if line < end or not lines:
        lines.append((line, end))
    return lines
