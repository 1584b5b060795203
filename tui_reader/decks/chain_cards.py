"""Cards from conditions that hang on one another: what an end depends on by way of what lies between."""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.decks.candidate import Candidate, draft
from tui_reader.decks.context import Context
from tui_reader.decks.framing import according_to, owner
from tui_reader.decks.triggers import predicate
from tui_reader.decks.wording import content_words, is_clause, lower_first, starts_with_verb
from tui_reader.model import CardKind, Condition, Question, Span, item_span

NEAR = 600  # characters between two links of one chain


def chain_cards(context: Context) -> Iterator[Candidate]:
    """Yield, for each two conditions of which one's antecedent is the other's consequent, the far end."""
    for near in context.extraction.conditions:
        if not _ties_phrases(context, near):
            continue
        start = near.antecedent.start
        for far in context.conditions.over(Span(max(0, start - NEAR), start + NEAR)):
            if far is not near and _ties_phrases(context, far) and _linked(context, near, far):
                yield from _card(context, near, far)


def _ties_phrases(context: Context, condition: Condition) -> bool:
    return predicate(" ".join(context.text(condition.trigger).casefold().split())) is not None


def _linked(context: Context, near: Condition, far: Condition) -> bool:
    """Whether what *near* hangs on is what in its turn hangs on *far*."""
    if near.holder != far.holder:
        return False
    middle, end = content_words(context.text(near.antecedent)), content_words(context.text(far.consequent))
    return (bool(end) and end <= middle) or (bool(middle) and middle <= end)


def _card(context: Context, near: Condition, far: Condition) -> Iterator[Candidate]:
    holder = owner(context, near.holder, near.antecedent.start)
    named = (holder,) if holder and context.name(holder) else ()
    first, middle, last = (context.phrase(span, named) for span in (near.consequent, near.antecedent, far.antecedent))
    if any(starts_with_verb(part.text) or is_clause(part.text) for part in (first, middle)):
        return
    rest = f"{lower_first(first.text)} hangs on {lower_first(middle.text)}; on what does that hang in turn?"
    yield draft(
        context,
        item=near.id,
        kind=CardKind.CONDITION,
        question=Question.CHAIN,
        part=far.id,
        prompt=according_to(context, holder, near.antecedent.start, rest),
        answer=last.text,
        span=far.antecedent,
        shown=Span(min(item_span(near).start, item_span(far).start), max(item_span(near).end, item_span(far).end)),
        phrases=[first, middle],
        answers=[last],
        accepted=[last.verbatim],
        actors=[holder, near.obligor, far.obligor],
        weight=0.85,
    )
