"""Compile the nouns for people out of WordNet: `python -m bench.people DICT`.

DICT is a folder of WordNet 3.1 database files (`data.noun` and `index.sense`). A noun is taken where most of its uses
in WordNet's tagged texts, and its first sense, mean a person. Names, and nouns made of names, are left out.
Format: https://wordnet.princeton.edu/documentation/wndb5wn
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).parents[1] / "tui_reader" / "extraction" / "lexicons" / "wordnet" / "people.txt"
PERSON = "person%1:03:00::"
KIND, INSTANCE = "~", "@i"
MOST = 0.6  # of a noun's tagged uses
SHORTEST = 3  # letters
HEADER = "# Nouns for people, compiled out of WordNet 3.1 (see LICENSE) by `python -m bench.people`.\n"
WIDTH = 118


def senses(path: Path) -> dict[str, list[tuple[int, str, int]]]:
    """Return by noun its senses in order: rank, synset, how often it was met in the tagged texts."""
    found: dict[str, list[tuple[int, str, int]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        key, synset, rank, met = line.split()
        word, _, rest = key.partition("%")
        if rest.startswith("1:"):
            found[word].append((int(rank), synset, int(met)))
    return {word: sorted(ranked) for word, ranked in found.items()}


def synset_of(path: Path, key: str) -> str:
    line = next(line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith(f"{key} "))
    return line.split()[1]


def below(path: Path, top: str) -> set[str]:
    """Return the synset *top* and all that are kinds of it, without those that name one person or one people."""
    kinds: dict[str, list[str]] = {}
    names: set[str] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            continue
        cells = line.partition(" | ")[0].split()
        at = 4 + 2 * int(cells[3], 16)
        pointers = [cells[k : k + 4] for k in range(at + 1, at + 1 + 4 * int(cells[at]), 4)]
        kinds[cells[0]] = [target for sign, target, kind, _ in pointers if sign == KIND and kind == "n"]
        if any(sign == INSTANCE for sign, *_ in pointers) or cells[4][0].isupper():
            names.add(cells[0])
    found: set[str] = set()
    left = [top]
    while left:
        synset = left.pop()
        if synset not in found:
            found.add(synset)
            left += kinds[synset]
    return found - names


def nouns(of: set[str], ranked: dict[str, list[tuple[int, str, int]]]) -> Iterator[str]:
    """Yield the single words that mostly mean one of the synsets *of*."""
    for word, meanings in sorted(ranked.items()):
        if not word.isalpha() or not word.isascii() or len(word) < SHORTEST or meanings[0][1] not in of:
            continue
        weights = [met + 1 for _, _, met in meanings]
        if sum(w for w, (_, synset, _) in zip(weights, meanings, strict=True) if synset in of) / sum(weights) >= MOST:
            yield word


def compile_list(folder: str) -> None:
    """Write the list."""
    path = Path(folder)
    people = below(path / "data.noun", synset_of(path / "index.sense", PERSON))
    lines, line = [], ""
    for word in nouns(people, senses(path / "index.sense")):
        if len(line) + len(word) + 1 > WIDTH:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    TARGET.write_text(HEADER + "\n".join([*lines, line]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    compile_list(sys.argv[1])
