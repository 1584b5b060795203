"""Wrong answers out of the same text: another's position, another condition's end, the answer turned."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from tui_reader.decks.condition_ends import INVERTED, righted
from tui_reader.decks.context import Context
from tui_reader.decks.distractor import Distractor
from tui_reader.decks.endings import endings
from tui_reader.decks.passage_cards import PASSAGE
from tui_reader.decks.people import people
from tui_reader.decks.reference import DEMONSTRATIVES, THIRD
from tui_reader.decks.stands import stands_of
from tui_reader.decks.tense import demanded, tense
from tui_reader.decks.topic_wording import bare
from tui_reader.decks.triggers import predicate, ties
from tui_reader.decks.turned import Turn, turns
from tui_reader.decks.word_options import words_like
from tui_reader.decks.wording import (
    AUXILIARIES,
    LOWERED,
    content_words,
    finished,
    is_clause,
    lacks_subject,
    last_word,
    lower_first,
    quote,
    starts_with_verb,
    upper_first,
    words,
)
from tui_reader.model import Card, Condition, ConditionKind, Position, Question, Span

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


def distractors(card: Card, context: Context, rng: random.Random) -> Iterator[Distractor]:
    """Yield wrong answers to *card*, the most tempting first; whether they may stand together is not looked at here."""
    if card.question in WHO:
        yield from people(card, context, rng)
    elif card.question is Question.FORCE:
        yield from _ties(card, context)
    elif card.question is Question.UNMENTIONED:
        yield from _mentioned(card, context, rng)
    elif card.question in (Question.CLOZE, Question.ALTERED):
        yield from _words(card, context, rng)
    elif card.part and (card.part != PASSAGE or card.question is Question.STANCE) and not is_clause(card.answer):
        yield from _turned(card)
        yield from endings(card, context, rng)
    else:
        yield from _mixed(_turned(card), _statements(card, context, rng), 2 if card.question is Question.STANCE else 1)


def _mixed(turned: Iterator[Distractor], statements: Iterable[Distractor], first: int) -> Iterator[Distractor]:
    """Yield *first* turned answers, the statements of others, then what turned ones are left."""
    yield from islice(turned, first)
    yield from statements
    yield from turned


def _turned(card: Card) -> Iterator[Distractor]:
    seen: set[Turn] = set()
    for one in turns(card.answer):
        if one.turn not in seen:
            seen.add(one.turn)
            note = TURNED[one.turn].format(was=one.was, became=one.became)
            yield Distractor(upper_first(one.text), note, card.span, True)


def _statements(card: Card, context: Context, rng: random.Random) -> Iterator[Distractor]:
    """Yield other items' words of the answer's shape, those first that share words with the prompt."""
    shape = _shape_of(card, context)
    condition = next((one for one in context.conditions.over(card.span) if one.id == card.item), None)
    position = next((one for one in context.positions.over(card.span) if one.id == card.item), None)
    asked = content_words(card.prompt) | content_words(card.answer)
    when = tense(card.answer)
    pool: list[tuple[bool, int, float, Distractor]] = []
    for other in pool_of(context):
        if other.shape != shape or other.item.id == card.item or other.span.overlap(card.span):
            continue
        if condition and isinstance(other.item, Condition) and _same_tie(card.question, condition, other.item, context):
            continue
        if position and isinstance(other.item, Position) and _same_stand(position, other.item):
            continue
        wrong = other.distractor
        if card.part == PASSAGE:  # shown as it is spoken, so its neighbours have to be
            if other.spoken is None:
                continue
            wrong = replace(wrong, text=other.spoken)
        if re.match(r"That\s", card.answer):
            bare_form = demanded(wrong.text)
            if bare_form is None:
                continue
            wrong = replace(wrong, text=bare_form)
        if shape == "clause" and not _is_whole(wrong.text):
            continue
        told = shape == "clause" and tense(wrong.text) is not when
        pool.append((told, -min(2, len(other.words & asked)), rng.random(), wrong))
    yield from (one for *_, one in sorted(pool, key=lambda row: row[:3]))


def _is_whole(clause: str) -> bool:
    """Whether a clause has a subject and an end of its own: not “restore the licence”, “the owners do”."""
    return not lacks_subject(clause) and last_word(clause) not in AUXILIARIES


@dataclass(frozen=True, slots=True)
class Other:
    """Words of another item that could pass for an answer of one `shape`."""

    item: Condition | Position
    shape: str
    span: Span
    words: frozenset[str]
    distractor: Distractor
    spoken: str | None = None  # the words as they stand, None where a pronoun in them means somebody else


def pool_of(context: Context) -> list[Other]:
    """Return the ends of all conditions and all positions that can be read by themselves; made once a document."""
    if context not in _pools:
        _pools.clear()
        _pools[context] = list(_others(context))
    return _pools[context]


def _others(context: Context) -> Iterator[Other]:
    for condition in context.extraction.conditions:
        for span in (condition.consequent, condition.antecedent):
            if not context.phrase(span).loose:
                end = _other(condition, _shape(condition, span, context), span, _end(condition, span, context))
                verbatim = finished(context.text(span))
                pointing = {word.casefold() for word in words(verbatim)} & (THIRD | DEMONSTRATIVES)
                yield replace(end, spoken=None if pointing else upper_first(verbatim))
    for stand in stands_of(context):
        position, said = stand.position, stand.said
        verb = "stand" if context.plural(stand.holder) else "stands"
        where = f"{stand.name or 'the writer'} {verb} on {stand.topic}"
        text = upper_first(finished(said.text))
        told = stand.shape != "clause" or (is_clause(text) and not starts_with_verb(text))
        if told and stand.says_something and not said.loose:
            wrong = Distractor(text, f"That is where {where}.", position.evidence)
            yield _other(position, stand.shape, position.evidence, wrong)
        if not stand.issue.loose and not is_clause(stand.issue.text):
            wrong = Distractor(
                upper_first(finished(stand.topic)), f"Of that the text says where {where}.", position.evidence
            )
            yield _other(position, "phrase", position.evidence, wrong)


def _other(item: Condition | Position, shape: str, span: Span, wrong: Distractor) -> Other:
    return Other(item, shape, span, frozenset(content_words(wrong.text)), wrong)


def _end(condition: Condition, span: Span, context: Context) -> Distractor:
    name = context.name(condition.holder) or "the writer"
    says = "say" if context.plural(condition.holder) else "says"
    text = context.phrase(span).text
    trigger = context.text(condition.trigger).casefold()
    if span == condition.antecedent and trigger in INVERTED:
        text = righted(trigger, lower_first(text))
    if span == condition.consequent:
        tied = quote(context.phrase(condition.antecedent).text)
        note = f"That hangs on something else, {says} {name}: {tied}."
    else:
        tied = quote(context.phrase(condition.consequent).text)
        note = f"On that something else hangs, {says} {name}: {tied}."
    return Distractor(upper_first(finished(text)), note, span)


PHRASAL = frozenset({"without", "failing", "absent", "in exchange for", "in return for", "on the basis of", "only"})


def _shape(condition: Condition, span: Span, context: Context) -> str:
    """Return what kind of words that end of a condition is, so that no option stands out by its grammar.

    `clause`, `phrase`, `predicate` (no subject), `imperative`, or `inverted` ("had he known").
    """
    trigger = " ".join(context.text(condition.trigger).casefold().split())
    first = span == condition.antecedent
    if predicate(trigger) or (first and (trigger in PHRASAL or trigger.startswith("in the e"))):
        return "phrase"
    if first and trigger == "and":
        return "imperative"
    if first and trigger in INVERTED and trigger != "had":
        return "inverted"
    return "predicate" if trigger == "only" or starts_with_verb(context.text(span)) else "clause"


def _shape_of(card: Card, context: Context) -> str:
    """Return the shape of the answer."""
    condition = next((one for one in context.conditions.over(card.sentence) if one.id == card.item), None)
    if condition is None or card.question not in (Question.ANTECEDENT, Question.CONSEQUENCE):
        if card.question is Question.STANCE:
            stand = next((one for one in stands_of(context) if one.position.id == card.item), None)
            return stand.shape if stand else "clause"
        return "phrase" if card.question in (Question.CONTRAST, Question.CHAIN) else "clause"
    if card.part and card.part != PASSAGE:
        return "clause" if is_clause(card.answer) else "phrase"
    shape = _shape(condition, card.span, context)
    return "clause" if shape == "predicate" and is_clause(card.answer) else shape


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


def _ties(card: Card, context: Context) -> Iterator[Distractor]:
    condition = next((one for one in context.conditions.over(card.sentence) if one.id == card.item), None)
    if condition is None:
        return
    for kind, tied in ties().items():
        if kind is condition.kind:
            continue
        fit = min(tied, key=lambda one: abs(len(one) - len(card.answer)))
        note = f"The text says “{card.answer.casefold()}”; {MEANINGS[kind]}."
        yield Distractor(upper_first(fit), note, card.span, turned=True)


def _mentioned(card: Card, context: Context, rng: random.Random) -> Iterator[Distractor]:
    """Yield what the text does speak of: the issues on which somebody takes a stand."""
    seen: set[str] = set()
    pool = list(context.extraction.positions)
    rng.shuffle(pool)
    for position in pool:
        span = position.issue.span
        text = re.sub(r"^[Nn]o\s+", "", context.phrase(span).text if span else position.issue.text)
        if bare(text) or last_word(text) in LOWERED:
            continue
        if text.casefold() in seen or any(
            span is not None and span.overlap(gone) for gone in context.extraction.unmentioned
        ):
            continue
        seen.add(text.casefold())
        name = context.name(position.holder) or "the writer"
        yield Distractor(upper_first(finished(text)), f"The text does speak of it: {name}.", position.evidence)


def _words(card: Card, context: Context, rng: random.Random) -> Iterator[Distractor]:
    """Yield other words of the text that could stand in the gap: turned, then of the same kind."""
    yield from _turned(card)
    for text, span in words_like(card, context, rng):
        yield Distractor(text, "Those words stand elsewhere in the text.", span)


_pools: dict[Context, list[Other]] = {}  # of the document asked about last
