"""Who wrote a text, from the line that says “By …”."""

from __future__ import annotations

import re

from tui_reader.model import Span
from tui_reader.sources.cues import cues, pattern
from tui_reader.sources.datelines import DATE
from tui_reader.sources.names import has_title

_LONGEST = 160  # characters of a byline
_PART = re.compile(r"[A-Z][^\W\d]*(?:[.’'-][^\W\d]*)*|d[aeiu]l?|v[ao]n|bin|al|la|le")
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
    words = span.of(text).split()
    if not 2 <= len(words) <= 4 or not DATE.fullmatch(text, after.start, after.end) or has_title(span.of(text)):
        return None
    return span if all(_PART.fullmatch(word) for word in words) else None
