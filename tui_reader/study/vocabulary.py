"""Words, their stems, and the lexicons that tell what is known of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import snowballstemmer

ISE = ("ise", "ised", "ises", "ising", "iser", "isers", "isation", "isations", "isable")


@dataclass(frozen=True, slots=True)
class Word:
    """One word in lower case, and its stem.

    `capital` says whether the text wrote it with a capital, `after_break` whether a comma stands before it, `owner`
    whether it is a genitive: “the ally's”.
    """

    text: str
    stem: str
    capital: bool = False
    after_break: bool = False
    owner: bool = False

    @property
    def number(self) -> bool:
        return self.text[0].isdigit() or "/" in self.text

    @property
    def name(self) -> bool:
        return self.text.startswith("@")


@cache
def stem(word: str) -> str:
    """Return the stem of a lower-case English word (Porter 2)."""
    return str(snowballstemmer.stemmer("english").stemWord(_with_z(word)))


def _with_z(word: str) -> str:
    """Return `recognise` and what is made of it as `recognize`; `promise` stays as it is."""
    for ending in ISE:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            base = f"{word.removesuffix(ending)}ise"
            return word if base in little("spelt with s") else f"{word.removesuffix(ending)}iz{ending[2:]}"
    return word


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
def little(group: str) -> frozenset[str]:
    """Return a group of little words by its name, such as `article`."""
    return frozenset(next(words for name, words in table("little_words.tsv") if name == group).split())


@cache
def empty_words() -> frozenset[str]:
    """Return the words that carry nothing that an answer could be judged by."""
    return frozenset(word for row in table("empty_words.txt") for word in row)


@cache
def light_words() -> frozenset[str]:
    """Return the stems of the words of content that an answer may have or lack without saying something else."""
    return frozenset(stem(word) for row in table("light_words.txt") for word in row)


@cache
def idle_words() -> frozenset[str]:
    """Return the stems of the words of which an answer in other words may lack one: “the choice of gauge”, “gauge”."""
    return frozenset(stem(word) for row in table("idle_words.txt") for word in row)


@cache
def numerals(kind: str) -> dict[str, str]:
    """Return the words of one kind of number, `cardinal`, `scale`, `share` or `times`, with their values."""
    return {word: value for word, value, of in table("numerals.tsv") if of == kind}


@cache
def phrases() -> dict[str, str]:
    """Return for each phrase the one word that says the same."""
    return mapping("phrases.tsv")


@cache
def irregular() -> dict[str, str]:
    """Return the base form of each word that does not end as the others do: `withdrew` withdraw, `men` man."""
    return {word: base for word, base in table("wordnet/irregular.txt") if word not in little("no past form")}
