"""What a pronoun stands for, as it may stand in the pronoun's place: definite and short."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui_reader.decks.names import in_sentence
from tui_reader.decks.wording import is_plural, words
from tui_reader.model import Span

if TYPE_CHECKING:
    from tui_reader.decks.context import Context

LONGEST = 7  # words of what is put in for one
INDEFINITE = re.compile(r"(?:an?|any|another|one|either|some|this|that|these|those|such an?)\s+(?=\S)", re.IGNORECASE)
NUMBERED = re.compile(r"(?:two|three|four|five|six|seven|eight|nine|ten|several|both)\s+(?=[a-z])", re.IGNORECASE)
NOBODY = re.compile(r"(?:no|every|each|neither|nothing|nobody|none|few|most|many|all|much)\b", re.IGNORECASE)
FURTHER = re.compile(
    r",?\s+(?=(?:for|from|in|on|at|with|to|that|which|who|about|under|by|as|against|over|between|of)\s)", re.IGNORECASE
)


def standing_in(context: Context, antecedent: Span, *, owned: bool) -> str | None:
    """Return the words of *antecedent* for the middle of a sentence, None where they cannot be read by themselves."""
    text = " ".join(context.text(antecedent).split())
    if NOBODY.match(text) or not words(text):
        return None
    text = in_sentence(text, context.document.text, context.extraction.actors)
    text = _shortened(text, owned=owned)
    if INDEFINITE.match(text):
        text = INDEFINITE.sub("the ", text, count=1)
    elif NUMBERED.match(text):
        text = re.sub(r"^both\s+(?:the\s+)?", "the two ", text) if text.startswith("both") else f"the {text}"
    elif _is_bare_singular(text):
        return None
    return text


def _shortened(text: str, *, owned: bool) -> str:
    """Return *text* without what follows its head where it is long, or where an ending must be put to it."""
    most = 4 if owned else LONGEST
    while len(words(text)) > most:
        cuts = [match.start() for match in FURTHER.finditer(text) if len(words(text[: match.start()])) > 1]
        if not cuts:
            break
        text = text[: cuts[-1]]
    if owned and (found := FURTHER.search(text)) and not re.match(r",?\s+of\s+(?:the\s+)?[A-Z]", text[found.start() :]):
        text = text[: found.start()]
    return text


def _is_bare_singular(text: str) -> bool:
    """Whether *text* is a common noun in the singular without an article: "note", which nobody could point to."""
    found = words(text)
    return len(found) == 1 and found[0].islower() and not is_plural(text)
