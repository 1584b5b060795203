"""Wrong answers to the question who: the other actors of the text."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from tui_reader.decks.context import Context
from tui_reader.decks.distractor import Distractor
from tui_reader.decks.kinship import NOBODY, akin, asked_gender, gender, plain_name
from tui_reader.decks.lexicon import wordset
from tui_reader.decks.voice_cards import WRITER
from tui_reader.decks.wording import content_words, count, first_word, quote, upper_first, words
from tui_reader.model import Actor, ActorKind, Card, Question, Span

LETTERS = 4  # of a name in capitals: a longer one is the label of a turn


def people(card: Card, context: Context, rng: random.Random) -> Iterator[Distractor]:
    """Yield other actors, or the writer, by a name near the answer's in length, those first who say most."""
    right = {card.answer.casefold(), *(name.casefold() for name in card.accepted)}
    prompt = card.prompt.casefold()
    pool: list[tuple[float, Distractor]] = []
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
        span, note = _deed(actor, context)
        fit = min(_name_variants(actor, name), key=lambda one: abs(len(one) - len(card.answer)))
        if not _acts(actor, name, context):
            continue
        worth = len(actor.mentions) + (5 if span else 0) + rng.random() * 3
        pool.append((-worth, Distractor(upper_first(fit), note, span)))
    if card.question is Question.VOICE and card.answer.casefold() != WRITER.casefold():
        yield Distractor(upper_first(WRITER), "The writer does not say this but reports it.", card.sentence)
    yield from (one for _, one in sorted(pool, key=lambda pair: pair[0]))


def _name_variants(actor: Actor, name: str) -> list[str]:
    """Return the names of *actor* that may stand as an answer; a state goes by its capital's name as well."""
    plain = [known for known in actor.names if known[:1].isupper() and "," not in known]
    own = content_words(actor.name)
    state = actor.kind is ActorKind.STATE
    articled = name.startswith("the ")
    found = [name, *(known for known in plain if content_words(known) & own or (state and len(known.split()) == 1))]
    found = [one for one in found if _is_name(one)] or [name]
    return [
        one if not articled or one.casefold().startswith("the ") or count(one) == 1 else f"the {one}" for one in found
    ]


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


def _deed(actor: Actor, context: Context) -> tuple[Span | None, str]:
    """Return what *actor* does say or hold in this text, for the note of a wrong option."""
    name = context.name(actor.id) or actor.name
    for claim in context.extraction.claims:
        if claim.holder == actor.id and len(claim.span) < 160:
            says = "say" if context.plural(actor.id) else "says"
            said = quote(context.phrase(claim.span).text)
            return claim.span, f"{upper_first(name)} {says} something else: {said}."
    for position in context.extraction.positions:
        if position.holder == actor.id and len(position.evidence) < 160:
            return position.evidence, f"What stands here of {name}: {quote(context.phrase(position.evidence).text)}."
    span = actor.mentions[0] if actor.mentions else None
    return span, f"The text says nothing of the kind of {name}."
