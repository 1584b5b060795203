"""Who else of a text could have said something, so that asking who did takes having read it."""

from __future__ import annotations

import re

from tui_reader.decks.context import Context
from tui_reader.decks.framing import JOINT
from tui_reader.decks.kinship import akin
from tui_reader.decks.wording import content_words
from tui_reader.model import Actor, Block, BlockKind

TOGETHER = re.compile(r"(?:the )?(?:two|three|four|both)\b", re.IGNORECASE)  # “the two leaders”
LEAST = 2  # others who could have


def has_rivals(context: Context, holder: str | None, offset: int, asked: str, *, spoken: bool) -> bool:
    """Whether besides *holder* at least two others could be the answer to what is *asked* of the text at *offset*.

    Others are those who say or hold something, are no part of the holder, and are not named in the question. What is
    `spoken` in a turn of a transcript can only be said by those who speak there and do more than ask. Those for whom a
    joint text speaks as one are everybody's guess.
    """
    actor = context.actors.get(holder or "")
    if actor is None or TOGETHER.match(actor.name):
        return False
    if actor.members and JOINT.search(context.document.title or ""):
        return False
    block = context.block(offset)
    if block is not None and block.kind is BlockKind.TURN and (spoken or context.author(offset) == holder):
        if _only_asks(context, block):
            return False
        heard = {context.author(one.span.start) for one in context.document.blocks if _answers(context, one)}
        return sum(1 for who in heard - {holder} if context.name(who)) >= LEAST
    named = content_words(asked)
    return sum(1 for other in _speaking(context) if _could(context, other, actor, named)) >= LEAST


def _speaking(context: Context) -> list[Actor]:
    extraction = context.extraction
    holders = {claim.holder for claim in extraction.claims} | {one.holder for one in extraction.positions}
    holders |= {one.holder for one in extraction.conditions}
    return [actor for actor in extraction.actors if actor.id in holders and context.name(actor.id)]


def _could(context: Context, other: Actor, actor: Actor, named: set[str]) -> bool:
    name = content_words(context.name(other.id) or "")
    return other.id != actor.id and not (name and name <= named) and not akin(context, other, actor)


def _answers(context: Context, block: Block) -> bool:
    return block.kind is BlockKind.TURN and not _only_asks(context, block)


def _only_asks(context: Context, block: Block) -> bool:
    """Whether a turn ends in a question: whoever speaks it puts words to be answered."""
    return context.text(block.span).rstrip("”’\"' ").endswith("?")
