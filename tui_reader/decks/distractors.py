"""Wrong answers out of the same text: another's position, another condition's end, the answer turned."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from tui_reader.decks.context import Context
from tui_reader.decks.triggers import ties
from tui_reader.decks.turned import Turn, turns
from tui_reader.decks.wording import content_words, is_clause, lower_first, quote, starts_with_verb, tidy, upper_first
from tui_reader.model import Actor, Card, Condition, ConditionKind, Position, Question, Span

WHO = frozenset({Question.OBLIGOR, Question.STATER, Question.HOLDER, Question.SPEAKER, Question.VOICE})
MEANINGS = {
    ConditionKind.SUFFICIENT: "that would make it enough by itself",
    ConditionKind.NECESSARY: "that would make it necessary, not enough",
    ConditionKind.EXCEPTIVE: "that would make it the one exception",
    ConditionKind.CONCESSIVE: "that would make it of no consequence",
}
TURNED = {
    Turn.NUMBER: "The text has “{was}” here, not “{became}”.",
    Turn.DIRECTION: "This turns the text’s “{was}” round.",
    Turn.NEGATION: "The text says the opposite: “{was}”, not “{became}”.",
    Turn.MODAL: "The text says “{was}”, not “{became}”.",
}


@dataclass(frozen=True, slots=True)
class Distractor:
    """A wrong answer; `note` says whose or what it really is, `span` where that stands."""

    text: str
    note: str
    span: Span | None = None
    turned: bool = False


def distractors(card: Card, context: Context, cards: tuple[Card, ...], rng: random.Random) -> Iterator[Distractor]:
    """Yield wrong answers to *card*, the most tempting first; whether they may stand together is not looked at here."""
    if card.question in WHO:
        yield from _people(card, context, rng)
    elif card.question is Question.FORCE:
        yield from _ties(card, context)
    elif card.question is Question.UNMENTIONED:
        yield from _mentioned(card, context, rng)
    elif card.question in (Question.CLOZE, Question.ALTERED):
        yield from _words(card, context, rng)
    else:
        yield from _mixed(_turned(card), _statements(card, context, cards, rng))


def _mixed(turned: Iterator[Distractor], statements: Iterable[Distractor]) -> Iterator[Distractor]:
    """Yield one turned answer, the statements of others, then what turned ones are left."""
    yield from islice(turned, 1)
    yield from statements
    yield from turned


def _turned(card: Card) -> Iterator[Distractor]:
    seen: set[Turn] = set()
    for one in turns(card.answer):
        if one.turn not in seen:
            seen.add(one.turn)
            yield Distractor(
                upper_first(one.text), TURNED[one.turn].format(was=one.was, became=one.became), card.span, True
            )


def _statements(card: Card, context: Context, cards: tuple[Card, ...], rng: random.Random) -> Iterator[Distractor]:
    """Yield other items' answers of the same shape: those of the same question first, then the nearest in length."""
    shape = _shape(card.answer)
    pool: list[tuple[tuple[int, float], Distractor]] = []
    for other in _others(card, context, cards):
        if _shape(other.text) != shape or (other.span is not None and other.span.overlap(card.span)):
            continue
        shared = len(content_words(other.text) & content_words(card.prompt + " " + card.answer))
        length = abs(len(other.text) - len(card.answer)) / len(card.answer)
        pool.append(((-min(shared, 2), length + rng.random() * 0.3), other))
    yield from (one for _, one in sorted(pool, key=lambda pair: pair[0]))


def _others(card: Card, context: Context, cards: tuple[Card, ...]) -> Iterator[Distractor]:
    condition = next((one for one in context.extraction.conditions if one.id == card.item), None)
    for one in context.extraction.conditions:
        if one.id == card.item:
            continue
        if condition and _same_tie(card.question, condition, one, context):
            continue
        yield _end(one, one.consequent, context)
        yield _end(one, one.antecedent, context)
    position = next((one for one in context.extraction.positions if one.id == card.item), None)
    for stand in context.extraction.positions:
        if stand.id == card.item or (position and _same_stand(position, stand)):
            continue
        name = context.name(stand.holder) or "the writer"
        text = context.phrase(stand.evidence).text
        yield Distractor(
            upper_first(text), f"That is where {name} stands on {lower_first(stand.issue.text)}.", stand.evidence
        )
    for other in cards:
        if other.question is card.question and other.item != card.item and other.kind is not card.kind:
            yield Distractor(other.answer, f"That answers another question: {other.prompt}", other.span)


def _end(condition: Condition, span: Span, context: Context) -> Distractor:
    name = context.name(condition.holder) or "The writer"
    text = context.phrase(span).text
    if span == condition.consequent:
        other = context.phrase(condition.antecedent).text
        note = f"{upper_first(name)} ties that to something else: {quote(other)}."
    else:
        other = context.phrase(condition.consequent).text
        note = f"On that hangs, says {name if name != 'The writer' else 'the writer'}, {quote(other)}."
    return Distractor(upper_first(tidy(text)), note, span)


def _same_tie(question: Question, condition: Condition, other: Condition, context: Context) -> bool:
    """Whether *other* gives a right answer too: its end that the prompt shows says the same as this one's."""
    spans = (
        (condition.antecedent, other.antecedent)
        if question is Question.CONSEQUENCE
        else (condition.consequent, other.consequent)
    )
    one, two = (content_words(context.text(span)) for span in spans)
    return bool(one and two) and len(one & two) / min(len(one), len(two)) >= 0.5


