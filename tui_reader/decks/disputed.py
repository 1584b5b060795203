"""What one actor holds and another, who is reported to answer it, does not accept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tui_reader.decks.context import Context
from tui_reader.decks.deeds import finite
from tui_reader.decks.kinship import akin
from tui_reader.decks.phrases import Phrase
from tui_reader.decks.wording import content_words, count, is_clause, words
from tui_reader.model import Claim, Position, ReferenceKind, Span, Stance

DENYING = {Stance.DENIES: "denies", Stance.DOUBTS: "doubts"}
AGAINST = frozenset({Stance.OPPOSES, Stance.REFUSES, *DENYING})
MOST, LEAST = 20, 3  # words, and content words, of what is disputed
ENDS = re.compile(r"[”’]?(?:[.,;]|$)")
FAR = 400  # characters between what is said and its answer


@dataclass(frozen=True, slots=True)
class Dispute:
    """What `holder` says, `content`, and the position by which somebody else turns it down."""

    holder: str
    content: Phrase
    answer: Position
    span: Span

    @property
    def verb(self) -> str:
        return DENYING.get(self.answer.stance, "does not accept")


def disputes(context: Context) -> Iterator[Dispute]:
    """Yield what is turned down by a word that stands for it: “Vant could not share that view”."""
    for position in context.extraction.positions:
        if position.stance not in AGAINST or context.name(position.holder) is None:
            continue
        for reference in context.extraction.references:
            said = reference.antecedent
            if reference.kind is not ReferenceKind.CLAUSE or said is None:
                continue
            claim = _claim(context, said, position) if position.evidence.contains(reference.span) else None
            if claim is None or claim.holder is None or not ENDS.match(context.document.text, claim.span.end):
                continue
            phrase = context.phrase(claim.span, (claim.holder,))
            if phrase.loose or not _is_said(phrase.text):
                continue
            if count(phrase.text) <= MOST and len(content_words(phrase.text)) >= LEAST:
                yield Dispute(claim.holder, phrase, position, Span(claim.span.start, position.evidence.end))


def _claim(context: Context, said: Span, position: Position) -> Claim | None:
    """Return the claim of somebody else with a name that is what *said* says, just before the answer."""
    other = context.actors.get(position.holder or "")
    for claim in context.claims.over(said):
        actor = context.actors.get(claim.holder or "")
        whole = claim.span.overlap(said) >= 0.8 * len(claim.span)
        near = 0 <= position.evidence.start - claim.span.end < FAR
        if not (whole and near and actor and other) or akin(context, actor, other):
            continue
        if not re.match(r"an? ", context.name(actor.id) or "a "):
            return claim
    return None


def _is_said(text: str) -> bool:
    """Whether *text* is a clause: it has a verb of any kind behind its subject."""
    behind = words(text.casefold())[2:]
    return is_clause(text) or any(finite(word) or word.endswith("ed") for word in behind)
