"""In what kind of place words stand, by their first word and the one before: two of one kind fit in each other’s."""

from __future__ import annotations

import re

from tui_reader.decks.lexicon import alternatives, wordset
from tui_reader.decks.reference import PRONOUNS
from tui_reader.decks.wording import AUXILIARIES, LOWERED, MODALS, is_plural, words

RUNNING = 5  # letters of a word that ends in -ing and is none itself: “thing”
SHORTEST = 4  # letters of a word without its ending
BEING, HAVING = wordset("being"), wordset("having")
BOUND = frozenset({"of", "to", "for", "as"})  # prepositions that the word before them asks for
QUESTIONS = frozenset({"how", "what", "why", "where", "whom"})
STOP = re.compile(rf"[,;:.!?()–—“”]|\s(?:and|but|or|nor|because|who|which|that|{alternatives('subordinators')})\s")


def _is_base(word: str) -> bool:
    """Whether *word* behind a `to` can be a verb, by its form."""
    return word.islower() and (not word.endswith("s") or word.endswith("ss"))


def place(before: str, text: str) -> str | None:
    """Return in what kind of place the words *text* stand behind *before*: two of one place fit in each other's.

    None where neither their first word nor the one before it tells.
    """
    first, *rest = [word.casefold() for word in words(text) if word != "May"] or [""]  # the month is no modal
    led = [word.casefold() for word in words(re.split(r"[,;:.!?“”]", before.rstrip(" “‘"))[-1])]
    if first == "not":
        inner = place(before, text[len(first) :].lstrip())
        return f"not {inner}" if inner else None
    last = (led[:-1] if led[-1:] == ["not"] else led)[-1:] or [""]
    modal = last[0] in MODALS or last[0].endswith(("’ll", "’d"))
    if not rest and first not in AUXILIARIES | LOWERED and text[:1].islower():
        if first.endswith("ed") and len(first) > SHORTEST:
            return "word ed"
        return "word" if modal or last[0] == "to" else "be word" if last[0] in BEING else None
    determined = first in wordset("determiners")
    if first in wordset("topic_prepositions") | {"to", "as"}:
        if set(rest) & (AUXILIARIES | QUESTIONS) or not rest:
            return None
        if first == "to" and (rest[0] in wordset("determiners") or not _is_base(words(text)[1])):
            first = "to noun"
        return f"{'be ' if last[0] in BEING else ''}{first if first.split()[0] in BOUND else 'adverbial'}"
    if first in AUXILIARIES:
        return first
    if determined and not modal:
        return f"noun {'s' if is_plural(text) else ''}" if not set(rest) & AUXILIARIES else None
    if modal:
        return None if determined or set(rest[:1]) & AUXILIARIES else "base"
    if last[0] in wordset("topic_prepositions") - {"to"} and first.endswith("ing") and len(first) > RUNNING:
        return "ing" if not set(rest) & AUXILIARIES else None
    if last[0] in BEING | HAVING:
        kind = next((ending for ending in ("ing", "ed") if first.endswith(ending) and len(first) > SHORTEST), "")
        if set(rest) & AUXILIARIES or first in LOWERED | PRONOUNS:
            return None
        return f"{'be' if last[0] in BEING else 'have'} {kind}"
    return None
