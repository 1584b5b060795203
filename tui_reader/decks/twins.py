"""One statement told twice in a text: where it is quoted, and where it stands in full."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tui_reader.decks.context import Context
from tui_reader.decks.wording import content_words
from tui_reader.model import Span, item_span

HALF = 0.5  # share of the words of the longer of two that both have
LEAST = 3  # words of each


def twins(context: Context) -> dict[str, frozenset[str]]:
    """Return for each claim, condition and position that its holder tells twice the ids of those that tell the same."""
    found: dict[str, set[str]] = defaultdict(set)
    for quotation in context.extraction.quotations:
        source = quotation.source
        if source is None or quotation.source_document is not None or source.overlap(quotation.span):
            continue
        here = list(_items(context, quotation.span))
        for item, holder, words in _items(context, source):
            for other, same, said in here:
                if item != other and holder == same and _alike(words, said):
                    found[item].add(other)
                    found[other].add(item)
    return {item: frozenset(others) for item, others in found.items()}


def _alike(one: set[str], other: set[str]) -> bool:
    longest = max(len(one), len(other))
    return min(len(one), len(other)) >= LEAST and len(one & other) >= HALF * longest


def _items(context: Context, span: Span) -> Iterator[tuple[str, str | None, set[str]]]:
    """Yield what shares words with *span*: claims, conditions and positions with their holders and words."""
    for claim in context.claims.over(span):
        yield claim.id, claim.holder, content_words(context.text(claim.span))
    for tie in context.conditions.over(span):
        yield tie.id, tie.holder, content_words(context.text(item_span(tie)))
    for position in context.positions.over(span):
        said = content_words(context.text(position.evidence))
        yield position.id, position.holder, said | content_words(position.issue.text)
