"""Parts of a text whose author everybody knows, and what of theirs can still be asked over the whole text."""

from __future__ import annotations

import re

from tui_reader.decks.context import Context
from tui_reader.decks.framing import TIGHT_TITLE, TITLE_WORDS, in_text
from tui_reader.decks.phrases import Phrase
from tui_reader.decks.reference import FIRST
from tui_reader.decks.wording import content_words, count, first_word, is_clause
from tui_reader.model import BlockKind, Span

MOST = 0.5  # share of a text from which the author of its parts is the author of all of it
SAME = 0.6  # share of the words of a view from which somebody else holds it as well
WORDS = 35
SAYS = re.compile(r"^who says that\b")
HELD = re.compile(r"who (?:says|holds) that\b|whose [^\W\d_]+ is it that\b")  # not “who is aware that”


def betrays(context: Context, offset: int, holder: str | None) -> bool:
    """Whether the part at *offset* is by *holder*, so that naming the part answers who says what stands there."""
    if holder is None:
        return False
    section = context.document.section_at(offset)
    block = context.block(offset)
    turn = block is not None and block.kind is BlockKind.TURN
    return section is not None and not turn and context.author_of(section) == holder


def asked_of_all(context: Context, rest: str, phrase: Phrase, holder: str | None) -> str | None:
    """Return the prompt that asks over the whole text who holds what a part says, the part being by *holder*.

    None where most of the text is by its author or its title names them, where the words are about the speaker (“I have
    read …”), where they take no side, and where somebody else says nearly the same.
    """
    document, span = context.document, phrase.span
    written = sum(len(one.span) for one in document.sections if context.author_of(one) == holder)
    if written > MOST * len(document.text) or not HELD.match(rest):
        return None
    names = {word for name in context.names(holder) for word in content_words(name)}
    if content_words(document.title) & names or len(document.sections) < 2:
        return None
    if first_word(context.text(span)) in FIRST or not is_clause(phrase.text) or not _takes_side(context, span, holder):
        return None
    if _shared(context, span, phrase, holder):
        return None
    asked = SAYS.sub("who holds that", rest)
    full = f"In {in_text(context, TITLE_WORDS)}, {asked}"
    return full if count(full) <= WORDS else f"In {in_text(context, TIGHT_TITLE)}, {asked}"


def _takes_side(context: Context, span: Span, holder: str | None) -> bool:
    positions = (one.holder for one in context.positions.over(span))
    conditions = (one.holder for one in context.conditions.over(span))
    return holder in {*positions, *conditions}


def _shared(context: Context, span: Span, phrase: Phrase, holder: str | None) -> bool:
    """Whether somebody else says most of the same words somewhere in the text."""
    own = content_words(phrase.text)
    others = [(one.holder, one.span) for one in context.extraction.claims]
    others += [(one.holder, one.evidence) for one in context.extraction.positions]
    return any(
        who != holder
        and not any(one.holder == holder for one in context.claims.over(where))  # whom the holder speaks of
        and not where.overlap(span)
        and len(own & content_words(context.text(where))) >= SAME * len(own)
        for who, where in others
    )
