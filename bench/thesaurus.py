"""Compile the grader's thesaurus out of WordNet: `python -m bench.thesaurus DICT VERB.EXC NOUN.EXC`.

DICT is a folder of WordNet 3.1 database files (`data.*` and `index.sense`), the two others are its lists of irregular
forms. Only words of the commoner senses are kept: a rare sense makes words alike that no reader takes for each other.
Format: https://wordnet.princeton.edu/documentation/wndb5wn
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from tui_reader.study.vocabulary import stem

TARGET = Path(__file__).parents[1] / "tui_reader" / "study" / "lexicon" / "wordnet"
FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
KINDS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
SENSES = {"n": 2, "v": 3, "a": 2, "r": 2}  # how many of a word's senses count, from its commonest on
OFTEN = 5  # a sense found as often as this in WordNet's tagged texts counts whatever its rank
ANTONYM, DERIVED, BROADER, SIMILAR = "!", "+", "@", "&"
FIRST = {"n": 1, "v": 2, "a": 1, "r": 1}  # of these senses the broader and the similar word count too
NARROW = 8  # a word with more kinds than this is too broad to stand for one of them


@dataclass(frozen=True, slots=True)
class Synset:
    kind: str
    words: tuple[str, ...]
    pointers: tuple[tuple[str, tuple[str, str], int, int], ...]  # sign, target, number of source and of target word


def compile_lists(folder: str, *irregular: str) -> None:
    """Write the four lists beside WordNet's licence."""
    path = Path(folder)
    ranks = dict(_ranks(path / "index.sense"))
    synsets = {key: synset for kind in FILES for key, synset in _synsets(path, kind)}
    groups = set()
    for (kind, offset), synset in synsets.items():
        kept = [word for word in synset.words if _common(ranks.get((kind, offset, word), (99, 0)), kind, word)]
        stems = tuple(dict.fromkeys(stem(word) for word in kept))
        if len(stems) > 1 and any(ranks[kind, offset, word][1] for word in kept):
            groups.add(" ".join(stems))
    groups |= set(_broader(synsets, ranks))
    _write("synonyms.txt", groups)
    _write("opposites.txt", _pairs(synsets, ranks, ANTONYM))
    _write("kin.txt", _pairs(synsets, ranks, DERIVED))
    _write("irregular.txt", (row for file in irregular for row in _irregular(Path(file))))


def _ranks(path: Path) -> Iterator[tuple[tuple[str, str, str], tuple[int, int]]]:
    for line in path.read_text(encoding="latin-1").splitlines():
        key, offset, rank, count = line.split()
        word, _, rest = key.partition("%")
        yield (KINDS[rest[0]], offset, word), (int(rank), int(count))


def _synsets(folder: Path, kind: str) -> Iterator[tuple[tuple[str, str], Synset]]:
    for line in (folder / f"data.{FILES[kind]}").read_text(encoding="latin-1").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        words = tuple(re.sub(r"\(\w+\)$", "", word) for word in fields[4 : 4 + 2 * count : 2])
        rest = fields[5 + 2 * count : 5 + 2 * count + 4 * int(fields[4 + 2 * count])]
        pointers = tuple(
            (sign, ("a" if to == "s" else to, target), int(ends[:2], 16), int(ends[2:], 16))
            for sign, target, to, ends in zip(rest[0::4], rest[1::4], rest[2::4], rest[3::4], strict=False)
            if sign in (ANTONYM, DERIVED, BROADER, SIMILAR)
        )
        yield (kind, fields[0]), Synset(kind, words, pointers)


def _common(rank: tuple[int, int], kind: str, word: str) -> bool:
    place, count = rank
    return word.isascii() and word.isalpha() and word.islower() and (place <= SENSES[kind] or count >= OFTEN)


def _pairs(
    synsets: dict[tuple[str, str], Synset], ranks: dict[tuple[str, str, str], tuple[int, int]], wanted: str
) -> Iterator[str]:
    for (kind, offset), synset in synsets.items():
        for sign, target, source, other in synset.pointers:
            if sign != wanted or not source or not other or target not in synsets:
                continue
            one, two = synset.words[source - 1], synsets[target].words[other - 1]
            first, second = ranks.get((kind, offset, one), (99, 0)), ranks.get((*target, two), (99, 0))
            if not _common(first, kind, one) or not _common(second, target[0], two) or not first[1] + second[1]:
                continue
            stems = sorted({stem(one), stem(two)})
            if len(stems) == 2:
                yield " ".join(stems)


def _broader(
    synsets: dict[tuple[str, str], Synset], ranks: dict[tuple[str, str, str], tuple[int, int]]
) -> Iterator[str]:
    """Yield pairs of a word and the broader or similar one that may stand for it: a pilot is an airman."""
    kinds = Counter(target for synset in synsets.values() for sign, target, *_ in synset.pointers if sign == BROADER)
    for key, synset in synsets.items():
        for sign, target, *_ in synset.pointers:
            if sign not in (BROADER, SIMILAR) or target not in synsets or kinds[target] > NARROW:
                continue
            for one, two in product(_first(key, synset, ranks), _first(target, synsets[target], ranks)):
                if stem(one) != stem(two):
                    yield " ".join(sorted((stem(one), stem(two))))


def _first(key: tuple[str, str], synset: Synset, ranks: dict[tuple[str, str, str], tuple[int, int]]) -> Iterator[str]:
    for word in synset.words:
        place, count = ranks.get((*key, word), (99, 0))
        if word.isascii() and word.isalpha() and word.islower() and place <= FIRST[key[0]] and count:
            yield word


def _irregular(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="latin-1").splitlines():
        form, *bases = line.split()
        if form.isalpha() and bases and stem(form) != stem(bases[0]):
            yield f"{form} {bases[0]}"


def _write(name: str, rows: Iterable[str]) -> None:
    TARGET.mkdir(exist_ok=True)
    (TARGET / name).write_text("\n".join(sorted(set(rows))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    compile_lists(*sys.argv[1:])
