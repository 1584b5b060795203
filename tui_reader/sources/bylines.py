"""Who wrote a text, from the line that says “By …”."""

from __future__ import annotations

import re

from tui_reader.model import Block, Span
from tui_reader.sources.cues import cues, pattern
from tui_reader.sources.datelines import DATE
from tui_reader.sources.names import is_name, name_in

_LONGEST = 160  # characters of a byline
_HEAD = 12  # blocks at the start among which the head of a memo stands
_MEMO = re.compile(
    r"(?P<key>(?i:from|to|cc|bcc|copy|via|through|date|sent|subject|re|ref|reference|attn|attention))"
    r"(?:\s?:\s*)(?P<who>\S[^\n]*)"
)
_NAME = re.compile(r"(?:the |The )?[A-Z][\w.’'-]*(?:,? (?:and |& )?[\w.’'-]+){0,9}")


def byline(text: str, span: Span) -> Span | None:
    """Return the name in a block that is a byline and nothing else, None where it is none."""
    if len(span) > _LONGEST:
        return None
    line = span.of(text)
    for expression in cues("voices")["bylines"]:
        match = re.compile(f"(?i:{expression.split('(?P<who>')[0]})(?P<who>.+)").fullmatch(line)
        if match is None:
            continue
        who = match["who"]
        end = pattern("voices", "byline_ends", ignore_case=False).search(who)
        name = who[: end.start()] if end and end.start() else who
        if _NAME.fullmatch(name.strip()) and not line.endswith(("?", "!")):
            start = span.start + match.start("who") + len(name) - len(name.lstrip())
            return Span(start, start + len(name.strip().rstrip(".")))
    return None


def memo_lines(text: str, blocks: tuple[Block, ...]) -> dict[int, str]:
    """Return which of the first *blocks* are lines of a memo's head ("From: X"), with their key in lower case."""
    found = {
        index: match["key"].lower()
        for index, block in enumerate(blocks[:_HEAD])
        if len(block.span) <= _LONGEST and (match := _MEMO.fullmatch(text, block.body.start, block.span.end))
    }
    together = {index: key for index, key in found.items() if index - 1 in found or index + 1 in found}
    return together if "from" in together.values() else {}


def memo_author(text: str, block: Span) -> Span | None:
    """Return the name in a line such as "From: Ada Holm, Director of Water", or the office where it names nobody."""
    match = _MEMO.fullmatch(text, block.start, block.end)
    if match is None or match["key"].lower() != "from":
        return None
    who = Span(match.start("who"), match.end("who"))
    named = name_in(text, who)
    return named[0] if named is not None else who


def memo_addressee(text: str, block: Span) -> str | None:
    """Return to whom a line such as "To: The Mayor" addresses a memo."""
    match = _MEMO.fullmatch(text, block.start, block.end)
    if match is None or match["key"].lower() != "to":
        return None
    named = name_in(text, Span(match.start("who"), match.end("who")))
    return named[0].of(text) if named is not None else None


def bare_byline(text: str, span: Span, after: Span) -> Span | None:
    """Return the name in a line that is nothing but a person's name, over a line that is nothing but a date."""
    return span if is_name(span.of(text)) and DATE.fullmatch(text, after.start, after.end) else None
