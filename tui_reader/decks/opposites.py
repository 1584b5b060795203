"""The opposite of a word where its neighbours show what kind of word it is and that the opposite fits there."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from tui_reader.decks.lexicon import table, wordset

TOKEN = re.compile(r"[^\W_]+(?:[’'‑-][^\W_]+)*|[^\w\s]")
ANY = re.compile(r"\b(?:any\w*|ever|either|again|yet|at all|mind)\b", re.IGNORECASE)
FIGURE = re.compile(r"\d|\bper cent\b")
PLAIN = re.compile(r"[a-z]{3,}(?:-[a-z]+)*")


class Spot:
    """A word of a statement among its neighbours, all folded; "" where there is none."""

    def __init__(self, statement: str, at: int, word: str) -> None:
        self.statement, self.word = statement, word.casefold()
        self.past = [token.casefold() for token in TOKEN.findall(statement[:at])]
        self.coming: list[str] = TOKEN.findall(statement[at + len(word) :])

    def before(self, steps: int = 1) -> str:
        return self.past[-steps] if len(self.past) >= steps else ""

    def after(self, steps: int = 1) -> str:
        return self.coming[steps - 1].casefold() if len(self.coming) >= steps else ""

    @property
    def owned(self) -> bool:
        """Whether the word stands right behind an article or an owner: there it is a noun or an adjective."""
        return self.before() in frame("owners") or self.before().endswith(("’s", "'s", "s’"))

    @property
    def verb(self) -> bool:
        """Whether the word stands behind `to`, a modal or a pronoun, or is in a form that only a verb has."""
        last = self.before()
        if last in {"not", "never", "also", "then"} or last.endswith("ly"):
            last = self.before(2)
        subject = last in {"it", "he", "she", "they", "we", "you", "i", "who", "which"}
        return last in wordset("modals") | {"to"} or subject or last in {"do", "does", "did"}

    @property
    def figures(self) -> bool:
        """Whether the statement is one of amounts."""
        every = {token.casefold() for token in TOKEN.findall(self.statement)}
        return bool(every & frame("amounts")) or FIGURE.search(self.statement) is not None

    @property
    def negated(self) -> bool:
        return negative(self.statement)


def opposite(statement: str, at: int, word: str) -> str | None:
    """Return the opposite of the *word* at that offset of *statement*, None where it is not certain to fit."""
    spot = Spot(statement, at, word)
    if at and (word[0].isupper() or statement[at - 1] in "-‑/"):
        return None
    if statement[at + len(word) :][:1] in {"-", "‑", "/"}:
        return None
    for name, fits in FRAMES.items():
        other = opposites(name).get(spot.word)
        if other is not None and fits(spot):
            doubled = spot.negated and other.startswith(("un", "in", "im", "il")) and other.endswith(spot.word)
            return None if doubled else other
    return None


@cache
def opposites(name: str) -> dict[str, str]:
    """Return the pairs of a frame, both ways unless they are marked as one."""
    both: dict[str, str] = {}
    for pair in table("turns")["directions"][name].split(";"):
        one, *arrow, other = pair.split()
        both.setdefault(one, other)
        if not arrow:
            both.setdefault(other, one)
    return both


@cache
def frame(name: str) -> frozenset[str]:
    """Return the words of a class that frames are told by."""
    return frozenset(table("turns")["frames"][name].split())


def negative(statement: str) -> bool:
    """Whether *statement* has a word that negates in it."""
    found = [token.casefold() for token in TOKEN.findall(statement)]
    return any(word in frame("negative") or word.endswith(("n’t", "n't")) for word in found)


def noun_modal(statement: str, at: int, word: str) -> bool:
    """Whether a modal's form is not sure to be a modal: "the will and power", "may" for a month."""
    spot = Spot(statement, at, word)
    if at and word[0].isupper():
        return True
    nouns = frame("owners") - {"her", "each"}
    owned = spot.before() in nouns or spot.before().endswith(("’s", "'s", "s’"))
    return owned or not spot.after()[:1].isalpha() or spot.after() in frame("after_nouns")


def _anywhere(spot: Spot) -> bool:
    return spot.after() not in frame("particles")


def _amount(spot: Spot) -> bool:
    if spot.after() in frame("particles") or not spot.figures:
        return False
    if spot.after() in {"to", "on", "for"} and not spot.after(2)[:1].isdigit():
        return False  # "rise to the occasion", "falls on a Sunday"
    if spot.after() == "in" and spot.after(2) in {"line", "love", "with", "place"}:
        return False
    if spot.word in {"rise", "fall"}:
        return spot.verb or (spot.after() in {"in", "of"} and spot.before() not in frame("seasonal") | {"give", "the"})
    if spot.word in {"rises", "falls"}:
        return not spot.owned and spot.before() not in frame("cases")
    return not spot.owned or spot.word in {"rising", "falling"}


def _object(spot: Spot) -> bool:
    following = spot.coming[0] if spot.coming else ""
    passive = spot.word.endswith("ed") and spot.before() in frame("copulas") | {"been", "being", "not"}
    if passive:
        return not following or not following[0].isalpha() or following.casefold() in {"by", "in", "on", "at", "before"}
    if following.casefold() not in frame("objects") and not (following[:1].isupper() and following != "I"):
        return False
    if following.casefold() == "that":
        return False  # a clause: "accepts that", with no "opposes that" beside it
    if spot.word.endswith(("ed", "ing")):
        return not spot.owned
    if spot.word.endswith("s"):
        return not spot.owned and spot.before() not in frame("cases")
    return spot.verb


