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
    r"(?P<gap>(?:[’'](?P<short>m|re|ve|ll|d))|(?:\s+(?:[^\W\d_]+ly|never|also|still|now|once|always))*\s+)(?P<verb>[^\W\d_]+(?:[’']t)?)?"
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


def third_person(verb: str) -> str:
    """Return the present form of *verb* for one person; past forms, modals and forms in -s stay as they are."""
    folded = verb.casefold().replace("'", "’")
    if folded in SINGULAR:
        return SINGULAR[folded]
    if folded in wordset("modals") | wordset("auxiliaries") | wordset("past_forms") or folded.endswith(("ed", "s")):
        return verb
    if folded.endswith(("sh", "ch", "x", "z", "o")):
        return verb + "es"
    if folded.endswith("y") and folded[-2:-1] not in set("aeiou"):
        return verb[:-1] + "ies"
    return verb + "s"
