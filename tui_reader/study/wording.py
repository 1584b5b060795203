"""An answer as words that can be compared: one form for contractions, numbers, names and endings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files

import snowballstemmer

_WORD = re.compile(r"\d+/\d+|\d+(?:[.,]\d+)*|@\d+|[^\W\d_]+(?:'[^\W\d_]+)?")
_BREAK = re.compile(r"[,;:–—]|\s-\s")
_TOKEN = re.compile(r"[\w@'/]+")
_APART = 4  # words that a verb and its particle may be apart
_SHORT_NUMBER = re.compile(r"(?<=\d)(?:(m|mn)|(bn)|(k))\b", re.IGNORECASE)


ONCE, EACH = "once", ("a", "an", "per", "each", "every", "in")  # "once a year", but "once it rains"

WHOLES = ("5", "10", "100", "1000")  # "three in ten"
THIRDS = {"33": "1/3", "66": "2/3", "67": "2/3"}
BOUNDS, COUNTED = {"minimum": "more", "maximum": "fewer"}, 12  # up to how many things are counted one by one
MAY = "mayday"  # the month, told from the modal
_MAY = re.compile(r"(?<=\b(?:in|of|by)\s)may\b|(?<=\b(?:last|next)\s)may\b|(?<=\d\s)may\b|\bmay(?=\s\d)", re.IGNORECASE)

_CONTRACTIONS = (
    ("won't", "will not"),
    ("can't", "can not"),
    ("cannot", "can not"),
    ("shan't", "shall not"),
    ("n't", " not"),
    ("'ll", " will"),
    ("'re", " are"),
    ("'ve", " have"),
    ("let's", "let us"),
    ("per cent", "percent"),
    ("%", " percent"),
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word in lower case, its stem, whether the text wrote it with a capital, and whether a comma stands before."""

    text: str
    stem: str
    capital: bool = False
    after_break: bool = False

    @property
    def number(self) -> bool:
        return self.text[0].isdigit() or "/" in self.text

    @property
    def name(self) -> bool:
        return self.text.startswith("@")


@cache
def stem(word: str) -> str:
    """Return the stem of a lower-case English word (Porter 2)."""
    return str(snowballstemmer.stemmer("english").stemWord(word))


def plain(text: str) -> str:
    """Return *text* in one form of quotes, spaces and letters, case kept."""
    text = unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'").replace("´", "'")
    return " ".join(text.split())


def words(text: str) -> tuple[Word, ...]:
    """Return the words of *text*; an actor marked as `@n` is one word."""
    text = plain(text)
    text = _SHORT_NUMBER.sub(lambda found: " million" if found[1] else " billion" if found[2] else " thousand", text)
    text = _MAY.sub(MAY, text)
    for short, long in _CONTRACTIONS:
        text = re.sub(re.escape(short), long, text, flags=re.IGNORECASE)
    text = _phrase().sub(lambda match: phrases()[match.group().lower()], text)
    text = _with_whole_verbs(text)
    found: list[Word] = []
    last = 0
    for match in _WORD.finditer(text):
        raw = match.group().removesuffix("'s").removesuffix("'")
        lower = raw.casefold().replace(",", "")
        root = lower if lower[0] in "@0123456789" else stem(irregular().get(lower, lower))
        found.append(Word(lower, root, raw[:1].isupper(), bool(found and _BREAK.search(text, last, match.start()))))
        last = match.end()
    return tuple(_with_bounds(list(_with_shares(list(_with_numbers(found))))))


def _with_whole_verbs(text: str) -> str:
    """Write a verb and its particle as the one verb that says the same: `turn the offer down` as `reject the offer`."""
    found = list(_TOKEN.finditer(text))
    places = [match.group().casefold() for match in found]
    for index in range(len(found) - 1, 0, -1):
        if places[index] not in _particles():
            continue
        for back in range(index - 1, max(index - _APART - 1, -1), -1):
            verb = _phrasal().get((stem(irregular().get(places[back], places[back])), places[index]))
            if verb:
                start, end = found[back].span()
                gone, last = found[index].span()
                text = f"{text[:start]}{verb}{text[end:gone].rstrip()}{text[last:]}"
                break
            if places[back] in _particles() or _BREAK.search(text, found[back].end(), found[index].start()):
                break
    return text


def _with_numbers(found: Sequence[Word]) -> Iterable[Word]:
    """Write number words as digits: `twenty-one` as 21, `two thirds` as 2/3; a lone `one` stays a word."""
    shares, times = numerals("share"), numerals("times")
    index = 0
    while index < len(found):
        value, used = _number_at(found, index)
        following = found[index + used].text.removesuffix("s") if index + used < len(found) else ""
        if used and following in shares:
            number, used = str(Fraction(value, int(shares[following]))), used + 1
        elif found[index].text == "a" and found[index + 1 : index + 2] and found[index + 1].text in shares:
            number, used = f"1/{shares[found[index + 1].text]}", 2  # "a third"
        elif used and not (used == 1 and found[index].text == "one"):
            number = str(value)
        elif found[index].text in times and (found[index].text != ONCE or following in EACH):
            number, used = times[found[index].text], 1
        else:
            yield found[index]
            index += 1
            continue
        yield Word(number, number, after_break=found[index].after_break)
        index += used


