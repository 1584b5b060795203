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
    ACTOR = "actor"
    STANCE = "stance"


@dataclass(frozen=True, slots=True)
class Turned:
    """A turned statement, the words that were changed, where they stood, and those they became."""

    text: str
    turn: Turn
    was: str
    became: str
    at: int = 0


WORD = re.compile(r"[^\W_]+(?:[’'‑-][^\W_]+)*")
NOT = re.compile(r"\b(?P<aux>[^\W\d_]+)\s+not\b(?!\s+(?:only|to|less|more|just))", re.IGNORECASE)
DIGITS = re.compile(r"(?<![\w.,/:–-])(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\w/:–-]|[.,]\d)")
MONTH = rf"\s+(?:{'|'.join(table('turns')['numbers']['months'].split())})\b"
STEPS = {"words": (1, 2, -1, 3), "months": (4, 2, -3, 6), "days": (2, -2, 3)}
LONG_MONTHS = frozenset(table("turns")["numbers"]["long_months"].split())
SHARES = tuple(table("turns")["numbers"]["shares"].split("; "))
SHARE = re.compile(rf"\b(?:{'|'.join(SHARES)})\b", re.IGNORECASE)
FRACTION = re.compile(rf"[\s-](?:{'|'.join(table('turns')['numbers']['fractions'].split())}|halves)s?\b")
NAMED_GROUP = re.compile(r"\b(?:the|these|those|all|both|its|their|other)\s+$", re.IGNORECASE)
CONTRACTED = {"won’t": "will", "can’t": "can", "shan’t": "shall"}
ASKED = re.compile(r"\b(?:whether|what|how|why)\b", re.IGNORECASE)
DETERMINER = re.compile(
    r"\b(?:the|an?|this|that|its|their|his|her|our|my|no|any|each|every|[^\W\d_]+[’']s?)\s+$", re.IGNORECASE
)
ARTICLE = re.compile(r"\b(an?)\s+$", re.IGNORECASE)
SUBJECT = re.compile(r"(?:\b(?:it|he|she|who|which)|(?<![’'])\b[A-Z][\w-]*(?<!s))\s+$")


def turn(statement: str, prompt: str = "") -> str | None:
    """Return *statement* with one thing in it turned so that it is no longer true, None where nothing can be."""
    return next((turned.text for turned in turns(statement, prompt)), None)


def turns(statement: str, prompt: str = "") -> Iterator[Turned]:
    """Yield the turned forms of *statement*, those first that are hardest to tell by their grammar.

    No number, day or modal is turned that *prompt* has as well: it would be seen to be wrong. One spot may be turned
    in several ways.
    """
    given = {word.casefold() for word in WORD.findall(prompt)}
    yield from (one for one in _numbers(statement) if not set(one.was.casefold().split()) & (given - {"a", "an"}))
    yield from _directions(statement)
    yield from _negations(statement)
    yield from (one for one in _modals(statement) if one.was.casefold() not in given)


def _numbers(statement: str) -> Iterator[Turned]:
    for match in DIGITS.finditer(statement):
        after = statement[match.end() :]
        if not re.match(MONTH, after):
            most = 100 if re.match(r"\s*(?:%|per ?cent)", after) else None
            for other in _other_numbers(match.group(), most):
                yield put(statement, match.start(), match.group(), other, Turn.NUMBER)
    shares = [(match.start(), match.group()) for match in SHARE.finditer(statement)]
    for at, share in shares:
        for other in SHARES:
            if other != share.casefold():
                yield put(statement, at, share, other, Turn.NUMBER)
    names = {name: table("turns")["numbers"][name].split() for name in STEPS}
    for match in WORD.finditer(statement):
        if any(at <= match.start() < at + len(share) for at, share in shares):
            continue
        word, after = match.group(), statement[match.end() :]
        for name, row in names.items():
            found = word.casefold() if name == "words" else word
            if found not in row or found == "one" or (found == "May" and not _is_month(statement, match)):
                continue
            if name == "words" and (FRACTION.match(after) or NAMED_GROUP.search(statement[: match.start()])):
                continue
            for other in _neighbours(row, row.index(found), name, statement[: match.start()]):
                yield put(statement, match.start(), word, other, Turn.NUMBER)


def _neighbours(row: list[str], at: int, name: str, before: str) -> list[str]:
    """Return other words of a row: numbers near this one, days and months that are dates behind the day before them."""
    if name == "words":
        near = [at + step for step in STEPS[name] if 0 < at + step < len(row)]
        return [row[index] for index in near][:3]
    day = re.search(r"(\d{1,2})\s+$", before)
    last = int(day.group(1)) if day and name == "months" else 0
    found = [row[(at + step) % len(row)] for step in STEPS[name]]
    return [month for month in found if last <= (28 if month == "February" else 31 if month in LONG_MONTHS else 30)][:3]


def _is_month(statement: str, match: re.Match[str]) -> bool:
    before, after = statement[: match.start()], statement[match.end() :]
    return bool(re.search(r"(?:\d|\b(?:in|since|until|by|last|next|of))\s+$", before) or re.match(r"\s+\d", after))


