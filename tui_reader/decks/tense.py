"""When a clause speaks of: the tense that a question about it has to keep."""

from __future__ import annotations

import re
from enum import StrEnum

from tui_reader.decks.lexicon import wordset
from tui_reader.decks.wording import AUXILIARIES, LOWERED, MODALS, words

PAST = frozenset({"was", "were", "did", "wasn’t", "weren’t", "didn’t"})
CONDITIONAL = frozenset({"would", "could", "might", "wouldn’t", "couldn’t"})
PERFECT = frozenset({"has", "have", "hasn’t", "haven’t"})
PLUPERFECT = frozenset({"had", "hadn’t"})
HELPED = MODALS - {"cannot", "ought"} | {"is", "are", "was", "were"}
DETERMINERS = wordset("determiners")
PARTICIPLE = re.compile(r"been|[^\W\d_]{2,}(?:ed|en|wn)", re.IGNORECASE)


class Tense(StrEnum):
    """The tense of a clause's first finite verb; the value is `happen` in that tense."""

    PRESENT = "happens"
    PAST = "happened"
    CONDITIONAL = "would happen"
    PERFECT = "has happened"
    PLUPERFECT = "had happened"


def tense(clause: str) -> Tense:
    """Return the tense of *clause* as far as word lists tell it; the present where they do not."""
    found = [word.casefold() for word in words(clause)]
    for index, word in enumerate(found):
        participle = index + 1 < len(found) and _participle(found[index + 1 : index + 3])
        if word in CONDITIONAL:
            return Tense.CONDITIONAL
        if word in PLUPERFECT:
            return Tense.PLUPERFECT if participle else Tense.PAST
        if word in PERFECT:
            return Tense.PERFECT if participle else Tense.PRESENT
        if word in PAST:
            return Tense.PAST
        if word in MODALS | AUXILIARIES:
            return Tense.PRESENT
        if index and _past(word, found, index):
            return Tense.PAST
    return Tense.PRESENT


def uninverted(trigger: str, clause: str) -> str | None:
    """Return “the plan had been funded” for `had` and “the plan been funded”; None where the verb is not found.

    `should` and `were … to` leave a wish: “that the prices persist”.
    """
    if trigger == "had":
        irregular = wordset("past_forms") | wordset("participles") | wordset("bare_participles")
        verb = next(
            (
                match
                for match in re.finditer(r"[^\W\d_]+", clause)
                if match.start()
                and (PARTICIPLE.fullmatch(match.group()) or match.group().casefold() in irregular)
                and _free(clause, match)
            ),
            None,
        )
        if verb is None:
            return None
        before = re.sub(r"\s+(not|never)\s*$", "", clause[: verb.start()].rstrip())
        negated = clause[len(before) : verb.start()].strip()
        return " ".join(filter(None, (before, "had", negated, clause[verb.start() :])))
    if trigger == "should":
        return f"that {clause}"
    if trigger == "were" and re.search(r"\sto\s", clause):
        bare = re.sub(r"\sto\s", " ", clause, count=1)
        return f"that {bare}"
    return None


def demanded(clause: str) -> str | None:
    """Return “That the mole be mended” for “The mole will be mended”; None where its verb is not helped by another."""
    match = next((m for m in re.finditer(r"[^\W\d_]+", clause) if m.start() and m.group().casefold() in HELPED), None)
    if match is None or re.match(r"\s*[,;]", clause[match.end() :]):
        return None
    before, verb, after = clause[: match.start()].rstrip(), match.group().casefold(), clause[match.end() :].lstrip()
    negated = "not " if after.startswith("not ") else ""
    after = after.removeprefix("not ")
    rest = f"{negated}{after}" if verb in MODALS else f"{negated}be {after}"
    return f"That {before[:1].lower() if before.split()[0].casefold() in LOWERED else before[:1]}{before[1:]} {rest}"


def _participle(following: list[str]) -> bool:
    return any(PARTICIPLE.fullmatch(word) or word in wordset("past_forms") for word in following)


def _past(word: str, found: list[str], index: int) -> bool:
    """Whether a word is a verb of the past rather than a participle that a noun has behind it (“held at Caelin”)."""
    regular = word.endswith("ed") and len(word) > 4 and word not in wordset("bases_in_ed")
    if not (regular or word in wordset("past_forms")) or found[index - 1] in {"the", "a", "an", "to", "and", "of"}:
        return False
    return not any(other in MODALS | AUXILIARIES for other in found[index + 1 :])


def _free(clause: str, match: re.Match[str]) -> bool:
    """Whether a participle is no adjective before a noun: “the planned load”."""
    before = words(clause[: match.start()])
    return bool(before) and before[-1].casefold() not in DETERMINERS
