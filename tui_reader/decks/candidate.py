"""A card that has yet to pass its checks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tui_reader.decks.context import Context, Phrase
from tui_reader.decks.wording import count, tidy, upper_first
from tui_reader.model import Card, CardKind, Question, Span, card_id

PROMPT_WORDS = 35


@dataclass(frozen=True)
class Candidate:
    """A card as drafted, and the words of its prompt that would need the text beside it."""

    card: Card
    loose: tuple[str, ...] = ()


def draft(
    context: Context,
    *,
    item: str,
    kind: CardKind,
    question: Question,
    prompt: str,
    answer: str,
    span: Span,
    shown: Span | None = None,
    phrases: Iterable[Phrase] = (),
    loose: Iterable[str] = (),
    accepted: Iterable[str] = (),
    actors: Iterable[str | None] = (),
    part: str = "",
    weight: float = 1.0,
) -> Candidate:
    """Return a candidate; `phrases` are those of the prompt, `shown` what is shown beside the answer."""
    document = context.document.id
    answer = upper_first(tidy(answer))
    card = Card(
        id=card_id(document, item, question, part),
        document=document,
        item=item,
        kind=kind,
        question=question,
        prompt=upper_first(" ".join(prompt.split())),
        answer=answer,
        span=span,
        sentence=context.sentence(Span(min(span.start, shown.start), max(span.end, shown.end)) if shown else span),
        accepted=tuple(
            dict.fromkeys(other for other in map(tidy, accepted) if other and other.casefold() != answer.casefold())
        ),
        actors=tuple(dict.fromkeys(actor for actor in actors if actor)),
        part=part,
        weight=weight,
    )
    open_words = [word for phrase in phrases for word in phrase.loose]
    return Candidate(card, tuple(dict.fromkeys([*open_words, *loose])))


def framed(context: Context, span: Span, holder: str | None, rest: str) -> str:
    """Return *rest* with the title of the text before it, unless the prompt would grow too long.

    A prompt that names no holder keeps its title at any length.
    """
    whole = f"In {context.frame(span.start)}, {rest}"
    return whole if holder is None or count(whole) <= PROMPT_WORDS else upper_first(rest)


def says(context: Context, holder: str | None, span: Span) -> tuple[str, str | None]:
    """Return "X says" for the holder who says something at *span*, and the id of X.

    The writer of a section that has an author is that author; any other writer is the text itself.
    """
    holder = holder or context.author(span.start)
    name = context.name(holder)
    if name is None:
        return "the writer says", None
    return f"{name} {'say' if context.plural(holder) else 'says'}", holder