def _other_numbers(number: str, most: int | None) -> list[str]:
    """Return numbers of the same look that are clearly others: a year shifted, any other up and down by about half."""
    digits = number.replace(",", "")
    if "." in digits:
        whole, part = digits.split(".")
        other = int(part[0])
        made = [f"{int(whole) + max(1, int(whole) // 2)}.{part}", f"{whole}.{(other + 4) % 10 or 5}{part[1:]}"]
        made += [f"{int(whole) - max(1, int(whole) // 3)}.{part}"] if int(whole) > 1 else []
        return [one for one in made if one != number and (most is None or float(one) < most)]
    value = int(digits)
    if len(digits) == 4 and 1000 <= value <= 2199 and "," not in number:
        early = value % 10 < 5
        return [str(value + step) for step in ((7, 3, -4) if early else (-8, -3, 4))]
    step = max(1, value // 2)
    size = 10 ** max(0, len(str(step)) - 1)
    up = max(1, step // size * size)
    down = max(1, value // 3 // size * size)
    others = [value + up, value - down, value + 2 * up]
    kept = [one for one in others if one > 0 and one != value and (most is None or one < most or value > most)]
    return [f"{one:,}" if "," in number else str(one) for one in kept]


def _directions(statement: str) -> Iterator[Turned]:
    for match in WORD.finditer(statement):
        other = opposite(statement, match.start(), match.group())
        if other is not None and not negative(statement[: match.start()]):  # “would not reject” says little
            yield put(statement, match.start(), match.group(), other, Turn.DIRECTION)


def _negations(statement: str) -> Iterator[Turned]:
    if re.search(r"\bonly (?:if|when|once)\b", statement):
        return  # "not … only if" can be read two ways
    if re.match(r"(?:even\s)?(?:were|had|should)\b", statement, re.IGNORECASE):
        return  # "were not he to go"
    for match in NOT.finditer(statement):
        if match.group("aux").casefold() in _auxiliaries() - {"do", "does", "did"}:
            at, aux = match.start("aux"), match.group("aux")
            if not negative(statement[:at] + statement[match.end() :]):
                yield put(statement, at, match.group(), aux, Turn.NEGATION)
            return
    for match in WORD.finditer(statement):
        word = match.group().casefold().replace("'", "’")
        contracted = word.endswith("n’t") and word not in {"don’t", "doesn’t", "didn’t"}
        if word == "cannot" or contracted:
            if not negative(statement[: match.start()] + statement[match.end() :]):
                became = "can" if word == "cannot" else CONTRACTED.get(word, word[:-3])
                yield put(statement, match.start(), match.group(), became, Turn.NEGATION)
            return
    if negative(statement):
        return  # a second negation would not be plain
    for match in WORD.finditer(statement):
        word, after = match.group().casefold(), statement[match.end() :]
        negated = _present(statement, match)
        if negated:
            yield put(statement, match.start(), match.group(), negated, Turn.NEGATION)
            return
        if word in _auxiliaries() - {"do", "does", "did", "be", "been", "being"} and match.start():
            if word in wordset("modals") and noun_modal(statement, match.start(), match.group()):
                continue
            if word in {"has", "have", "had"} and not participle_follows(after):
                return
            following = WORD.search(after)
            if match.group()[0].isupper() or following is None or following.group().casefold() in frame("adverbs"):
                return
            if ASKED.search(statement[: match.start()]):
                return  # what is denied within a question is no less open
            became = "cannot" if word == "can" else f"{match.group()} not"
            yield put(statement, match.start(), match.group(), became, Turn.NEGATION)
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


def participle_follows(after: str) -> bool:
    """Whether the words behind a form of `have` begin with a participle."""
    return (
        re.match(
            r"\s+(?:[^\W\d_]+ly\s+|already\s+|twice\s+)?(?:been|[^\W\d_]+(?:ed|en|own|ung|ome|one|aid|ade|eft|ost|ought))\b",
            after,
        )
        is not None
    )


def _modals(statement: str) -> Iterator[Turned]:
    changes: dict[str, str] = table("turns")["modals"]
    negated = negative(statement)
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
        for other in changes[word.casefold()].split("; "):
            if not (negated and negative(other)):
                yield put(statement, match.start(), word, other, Turn.MODAL)


def put(statement: str, at: int, was: str, became: str, kind: Turn) -> Turned:
    """Return *statement* with *became* in the place of *was*, and its article made to go with it."""
    article = ARTICLE.search(statement[:at])
    if article and _an(was) != _an(became):
        found = article.group(1)
        fitting = found[0] + ("n" if _an(became) else "")
        gap = statement[article.end(1) : at]
        at, was, became = article.start(1), f"{found}{gap}{was}", f"{fitting}{gap}{became}"
    if was[:1].isupper() and became[:1].islower() and (kind is not Turn.ACTOR or not at):
        became = became[:1].upper() + became[1:]
    return Turned(f"{statement[:at]}{became}{statement[at + len(was) :]}", kind, was, became, at)


def _an(word: str) -> bool:
    """Whether *word* is spoken with a vowel first, as far as its letters or digits tell."""
    return word[:1].casefold() in set("aeiou8") - ({"o"} if word.casefold() == "one" else set()) or (
        re.match(r"1[18](?!\d)|1[18],", word) is not None
    )
