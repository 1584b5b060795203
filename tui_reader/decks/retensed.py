"""A clause of the text in the tense that a prompt asks for, and a predicate in the number of its pronoun."""

from __future__ import annotations

import re

from tui_reader.decks.agreement import third_person
from tui_reader.decks.frames import head
from tui_reader.decks.lexicon import wordset
from tui_reader.decks.opposites import negative
from tui_reader.decks.reference import PRONOUNS
from tui_reader.decks.tense import Tense, demanded, tense
from tui_reader.decks.verbs import Finite, finite, known
from tui_reader.decks.wording import AUXILIARIES, first_word, is_plural, lower_first, upper_first, words

PAST = {"is": "was", "are": "were", "isn’t": "wasn’t", "aren’t": "weren’t", "has": "had", "have": "had", "does": "did"}
HAD = {"has": "had", "have": "had", "hasn’t": "hadn’t", "haven’t": "hadn’t"}
DOWN = {"was": "is", "were": "are", "wasn’t": "isn’t", "weren’t": "aren’t"}
SINGLE = {"are": "is", "were": "was", "have": "has", "do": "does"}
MANY = {one: other for other, one in SINGLE.items()}
WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
VERB = re.compile(r"(?<=[a-z]\s)(?P<verb>[a-z]{3,}(?<!s)s)(?=\s(?:the|an?|its|their|his|her|no)\s)")
COMING = re.compile(r"(?P<who>[^,;“”]{2,60}?) (?:will|would|shall|can|could|may) (?P<verb>[a-z]+)(?![\w-])")
DATED = re.compile(r"\b(?:on|in|since|by|until|at) (?:\d|the (?:day|year|month)|[A-Z][a-z]+day)|\b(?:tomorrow|next)\b")
TO_BE = re.compile(r"\b(?:was|were) to [a-z]")  # “were it to rise”: no past that has a present
SECOND = re.compile(r"\s(?:and|but) (?:it|they|he|she|that)\s")  # a second clause, which is wished for as well
HELPED = re.compile(
    r"(?P<who>[^,;“”]{2,50}?)(?= (?:is|are|was|were|has|have|had|will|would|shall|can|could|may|must)\b)"
)
DONE = re.compile(r"\b(is|are)\b(?=\s(?:[a-z]+ly\s)?[a-z]{2,}ed\b)")
HAS_BEEN = re.compile(r"\b(has|have) been\b")
BEEN = {"is": "had been", "are": "had been", "was": "had been", "were": "had been"}


def retensed(clause: str, when: Tense) -> str | None:
    """Return *clause* in that tense, None where its first verb is none of those whose forms are certain."""
    now = tense(clause)
    if now is when:
        return clause
    if TO_BE.search(clause) or (when is Tense.PERFECT and DATED.search(clause)):
        return None
    forms = {
        (Tense.PRESENT, Tense.PAST): PAST,
        (Tense.PERFECT, Tense.PLUPERFECT): HAD,
        (Tense.PERFECT, Tense.PAST): HAD,
        (Tense.PAST, Tense.PRESENT): DOWN,
        (Tense.PRESENT, Tense.PLUPERFECT): BEEN,
        (Tense.PAST, Tense.PLUPERFECT): BEEN,
    }.get((now, when))
    if (passive := _passive(clause, now, when)) is not None:
        return passive
    if (verb := finite(clause)) is not None:
        made = verb.put(when)
        return made if made and tense(made) is when else None
    if forms is None:
        return None
    for match in WORD.finditer(clause):
        word = match.group().casefold().replace("'", "’")
        if word in forms and match.start():
            became = forms[word]
            if became == "are" and not is_plural(clause[: match.start()].rstrip()):
                became = "is"  # “were the strike ended” is said of one
            made = f"{clause[: match.start()]}{became}{clause[match.end() :]}"
            return made if tense(made) is when else None
    return None


