"""An answer as words that can be compared: one form for contractions, numbers, names and endings."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from tui_reader.study.figures import in_figures
from tui_reader.study.shorthand import spelt
from tui_reader.study.vocabulary import Word, empty_words, irregular, numerals, phrases, stem, table

_WORD = re.compile(r"\d+/\d+|\d+(?:[.,]\d+)*|@\d+|[^\W\d_]+(?:'[^\W\d_]+)?")
_BREAK = re.compile(r"[,;:–—]|\s-\s")
_OWNER = re.compile(r"(?:'s|s')(?!\w)")
_TOKEN = re.compile(r"[\w@'/]+")
_APART = 4  # words that a verb and its particle may be apart
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.IGNORECASE)
_AM = re.compile(r"(\d)\s?a\.?m\b\.?", re.IGNORECASE)
_AS_MUCH = re.compile(r"\bas (?:much|many) as(?=\s\d)", re.IGNORECASE)
_PLUS = re.compile(r"(\d[\d,.]*)\+")
SYMBOLS = {"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen"}
_CURRENCY = re.compile(r"([$€£¥])\s?((?:\d[\d,.]*\d|\d)(?:\s(?:million|billion|thousand)\b)?)")
_INVERTED = re.compile(r"^(?:should|had|were)\s(?=(?:an?|any|the|it|they|he|she|we|you|[A-Z@]\w*)\s)", re.IGNORECASE)
_ORDERED = re.compile(r"^(?!if\b)([a-z]+\s[^,;]+?),?\sand you(?=(?:'ll|\s))", re.IGNORECASE)
_SHORT_NUMBER = re.compile(r"(?<=\d)(?:(m|mn)|(bn)|(k))\b", re.IGNORECASE)


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


def plain(text: str) -> str:
    """Return *text* in one form of quotes, spaces and letters, case kept."""
    text = unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'").replace("´", "'")
    return " ".join(text.split())


def words(text: str) -> tuple[Word, ...]:
    """Return the words of *text*; an actor marked as `@n` is one word."""
    text = spelt(plain(text))
    text = _SHORT_NUMBER.sub(lambda found: " million" if found[1] else " billion" if found[2] else " thousand", text)
    text = _CURRENCY.sub(lambda found: f"{found[2]} {SYMBOLS[found[1]]}", text)
    text = _ORDINAL.sub("", text)
    text = _AM.sub(r"\1 in the morning", text)
    text = _AS_MUCH.sub("maximum", text)
    text = _PLUS.sub(r"more than \1", text)
    text = _MAY.sub(MAY, text)
    text = _ORDERED.sub(r"if you \1, you", _INVERTED.sub("if ", text))
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
        broken = bool(found and _BREAK.search(text, last, match.start()))
        owner = lower not in empty_words() and bool(_OWNER.search(text, match.start(), match.end() + 2))
        found.append(Word(lower, root, raw[:1].isupper(), broken, owner))
        last = match.end()
    return in_figures(found)


def as_written(word: str, text: str) -> str:
    """Return the phrase of *text* that a word stands for, such as `hands over` for `surrender`; else the word."""
    tokens = [match.group().casefold() for match in _TOKEN.finditer(plain(text))]
    if any(token.startswith(word) for token in tokens):
        return word
    if word.isdigit():
        return next((token for token in tokens if numerals("cardinal").get(token) == word), word)
    for index, token in enumerate(tokens):
        for particle in tokens[index + 1 : index + 1 + _APART]:
            if _phrasal().get((stem(irregular().get(token, token)), particle)) == word:
                return f"{token} {particle}"
    line = f" {' '.join(tokens)} "
    return next((phrase for phrase, one in phrases().items() if word in one.split() and f" {phrase} " in line), word)


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
