"""Cards from claims: who said it, and in whose voice the text says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.decks.agreement import third_person
from tui_reader.decks.candidate import Candidate, draft
from tui_reader.decks.context import Context, Phrase
from tui_reader.decks.framing import within
from tui_reader.decks.wording import count, is_clause, lower_first, quote, starts_with_verb, unquote, words
from tui_reader.model import CardKind, Claim, Mode, Question, Span, item_span

QUOTED_WORDS = 24
WRITER = "the writer’s own"
VOICES = 3


def attribution_cards(context: Context) -> Iterator[Candidate]:
    """Yield the candidates that each claim gives, and some that tell the writer's own voice from others'."""
    for claim in context.extraction.claims:
        yield from _speaker(context, claim)
    yield from _voices(context)


def _speaker(context: Context, claim: Claim) -> Iterator[Candidate]:
    name = context.name(claim.holder)
    if name is None or claim.negated:
        return
    asked = _question(context, claim)
    if asked is None:
        return
    rest, phrase = asked
    yield draft(
        context,
        item=claim.id,
        kind=CardKind.ATTRIBUTION,
        question=Question.SPEAKER,
        prompt=within(context, claim.span.start, rest, named=False),
        answer=name,
        span=claim.span,
        shown=_with_cue(claim),
        phrases=[phrase],
        accepted=context.names(claim.holder),
        actors=[claim.holder],
        weight=0.8 if claim.mode is not Mode.NARRATION else 0.5,
    )


def _with_cue(claim: Claim) -> Span:
    return Span(min(claim.span.start, claim.cue.start), max(claim.span.end, claim.cue.end)) if claim.cue else claim.span


def _question(context: Context, claim: Claim) -> tuple[str, Phrase] | None:
    """Return "who says that …?", "who said: “…”?" or the claim's own cue before its content."""
    if claim.mode is Mode.DIRECT:
        return _quoted(context, claim)
    content = context.phrase(claim.span)
    source = context.document.text
    before = source[max(0, claim.span.start - 6) : claim.span.start]
    cue = context.text(claim.cue) if claim.cue else ""
    gap = source[claim.cue.end : claim.span.start] if claim.cue and claim.cue.end <= claim.span.start else None
    if gap is not None and len(words(cue)) == 1 and re.fullmatch(r"\s+(?:that\s+)?", gap):
        joined = f"{third_person(cue.casefold())}{gap}{lower_first(content.text)}"
        return f"who {joined}?", content
    if re.search(r"\bthat\s+$", before) or is_clause(content.text):
        return f"who says that {lower_first(content.text)}?", content
    return None


def _quoted(context: Context, claim: Claim) -> tuple[str, Phrase] | None:
    """Return who spoke the quoted words: all of them, or as many sentences as are soon read."""
    span = claim.span
    source = context.text(span)
    if count(source) > QUOTED_WORDS:
        ends = [match.start() + 1 for match in re.finditer(r"[.!?…][”’]?(?=\s)", source)]
        pieces = [end for end in ends if 6 <= count(source[:end]) <= QUOTED_WORDS]
        if not pieces:
            return None
        span = Span(span.start, span.start + pieces[-1])
    phrase = context.phrase(span)
    verbatim = unquote(phrase.verbatim)
    spoken = Phrase(verbatim, span, verbatim, tuple(w for w in phrase.loose if w.casefold() not in SPOKEN))
    if starts_with_verb(verbatim) and not is_clause(verbatim):
        return None
    return f"who said: {quote(verbatim)}?", spoken


# Inside quotation marks these mean whoever speaks, which is what the card asks.
SPOKEN = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"])


def _voices(context: Context) -> Iterator[Candidate]:
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
        if claim.mode is Mode.INDIRECT and context.name(claim.holder) and not claim.negated
    ]
    mine = list(_voice_cards(context, [(item, span, None) for item, span in own]))
    theirs = list(_voice_cards(context, said))
    most = min(VOICES, len(mine), len(theirs))
    step = max(1, len(theirs) // most) if most else 1
    yield from mine[:most]
    yield from theirs[::step][:most]


def _voice_cards(context: Context, found: list[tuple[str, Span, str | None]]) -> Iterator[Candidate]:
    for item, span, holder in found:
        phrase = context.phrase(span)
        if not is_clause(phrase.text) or phrase.loose:
            continue
        yield draft(
            context,
            item=item,
            kind=CardKind.ATTRIBUTION,
            question=Question.VOICE,
            prompt=within(
                context, span.start, f"in whose voice is it said that {lower_first(phrase.text)}?", named=False
            ),
            answer=context.name(holder) or WRITER,
            span=span,
            phrases=[phrase],
            accepted=context.names(holder) or ("the writer", "the author", "the article"),
            actors=[holder],
            weight=0.45,
        )
