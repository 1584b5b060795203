"""Words found in texts, whatever their case, spacing and kind of quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui_reader.model import Span

AROUND = 48  # characters shown on each side
MARKS = {"'": "['’‘ʼ]", "’": "['’‘ʼ]", '"': '["“”„«»]', "“": '["“”„«»]', "”": '["“”„«»]', "-": "[-‐‑–—]"}


class Found(NamedTuple):
    """One place: the text, where in it, and the words around it on one line."""

    document: str
    span: Span
    snippet: str


def pattern(query: str) -> re.Pattern[str] | None:
    """Return what finds the query's words in this order, None for an empty query."""
    words = ["".join(MARKS.get(letter, re.escape(letter)) for letter in word) for word in query.split()]
    return re.compile(r"\s+".join(words), re.IGNORECASE) if words else None


def find_in(document: str, text: str, query: str) -> Iterator[Found]:
    """Yield the places of the query as a phrase; where there is none, the paragraphs that have all of its words."""
    phrase = pattern(query)
    if phrase is None:
        return
    count = 0
    for count, match in enumerate(phrase.finditer(text), start=1):  # noqa: B007
        yield Found(document, Span(match.start(), match.end()), snippet(text, Span(match.start(), match.end())))
    words = [word for word in map(pattern, query.split()) if word is not None]
    if count or len(words) < 2:
        return
    for paragraph in re.finditer(r"[^\n]+", text):
        places = [word.search(text, paragraph.start(), paragraph.end()) for word in words]
        if all(places) and (first := min((place for place in places if place), key=lambda place: place.start())):
            span = Span(first.start(), first.end())
            yield Found(document, span, snippet(text, span))


def snippet(text: str, span: Span) -> str:
    """Return the words around a place on one line, cut at word borders, with `…` where text was left out."""
    start, end = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    if start > 0:
        start = min(span.start, next((at + 1 for at in range(start, span.start) if text[at].isspace()), start))
    if end < len(text):
        end = max(span.end, next((at for at in range(end, span.end, -1) if text[at - 1].isspace()), end))
    words = " ".join(text[start:end].split())
    return ("…" if start > 0 else "") + words + ("…" if end < len(text) else "")