def _same_stand(position: Position, other: Position) -> bool:
    """Whether *other* is a right answer too: the same holder on the same issue."""
    one, two = content_words(position.issue.text), content_words(other.issue.text)
    return position.holder == other.holder and bool(one & two)


def _shape(text: str) -> str:
    """Return what kind of expression *text* is, so that no option stands out by its grammar."""
    if re.match(r"to\s", text, re.IGNORECASE):
        return "infinitive"
    if starts_with_verb(text):
        return "predicate"
    return "clause" if is_clause(text) else "phrase"


def _people(card: Card, context: Context, rng: random.Random) -> Iterator[Distractor]:
    """Yield other actors by a name near the answer's in length, those first who say most."""
    right = {card.answer.casefold(), *(name.casefold() for name in card.accepted)}
    prompt = card.prompt.casefold()
    pool: list[tuple[float, Distractor]] = []
    holders = _true_holders(card, context)
    for actor in context.extraction.actors:
        name = context.name(actor.id)
        names = {known.casefold() for known in (actor.name, *actor.names)}
        if name is None or actor.id in holders or names & right or any(known in prompt for known in names):
            continue
        kin = [context.actors[member] for member in actor.members if member in context.actors]
        if any(one.name.casefold() in right for one in kin):
            continue
        span, note = _deed(actor, context)
        fit = min(_name_variants(actor, name), key=lambda one: abs(len(one) - len(card.answer)))
        worth = len(actor.mentions) + (5 if span else 0) + rng.random() * 3
        pool.append((-worth, Distractor(upper_first(fit), note, span)))
    yield from (one for _, one in sorted(pool, key=lambda pair: pair[0]))


def _name_variants(actor: Actor, name: str) -> list[str]:
    plain = [known for known in actor.names if known[:1].isupper() and "," not in known and known.upper() != known]
    return [name, *(known for known in plain if content_words(known) & content_words(actor.name))]


def _true_holders(card: Card, context: Context) -> set[str]:
    """Return the actors for whom the prompt holds as well: whoever says or holds something at the same words."""
    found = set(card.actors)
    if card.question is Question.OBLIGOR:
        return found
    for claim in context.extraction.claims:
        if claim.span.overlap(card.span):
            found.update(actor for actor in (claim.holder, *claim.via) if actor)
    for position in context.extraction.positions:
        if position.evidence.overlap(card.span):
            found.update(actor for actor in (position.holder, position.via) if actor)
    return found


def _deed(actor: Actor, context: Context) -> tuple[Span | None, str]:
    """Return what *actor* does say or hold in this text, for the note of a wrong option."""
    name = context.name(actor.id) or actor.name
    for claim in context.extraction.claims:
        if claim.holder == actor.id and len(claim.span) < 160:
            return claim.span, f"{upper_first(name)} says something else: {quote(context.phrase(claim.span).text)}."
    for position in context.extraction.positions:
        if position.holder == actor.id and len(position.evidence) < 160:
            return position.evidence, f"What stands here of {name}: {quote(context.phrase(position.evidence).text)}."
    span = actor.mentions[0] if actor.mentions else None
    return span, f"The text says nothing of the kind of {name}."


def _ties(card: Card, context: Context) -> Iterator[Distractor]:
    condition = next((one for one in context.extraction.conditions if one.id == card.item), None)
    if condition is None:
        return
    for kind, words in ties().items():
        if kind is condition.kind:
            continue
        fit = min(words[:2], key=lambda one: abs(len(one) - len(card.answer)))
        yield Distractor(upper_first(fit), f"The text says “{card.answer.casefold()}”; {MEANINGS[kind]}.", card.span)


def _mentioned(card: Card, context: Context, rng: random.Random) -> Iterator[Distractor]:
    """Yield what the text does speak of: the issues on which somebody takes a stand."""
    seen: set[str] = set()
    pool = list(context.extraction.positions)
    rng.shuffle(pool)
    for position in pool:
        span = position.issue.span
        text = context.phrase(span).text if span else position.issue.text
        if text.casefold() in seen or any(
            span is not None and span.overlap(gone) for gone in context.extraction.unmentioned
        ):
            continue
        seen.add(text.casefold())
        name = context.name(position.holder) or "the writer"
        yield Distractor(upper_first(tidy(text)), f"The text does speak of it: {name}.", position.evidence)


def _words(card: Card, context: Context, rng: random.Random) -> Iterator[Distractor]:
    """Yield other words of the text that could stand in the gap: turned, then of the same look."""
    yield from _turned(card)
    answer = card.answer
    pattern = r"\d[\d,.]*" if answer[0].isdigit() else r"[^\W\d_]+(?:[’'-][^\W\d_]+)*"
    size = len(answer.split())
    found = list(re.finditer(rf"{pattern}(?: {pattern}){{{size - 1}}}", context.document.text))
    rng.shuffle(found)
    capital = answer[0].isupper() and card.span.of(context.document.text)[:1].isupper()
    ending = answer[-2:].casefold()
    found.sort(key=lambda match: (match.group()[-2:].casefold() != ending, abs(len(match.group()) - len(answer)) > 3))
    for match in found:
        text = match.group()
        if content_words(text) and text[0].isupper() == capital and match.start() != 0:
            yield Distractor(text, "Those words stand elsewhere in the text.", Span(match.start(), match.end()))
