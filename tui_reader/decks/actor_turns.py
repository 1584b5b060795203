"""A statement with another actor in the place of one that it names: who did or got it is then wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui_reader.decks.context import Context
from tui_reader.decks.kinship import akin, asked_gender, plain_name
from tui_reader.decks.lexicon import wordset
from tui_reader.decks.opposites import negative
from tui_reader.decks.turned import Turn, Turned, put
from tui_reader.decks.wording import is_plural, stems, words
from tui_reader.model import Actor, ActorKind

MOST = 4
SAID = 0.8  # share of a statement's words from which a sentence of the text may say it
BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.GROUP})
KINDS = {ActorKind.STATE: ActorKind.ORGANISATION}
PLACED = re.compile(r"\b(?:in|at|near|from|to|of|through|off|into)\s+$")


def actor_turns(statement: str, prompt: str, context: Context) -> Iterator[Turned]:
    """Yield *statement* with other actors, those first who are mentioned most, in the place of each it names.

    Only one of the same kind and number takes another's place, none that the prompt names or that belongs with either,
    none of whom the text says the same; and nobody does where a pronoun would tell him from her.
    """
    if asked_gender(statement):
        return
    acting = {one.holder for one in context.extraction.claims} | {one.holder for one in context.extraction.positions}
    for actor, at, was in _named(statement, prompt, context):
        made = 0
        taken: list[Actor] = []
        for other in sorted(
            context.extraction.actors,
            key=lambda one: (one.kind is not actor.kind, one.id not in acting, -len(one.mentions)),
        ):
            became = plain_name(context, other)
            if became is None or (other.id not in acting and other.kind in BODIES and not _acts(became)):
                continue
            if not _takes_place(other, actor, became, was, context):
                continue
            if stems(became) & (stems(prompt) | stems(statement)):
                continue
            if at:
                became = re.sub(r"^The\s", "the ", became)
            turned = put(statement, at, was, became, Turn.ACTOR)
            if not _said(turned.text, context) and not any(akin(context, other, one) for one in taken):
                made += 1
                taken.append(other)
                yield turned
            if made == MOST:
                break


def _takes_place(other: Actor, actor: Actor, became: str, was: str, context: Context) -> bool:
    return (
        other.id != actor.id
        and KINDS.get(other.kind, other.kind) is KINDS.get(actor.kind, actor.kind)
        and is_plural(became) == is_plural(was)
        and not akin(context, other, actor)
    )


def _acts(name: str) -> bool:
    """Whether a body is of a kind that acts, by its name."""
    return bool({word.casefold() for word in words(name)} & wordset("institutions"))


def _named(statement: str, prompt: str, context: Context) -> Iterator[tuple[Actor, int, str]]:
    """Yield the actors whom *statement* names and *prompt* does not, where, and with what words."""
    asked = stems(prompt)
    taken: list[range] = []
    names = {
        name: actor for actor in context.extraction.actors for name in actor.every_name if plain_name(context, actor)
    }
    for name in sorted(names, key=len, reverse=True):
        if not re.match(r"(?:the\s+)?[A-Z]", name) or stems(name) & asked:
            continue
        bare = re.sub(r"^(?i:the)\s+", "", name)
        if not re.search(rf"[\w,;“] {re.escape(bare)}(?!\w)", context.document.text):
            continue  # its capital may only begin a sentence
        match = re.search(rf"(?<![\w’'-])(?:[Tt]he\s+)?{re.escape(bare)}(?![\w-])(?![’']s)", statement)
        if match is None or any(match.start() in span for span in taken):
            continue
        taken.append(range(match.start(), match.end()))
        before, after = statement[: match.start()], statement[match.end() :]
        if re.search(
            r"(?:\b[A-Z][\w.]*|\b(?:an?|no|any|every|this|that|[a-z]+[’']s)|\b(?:[Tt]he|an?) [a-z-]+)\s+$", before
        ):
            continue  # a title stands before it
        if names[name].kind is not ActorKind.PERSON and match.group() == bare and PLACED.search(before):
            continue  # a place
        if not re.match(r"\s+(?:and\s+)?[A-Z]", after):
            yield names[name], match.start(), match.group()


def _said(statement: str, context: Context) -> bool:
    """Whether a sentence of the text may say what *statement* does."""
    wanted = stems(statement)
    for sentence in context.extraction.sentences:
        text = context.text(sentence)
        if negative(text) == negative(statement) and len(wanted & stems(text)) >= SAID * len(wanted):
            return True
    return False
