"""Ends of conditions that say nothing put alone: “they will continue”, “the guarantee”, “notification is due”."""

from __future__ import annotations

import re

from tui_reader.decks.gaps import SPOKEN
from tui_reader.decks.lexicon import alternatives, wordset
from tui_reader.decks.reference import FIRST, PRONOUNS
from tui_reader.decks.wording import AUXILIARIES, LOWERED, content_words, count, first_word, is_clause, words

JUDGED = 5  # words of “Mira Oswin is right”
LEAST = 2  # words of a clause that say something, one of them no name
NOUNS = f"{alternatives('abstract_nouns')}|{alternatives('tied_nouns')}|{alternatives('hollow_nouns')}"
UNNAMED = re.compile(
    rf"\b(?:the|both|these|those|any such|such an?) (?:{NOUNS})s?(?![\w’-])(?!\s(?:{alternatives('complements')})\b)",
    re.IGNORECASE,
)
ONE = re.compile(r"\bone(?=\s(?:by|for|from|in|to|with)\b|[.,]|$)")
ANY = re.compile(rf"any (?:further )?\w+$|an? (?:{NOUNS})$", re.IGNORECASE)  # any case, a decision: of what?
ELLIPTIC = re.compile(
    r"\b(?:do|does|did|will|would|has|have|had|can|could|should)(?:\s+(?:not|so)|n[’']t)?$", re.IGNORECASE
)
# A clause without its verb, “only with a licence, and licences can be issued”, or a gap from which nothing goes on.
TORN = re.compile(r"\bonly (?:with|by|on|in|for|from) (?!_)[^,_]*, and\b|____, …", re.IGNORECASE)
SEVERAL = re.compile(
    rf"\b(?:both|these|those) (?:{NOUNS})s(?![\w’-])(?!\s(?:{alternatives('complements')})\b)",
    re.IGNORECASE,
)  # of which nobody who has not the text open knows what they are
POINTING_BACK = re.compile(r"\b(?:is|was|are|were|be|been)\s+(?:right|wrong|correct|mistaken|true|so)$", re.IGNORECASE)


def is_hollow(text: str) -> bool:
    """Whether *text* does not say by itself what it is about."""
    told = _told(text)
    if ONE.search(text) or points_back(text) or ANY.match(text):
        return True
    if not is_clause(text) and count(text) <= LEAST:
        return not told or first_word(text) in FIRST
    if first_word(text) in SPOKEN:
        return not told
    if first_word(text) in PRONOUNS | {"there"}:
        return len(told) < LEAST
    light = wordset("light_verbs") | wordset("hollow_words") | LOWERED | AUXILIARIES
    common = {word for word in words(text)[1:] if word[0].islower() and word not in light}
    if is_clause(text):
        return len(told - wordset("light_verbs")) < LEAST or not common
    return not (told and (common or count(text) <= LEAST or len(told) > 1))


def points_back(text: str) -> bool:
    """Whether *text* only judges or repeats what was said before it: “she is right”, “an inspector does”."""
    subject = words(text)[:1]
    who = bool(subject) and (subject[0].casefold() in PRONOUNS or len(words(text)) < JUDGED)
    return (who and POINTING_BACK.search(text) is not None) or ELLIPTIC.search(text) is not None


def _told(text: str) -> set[str]:
    return content_words(UNNAMED.sub(" ", text)) - wordset("hollow_words") - PRONOUNS
