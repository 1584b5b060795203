"""Who says `I` and `we`, and the third person for it behind the speaker's name."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from tui_reader.decks.reference import FIRST
from tui_reader.model import ActorKind

if TYPE_CHECKING:
    from tui_reader.decks.context import Context

AGAIN = {"he": ("he", "him", "his"), "she": ("she", "her", "her"), "they": ("they", "them", "their")}
AGAIN |= {"it": ("it", "it", "its"), "him": AGAIN["he"], "his": AGAIN["he"], "her": AGAIN["she"]}


def speaker(context: Context, offset: int, quoted: bool) -> str | None:
    """Return the id of who says `I` or `we` at *offset*: whoever is quoted, and the author only where nobody is."""
    found = context.quoted(offset, partly=quoted)
    return found if found is not None or quoted else context.author(offset)


def again(context: Context, known: Collection[str], actor: str | None, base: str, *, owned: bool) -> str | None:
    """Return the third person for *base*, a pronoun of the speaker's, behind the speaker's name; None where unknown.

    `known` are all who were named so far.
    """
    found = context.actors.get(actor or "")
    if found is None or base not in FIRST:
        return None
    sign = context.third_person(found.id)
    called = {context.text(span).casefold() for span in found.mentions}
    sign = sign or next((sign for sign in AGAIN if sign in called), None)
    shared = any(context.third_person(other) == sign for other in known if other != found.id)
    forms = None if sign is None or shared else AGAIN[sign]
    if context.plural(actor):
        forms = AGAIN["they"]
    elif found.kind in (ActorKind.STATE, ActorKind.ORGANISATION):
        forms = AGAIN["it"]
    return None if forms is None else forms[2] if owned else forms[0] if base in {"i", "we"} else forms[1]
