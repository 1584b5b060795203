"""Wrong answers made of the right one: one thing in it changed, or two, so that all options are equally alike."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from tui_reader.decks.actor_turns import actor_turns
from tui_reader.decks.certainty import deed_otherwise, otherwise
from tui_reader.decks.context import Context
from tui_reader.decks.descriptions import nominals, redescribed
from tui_reader.decks.distractor import Distractor
from tui_reader.decks.frames import CONTENT, Form, form
from tui_reader.decks.ladders import laddered, subject_laddered
from tui_reader.decks.lexicon import wordset
from tui_reader.decks.opposites import negative
from tui_reader.decks.others import answers_of, others_of
from tui_reader.decks.retensed import denied
from tui_reader.decks.turned import Turn, Turned, put, turns
from tui_reader.decks.wording import AUXILIARIES, content_words, upper_first, words
from tui_reader.model import Card, Question, Span

NOTES = {
    Turn.NUMBER: "the text has “{was}” here, not “{became}”",
    Turn.DIRECTION: "this turns the text’s “{was}” round",
    Turn.NEGATION: "the text says the opposite: “{was}”, not “{became}”",
    Turn.MODAL: "the text says “{was}”, not “{became}”",
    Turn.ACTOR: "the text has {was} here, not {became}",
    Turn.STANCE: "the text says “{was}”, not “{became}”",
}
THREE, MOST = 3, 6
WAITING = re.compile(
    r"\b(?:until|once|before|after|as soon as|when|whether(?: or not)?)\s(?:what\b|_{3,})", re.IGNORECASE
)
OPEN = re.compile(r"\b(?:any|ever|yet)\b", re.IGNORECASE)  # with these a denial seldom reads well
ACTED = re.compile(r"(?P<who>[^,;“”]{2,60}?) (?P<modal>will|would|shall|must|can|could|may) (?P<verb>[a-z]+)\b")
POLAR = frozenset({Turn.NEGATION, Turn.DIRECTION})


def turnings(
    card: Card, context: Context, cards: Iterable[Card], rng: random.Random
) -> Iterator[tuple[Distractor, ...]]:
    """Yield threes of turned answers: two things changed, each alone and both at once; then one thing in three ways."""
    right = card.answer
    spots: dict[int, list[Turned]] = defaultdict(list)
    for one in (*turns(right, card.prompt), *actor_turns(right, card.prompt, context)):
        if one.turn is not Turn.NEGATION and one.text not in (other.text for other in spots[one.at]):
            spots[one.at].append(one)
    if card.question is Question.STANCE:
        stances = [told_turned(one, card.span) for one in laddered(right)]
        yield from combinations(stances, THREE)
        told = [*answers_of(cards, context), *others_of(context), *nominals(context)]
        described = list(redescribed(right, [one for one in told if not one.span.overlap(card.sentence)]))
        rng.shuffle(described)
        yield from combinations([told_turned(one, card.span) for one in described[:MOST]], THREE)
    else:
        yield from combinations([told_turned(one, card.span) for one in subject_laddered(right)], THREE)
    rows = [row for row in spots.values() if row]
    pairs = [pair for pair in combinations(rows, 2) if _independent(*pair)]
    rng.shuffle(pairs)
    for row, column in pairs:
        first, second = rng.choice(row), rng.choice(column)
        both = _both(right, first, second)
        yield (
            told_turned(first, card.span),
            told_turned(second, card.span),
            Distractor(upper_first(both), _note(first, second), card.span, True),
        )
    for row in sorted(rows, key=len, reverse=True):
        if len(row) >= THREE:
            yield tuple(told_turned(one, card.span) for one in row[:THREE])
    for row in rows:
        if len(row) == THREE - 1 and not waits(card):
            for against in opposites_of(right, card.span, card.prompt, clause=True):
                yield (*(told_turned(one, card.span) for one in row), against)


def waits(card: Card) -> bool:
    """Whether a denied answer makes no sense or no difference: until what, whether or not what, or denies what."""
    if card.question is Question.STANCE and card.prompt.endswith("?"):
        return bool({word.casefold() for word in words(card.prompt)} & wordset("aversions"))
    return card.question is Question.ANTECEDENT and WAITING.search(card.prompt) is not None


def put_otherwise(card: Card) -> Iterator[tuple[Distractor, ...]]:
    """Yield the answer denied, put off, and put into the past."""
    kind = form(card.answer)
    if card.question is Question.STANCE and kind is Form.PHRASE and not CONTENT.match(card.answer):
        return
    put_so = deed_otherwise if kind is Form.DEED else otherwise
    made = [told_turned(one, card.span) for one in put_so(card.answer)]
    if len(made) >= THREE and card.question is not Question.ANTECEDENT:
        yield tuple(made[:THREE])


def left_to_others(card: Card, context: Context) -> Iterator[tuple[Distractor, ...]]:
    """Yield the answer denied, left to others, and both, where it is what somebody will do."""
    match = ACTED.match(card.answer)
    if (
        match is None
        or negative(card.answer)
        or match["verb"] in wordset("states") | wordset("adverbs") | AUXILIARIES
        or match["verb"].endswith("ly")
    ):
        return
    subject = {word.casefold() for word in words(match["who"])}
    names = [{word.casefold() for word in words(name)} for one in context.extraction.actors for name in one.every_name]
    if not any(name and name <= subject for name in names) or content_words(match["who"]) & wordset("deeds"):
        return
    who, modal, rest = match["who"], match["modal"], card.answer[match.start("verb") :]
    for helped in ("let others", "be asked to"):
        made = (f"{who} {modal} not {rest}", f"{who} {modal} {helped} {rest}", f"{who} {modal} not {helped} {rest}")
        yield tuple(
            Distractor(text, f"The text says “{modal} {match['verb']}” here.", card.span, True) for text in made
        )


def opposites_of(text: str, span: Span | None, prompt: str = "", *, clause: bool = False) -> Iterator[Distractor]:
    """Yield *text* denied or turned round, then with another number or modal."""
    made = list(turns(text, prompt))
    yield from (told_turned(one, span) for one in made if one.turn in POLAR and not OPEN.search(text))
    if clause and not any(one.turn is Turn.NEGATION for one in made) and (other := denied(text)):
        yield Distractor(upper_first(other), "The text says the opposite.", span, True)
    yield from (told_turned(one, span) for one in made if one.turn not in POLAR)


def told_turned(one: Turned, span: Span | None) -> Distractor:
    return Distractor(upper_first(one.text), _note(one), span, True)


def _note(*turned: Turned) -> str:
    said = [NOTES[one.turn].format(was=_inner(one.was), became=_inner(one.became)) for one in turned]
    return f"{upper_first(', and '.join(said))}."


def _inner(words: str) -> str:
    """Return words as they stand within a note and its marks."""
    return re.sub(r"^(?:The|An?)\s", lambda article: article.group().lower(), words).replace("“", "‘").replace("”", "’")


def _independent(one: list[Turned], two: list[Turned]) -> bool:
    """Whether both may be turned at once: with two words turned round, a statement could be right again."""
    first, second = one[0], two[0]
    apart = first.at + len(first.was) <= second.at or second.at + len(second.was) <= first.at
    kinds = {first.turn, second.turn}
    same_actor = kinds == {Turn.ACTOR}
    return apart and not kinds <= {Turn.DIRECTION, Turn.MODAL} and not same_actor


def _both(right: str, one: Turned, two: Turned) -> str:
    first, second = sorted((one, two), key=lambda turned: turned.at)
    later = put(right, second.at, second.was, second.became, second.turn).text
    return put(later, first.at, first.was, first.became, first.turn).text