def _with_shares(found: Sequence[Word]) -> Iterable[Word]:
    """Write a round percentage, and so many out of so many, as a share: 10 percent as 1/10, `three in ten` as 3/10."""
    index = 0
    while index < len(found):
        word, rest = found[index], [other.text for other in found[index + 1 : index + 6]]
        share, used = "", 0
        if word.text.isdigit() or word.text == "one":
            word = word if word.number else Word("1", "1", after_break=word.after_break)
            share, used = (
                _percentage(word.text, rest) or _share(word.text, rest) or _share(word.text, rest, 1) or ("", 0)
            )
        if share:
            yield Word(share, share, after_break=word.after_break)
            if used < 0:
                yield found[index + 1]  # "three years out of ten"
        else:
            yield found[index]
        index += abs(used) + 1


def _percentage(number: str, rest: Sequence[str]) -> tuple[str, int] | None:
    if rest[:1] != ["percent"] or not 0 < int(number) < 100:
        return None
    if number in THIRDS:
        return THIRDS[number], 1
    return (str(Fraction(int(number), 100)), 1) if int(number) % 10 == 0 or int(number) % 25 == 0 else None


def _share(part: str, rest: Sequence[str], skip: int = 0) -> tuple[str, int] | None:
    """Return the share that *part* is of the number behind `of` or `in`, and how many words say so.

    The words are counted negative where one of them is what is counted.
    """
    words = list(rest[skip:])
    out = words[:1] == ["out"]
    words = words[out:]
    every = words[1:2] in (["the"], ["every"], ["each"])
    if len(words) < 2 + every or not words[1 + every].isdigit():
        return None
    whole = words[1 + every]
    if not (words[0] == "of" or (words[0] == "in" and whole in WHOLES)) or int(part) >= int(whole):
        return None
    used = skip + out + 2 + every
    return str(Fraction(int(part), int(whole))), -used if skip else used


def _with_bounds(found: Sequence[Word]) -> Iterable[Word]:
    """Write the least or most of a small count as what it is over or under: `minimum 3`, `3 minimum` as `more 2`."""
    index = 0
    while index < len(found):
        pair = [word.text for word in found[index : index + 2]]
        bound = next((BOUNDS[text] for text in pair if text in BOUNDS), None)
        number = next((text for text in pair if text.isdigit()), "")
        if len(pair) == 2 and bound and number and 1 < int(number) <= COUNTED:
            yield Word(bound, stem(bound), after_break=found[index].after_break)
            counted = str(int(number) + (-1 if bound == "more" else 1))
            yield Word(counted, counted)
            index += 2
        else:
            yield found[index]
            index += 1


def _number_at(found: Sequence[Word], index: int) -> tuple[int, int]:
    """Return the whole number that is written out from *index* on, and how many words it takes, 0 if none."""
    cardinals, scales = numerals("cardinal"), numerals("scale")
    total, current, used = 0, 0, 0
    if found[index].text.isdigit() and index + 1 < len(found) and found[index + 1].text in scales:
        current, used = int(found[index].text), 1  # "2 million"
    for word in found[index + used :]:
        if word.text in cardinals:
            value = int(cardinals[word.text])
            if current % 100 and not (current % 10 == 0 and value < 10):
                break
            current += value
        elif word.text in scales and used:
            current = max(current, 1) * int(scales[word.text])
            if current >= 1000:
                total, current = total + current, 0
        else:
            break
        used += 1
    return total + current, used


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a lexicon of this package, split at tabs (or spaces in a `.txt`)."""
    text = files("tui_reader.study").joinpath("lexicon", name).read_text(encoding="utf-8")
    rows = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(tuple(row.split(None if name.endswith(".txt") else "\t")) for row in rows)


@cache
def mapping(name: str) -> dict[str, str]:
    """Return a lexicon of two columns as the second by the first."""
    return dict(table(name))  # type: ignore[arg-type]


@cache
def empty_words() -> frozenset[str]:
    """Return the words that carry nothing that an answer could be judged by."""
    return frozenset(word for row in table("empty_words.txt") for word in row)


@cache
def pronouns() -> frozenset[str]:
    """Return the words that stand for somebody or something named before."""
    return frozenset(word for row in table("pronouns.txt") for word in row)


@cache
def light_words() -> frozenset[str]:
    """Return the stems of the words of content that an answer may have or lack without saying something else."""
    return frozenset(stem(word) for row in table("light_words.txt") for word in row)


@cache
def numerals(kind: str) -> dict[str, str]:
    """Return the words of one kind of number, `cardinal`, `scale`, `share` or `times`, with their values."""
    return {word: value for word, value, of in table("numerals.tsv") if of == kind}


@cache
def phrases() -> dict[str, str]:
    """Return for each phrase the one word that says the same."""
    return mapping("phrases.tsv")


@cache
def _phrase() -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, phrases()), key=len, reverse=True)
    return re.compile(rf"(?<![\w@])(?:{'|'.join(longest_first)})(?!\w)", re.IGNORECASE)


@cache
def _phrasal() -> dict[tuple[str, str], str]:
    found = {}
    for phrase, verb in table("phrasal.tsv"):
        first, particle = phrase.split()
        found[stem(first), particle] = verb
    return found


@cache
def _particles() -> frozenset[str]:
    return frozenset(particle for _, particle in _phrasal())


@cache
def irregular() -> dict[str, str]:
    """Return the base form of each word that does not end as the others do: `withdrew` withdraw, `men` man."""
    return mapping("wordnet/irregular.txt")
