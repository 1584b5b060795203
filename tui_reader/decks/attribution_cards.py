"""Cards from claims: who said it, and in whose voice the text says it."""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.decks.candidate import Candidate, draft, framed
from tui_reader.decks.context import Context
from tui_reader.decks.wording import lower_first, quote, unquote
from tui_reader.model import CardKind, Claim, Mode, Question


def attribution_cards(context: Context) -> Iterator[Candidate]:
    """Yield the candidates that each claim gives."""
    for claim in context.extraction.claims:
        yield from _of(context, claim)


def _of(context: Context, claim: Claim) -> Iterator[Candidate]:
    name = context.name(claim.holder)
    if name is None:
        return
    content = context.phrase(claim.span)
    said = quote(unquote(content.text)) if claim.mode is Mode.DIRECT else f"that {lower_first(content.text)}"
    actor = context.actors[claim.holder or ""]
    yield draft(
        context,
        item=claim.id,
        kind=CardKind.ATTRIBUTION,
        question=Question.SPEAKER,
        prompt=framed(context, claim.span, None, f"who says {said}?"),
        answer=name,
        span=claim.span,
        phrases=[content],
        accepted=[actor.name, *actor.names],
        actors=[claim.holder],
        weight=0.8,
    )
