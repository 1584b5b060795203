"""Wrong answers to the question who: the other actors of the text."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from tui_reader.decks.context import Context
from tui_reader.decks.distractor import Distractor
from tui_reader.decks.kinship import NOBODY, akin, asked_gender, gender, plain_name
from tui_reader.decks.lexicon import alternatives, wordset
from tui_reader.decks.others import shown
from tui_reader.decks.voice_cards import WRITER
from tui_reader.decks.wording import (
    AUXILIARIES,
    LOWERED,
    content_words,
    count,
    first_word,
    is_clause,
    is_plural,
    quote,
    starts_with_verb,
    upper_first,
    words,
)
from tui_reader.model import Actor, ActorKind, Card, Claim, Question, Span

TITLE = re.compile(rf"^(?:{alternatives('titles')})\b\.?\s+", re.IGNORECASE)
OWNING = re.compile(r"[’']s\s")
MANY, ITS = frozenset({"they", "their", "them"}), frozenset({"its", "it"})
AFTER_NAMES = AUXILIARIES | LOWERED
LONGEST = 160  # characters of a claim in a note
LETTERS = 4  # of a name in capitals: a longer one is the label of a turn


def people(card: Card, context: Context, rng: random.Random) -> Iterator[Distractor]:
    """Yield other actors, or the writer, by a name near the answer's in length, those first who say most."""
    right = {card.answer.casefold(), *(name.casefold() for name in card.accepted)}
    prompt = card.prompt.casefold()
    pool: list[tuple[tuple[bool, float], Distractor]] = []
    named: dict[str, Actor] = {}
    holders = _true_holders(card, context)
    right_actors = [one for one in context.extraction.actors if {name.casefold() for name in one.every_name} & right]
    pronoun = asked_gender(card.prompt) if card.question is not Question.OBLIGOR else None
    for actor in context.extraction.actors:
        name = plain_name(context, actor)
        names = {known.casefold() for known in actor.every_name}
        if name is None or actor.id in holders or names & right or any(known in prompt for known in names):
            continue
        if any(akin(context, actor, one) for one in right_actors):
            continue
        if pronoun and (actor.kind is not ActorKind.PERSON or gender(context, actor) not in (pronoun, None)):
            continue
        if not _acts(actor, name, context):
            continue
        span, note = _deed(actor, name, card, context)
        size = _size(card.answer)
        called = _name_variants(actor, name, context.document.text)
        fit = min(called, key=lambda one: (_size(one) != size, abs(len(one) - len(card.answer))))
        worth = len(actor.mentions) + (5 if _speaks(actor, context) else 0) + rng.random() * 3
        if right_actors and (actor.kind is ActorKind.PERSON) is (right_actors[0].kind is ActorKind.PERSON):
            worth += 3
        told = _told_by_pronoun(card, fit, actor, right_actors)
        named[upper_first(fit)] = actor
        pool.append(((told, -worth), Distractor(upper_first(fit), note, span)))
    if card.question is Question.VOICE and card.answer.casefold() != WRITER.casefold():
        yield Distractor(upper_first(WRITER), "The writer does not say this but reports it.", card.sentence)
    yield from _strangers_first([one for _, one in sorted(pool, key=lambda pair: pair[0])], named, context)


def _strangers_first(found: list[Distractor], named: dict[str, Actor], context: Context) -> Iterator[Distractor]:
    """Yield last those who belong with one before them: two of them are no two guesses."""
    taken: list[Distractor] = []
    kin: list[Distractor] = []
    for one in found:
        near = any(akin(context, named[one.text], named[other.text]) for other in taken)
        (kin if near else taken).append(one)
    yield from (*taken, *kin)


def _name_variants(actor: Actor, name: str, text: str) -> list[str]:
    """Return the names of *actor* that may stand as an answer, all of words that its own name has."""
    plain = [known for known in actor.names if known[:1].isupper() and "," not in known and "Dear " not in known]
    if actor.kind is not ActorKind.PERSON:  # “the ministry’s appraisal” is not the ministry
        plain = [known for known in plain if not OWNING.search(known)]
    if actor.kind is ActorKind.PERSON:  # by the first name alone nobody is called in a text
        last = (words(name) or [""])[-1]
        plain = [known for known in plain if count(known) > 1 or known == last]
    own = content_words(actor.name)
    articled = name.startswith("the ")
    found = [name, *(known for known in plain if content_words(known) & own)]
    found = [one for one in found if _is_name(one)] or [name]
    return [
        one if one.casefold().startswith("the ") or not _with_article(one, articled, text) else f"the {one}"
        for one in found
    ]