def _doing(spot: Spot) -> bool:
    following = spot.after()
    return not spot.owned and following.endswith("ing") and len(following) > 5 and not following.endswith("thing")


def _priced(spot: Spot) -> bool:
    coming = [token.casefold() for token in spot.coming[:4]]
    if not coming or not (coming[0] in frame("articles") or coming[0] in frame("amounts") or coming[0] == "interest"):
        return False
    measured = next((index for index, token in enumerate(coming) if token in frame("amounts")), None)
    if measured is None or set(coming[:measured]) & frame("cases"):
        return False
    if spot.word in {"raise", "lower", "cut"}:
        # "led to lower rates": behind `to` only an article shows the verb
        sure = spot.word == "raise" or coming[0] in frame("articles") or spot.before() in wordset("modals")
        return spot.verb and sure
    return not spot.owned and spot.before() not in frame("cases") | frame("copulas") | {"been"}


def _predicate(spot: Spot) -> bool:
    last = spot.before()
    if last in {"too", "very", "so", "quite", "still", "not", "now", "again", "much"} or last.endswith("ly"):
        last = spot.before(2)
    if last not in frame("copulas"):
        return False
    if spot.after() in frame("particles") | {"about", "enough", "by", "with"} or spot.after() in {"as"}:
        return False
    if spot.word == "closed":
        return spot.after() in {"", "to", "on", "during", "until", "and", ",", "."}
    following = spot.after()
    comparative = spot.word in opposites("than")
    if comparative or spot.word in {"strong", "weak", "open"}:
        return not following[:1].isalpha() or following in frame("cases") | {
            "than",
            "until",
            "when",
            "if",
            "once",
            "next",
            "this",
        }
    return not following[:1].isalpha() or following in frame("cases") | {
        "that",
        "until",
        "when",
        "if",
        "once",
        "under",
        "unless",
    }


def _attribute(spot: Spot) -> bool:
    following = spot.coming[0] if spot.coming else ""
    if spot.before() not in frame("owners") or not PLAIN.fullmatch(following) or following in frame("cases"):
        return False
    if spot.word == "last":
        lengths = frame("lengths") | {"night", "resort", "spring", "summer", "autumn", "winter", "few", "couple"}
        return following not in lengths and following not in table("turns")["numbers"]["words"].split()
    return True


def _than(spot: Spot) -> bool:
    return (
        spot.after() == "than" and spot.after(2) not in {"ever", "never"} and spot.before() not in {"other", "rather"}
    )


def _place(spot: Spot) -> bool:
    following = spot.coming[0] if spot.coming else ""
    counted = following[:1].isdigit() or following.casefold() in _counts()
    if spot.owned:
        return False
    if spot.word == "within":
        return counted and bool({spot.after(2), spot.after(3)} & frame("lengths"))
    if spot.word in {"above", "below"}:
        return counted
    return following.casefold() in frame("articles") or (following[:1].isupper() and following != "I")


def _time(spot: Spot) -> bool:
    """Whether `before` is one of time, and what follows is no length of time."""
    following = spot.coming[0] if spot.coming else ""
    folded = following.casefold()
    if not following[:1].isalpha() or folded in _counts() | {"all", "long", "now", "then", "yesterday", "tomorrow"}:
        return False
    if spot.before() in {
        "as",
        "ever",
        "never",
        "day",
        "week",
        "night",
        "soon",
        "one",
        "up",
        "long",
        "and",
        "once",
        "not",
    }:
        return False
    near = {token.casefold() for token in spot.coming[:3]}
    if folded in {"a", "an"} and near & frame("lengths"):
        return False
    if spot.word == "before":
        heads = {token.casefold() for token in spot.coming[:5]}
        if heads & (frame("bodies") | wordset("institutions")) or set(spot.past) & frame("brought"):
            return False
    if spot.word == "after" and spot.before() in {
        "look",
        "looks",
        "looked",
        "looking",
        "named",
        "run",
        "take",
        "takes",
    }:
        return False
    return not following[:1].isupper() or folded in _dates()


def _frequency(spot: Spot) -> bool:
    others = negative(re.sub(r"\b(?:never|always)\b", "", spot.statement, count=1, flags=re.IGNORECASE))
    last = spot.before() if spot.before()[:1].isalpha() else spot.before(2)
    helped = last in wordset("modals") | wordset("auxiliaries")
    return helped and not others and not ANY.search(spot.statement) and spot.after()[:1].isalpha()


def _person(spot: Spot) -> bool:
    others = negative(re.sub(r"\bnobody\b", "", spot.statement, count=1, flags=re.IGNORECASE))
    return not others and not ANY.search(spot.statement) and spot.after() in wordset("modals") | wordset("auxiliaries")


@cache
def _counts() -> frozenset[str]:
    return frozenset(table("turns")["numbers"]["words"].split())


@cache
def _dates() -> frozenset[str]:
    numbers = table("turns")["numbers"]
    return frozenset((numbers["months"] + " " + numbers["days"]).casefold().split()) | {"christmas", "easter"}


FRAMES: dict[str, Callable[[Spot], bool]] = {
    "anywhere": _anywhere,
    "amount": _amount,
    "object": _object,
    "doing": _doing,
    "priced": _priced,
    "predicate": _predicate,
    "attribute": _attribute,
    "than": _than,
    "place": _place,
    "time": _time,
    "frequency": _frequency,
    "person": _person,
}
