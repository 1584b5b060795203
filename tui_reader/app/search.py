"""Search in a text: smart case, all matches, and the one in hand; knows no Textual."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from tui_reader.model import Span

_LOOSE = {"'": "['’‘]", "’": "['’‘]", '"': '["“”]', "“": '["“”]', "”": '["“”]', "-": "[-‐‑–—]"}


def pattern(query: str) -> re.Pattern[str]:
    """Return what *query* looks for: any letter case unless it has a capital, any white space between its words.

    Straight quotation marks, apostrophes and hyphens find the typographic ones too.
    """
    words = ["".join(_LOOSE.get(char, re.escape(char)) for char in word) for word in query.split()]
    flags = re.NOFLAG if any(char.isupper() for char in query) else re.IGNORECASE
    return re.compile(r"\s+".join(words), flags)


@dataclass(frozen=True, slots=True)
class Search:
    """A query and all its matches; `forward` is the direction that `n` takes."""

    query: str = ""
    matches: tuple[Span, ...] = ()
    forward: bool = True
    starts: tuple[int, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, text: str, query: str, forward: bool = True) -> Search:
        if not query.strip():
            return cls()
        found = tuple(Span(m.start(), m.end()) for m in pattern(query).finditer(text) if m.end() > m.start())
        return cls(query, found, forward, tuple(span.start for span in found))

    def step(self, offset: int, count: int = 1) -> Span | None:
        """Return the match *count* on from *offset* in the search's direction, round the end of the text."""
        if not self.matches:
            return None
        count = count if self.forward else -count
        at = bisect_right(self.starts, offset) + count - 1 if count > 0 else bisect_left(self.starts, offset) + count
        return self.matches[at % len(self.matches)]

    def from_here(self, offset: int) -> Span | None:
        """Return the first match at or after *offset* (at or before it, searching backward), round the end."""
        return self.step(offset - 1 if self.forward else offset + 1)

    def number(self, offset: int) -> int:
        """Return which match begins at *offset*, from 1; 0 for none."""
        at = bisect_left(self.starts, offset)
        return at + 1 if at < len(self.starts) and self.starts[at] == offset else 0

    def touching(self, start: int, end: int) -> list[Span]:
        """Return the matches with a character in `[start, end)`."""
        low = bisect_left(self.starts, start)
        while low > 0 and self.matches[low - 1].end > start:
            low -= 1
        return [span for span in self.matches[low : bisect_left(self.starts, end)] if span.end > start]

    def count(self, offset: int) -> str:
        """Return where among the matches the reader is, as in `3/17`."""
        if not self.query:
            return ""
        if not self.matches:
            return f"no match for {self.query}"
        return f"{self.number(offset) or '–'}/{len(self.matches)}"
