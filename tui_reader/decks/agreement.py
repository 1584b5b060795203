"""The verb of a sentence whose subject `I` or `we` has become a name."""

from __future__ import annotations

import re

from tui_reader.decks.lexicon import wordset

SHORT = {"m": "is", "re": "are", "ve": "have", "ll": "will", "d": "would"}
SINGULAR = {
    "am": "is",
    "are": "is",
    "have": "has",
    "do": "does",
    "were": "was",
    "don’t": "doesn’t",
    "haven’t": "hasn’t",
}
VERB = re.compile(
    r"(?P<gap>(?:[’'](?P<short>m|re|ve|ll|d))|"
    rf"(?:\s+(?:(?!(?:re|app|imp|supp|rep|comp|multip|f)ly\b)[^\W\d_]+ly|{'|'.join(sorted(wordset('adverbs')))})(?![^\W_]))*\s+)(?P<verb>[^\W\d_]+(?:[’']t)?)?"
)


def agree(after: str, plural: bool) -> tuple[str, int]:
    """Return what takes the place of the first characters of *after*, the words behind a replaced `I` or `we`.

    The second value is how many characters that is.
    """
    match = VERB.match(after)
    if match is None:
        return "", 0
    short = match.group("short")
    if short:
        verb = SHORT[short]
        return f" {verb if plural else SINGULAR.get(verb, verb)}", match.end("short")
    verb = match.group("verb")
    if verb is None or plural:
        return "", 0
    return match.group("gap") + third_person(verb), match.end()


def _fixed() -> frozenset[str]:
    """Return the words that are the same for every subject, and those that are no verbs."""
    classes = ("modals", "auxiliaries", "past_forms", "participles", "adverbs", "function_words")
    return frozenset().union(*(wordset(name) for name in classes))


def third_person(verb: str) -> str:
    """Return the present form of *verb* for one person; past forms, modals and forms in -s stay as they are."""
    folded = verb.casefold().replace("'", "’")
    if folded in SINGULAR:
        return SINGULAR[folded]
    if folded in _fixed() or folded.endswith(("ed", "s", "ing")):
        return verb
    if folded.endswith(("sh", "ch", "x", "z", "o")):
        return verb + "es"
    if folded.endswith("y") and folded[-2:-1] not in set("aeiou"):
        return verb[:-1] + "ies"
    return verb + "s"
