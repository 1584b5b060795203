"""Who wrote a text, from the line that says “By …”."""

from __future__ import annotations

import re

from tui_reader.model import Span
from tui_reader.sources.cues import cues, pattern
from tui_reader.sources.datelines import DATE
from tui_reader.sources.names import is_name

_LONGEST = 160  # characters of a byline
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


def bare_byline(text: str, span: Span, after: Span) -> Span | None:
    """Return the name in a line that is nothing but a person's name, over a line that is nothing but a date."""
    return span if is_name(span.of(text)) and DATE.fullmatch(text, after.start, after.end) else None
