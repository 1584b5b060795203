"""Somebody's own words with a gap in them."""

from __future__ import annotations

import re
from dataclasses import replace

from tui_reader.decks.context import Context
from tui_reader.decks.framing import within
from tui_reader.decks.phrases import Phrase
from tui_reader.decks.reference import DEMONSTRATIVES, FIRST, SECOND
from tui_reader.decks.wording import content_words, is_plural, quote, unquote, words

GAP = "____"
SPOKEN = FIRST | SECOND  # within quotation marks these need no name: they mean the speaker, whom the prompt names


# In an answer these may mean what its prompt names.
ONE = frozenset(["it", "its", "itself", "one", "so", "this", "that"])
MANY = frozenset(["they", "them", "their", "themselves", "these", "those"])


def settled(phrase: Phrase, named: str) -> Phrase:
    """Return *phrase* without those open words that can mean what its prompt calls *named*."""
    meant = MANY if is_plural(named) else ONE
    again = _end_of(named, phrase.text)

    def is_open(word: str) -> bool:
        if word != "…" and not re.search(rf"\b{re.escape(word)}\b", phrase.text, re.IGNORECASE):
            return False  # it stood in what was cut off
        return word.casefold() not in meant or _points(word, phrase, named) or not _behind(word, phrase.text, again)

    return replace(phrase, loose=tuple(word for word in phrase.loose if is_open(word)))


def _points(word: str, phrase: Phrase, named: str) -> bool:
    """Whether a demonstrative stands before a noun that *named* does not have: “that basement”."""
    nouns = re.findall(rf"\b{word}\s+([^\W\d_]+)", phrase.verbatim) if word.casefold() in DEMONSTRATIVES else []
    return any(content_words(noun) and not content_words(noun) <= content_words(named) for noun in nouns)


def _end_of(named: str, text: str) -> int:
    """Return where *text* has called by its last word what *named* names, 0 where it does not."""
    found = [word for word in words(named) if content_words(word)]
    if not found or not content_words(named) <= content_words(text):
        return 0
    return max((match.end() for match in re.finditer(re.escape(found[-1]), text, re.IGNORECASE)), default=0)


def _behind(word: str, text: str, again: int) -> bool:
    """Whether an open word comes after its noun was called again, as “asks it to read a map” does not of the map."""
    if again and word.casefold() == "so":
        return False
    return again == 0 or re.search(rf"\b{re.escape(word)}\b", text[again:]) is not None


def completion(context: Context, name: str | None, offset: int, shown: str) -> str:
    """Return the prompt that shows what *name* says at *offset*, `shown`, with a gap; without a *name*, the text."""
    verb = "say" if name and name[0].islower() and is_plural(name) else "says"
    return quoted(context, offset, f"complete what {name} {verb}" if name else "complete", shown, name is not None)


def quoted(context: Context, offset: int, asks: str, shown: str, named: bool) -> str:
    """Return the prompt that shows words of the text at *offset* in quotation marks behind what it *asks*."""
    prompt = within(context, offset, f"{asks}: {quote(unquote(shown))}", named=named)
    return prompt if prompt.endswith((".”", "?”", "!”", "…”")) else f"{prompt[:-1]}.”"


def unspoken(phrase: Phrase) -> tuple[str, ...]:
    """Return the open words of *phrase* that quotation marks and a named speaker do not settle."""
    return tuple(word for word in phrase.loose if word.casefold() not in SPOKEN)
