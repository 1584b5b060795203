"""The word lists of this package: plain text files in `lexicons/`, `#` starts a comment."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def lines(name: str) -> list[str]:
    """Return the lines of lexicon *name* (`cues.tsv`) without comments and blank lines."""
    text = files("tui_reader.extraction").joinpath("lexicons", name).read_text(encoding="utf-8")
    return [line for line in (raw.partition("#")[0].rstrip() for raw in text.splitlines()) if line.strip()]


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of `NAME.txt`, any number a line, separated by blanks; `_` stands for a blank inside one."""
    return frozenset(word.replace("_", " ") for line in lines(f"{name}.txt") for word in line.split())


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of `NAME.tsv`, cells separated by tabs."""
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines(f"{name}.tsv"))


@cache
def sets(name: str) -> dict[str, frozenset[str]]:
    """Return `NAME.tsv` of two columns as sets of words by their names; `_` stands for a blank inside a word."""
    return {name: frozenset(word.replace("_", " ") for word in words.split()) for name, words in rows(name)}


@cache
def mapping(name: str) -> dict[str, str]:
    """Return `NAME.tsv` of two columns as a mapping of the first to the second."""
    return {row[0]: row[1] for row in rows(name)}
