"""Cards on whose voice something stands in: the writer's own or somebody's."""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.decks.candidate import Candidate, draft
from tui_reader.decks.context import Context
from tui_reader.decks.framing import within
from tui_reader.decks.lexicon import wordset
from tui_reader.decks.wording import is_clause
from tui_reader.model import CardKind, Mode, Question, Span, item_span

WRITER = "the writer’s own"
VOICES = 3


def voice_cards(context: Context) -> Iterator[Candidate]:
    """Yield in whose voice something is said: as often the writer's as somebody else's."""
    own = [
        (condition.id, item_span(condition))
        for condition in context.extraction.conditions
        if condition.holder is None and context.author(condition.antecedent.start) is None
    ] + [
        (position.id, position.evidence)
        for position in context.extraction.positions
        if position.holder is None and context.author(position.evidence.start) is None
    ]
    said = [
        (claim.id, claim.span, claim.holder)
        for claim in context.extraction.claims
        if claim.mode is Mode.INDIRECT
        and context.name(claim.holder)
        and not claim.negated
        and claim.cue
        and context.text(claim.cue).casefold() in wordset("neutral_cues")
    ]
    mine = list(_cards(context, [(item, span, None) for item, span in own]))
    theirs = list(_cards(context, said))
    most = min(VOICES, len(mine), len(theirs))
    step = max(1, len(theirs) // most) if most else 1
    yield from mine[:most]
    yield from theirs[::step][:most]


def _cards(context: Context, found: list[tuple[str, Span, str | None]]) -> Iterator[Candidate]:
    for item, span, holder in found:
        phrase = context.phrase(span)
        name = context.name(holder)
        if name and name.casefold() in phrase.text.casefold():
            continue
        if not is_clause(phrase.text) or phrase.loose:
            continue
        yield draft(
            context,
            item=item,
            kind=CardKind.ATTRIBUTION,
            question=Question.VOICE,
            prompt=within(
                context, span.start, f"in whose voice is it said that {context.inline(phrase)}?", named=False
            ),
            answer=name or WRITER,
            span=span,
            phrases=[phrase],
            accepted=context.names(holder) or ("the writer", "the author", "the article"),
            actors=[holder],
            weight=0.45,
        )
