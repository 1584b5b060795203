"""A statement turned into its neighbour: negated, its modal, its number or its direction changed; still English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from tui_reader.decks.lexicon import table, wordset


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
FIXED = frozenset({"north", "south", "east", "west", "public", "first", "best", "one", "all", "may", "with", "open"})


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


@cache
def _opposites() -> dict[str, str]:
    pairs = (pair.replace("‑", " ").split() for pair in table("turns")["directions"]["pairs"].split(";"))
    both: dict[str, str] = {}
    for pair in pairs:
        if len(pair) == 2:
            both.setdefault(pair[0], pair[1])
            both.setdefault(pair[1], pair[0])
    return both


def _directions(statement: str) -> Iterator[Turned]:
    opposites = _opposites()
    for match in WORD.finditer(statement):
        word = match.group()
        other = opposites.get(word.casefold())
        if other is None or word.casefold() in FIXED or (match.start() and word[0].isupper()):
            continue
        if _quantifies(word, statement[match.end() :]):
            continue
        yield _put(statement, match.start(), word, other, Turn.DIRECTION)


def _quantifies(word: str, after: str) -> bool:
    """Whether a comparative or `all`, `both` is part of a longer expression that its opposite would break."""
    if word.casefold() in {"all", "both", "none", "neither"}:
        return True
    return word.casefold() in {"more", "fewer"} and re.match(r"\s+(?:than|of|[^\W\d_]+(?<!s)\b)", after) is not None


def _negations(statement: str) -> Iterator[Turned]:
    for match in NOT.finditer(statement):
        if match.group("aux").casefold() in _auxiliaries() - {"do", "does", "did"}:
            at = match.start("aux")
            yield _put(statement, at, match.group(), match.group("aux"), Turn.NEGATION)
            return
    for match in WORD.finditer(statement):
        word = match.group().casefold().replace("'", "’")
        if word == "cannot":
            yield _put(statement, match.start(), match.group(), "can", Turn.NEGATION)
            return
        if word.endswith("n’t") and word not in {"don’t", "doesn’t", "didn’t"}:
            yield _put(statement, match.start(), match.group(), CONTRACTED.get(word, word[:-3]), Turn.NEGATION)
            return
        if word in {"no", "nobody", "nothing", "never", "neither", "not", "without"}:
            return
        if word in _auxiliaries() - {"do", "does", "did", "be", "been", "being"} and match.start():
            if word in {"has", "have", "had"} and not _participle_follows(statement[match.end() :]):
                return
            yield _put(statement, match.start(), match.group(), f"{match.group()} not", Turn.NEGATION)
            return


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
    for match in WORD.finditer(statement):
        word = match.group()
        if word.casefold() not in changes or not match.start() or word[0].isupper():
            continue
        after = statement[match.end() :]
        if re.match(r"\s+(?:not|never|have)\b", after) or word == "cannot":
            continue
        yield _put(statement, match.start(), word, changes[word.casefold()], Turn.MODAL)


def _put(statement: str, at: int, was: str, became: str, kind: Turn) -> Turned:
    if was[:1].isupper() and became[:1].islower():
        became = became[:1].upper() + became[1:]
    return Turned(f"{statement[:at]}{became}{statement[at + len(was) :]}", kind, was, became)
