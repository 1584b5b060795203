"""A clause of the text in the tense that a prompt asks for, and a predicate in the number of its pronoun."""

from __future__ import annotations

import re

from tui_reader.decks.tense import Tense, tense
from tui_reader.decks.wording import upper_first

PAST = {"is": "was", "are": "were", "isn’t": "wasn’t", "aren’t": "weren’t", "has": "had", "have": "had", "does": "did"}
HAD = {"has": "had", "have": "had", "hasn’t": "hadn’t", "haven’t": "hadn’t"}
DOWN = {"was": "is", "were": "are", "wasn’t": "isn’t", "weren’t": "aren’t"}
SINGLE = {"are": "is", "were": "was", "have": "has", "do": "does"}
MANY = {one: other for other, one in SINGLE.items()}
WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
BEEN = {"is": "had been", "are": "had been", "was": "had been", "were": "had been"}


def retensed(clause: str, when: Tense) -> str | None:
    """Return *clause* in that tense, None where its first verb is none of those whose forms are certain."""
    now = tense(clause)
    if now is when:
        return clause
    forms = {
        (Tense.PRESENT, Tense.PAST): PAST,
        (Tense.PERFECT, Tense.PLUPERFECT): HAD,
        (Tense.PERFECT, Tense.PAST): HAD,
        (Tense.PAST, Tense.PRESENT): DOWN,
        (Tense.PRESENT, Tense.PLUPERFECT): BEEN,
        (Tense.PAST, Tense.PLUPERFECT): BEEN,
    }.get((now, when))
    if forms is None:
        return None
    for match in WORD.finditer(clause):
        word = match.group().casefold().replace("'", "’")
        if word in forms and match.start():
            made = f"{clause[: match.start()]}{forms[word]}{clause[match.end() :]}"
            return made if tense(made) is when else None
    return None


def led_by(text: str, lead: str) -> str | None:
    """Return a predicate of `it` or `they` with the other of the two before it; None where its verb's form is open."""
    match = re.match(r"(it|they)\s+([^\W\d_]+)(?=\s|$)", text, re.IGNORECASE)
    if match is None:
        return None
    if match[1].casefold() == lead:
        return text
    forms, verb = (SINGLE, match[2].casefold()) if lead == "it" else (MANY, match[2].casefold())
    fixed = {"will", "would", "shall", "should", "can", "could", "may", "might", "must", "cannot", "had", "did"}
    if verb not in forms and verb not in fixed:
        return None
    rest = text[match.end() :]
    if re.search(r"\b(?:it|its|they|their|them|itself|themselves)\b", rest, re.IGNORECASE):
        return None
    return upper_first(f"{lead} {forms.get(verb, verb)}{rest}")