def _with_article(name: str, articled: bool, text: str) -> bool:
    """Whether the text mostly has `the` before that name of somebody; where it has the name nowhere, as *articled*."""
    if OWNING.search(name):
        return False
    named = len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)(?! [A-Z])", text))
    found = re.findall(rf"(?<!\w)[Tt]he {re.escape(name)}(?!\w)(?! [A-Z])(?: (?P<next>[a-z]+))?", text)
    led = sum(not word or word in AFTER_NAMES or word.endswith(("s", "ed")) for word in found)  # not “the Velm paper”
    return led * 2 >= named if named else articled


def _is_name(name: str) -> bool:
    """Whether *name* can be offered: not “nobody”, “Only the board”, or a label in capitals."""
    first = first_word(re.sub(r"^(?i:the)\s+", "", name))
    return not (NOBODY.match(name) or first in wordset("no_starts") or (name.isupper() and len(name) > LETTERS))


def _true_holders(card: Card, context: Context) -> set[str]:
    """Return the actors for whom the prompt holds as well: whoever says or holds something at the same words."""
    found = set(card.actors)
    if card.question is Question.OBLIGOR:
        return found
    for claim in context.claims.over(card.span):
        found.update(actor for actor in (claim.holder, *claim.via) if actor)
    for position in context.positions.over(card.span):
        found.update(actor for actor in (position.holder, position.via) if actor)
    return found


def _acts(actor: Actor, name: str, context: Context) -> bool:
    """Whether *actor* is somebody who speaks or acts: a person, a state, or a body that does so here or by its name."""
    if actor.kind in {ActorKind.PERSON, ActorKind.STATE}:
        return True
    if {word.casefold() for word in words(name)} & wordset("institutions"):
        return True
    extraction = context.extraction
    return any(one.holder == actor.id for one in extraction.claims) or any(
        one.holder == actor.id for one in extraction.positions
    )


def _speaks(actor: Actor, context: Context) -> bool:
    """Whether *actor* says or holds something in the text."""
    said = {one.holder for one in context.extraction.claims} | {one.holder for one in context.extraction.positions}
    return actor.id in said


def _size(name: str) -> int:
    """Return how many words a name has, its title and article left out."""
    return count(TITLE.sub("", TITLE.sub("", name)))


def _told_by_pronoun(card: Card, name: str, actor: Actor, right: list[Actor]) -> bool:
    """Whether `its` or `they` of the prompt, which mean the right one, may not mean that actor."""
    if not right or card.question is Question.OBLIGOR:
        return False
    asked = {word.casefold() for word in words(card.prompt)}
    if asked & MANY and is_plural(card.answer):
        return not is_plural(name)
    return bool(asked & ITS) and right[0].kind is not ActorKind.PERSON and actor.kind is ActorKind.PERSON


def _deed(actor: Actor, name: str, card: Card, context: Context) -> tuple[Span | None, str]:
    """Return what *actor* does say or hold in this text, for the note of a wrong option; else where it is named."""
    for claim in context.extraction.claims:
        if claim.holder == actor.id and len(claim.span) < LONGEST and _plainly_said(claim, context):
            says = "say" if context.plural(actor.id) else "says"
            said = quote(context.phrase(claim.span).text)
            return claim.span, f"{upper_first(name)} {says} something else: {said}."
    for position in context.extraction.positions:
        if position.holder == actor.id and not position.evidence.overlap(card.sentence):
            return position.evidence, _stands(context, position.evidence, name)
    span = next((one for one in actor.mentions if not card.sentence.overlap(one)), None)
    return span, _stands(context, span, name) if span else f"The text says nothing of the kind of {name}."


def _plainly_said(claim: Claim, context: Context) -> bool:
    """Whether a claim is a statement that its holder makes, not one denied or asked for: “denied that …”, “us to …”."""
    cue = {word.casefold() for word in words(context.text(claim.cue))} if claim.cue else set()
    said = context.text(claim.span)
    return (not cue or bool(cue & wordset("neutral_cues"))) and is_clause(said) and not starts_with_verb(said)


def _stands(context: Context, span: Span, name: str) -> str:
    return f"What stands here of {name}: {shown(context, span)}."
