"""What a text has only heard said: “he reportedly said that …”, which no question may make a plain fact."""

from __future__ import annotations

import re

from tui_reader.decks.agreement import third_person
from tui_reader.decks.context import Context
from tui_reader.decks.lexicon import alternatives
from tui_reader.model import Claim, Span

HEARD = re.compile(rf"\b(?P<how>{alternatives('hearsay')})\s+$")
FAR = 16  # characters of such a word
ASKED = r"what (?P<does>does|do) (?P<who>{subject}) (?P<adverbs>(?:[^\W\d_]+ly )*)(?P<verb>\S+)(?P<rest>.*)\?$"


def heard(context: Context, claim: Claim) -> str | None:
    """Return the word by which *claim* is told as hearsay: “reportedly”."""
    if claim.cue is None:
        return None
    found = HEARD.search(context.document.text[max(0, claim.cue.start - FAR) : claim.cue.start])
    return found["how"] if found else None


def heard_of(context: Context, span: Span, holder: str | None) -> str | None:
    """Return the word by which what *holder* says at *span* is told as hearsay."""
    found = (heard(context, claim) for claim in context.claims.over(span) if claim.holder == holder)
    return next((how for how in found if how), None)


def as_heard(question: str, subject: str, how: str, pronoun: str) -> str | None:
    """Return “what did X reportedly say he does?” for “what does X do?”, None for a question of another kind."""
    found = re.match(ASKED.format(subject=re.escape(subject)), question)
    if found is None:
        return None
    verb = found["verb"] if pronoun == "they" else third_person(found["verb"])
    return f"what did {subject} {how} say {pronoun} {found['adverbs']}{verb}{found['rest']}?"