def as_event(clause: str, when: Tense) -> str | None:
    """Return “the quay is mended” for “the quay will be mended”: what is to come as what comes to pass.

    None for what is denied or hangs on more, and where the form of its verb in the tense *when* is not certain.
    """
    match = COMING.match(clause)
    if when is Tense.PERFECT and DATED.search(clause):
        return None
    if match is None or negative(clause) or first_word(clause) in {"i", "we", "you", "it", "they", "he", "she"}:
        return None
    who, verb, rest = match["who"], match["verb"], clause[match.end() :]
    if (
        verb in wordset("adverbs") | {"have"}
        or verb.endswith("ly")
        or {"would", "should"} & set(words(rest.casefold()))
    ):
        return None
    many = is_plural(head(who))
    if verb == "be":
        forms = {
            Tense.PRESENT: "are" if many else "is",
            Tense.PAST: "were" if many else "was",
            Tense.PERFECT: "have been" if many else "has been",
            Tense.PLUPERFECT: "had been",
        }
        became = forms.get(when)
    elif when is Tense.PRESENT:
        became = verb if many else third_person(verb)
    else:
        made = Finite(f"{who} ", verb, rest, sure, when, many).put(when) if (sure := known(verb)) else None
        return made if made and tense(made) is when else None
    return f"{who} {became}{rest}" if became else None


def _passive(clause: str, now: Tense, when: Tense) -> str | None:
    """Return “has been approved” for “is approved”, and the other way round."""
    if (now, when) == (Tense.PRESENT, Tense.PERFECT):
        match = DONE.search(clause)
        return (
            match and f"{clause[: match.start()]}{'has' if match[1] == 'is' else 'have'} been{clause[match.end(1) :]}"
        )
    if (now, when) == (Tense.PERFECT, Tense.PRESENT):
        match = HAS_BEEN.search(clause)
        return match and f"{clause[: match.start()]}{'is' if match[1] == 'has' else 'are'}{clause[match.end() :]}"
    return None


def denied(clause: str) -> str | None:
    """Return “the mole does not close the port” for “the mole closes the port”, None where its verb is not certain."""
    if any(word in AUXILIARIES for word in words(clause.casefold())):
        return None
    if (sure := finite(clause)) is not None:
        return None if negative(clause) else sure.denied
    found = [match for match in VERB.finditer(clause) if match.start()]
    if len(found) != 1 or first_word(clause[: found[0].start()].split()[-1]) in wordset("determiners"):
        return None
    verb = found[0].group("verb")
    base = (
        re.sub(r"ies$", "y", verb) if verb.endswith("ies") else re.sub(r"(?<=sh|ch|ss)es$|(?<=[xzo])es$|s$", "", verb)
    )
    return f"{clause[: found[0].start()]}does not {base}{clause[found[0].end() :]}"


def that_clause(clause: str, *, wished: bool) -> str | None:
    """Return *clause* behind a `that`: as what is wished for, or as what is."""
    if wished and SECOND.search(clause):
        return None
    if first_word(clause) in {"that", "whether", "if", "what", "how", "why", "who"}:
        return None
    return demanded(clause) if wished else f"That {lower_first(clause)}"


def pronounced(clause: str, lead: str) -> str | None:
    """Return “it will crack” for “the market will crack”: a clause with `it` or `they` for its subject.

    None where its subject is not certain, of another number, or a pronoun.
    """
    helped = HELPED.match(clause)
    found = finite(clause)
    if helped is None and found is None:
        return None
    subject = helped["who"] if helped is not None else found.before.strip() if found is not None else ""
    first, rest = first_word(subject), clause[len(subject) :]
    if first in PRONOUNS | {"there", "what", "whether", "that", "nobody", "no"} or re.search(r"[,;“”]", subject):
        return None
    if is_plural(head(subject)) is not (lead == "they") or re.search(
        r"\b(?:himself|herself|itself|themselves)\b", rest
    ):
        return None
    return upper_first(f"{lead}{rest}")


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
