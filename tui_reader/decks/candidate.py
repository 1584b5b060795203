"""A card that has yet to pass its checks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tui_reader.decks.context import Context
from tui_reader.decks.framing import PROMPT_WORDS
from tui_reader.decks.introduced import answered_in_full, by_full_title, in_full
from tui_reader.decks.phrases import Phrase
from tui_reader.decks.wording import finished, tidy, upper_first
from tui_reader.model import Card, CardKind, Question, Span, card_id

OF_SOMEBODY = frozenset({Question.STANCE, Question.HOLDER, Question.SPEAKER, Question.CONTRAST})


@dataclass(frozen=True)
class Candidate:
    """A card as drafted, and the words of its prompt and answer that would need the text beside them."""

    card: Card
    loose: tuple[str, ...] = ()
    loose_answer: tuple[str, ...] = ()


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
    answers: Iterable[Phrase] = (),
    loose: Iterable[str] = (),
    keep_case: bool = False,
    accepted: Iterable[str] = (),
    actors: Iterable[str | None] = (),
    part: str = "",
    weight: float = 1.0,
) -> Candidate:
    """Return a candidate.

    `phrases` are those of the prompt, `answers` those of the answer; `shown` is what is shown beside the answer.
    """
    document = context.document.id
    answer = tidy(answer) if keep_case else upper_first(finished(answer))
    others = [tidy(other) for other in accepted]
    if question in OF_SOMEBODY:
        prompt, short = in_full(context, prompt, span.start, PROMPT_WORDS), answer
        prompt = by_full_title(context, prompt, span.start, PROMPT_WORDS)
        answer = answered_in_full(context, answer, span)
        others.append(short)
    folded = answer.casefold()
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
        accepted=tuple(dict.fromkeys(other for other in others if other and other.casefold() != folded)),
        actors=tuple(dict.fromkeys(actor for actor in actors if actor)),
        part=part,
        weight=weight,
    )
    return Candidate(
        card,
        tuple(dict.fromkeys([*(word for phrase in phrases for word in phrase.loose), *loose])),
        tuple(dict.fromkeys(word for phrase in answers for word in phrase.loose)),
    )
