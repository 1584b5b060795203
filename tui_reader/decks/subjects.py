"""The subject of a clause that somebody holds, as what a question names: “maintain about the toll?”."""

from __future__ import annotations

import re

from tui_reader.decks.deeds import finite
from tui_reader.decks.wording import AUXILIARIES, MODALS, content_words, count, is_plural, words

THING = re.compile(r"the [^,;:“”()–—]+$")
HEAD = re.compile(r"\s(?:of|to|on|for|in|at|from|by|that|with|between|against)\b")
OTHERS = re.compile(r"\b(?:he|she|him|her|his)\b")
MOST = 11  # words of a subject
LEAST = 2  # content words of what is said of it


def told_of(clause: str) -> tuple[str, str] | None:
    """Return the subject of *clause*, a thing called by `the`, and the clause with a pronoun for it.

    None where its end is not sure or another pronoun could be meant.
    """
    found = list(re.finditer(r"\S+", clause))
    for at, match in enumerate(found[1:], 1):
        word = match.group().casefold().strip(",;")
        if word in AUXILIARIES | MODALS | {"be"} or (at > 1 and finite(word)):
            subject, rest = clause[: match.start()].rstrip(), clause[match.start() :]
            if not THING.match(subject) or not 1 < count(subject) <= MOST or OTHERS.search(rest):
                return None
            many = word in {"have", "are", "were", "do"} or is_plural(HEAD.split(subject)[0])
            again = {"it", "its"} if many else {"they", "them", "their"}
            if again & set(words(rest.casefold())) or len(content_words(rest)) < LEAST:
                return None
            return subject, f"{'they' if many else 'it'} {rest}"
        if word in STOP:
            return None
    return None


STOP = frozenset({"that", "which", "who", "whose", "if", "unless", "until", "when", "where", "and", "or", "but"})
