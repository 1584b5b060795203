"""The figures and dates of a sentence with what they count: what nobody guesses who has not read them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.decks.context import Context
from tui_reader.decks.lexicon import table
from tui_reader.decks.wording import count
from tui_reader.model import Span

WORDS = "|".join(word for word in table("turns")["numbers"]["words"].split() if word not in {"one", "two"})
MONTHS = table("turns")["numbers"]["months"].replace(" ", "|")
BEFORE = 40  # characters in which a figure stands that begins a clause
BOUND = "about|around|over|under|almost|nearly|perhaps|only|more than|fewer than|less than|at least|up to"
FIGURE = re.compile(
    rf"\b\d{{1,2}}\s(?:{MONTHS})(?:\s\d{{4}})?\b|\b(?:{MONTHS})\s\d{{1,2}}\b|"
    rf"(?:\b(?:{BOUND})\s)?(?:[$€£]\d[\d.,]*\d|\b(?:\d[\d.,]*\d|\d|(?:{WORDS})(?:[ -](?:{WORDS}))*))"
    r"(?:\s(?:million|billion|thousand|hundred|dozen))?"
    r"(?:\s(?:per\scent|percent|(?:basis|percentage)\spoints|(?:square|cubic|metric)\s[^\W\d_]+|[^\W\d_]+\sout\sof\s[^\W\d_]+|[^\W\d_]+s(?:\sa\s(?:year|month|week|day))?))?\b",
    re.IGNORECASE,
)
# What stands before a number that only counts along, or that names a thing: “on line four”, “our last three letters”.
NUMBERED = re.compile(
    r"\b(?:lines?|articles?|clauses?|paragraphs?|pages?|sections?|rooms?|gates?|cells?|numbers?|nos?\.?|"
    r"last|first|next|past|other|these|those)\s+$",
    re.IGNORECASE,
)


def figures(context: Context, span: Span) -> Iterator[Span]:
    """Yield the figures in *span*, or right before it, that say what they count."""
    start = max(context.sentence(span).start, span.start - BEFORE)
    text = context.document.text[start : span.end]
    for match in FIGURE.finditer(text):
        near = start + match.end() > span.start - 2
        before = text[: match.start()]
        if near and count(match.group()) > 1 and not (before.rstrip().endswith(("(", "[")) or NUMBERED.search(before)):
            yield Span(start + match.start(), start + match.end())


def is_figure(text: str) -> bool:
    return FIGURE.fullmatch(text) is not None
