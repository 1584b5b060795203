"""Wrong answers out of the same text, by three, so that none can be ruled out without knowing the text."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, combinations

from tui_reader.decks.context import Context
from tui_reader.decks.descriptions import descriptions, nominals
from tui_reader.decks.distractor import Distractor
from tui_reader.decks.endings import endings
from tui_reader.decks.frames import Form, alike, fits_frame, form_of, opened, running
from tui_reader.decks.infinitives import infinitives
from tui_reader.decks.kinship import NOBODY
from tui_reader.decks.lexicon import wordset
from tui_reader.decks.names import in_sentence
from tui_reader.decks.opposites import negative
from tui_reader.decks.others import (
    Other,
    Place,
    answers_of,
    asking,
    of_same_holder,
    others_of,
    same_stand,
    same_tie,
    whole,
)
from tui_reader.decks.passage_cards import PASSAGE
from tui_reader.decks.people import people
from tui_reader.decks.retensed import as_event, led_by, pronounced, retensed, that_clause
from tui_reader.decks.tense import tense
from tui_reader.decks.topic_wording import bare
from tui_reader.decks.triggers import ties
from tui_reader.decks.turned import turns
from tui_reader.decks.turnings import left_to_others, opposites_of, put_otherwise, told_turned, turnings, waits
from tui_reader.decks.verbs import gerund
from tui_reader.decks.word_options import words_like
from tui_reader.decks.wording import (
    LOWERED,
    content_words,
    finished,
    first_word,
    is_clause,
    is_plural,
    is_subjunctive,
    last_word,
    upper_first,
    words,
)
from tui_reader.model import Card, ConditionKind, Question

WHO = frozenset({Question.OBLIGOR, Question.STATER, Question.HOLDER, Question.SPEAKER, Question.VOICE})
WORDS = frozenset({Question.CLOZE, Question.ALTERED, Question.FORCE, Question.UNMENTIONED})
MEANINGS = {
    ConditionKind.SUFFICIENT: "that would make it enough by itself",
    ConditionKind.NECESSARY: "that would make it necessary, not enough",
    ConditionKind.EXCEPTIVE: "that would make it the one exception",
    ConditionKind.CONCESSIVE: "that would make it of no consequence",
}
ASKED = {  # as what one stance is asked for, and others that may be put as it is
    "do": {"do"},
    "stand on": {"stand on"},
    "describe": {"describe", "say of"},
    "say of": {"describe", "say of"},
    "what": {"what", "say of", "describe", ""},
}
THINGS = frozenset({Place.ISSUE, Place.PHRASE})
MOST = 10  # other answers of which threes are put together


def singles(card: Card, context: Context, rng: random.Random) -> Iterator[Distractor] | None:
    """Return wrong answers any three of which may stand together, the most tempting first; None for a statement."""
    if card.question in WHO:
        return people(card, context, rng)
    if card.question is Question.FORCE:
        return _ties(card, context)
    if card.question is Question.UNMENTIONED:
        return _mentioned(card, context, rng)
    if card.question in WORDS:
        return _words(card, context, rng)
    if card.part and not is_clause(card.answer):
        found = (one for one in endings(card, context, rng) if _like(one.text, card.answer))
        if any(
            card.answer.casefold() in {name.casefold() for name in one.every_name} for one in context.extraction.actors
        ):
            number = is_plural(card.answer)
            return chain((one for one in people(card, context, rng) if is_plural(one.text) is number), found)
        if card.question is Question.STANCE or card.part != PASSAGE:
            return found
        fitting = list(found)
        return iter(fitting) if len(fitting) > MOST // 2 else None
    return None


def _like(one: str, other: str) -> bool:
    """Whether two phrases begin with the same sort of article and name the same sort of thing."""
    if one.startswith("To ") and other.startswith("To "):
        behind = [*(word.casefold() for word in words(one)), "", ""][2]
        return behind in wordset("determiners") | wordset("topic_prepositions") | wordset("particles")
    return not NOBODY.match(one) and opened(one) == opened(other) and (opened(one) == "" or alike(one, other))


def threes(
    card: Card, others: list[Distractor], context: Context, cards: Iterable[Card], rng: random.Random
) -> Iterator[tuple[Distractor, ...]]:
    """Yield wrong answers by three: the right one turned, another with both turned, others, others with one turned."""
    clause = form_of(card, context) is Form.CLAUSE
    yield from turnings(card, context, cards, rng)
    own = [
        one
        for one in opposites_of(card.answer, card.span, card.prompt, clause=clause)
        if not (waits(card) and negative(one.text))
    ]
    pairs = [
        (wrong, against)
        for wrong in others
        for against in opposites_of(wrong.text, wrong.span, card.prompt, clause=clause)
        if not (waits(card) and negative(against.text))
    ]
    if card.question is Question.STANCE and form_of(card, context) is Form.TOPIC:
        yield from put_otherwise(card)  # of another thing another thing is said
    fours = [(mine, wrong, against) for mine in own for wrong, against in pairs]
    if card.question is Question.ANTECEDENT:  # a denied one seldom makes sense there
        yield from combinations(others[:MOST], 3)
        yield from fours
    else:
        yield from fours
        yield from combinations(others[:MOST], 3)
    yield from put_otherwise(card)
    yield from combinations(own, 3)
    for mine in own:
        for pair in combinations(others[:MOST], 2):
            yield (mine, *pair)
    yield from left_to_others(card, context)


def others_for(card: Card, context: Context, cards: Iterable[Card], rng: random.Random) -> Iterator[Distractor]:
    """Yield other items’ words that could stand where the answer does, those first that share words with the prompt."""
    kind = form_of(card, context)
    asked = content_words(card.prompt) | content_words(card.answer)
    marked = re.fullmatch(r"“[^“”]*”", card.answer) is not None
    found = (
        [*answers_of(cards, context), *others_of(context)]
        if card.question is Question.STANCE
        else list(others_of(context))
    )
    pool: list[tuple[int, int, float, Distractor]] = []
    if card.question is Question.STANCE and asking(card.prompt) == "describe":
        described = [
            (text, other)
            for text, other in descriptions(card.answer, card.prompt, [*found, *nominals(context)])
            if other.item != card.item and not other.span.overlap(card.sentence)
        ]
        rng.shuffle(described)
        yield from (Distractor(upper_first(text), other.note, other.span) for text, other in described)
        if kind is Form.PHRASE:
            return
    if kind is Form.INFINITIVE or (kind is Form.PHRASE and running(card.answer)):
        found = [*found, *infinitives(context)]
    for other in found:
        fitting = other.place in _places(card, kind) or (
            other.asked == "do" and (kind is Form.INFINITIVE or running(card.answer))
        )
        if not fitting or other.item == card.item or other.span.overlap(card.span):
            continue
        plain = kind is Form.TOPIC and other.place in {Place.CONSEQUENT, Place.CLAIM}
        plain |= running(card.answer) and other.asked == "do"
        if card.question is Question.STANCE and other.asked not in _asked(card, kind) and not plain:
            continue
        if _also_right(card, other, context):
            continue
        text = _shaped(card, other, kind, context)
        if text is not None and fits_frame(text, card, kind):
            far = other.place in {Place.ISSUE, Place.CLAIM, Place.PHRASE} or (
                card.question is Question.ANTECEDENT and other.place is Place.CONSEQUENT
            )
            shared = len(content_words(text) & asked)
            if marked and text.casefold() in context.document.text.casefold():
                text = f"“{text}”"  # its words stand in the text as well
            wrong = Distractor(upper_first(text), other.note, other.span)
            pool.append((far + (other.place is Place.PHRASE), -min(2, shared), rng.random(), wrong))
    yield from (one for *_, one in sorted(pool, key=lambda row: row[:3]))


def _asked(card: Card, kind: Form) -> set[str]:
    """Return as what other stances are asked for whose answers may be put as the one of *card* is."""
    way = asking(card.prompt)
    return {"what", ""} if way == "what" and kind is Form.PHRASE else ASKED[way]


def _places(card: Card, kind: Form) -> frozenset[Place]:
    phrase = kind is Form.PHRASE
    match card.question:
        case Question.ANTECEDENT:
            event = {Place.ANTECEDENT, Place.CONSEQUENT} if kind is Form.CLAUSE else {Place.ANTECEDENT}
            return frozenset({Place.ANTECEDENT, *THINGS} if phrase else event)
        case Question.CONSEQUENCE:
            return frozenset({Place.CONSEQUENT, *THINGS} if phrase else {Place.CONSEQUENT, Place.CLAIM})
        case Question.CHAIN | Question.CONTRAST:
            return frozenset(Place)
        case _:
            thing = phrase and asking(card.prompt) == "what"
            return frozenset({Place.STANCE, *THINGS} if thing else {Place.STANCE, Place.CONSEQUENT, Place.CLAIM})


def _also_right(card: Card, other: Other, context: Context) -> bool:
    """Whether *other* may be right for the prompt of *card* as well."""
    conditions, positions = context.conditions_by_id, context.positions_by_id
    own = {word for one in card.actors if one in context.actors for word in content_words(context.actors[one].name)}
    if (
        card.question is Question.STANCE
        and other.place in {Place.CLAIM, Place.CONSEQUENT}
        and (content_words(other.text) & own)
    ):
        return True  # of himself nobody says it in this way
    if card.item in conditions and other.item in conditions:
        return same_tie(card.question, conditions[card.item], conditions[other.item], context)
    open_ended = card.question is Question.STANCE and asking(card.prompt) == "what"  # “what does she believe?”
    if open_ended and other.place is not Place.ISSUE and of_same_holder(card.item, other.item, context):
        return True
    if card.item in positions and other.item in positions:
        return same_stand(positions[card.item], positions[other.item], context)
    return False


def _shaped(card: Card, other: Other, kind: Form, context: Context) -> str | None:
    """Return the words of *other* in the shape of the right answer, None where they cannot take it."""
    text = other.text
    if card.part == PASSAGE and card.question is not Question.STANCE:
        if other.spoken is None:
            return None
        text = other.spoken
    if kind is Form.INFINITIVE and first_word(card.answer) == "to" and other.asked == "do":
        return f"To {text[:1].lower()}{text[1:]}"
    if kind is Form.THAT and other.form is Form.CLAUSE:
        wished = card.question is not Question.STANCE or is_subjunctive(card.answer)
        inner = in_sentence(text, context.document.text, context.extraction.actors)
        start, following = [*inner.split(" ", 2), "", ""][:2]
        if start[:1].isupper() and following[:1].islower() and f" {start.lower()} " in context.document.text:
            inner = inner[:1].lower() + inner[1:]  # its capital may be that of a name elsewhere
        return that_clause(inner, wished=wished) if whole(text) else None
    lead = first_word(card.answer)
    if kind is Form.PHRASE and other.asked == "do":
        return gerund(text) if running(card.answer) else None
    if kind is Form.TOPIC and other.form is Form.CLAUSE:
        when = tense(card.answer)
        made = retensed(text, when)
        return pronounced(made, lead) if made and whole(made) else None
    if other.form is not kind:
        return None
    if kind is Form.TOPIC:
        return led_by(text, lead)
    if kind is Form.CLAUSE:
        when = tense(card.answer)
        event = card.question is Question.ANTECEDENT and other.place is Place.CONSEQUENT
        made = as_event(text, when) if event else retensed(text, when)
        if made and whole(made) and lead in {"it", "they"}:
            return pronounced(made, lead)
        return made if made and whole(made) else None
    return text


def _ties(card: Card, context: Context) -> Iterator[Distractor]:
    condition = next((one for one in context.conditions.over(card.sentence) if one.id == card.item), None)
    if condition is None:
        return
    for kind, tied in ties().items():
        if kind is condition.kind:
            continue
        note = f"The text says “{card.answer.casefold()}”; {MEANINGS[kind]}."
        yield Distractor(upper_first(tied[0]), note, card.span, turned=True)


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
    for one in turns(card.answer, card.prompt):
        yield replace(told_turned(one, card.span), text=one.text)  # a word keeps its small letter in a gap
    for text, span in words_like(card, context, rng):
        yield Distractor(text, "Those words stand elsewhere in the text.", span)
