"""A statement turned into its neighbour: negated, its modal, its number or its direction changed; still English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from tui_reader.decks.agreement import third_person
from tui_reader.decks.lexicon import table, wordset
from tui_reader.decks.opposites import frame, negative, noun_modal, opposite


class Turn(StrEnum):
    """What was changed."""

    NUMBER = "number"
    DIRECTION = "direction"
    NEGATION = "negation"
    MODAL = "modal"


@dataclass(frozen=True, slots=True)
class Turned:
    """A turned statement, the words that were changed, and those they became."""

    text: str
    turn: Turn
    was: str
    became: str


WORD = re.compile(r"[^\W_]+(?:[’'‑-][^\W_]+)*")
NOT = re.compile(r"\b(?P<aux>[^\W\d_]+)\s+not\b(?!\s+(?:only|to|less|more|just))", re.IGNORECASE)
DIGITS = re.compile(r"(?<![\w.,/:–-])(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\w/:–-]|[.,]\d)")
MONTH = rf"\s+(?:{'|'.join(table('turns')['numbers']['months'].split())})\b"
CONTRACTED = {"won’t": "will", "can’t": "can", "shan’t": "shall"}
DETERMINER = re.compile(
    r"\b(?:the|an?|this|that|its|their|his|her|our|my|no|any|each|every|[^\W\d_]+[’']s?)\s+$", re.IGNORECASE
)
ARTICLE = re.compile(r"\b(an?)\s+$", re.IGNORECASE)
SUBJECT = re.compile(r"(?:\b(?:it|he|she|who|which)|(?<![’'])\b[A-Z][\w-]*(?<!s))\s+$")


def turn(statement: str) -> str | None:
    """Return *statement* with one thing in it turned so that it is no longer true, None where nothing can be."""
    return next((turned.text for turned in turns(statement)), None)


def turns(statement: str) -> Iterator[Turned]:
    """Yield the turned forms of *statement*, those first that are hardest to tell by their grammar."""
    yield from _numbers(statement)
    yield from _directions(statement)
    yield from _negations(statement)
    yield from _modals(statement)


def _numbers(statement: str) -> Iterator[Turned]:
    for match in DIGITS.finditer(statement):
        if not re.match(MONTH, statement[match.end() :]):
            yield _put(statement, match.start(), match.group(), _other_number(match.group()), Turn.NUMBER)
    names = {name: table("turns")["numbers"][name].split() for name in ("words", "months", "days")}
    steps = {"words": 1, "months": 4, "days": 2}
    for match in WORD.finditer(statement):
        word = match.group()
        for name, row in names.items():
            found = word.casefold() if name == "words" else word
            if found not in row or found == "one" or (found == "May" and not _is_month(statement, match)):
                continue
            became = row[(row.index(found) + steps[name]) % len(row)] if found != row[-1] else row[-3]
            yield _put(statement, match.start(), word, became, Turn.NUMBER)


def _is_month(statement: str, match: re.Match[str]) -> bool:
    before, after = statement[: match.start()], statement[match.end() :]
    return bool(re.search(r"(?:\d|\b(?:in|since|until|by|last|next|of))\s+$", before) or re.match(r"\s+\d", after))


def _other_number(number: str) -> str:
    """Return a number of the same look that is clearly another: a year shifted, any other up by about half."""
    digits = number.replace(",", "")
    if "." in digits:
        whole, part = digits.split(".")
        return f"{int(whole) + max(1, int(whole) // 2)}.{part}"
    value = int(digits)
    if len(digits) == 4 and 1000 <= value <= 2199 and "," not in number:
        return str(value + 7 if value % 10 < 5 else value - 8)
    step = max(1, value // 2)
    size = 10 ** max(0, len(str(step)) - 1)
    made = value + max(1, step // size * size)
    return f"{made:,}" if "," in number else str(made)


def _directions(statement: str) -> Iterator[Turned]:
    for match in WORD.finditer(statement):
        other = opposite(statement, match.start(), match.group())
        if other is not None:
            yield _put(statement, match.start(), match.group(), other, Turn.DIRECTION)


def _negations(statement: str) -> Iterator[Turned]:
    if re.search(r"\bonly (?:if|when|once)\b", statement):
        return  # "not … only if" can be read two ways
    for match in NOT.finditer(statement):
        if match.group("aux").casefold() in _auxiliaries() - {"do", "does", "did"}:
            at, aux = match.start("aux"), match.group("aux")
            if not negative(statement[:at] + statement[match.end() :]):
                yield _put(statement, at, match.group(), aux, Turn.NEGATION)
            return
    for match in WORD.finditer(statement):
        word = match.group().casefold().replace("'", "’")
        contracted = word.endswith("n’t") and word not in {"don’t", "doesn’t", "didn’t"}
        if word == "cannot" or contracted:
            if not negative(statement[: match.start()] + statement[match.end() :]):
                became = "can" if word == "cannot" else CONTRACTED.get(word, word[:-3])
                yield _put(statement, match.start(), match.group(), became, Turn.NEGATION)
            return
    if negative(statement):
        return  # a second negation would not be plain
    for match in WORD.finditer(statement):
        word, after = match.group().casefold(), statement[match.end() :]
        negated = _present(statement, match)
        if negated:
            yield _put(statement, match.start(), match.group(), negated, Turn.NEGATION)
            return
        if word in _auxiliaries() - {"do", "does", "did", "be", "been", "being"} and match.start():
            if word in wordset("modals") and noun_modal(statement, match.start(), match.group()):
                continue
            if word in {"has", "have", "had"} and not _participle_follows(after):
                return
            following = WORD.search(after)
            if match.group()[0].isupper() or following is None or following.group().casefold() in frame("adverbs"):
                return
            became = "cannot" if word == "can" else f"{match.group()} not"
            yield _put(statement, match.start(), match.group(), became, Turn.NEGATION)
            return


def _present(statement: str, match: re.Match[str]) -> str | None:
    """Return "does not require" for `requires` where that is the verb of its clause."""
    word, before = match.group().casefold(), statement[: match.start()]
    base = _bases("bases").get(word)
    if base is None and SUBJECT.search(before):
        base = _bases("shared").get(word)
    if base is None or not match.start() or DETERMINER.search(before):
        return None
    return f"does not {base}"


@cache
def _bases(name: str) -> dict[str, str]:
    return {third_person(base): base for base in table("turns")["present"][name].split()}


@cache
def _auxiliaries() -> frozenset[str]:
    return wordset("modals") | wordset("auxiliaries")


def _participle_follows(after: str) -> bool:
    return (
        re.match(
            r"\s+(?:[^\W\d_]+ly\s+|already\s+|twice\s+)?(?:been|[^\W\d_]+(?:ed|en|own|ung|ome|one|aid|ade|eft|ost|ought))\b",
            after,
        )
        is not None
    )


def _modals(statement: str) -> Iterator[Turned]:
    changes: dict[str, str] = table("turns")["modals"]
    if re.search(r"\b(?:no|nobody|nothing|none|neither|hardly)\b", statement, re.IGNORECASE):
        return  # "no toll must be levied" says neither
    for match in WORD.finditer(statement):
        word = match.group()
        if word.casefold() not in changes or not match.start() or word[0].isupper():
            continue
        after = statement[match.end() :]
        if re.match(r"\s+(?:not|never|have|as well)\b", after) or word == "cannot":
            continue
        if noun_modal(statement, match.start(), word):
            continue
        yield _put(statement, match.start(), word, changes[word.casefold()], Turn.MODAL)


def _put(statement: str, at: int, was: str, became: str, kind: Turn) -> Turned:
    """Return *statement* with *became* in the place of *was*, and its article made to go with it."""
    article = ARTICLE.search(statement[:at])
    if article and _an(was) != _an(became):
        found = article.group(1)
        fitting = found[0] + ("n" if _an(became) else "")
        gap = statement[article.end(1) : at]
        at, was, became = article.start(1), f"{found}{gap}{was}", f"{fitting}{gap}{became}"
    if was[:1].isupper() and became[:1].islower():
        became = became[:1].upper() + became[1:]
    return Turned(f"{statement[:at]}{became}{statement[at + len(was) :]}", kind, was, became)


def _an(word: str) -> bool:
    """Whether *word* is spoken with a vowel first, as far as its letters or digits tell."""
    return word[:1].casefold() in set("aeiou8") - ({"o"} if word.casefold() == "one" else set()) or (
        re.match(r"1[18](?!\d)|1[18],", word) is not None
    )
