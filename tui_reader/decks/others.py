"""What else a text holds that could pass for an answer: the ends of other conditions, other stances, other issues."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from tui_reader.decks.condition_ends import INVERTED, righted
from tui_reader.decks.context import Context
from tui_reader.decks.frames import VERB, Form, end_form, form
from tui_reader.decks.lexicon import wordset
from tui_reader.decks.noun_phrases import noun_phrases
from tui_reader.decks.passage_cards import PASSAGE
from tui_reader.decks.reference import DEMONSTRATIVES, THIRD
from tui_reader.decks.stands import Stand, stands_of
from tui_reader.decks.verbs import finite, may_be_verb
from tui_reader.decks.wording import (
    AUXILIARIES,
    content_words,
    count,
    finished,
    first_word,
    is_clause,
    lacks_subject,
    last_word,
    lower_first,
    quote,
    starts_with_verb,
    tidy,
    upper_first,
    words,
)
from tui_reader.model import Card, Condition, Position, Question, ReferenceKind, Span, Stance

TOPIC = re.compile(
    r"(?:stand on|do with|say of|describe|ask of|demand of|think of|hold of)\s(?P<topic>.+?)\?$", re.DOTALL
)
DESCRIBING = re.compile(
    r"\bhow (?:do|does|did|has|have|had) .+ (?:described?|regard(?:ed)?|see|seen|view(?:ed)?|call(?:ed)?) ", re.DOTALL
)
RELATIVE = re.compile(r"(?<=\w)\s(?:that|who|which|whose)\s")
CLAIMED = 14  # words of a claim
FULL = 3  # words of a noun phrase that says something
THING = 8  # words of a noun phrase
NOTE = 180  # characters of a sentence in a note
CUT_OFF = re.compile(
    r"^[^,]*,\s(?:will|would|is|are|was|were|has|have|had|can|could|may|must)\s"
)  # what stood before is gone
PREDICATE = re.compile(r"\b(?:am|is|are|was|were|be|been|as|become|becomes|became|remain|remains)\s+(?:not\s+|no\s+)?$")
WAYS = {"deed": "stand on", "it": "say of", "clause": "say of"}  # of a stance, by its shape
FREE = re.compile(r"whatever|whoever|whichever|however|no matter")  # what follows lacks what they stand for
FOR = frozenset({Stance.SUPPORTS, Stance.ACCEPTS, Stance.OFFERS, Stance.DEMANDS})
AGAINST = frozenset({Stance.OPPOSES, Stance.REFUSES, Stance.DENIES, Stance.DOUBTS, Stance.WARNS})


class Place(StrEnum):
    """From where words are taken."""

    ANTECEDENT = "antecedent"
    CONSEQUENT = "consequent"
    STANCE = "stance"
    ISSUE = "issue"
    CLAIM = "claim"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class Other:
    """Words of an item that could pass for an answer, with what tells what they really are.

    `spoken` has the words as they stand, None where a pronoun in them means somebody else; `topic` is what a stance is
    about.
    """

    item: str
    place: Place
    form: Form
    span: Span
    text: str
    note: str
    topic: str = ""
    spoken: str | None = None
    asked: str = ""  # how the prompt asks for it


def others_of(context: Context) -> list[Other]:
    """Return the ends of all conditions, all stances and all issues that can be read by themselves.

    Made once a document.
    """
    if context not in _pools:
        _pools.clear()
        _pools[context] = [
            *_ends(context),
            *_stances(context),
            *_things(context),
            *_claims(context),
            *_phrases(context),
        ]
    return _pools[context]


def answers_of(cards: Iterable[Card], context: Context) -> Iterator[Other]:
    """Yield the answers of the cards about stances, which their checks have passed."""
    for card in cards:
        if card.question is Question.STANCE and card.part != PASSAGE:
            asked = TOPIC.search(card.prompt)
            topic = asked["topic"] if asked else ""
            note, way = told(context, card.span, topic), asking(card.prompt)
            kind = Form.INFINITIVE if way == "do" else form(card.answer)
            yield Other(card.item, Place.STANCE, kind, card.sentence, card.answer, note, topic, None, way)


def told(context: Context, span: Span, topic: str = "") -> str:
    """Return the sentence by which a reader learns what words at *span* really are, and of what they were said."""
    return f"That is what the text says {f'of {topic}' if topic else 'elsewhere'}: {shown(context, span)}."


def shown(context: Context, span: Span) -> str:
    """Return the sentence around *span* in quotation marks, cut where it is long."""
    sentence = tidy(context.text(context.sentence(span)))
    return quote(sentence if len(sentence) <= NOTE else f"{sentence[:NOTE].rsplit(' ', 1)[0].rstrip(',;:–—')}…")


def asking(prompt: str) -> str:
    """Return how a prompt about a stance asks: what somebody does, where they stand, how they describe, or for what."""
    if prompt.rstrip().endswith("do?"):
        return "do"
    for way in ("stand on", "describe", "say of"):
        if f" {way} " in prompt:
            return way
    if DESCRIBING.search(prompt):
        return "describe"
    if re.search(r"\b(?:what \S+ .* do with) ", prompt):
        return "stand on"
    return "what"


def whole(clause: str) -> bool:
    """Whether a clause has a subject and an end of its own: not “restore the licence”, “the owners do”."""
    main = RELATIVE.split(clause)[0]
    if CUT_OFF.search(clause) or (not is_clause(main) and finite(main) is None and not VERB.search(main)):
        return False
    runs_on = main != clause and not is_clause(main) and is_clause(clause)
    return not runs_on and not lacks_subject(clause) and last_word(clause) not in AUXILIARIES


def same_tie(question: Question, condition: Condition, other: Condition, context: Context) -> bool:
    """Whether *other* gives a right answer too: its end that the prompt shows says the same as this one's."""
    spans = (
        (condition.antecedent, other.antecedent)
        if question is Question.CONSEQUENCE
        else (condition.consequent, other.consequent)
    )
    one, two = (content_words(context.text(span)) for span in spans)
    return bool(one and two) and len(one & two) / min(len(one), len(two)) >= 0.5


