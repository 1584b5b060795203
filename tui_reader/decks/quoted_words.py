"""Quoted words of which it can be asked who spoke them: all, or as many as tell one speaker from another."""

from __future__ import annotations

import re

from tui_reader.decks.context import Context
from tui_reader.decks.gaps import unspoken
from tui_reader.decks.passages import Passage
from tui_reader.decks.phrases import Phrase
from tui_reader.decks.wording import content_words, count, is_clause, quote, starts_with_verb, unquote, upper_first
from tui_reader.model import Claim, Span

QUOTED_WORDS = 24
SHORT, TELLING = 6, 5  # words, and among them content words, that tell one speaker from another
MANY = 2  # sentences, of which one may say nothing
LENGTHY = 10  # words that tell by their number


def quoted(context: Context, claim: Claim) -> tuple[str, Phrase] | None:
    """Return who spoke the quoted words: all of them, or as many sentences as are soon read."""
    span = _telling(context, claim)
    if span is None:
        return None
    joined = re.match(r"(?:And|But|So)\s+(?=\S)", context.text(span))
    if joined:
        span = Span(span.start + joined.end(), span.end)
    shown, loose = Passage(context, span).text
    verbatim = upper_first(unquote(shown))
    if (
        verbatim.rstrip("”’ ").endswith("?")
        or not _tells(verbatim)
        or (starts_with_verb(verbatim) and not is_clause(verbatim))
    ):
        return None
    return f"who said: {quote(verbatim)}?", Phrase(verbatim, span, verbatim, loose)


def _tells(quoted: str) -> bool:
    """Whether quoted words are enough to tell one speaker from another."""
    return count(quoted) >= LENGTHY or (count(quoted) >= SHORT and len(content_words(quoted)) >= TELLING)


def _telling(context: Context, claim: Claim) -> Span | None:
    """Return the quoted words that a card can show: all, or of many the sentence that says most by itself."""
    source = context.text(claim.span)
    sentences = [context.text(one) for one in context.sentences.over(claim.span)]
    whole = len(sentences) < MANY or all(count(one) >= SHORT for one in sentences)
    if count(source) <= QUOTED_WORDS and whole:
        return claim.span
    inner = [
        one.span for one in context.claims.over(claim.span) if one.id != claim.id and claim.span.contains(one.span)
    ]
    best: tuple[int, Span] | None = None
    for sentence in context.sentences.over(claim.span):
        span = Span(max(sentence.start, claim.span.start), min(sentence.end, claim.span.end))
        phrase = context.phrase(span, (claim.holder,) if claim.holder else ())
        known = len(content_words(phrase.text))
        if (
            not _tells(phrase.text)
            or count(phrase.text) > QUOTED_WORDS
            or unspoken(phrase)
            or any(map(span.overlap, inner))
        ):
            continue
        if not context.text(span).rstrip("”’").endswith("?") and (best is None or known > best[0]):
            best = (known, span)
    return best[1] if best else None
