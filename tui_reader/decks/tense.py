"""When a clause speaks of: the tense that a question about it has to keep."""

from __future__ import annotations

import re
from enum import StrEnum

from tui_reader.decks.agreement import third_person
from tui_reader.decks.lexicon import alternatives, wordset
from tui_reader.decks.wording import AUXILIARIES, LOWERED, MODALS, is_plural, words

PAST = frozenset({"was", "were", "did", "wasn’t", "weren’t", "didn’t"})
CONDITIONAL = frozenset({"would", "could", "might", "wouldn’t", "couldn’t"})
PERFECT = frozenset({"has", "have", "hasn’t", "haven’t"})
PLUPERFECT = frozenset({"had", "hadn’t"})
HELPED = MODALS - {"cannot", "ought"} | {"is", "are", "was", "were"}
DETERMINERS = wordset("determiners")
NO_VERBS = LOWERED | wordset("topic_prepositions") | {"into", "onto", "before", "after"}
SUBJECT = re.compile(r"(?:I|we|you|he|she|it|they|there)\s+", re.IGNORECASE)
# What can only be the verb behind a subject: the last of its words, or one before an object.
BARE_VERB = re.compile(
    rf"(?<=[^\W\d_]\s)(?<!\bthe\s)(?<!\ba\s)(?<!\ban\s)[a-z]{{2,}}(?:ss|[^\Ws])(?<!ly)(?<!ed)(?=\s*$|\s+(?:{alternatives('determiners')}|it|them|him|her|us|me|fewer|more|less|to|\d+)\b)"
)
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
    """Return “the plan had been funded” for `had` and “the plan been funded”; None where its verb is not found."""
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
        return _put_back("had", clause, verb.start()) if verb else None
    if trigger in {"should", "were"} and (pronoun := SUBJECT.match(clause)):
        return _put_back(trigger, clause, pronoun.end())
    if trigger == "were" and (aim := re.search(r"(?:\bnot\s+)?\bto\s", clause)):
        return _put_back("were", clause, aim.start())
    if trigger == "should":
        bare = (match for match in BARE_VERB.finditer(clause) if match.group() not in NO_VERBS)
        verb = re.search(r"\b(?:not|be)\s", clause) or next(bare, None)
        return _put_back("should", clause, verb.start()) if verb else None
    return None


def in_present(clause: str) -> str:
    """Return “the tender attracts two bids” for “the tender should attract two bids”; other clauses as they are."""
    match = re.fullmatch(r"(?P<who>.+?) should (?P<verb>[a-z]+)(?P<rest>.*)", clause, re.DOTALL)
    if match is None or match["verb"] in {"not", "never", "have"} or match["verb"].endswith("ly"):
        return clause
    many = is_plural(match["who"]) or match["who"].casefold() in {"they", "we", "you", "i"} or " and " in match["who"]
    verb = (
        ("are" if many else "is") if match["verb"] == "be" else match["verb"] if many else third_person(match["verb"])
    )
    return f"{match['who']} {verb}{match['rest']}"


def _put_back(auxiliary: str, clause: str, at: int) -> str:
    """Return *clause* with its auxiliary before the verb at that place, and before a negative that stands there."""
    before = re.sub(r"\s+(not|never)\s*$", "", clause[:at].rstrip())
    negated = clause[len(before) : at].strip()
    return " ".join(filter(None, (before, auxiliary, negated, clause[at:].lstrip())))


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