def same_stand(position: Position, other: Position, context: Context) -> bool:
    """Whether *other* is a right answer too: the same holder, or one of the same side, on the same issue."""
    one, two = content_words(position.issue.text), content_words(other.issue.text)
    holders = {position.holder, other.holder}
    for holder in list(holders):
        actor = context.actors.get(holder or "")
        holders |= set(actor.members) if actor else set()
    near = len(holders) < 2 + sum(len(context.actors[one].members) for one in holders if one in context.actors)
    return bool(one & two) and (near or like_minded(position, other))


def of_same_holder(item: str, other: str, context: Context) -> bool:
    """Whether two items of a text are the same actor's."""
    holders = {one.id: one.holder for one in context.extraction.conditions}
    holders |= {one.id: one.holder for one in context.extraction.positions}
    holders |= {one.id: one.holder for one in context.extraction.claims}
    return item in holders and other in holders and holders[item] == holders[other]


def like_minded(position: Position, other: Position) -> bool:
    """Whether two positions are both for or both against what they are about."""
    stances = {position.stance, other.stance}
    return len(stances) == 1 or stances <= FOR or stances <= AGAINST


def _ends(context: Context) -> Iterator[Other]:
    for condition in context.extraction.conditions:
        trigger = context.text(condition.trigger).casefold()
        for place, span in (
            (Place.CONSEQUENT, condition.consequent),
            (Place.ANTECEDENT, condition.antecedent),
        ):
            phrase = context.phrase(span)
            if phrase.loose or (place is Place.ANTECEDENT and FREE.match(trigger)):
                continue
            text = phrase.text
            if place is Place.ANTECEDENT and trigger in INVERTED:
                text = righted(trigger, lower_first(text))
            verbatim = finished(context.text(span))
            pointing = {word.casefold() for word in words(verbatim)} & (THIRD | DEMONSTRATIVES)
            spoken = None if pointing else upper_first(verbatim)
            text = upper_first(finished(text))
            kind = form(text) if first_word(text) == "that" else end_form(context, condition, span) or form(text)
            yield Other(condition.id, place, kind, span, text, told(context, span), "", spoken)


def _stances(context: Context) -> Iterator[Other]:
    for stand in stands_of(context):
        note = told(context, stand.position.evidence, stand.topic)
        text = upper_first(finished(stand.said.text))
        readable = stand.shape != "clause" or (is_clause(text) and not starts_with_verb(text))
        if readable and stand.says_something and not stand.said.loose:
            yield Other(
                stand.position.id,
                Place.STANCE,
                form(text),
                stand.position.evidence,
                text,
                note,
                stand.topic,
                None,
                WAYS[stand.shape],
            )
        if _is_thing(stand, context):
            topic = upper_first(finished(stand.topic))
            yield Other(stand.position.id, Place.ISSUE, Form.PHRASE, stand.position.evidence, topic, note, stand.topic)


def _phrases(context: Context) -> Iterator[Other]:
    """Yield the fuller noun phrases of the text, of which nobody says anything."""
    for span in noun_phrases(context):
        phrase = context.phrase(span)
        if not phrase.loose and FULL <= count(phrase.text) <= THING and phrase.text[:1].islower():
            yield Other("", Place.PHRASE, Form.PHRASE, span, upper_first(phrase.text), told(context, span))


def _claims(context: Context) -> Iterator[Other]:
    """Yield what somebody plainly says, a clause with nothing hanging on it."""
    for claim in context.extraction.claims:
        cue = {word.casefold() for word in words(context.text(claim.cue))} if claim.cue else set()
        phrase = context.phrase(claim.span)
        text = upper_first(finished(phrase.text))
        plain = (not cue or cue & wordset("neutral_cues")) and not phrase.loose and first_word(text) != "that"
        if plain and 3 <= count(text) <= CLAIMED and whole(text) and not context.conditions.over(claim.span):
            yield Other(claim.id, Place.CLAIM, Form.CLAUSE, claim.span, text, told(context, claim.span))


def _things(context: Context) -> Iterator[Other]:
    """Yield the noun phrases that pronouns of the text stand for."""
    for reference in context.extraction.references:
        span = reference.antecedent
        if span is None or reference.kind is not ReferenceKind.NOUN:
            continue
        phrase = context.phrase(span)
        if not phrase.loose and 1 < len(words(phrase.text)) <= THING and not is_clause(phrase.text):
            text = upper_first(finished(phrase.text))
            yield Other("", Place.ISSUE, Form.PHRASE, span, text, told(context, span))


def _is_thing(stand: Stand, context: Context) -> bool:
    """Whether the issue is a thing of which something is said, not what something is said to be."""
    span = stand.position.issue.span
    if stand.issue.loose or is_clause(stand.issue.text) or span is None:
        return False
    found = words(stand.topic.casefold())
    if (
        not found
        or "“" in stand.topic.strip("“")
        or found[-1].endswith("ed")
        or " ".join(found[-2:]) in wordset("added_phrases")
    ):
        return False  # “the rate unchanged”, “the meeting in writing”
    if any(word.endswith("ed") for word in found[:-1]) and found[-1].endswith("s") and may_be_verb(found[-1]):
        return False  # “the ferry provided in March runs”
    return PREDICATE.search(context.document.text[max(0, span.start - 24) : span.start]) is None


_pools: dict[Context, list[Other]] = {}  # of the document asked about last
