"""Plain text → blocks: where paragraphs end, whether lines are wrapped or whole, what is a list, code or a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from tui_reader.model import Block, BlockKind, Span
from tui_reader.sources.draft import Draft

_WIDEST = 132  # columns; a text with longer lines is not hard-wrapped
_RAGGED = 14  # columns by which a wrapped line may fall short of the width
_SHARE = 0.6  # of line ends that must look wrapped

_RULE = re.compile(r"[-*_=~•· —]{3,}|\* ?\* ?\*")
_UNDERLINE = re.compile(r"(=+|-+)")
_FENCE = re.compile(r"(```+|~~~+)")
_MARK = re.compile(
    r"(?P<heading>#{1,6}\s+)|(?P<bullet>[-*•‣▪◦●■–+]\s+)"
    r"|(?P<number>(?:\(?\d{1,3}[.)]|\([a-z]{1,4}\)|[a-z]\)|§ ?\d+\.?)\s+)"
)
_HEADER = re.compile(r"(?i:from|to|cc|bcc|copy|via|through|date|sent|subject|re|ref|reference|attn|attention)\s?:\s")
_TERMINAL = re.compile(r"[.!?…:;][\"”’')\]]*$")
_CODE = re.compile(
    r"[{};]\s*$|^\s*(?:def|class|import|return|func|fn|var|let|const|if|for|while|#include)\b.*[:;({]\s*$|=>|==|\(\);?$"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its span without the space around it, its indent, and whether a blank one precedes."""

    span: Span
    indent: int
    after_blank: bool
    text: str


def lines_of(text: str) -> list[Line]:
    """Return the lines of *text* that are not blank."""
    lines: list[Line] = []
    start = 0
    blank = True
    for raw in text.split("\n"):
        bare = raw.strip()
        if bare:
            indent = len(raw) - len(raw.lstrip())
            lines.append(Line(Span(start + indent, start + indent + len(bare)), indent, blank, bare))
        blank = not bare
        start += len(raw) + 1
    return lines


def wrap_width(lines: list[Line]) -> int | None:
    """Return the column at which the text was wrapped by hand or by a program, None where its lines are paragraphs.

    A line end is a wrap where the next line's first word would not have fitted.
    """
    breaks = [(a, b) for a, b in pairwise(lines) if not b.after_blank and not _MARK.match(b.text)]
    if len(breaks) < 2:
        return None
    widths = sorted(len(line.text) + line.indent for a, b in breaks for line in (a, b))
    width = widths[min(len(widths) - 1, int(len(widths) * 0.98))]
    if width > _WIDEST or width < 30:
        return None
    wrapped = sum(_wraps(a, b, width) for a, b in breaks)
    return width if wrapped >= _SHARE * len(breaks) else None


def _wraps(a: Line, b: Line, width: int) -> bool:
    first = b.text.split(maxsplit=1)[0]
    return len(a.text) + a.indent + 1 + len(first) > width - _RAGGED


def lay_out(text: str) -> Draft:
    """Return the blocks of a plain text; its headings are found later, by what stands around them."""
    lines = lines_of(text)
    width = wrap_width(lines)
    blocks: list[Block] = []
    quoted: list[Span] = []
    breaks: list[int] = []
    for group, fenced in _groups(lines, width):
        first, last = group[0], group[-1]
        span = Span(first.span.start, last.span.end)
        if fenced or _is_code(group):
            blocks.append(Block(span, BlockKind.CODE))
        elif _is_table(group):
            blocks.append(Block(span, BlockKind.TABLE))
        elif len(group) == 1 and _RULE.fullmatch(first.text):
            breaks.append(span.start)
        elif len(group) == 2 and _UNDERLINE.fullmatch(last.text) and len(last.text) >= 3:
            blocks.append(Block(first.span, BlockKind.HEADING, level=1 if last.text[0] == "=" else 2))
        else:
            blocks.append(_block(first, span, text, quoted))
    return Draft(text, _rows(text, blocks), quoted=tuple(quoted), breaks=tuple(breaks))


def _rows(text: str, blocks: list[Block]) -> tuple[Block, ...]:
    """Return *blocks* with rows of a table that blank lines part made tables."""
    row = [block.kind is BlockKind.PARAGRAPH and _tabular(block.span.of(text)) for block in blocks]
    return tuple(
        replace(block, kind=BlockKind.TABLE)
        if row[i] and row[i] in (row[i - 1] if i else 0, row[i + 1] if i + 1 < len(row) else 0)
        else block
        for i, block in enumerate(blocks)
    )


def _block(first: Line, span: Span, text: str, quoted: list[Span]) -> Block:
    lead = re.match(r"(?:>\s?)+", first.text)
    offset = lead.end() if lead else 0
    if lead:
        quoted.append(span)
    mark = _MARK.match(first.text, offset)
    if mark is None or mark.end() >= len(first.text):
        return Block(span, text_start=span.start + offset if lead else -1)
    start = first.span.start + mark.end()
    if mark["heading"]:
        return Block(span, BlockKind.HEADING, start, len(mark["heading"].strip()))
    return Block(span, BlockKind.ITEM, start, 1 + first.indent // 2)


def _groups(lines: list[Line], width: int | None) -> Iterator[tuple[list[Line], bool]]:
    """Yield the lines of each block, and whether it was fenced."""
    group: list[Line] = []
    fence = ""
    for index, line in enumerate(lines):
        if fence:
            group.append(line)
            if line.text.startswith(fence) and line.text.strip(fence[0]) == "":
                yield group, True
                group, fence = [], ""
            continue
        opening = _FENCE.match(line.text)
        joined = bool(group) and _continues(group[-1], line, width)
        if group and (opening or not joined):
            yield group, False
            group = []
        if opening and any(later.text.startswith(opening[1]) for later in lines[index + 1 : index + 500]):
            fence = opening[1]
        group.append(line)
    if group:
        yield group, bool(fence)


def _continues(a: Line, b: Line, width: int | None) -> bool:
    """Tell whether *b* belongs to the same block as *a*, the line before it."""
    if b.after_blank:
        return False
    if _UNDERLINE.fullmatch(b.text) and len(b.text) >= 3:
        return abs(len(b.text) - len(a.text)) <= 3
    if _tabular(a.text) and _tabular(b.text):
        return True
    if (a.indent >= 4 or a.text.endswith("{")) and _CODE.search(a.text):
        return b.indent >= 4 or b.text.startswith("}")
    if a.text.startswith(">") or b.text.startswith(">"):
        return a.text.startswith(">") and b.text.startswith(">") and bool(a.text.strip("> "))
    if (_MARK.match(b.text) and not b.text[0].isalpha()) or _RULE.fullmatch(b.text) or _RULE.fullmatch(a.text):
        return False
    if _HEADER.match(a.text) and _HEADER.match(b.text):
        return False
    ended = bool(_TERMINAL.search(a.text))
    if width is None:
        return not ended and b.text[0].islower()
    if ended and b.indent > a.indent:
        return False
    return _wraps(a, b, width) or (not ended and b.text[0].islower())


def _tabular(text: str) -> int:
    """Return the number of column marks in a line that looks like a row of a table."""
    if "\t" in text:
        return text.count("\t")
    bars = text.count("|")
    return bars if bars >= 2 else 0


def _is_table(group: list[Line]) -> bool:
    return len(group) >= 2 and all(_tabular(line.text) for line in group)


def _is_code(group: list[Line]) -> bool:
    if not all(line.indent >= 4 or line.text[:1] in "}" for line in group):
        return False
    return sum(bool(_CODE.search(line.text)) for line in group) * 2 >= len(group)
