"""The pronouns that mean an actor who has just been named."""

from __future__ import annotations

import re

from tui_reader.decks.context import Context
from tui_reader.decks.kinship import gender
from tui_reader.decks.lexicon import alternatives
from tui_reader.decks.wording import is_plural, possessive
from tui_reader.model import ActorKind

MAN, WOMAN = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})


def subject_pronoun(context: Context, actor: str | None) -> str | None:
    """Return `he`, `she`, `it` or `they`; None for a person of whom the text does not tell."""
    found = context.actors.get(actor or "")
    if found is None:
        return None
    if found.kind is not ActorKind.PERSON:
        return "they" if found.kind is ActorKind.GROUP or is_plural(found.name) else "it"
    told = gender(context, found)
    if told is not None:
        return told
    meant = {context.text(one.span).casefold() for one in context.extraction.references if one.actor == actor}
    man, woman = bool(meant & MAN), bool(meant & WOMAN)
    return None if man == woman else "he" if man else "she"


def possessive_pronoun(context: Context, actor: str | None) -> str | None:
    """Return `his`, `her`, `its` or `their`; `their` for the writer, who is no actor."""
    if actor is None:
        return "their"
    subject = subject_pronoun(context, actor)
    return {"he": "his", "she": "her", "it": "its", "they": "their"}.get(subject or "")


def owned_again(context: Context, text: str, actor: str | None, name: str) -> str:
    """Return *text*, which comes behind *name*, with a pronoun for what is called that name's again."""
    pronoun = possessive_pronoun(context, actor)
    if pronoun is None:
        return text
    subject = subject_pronoun(context, actor)
    if subject:
        text = re.sub(rf"\[{re.escape(name)}\](?= (?:{alternatives('fronted')})\b)", f"[{subject}]", text)
    return re.sub(rf"(?<![\w\[]){re.escape(possessive(name))}(?=\s)", pronoun, text)
