"""Cards from positions: where somebody stands, and who stands there."""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.decks.candidate import Candidate, draft, framed
from tui_reader.decks.context import Context
from tui_reader.decks.wording import lower_first
from tui_reader.model import CardKind, Position, Question


def position_cards(context: Context) -> Iterator[Candidate]:
    """Yield the candidates that each position gives."""
    for position in context.extraction.positions:
        yield from _of(context, position)


def _of(context: Context, position: Position) -> Iterator[Candidate]:
    holder = position.holder or context.author(position.evidence.start)
    name = context.name(holder)
    named = (holder,) if holder and name else ()
    issue = context.phrase(position.issue.span, named) if position.issue.span else None
    topic = lower_first(issue.text if issue else position.issue.text)
    evidence = context.phrase(position.evidence, named)
    yield draft(
        context,
        item=position.id,
        kind=CardKind.POSITION,
        question=Question.STANCE,
        prompt=framed(context, position.evidence, holder, f"where does {name or 'the writer'} stand on {topic}?"),
        answer=evidence.text,
        span=position.evidence,
        phrases=[issue] if issue else [],
        accepted=[evidence.verbatim],
        actors=named,
    )
