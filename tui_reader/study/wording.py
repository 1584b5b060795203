"""An answer as words that can be compared: one form for contractions, numbers, names and endings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import snowballstemmer

_WORD = re.compile(r"\d+(?:[.,]\d+)*|@\d+|[^\W\d_]+(?:'[^\W\d_]+)?")
_BREAK = re.compile(r"[,;:–—]|\s-\s")
_SHORT_NUMBER = re.compile(r"(?<=\d)(?:(m|mn)|(bn)|(k))\b", re.IGNORECASE)


OCCASIONS, EACH = ("once", "twice"), ("a", "an", "per", "each", "every", "in")  # "once a year", but "once it rains"

SHARES = {"10": "1/10", "20": "1/5", "25": "1/4", "40": "2/5", "50": "1/2", "60": "3/5", "75": "3/4", "80": "4/5"}
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
    found: list[Word] = []
    last = 0
    for match in _WORD.finditer(text):
        raw = match.group().removesuffix("'s").removesuffix("'")
        lower = raw.casefold().replace(",", "")
        root = lower if lower[0] in "@0123456789" else stem(irregular().get(lower, lower))
        found.append(Word(lower, root, raw[:1].isupper(), bool(found and _BREAK.search(text, last, match.start()))))
        last = match.end()
    return tuple(_with_bounds(list(_with_shares(list(_with_numbers(found))))))


def _with_numbers(found: Sequence[Word]) -> Iterable[Word]:
    """Write number words as digits: `twenty-one` as 21, `two thirds` as 2/3; a lone `one` stays a word."""
    shares, times = numerals("share"), numerals("times")
    index = 0
    while index < len(found):
        value, used = _number_at(found, index)
        following = found[index + used].text.removesuffix("s") if index + used < len(found) else ""
        if used and following in shares:
            number, used = f"{value}/{shares[following]}", used + 1
        elif found[index].text == "a" and found[index + 1 : index + 2] and found[index + 1].text in shares:
            number, used = f"1/{shares[found[index + 1].text]}", 2  # "a third"
        elif used and not (used == 1 and found[index].text == "one"):
            number = str(value)
        elif found[index].text in times and (found[index].text not in OCCASIONS or following in EACH):
            number, used = times[found[index].text], 1
        else:
            yield found[index]
            index += 1
            continue
        yield Word(number, number, after_break=found[index].after_break)
        index += used


def _with_shares(found: Sequence[Word]) -> Iterable[Word]:
    """Write a percentage that is a plain share as that share: 10 percent as 1/10."""
    for index, word in enumerate(found):
        following = found[index + 1].text if index + 1 < len(found) else ""
        if word.text in SHARES and following == "percent":
            yield Word(SHARES[word.text], SHARES[word.text], after_break=word.after_break)
        elif not (word.text == "percent" and index and found[index - 1].text in SHARES):
            yield word


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
def empty_words() -> frozenset[str]:
    """Return the words that carry nothing that an answer could be judged by."""
    return frozenset(word for row in table("empty_words.txt") for word in row)


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
    return dict(table("phrases.tsv"))  # type: ignore[arg-type]


@cache
def _phrase() -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, phrases()), key=len, reverse=True)
    return re.compile(rf"(?<![\w@])(?:{'|'.join(longest_first)})(?!\w)", re.IGNORECASE)


@cache
def irregular() -> dict[str, str]:
    """Return the base form of each word that does not end as the others do: `withdrew` withdraw, `men` man."""
    return dict(table("wordnet/irregular.txt"))  # type: ignore[arg-type]
