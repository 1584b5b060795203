"""Measures in an answer: 48 hours are two days, 250 millimetres are 25 centimetres, 30 percent are three out of ten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import pairwise

from tui_reader.study.vocabulary import Word, little, table

ONE = little("one")


@dataclass(frozen=True, slots=True)
class Measure:
    """How much of what, and where it stands: words `start` to `end`."""

    amount: Fraction
    dimension: str
    start: int
    end: int


def in_units_of(said: Sequence[Word], wanted: Sequence[Word]) -> tuple[Word, ...]:
    """Return *said* with each measure in the words that *wanted* has for the same one."""
    ours = {(measure.amount, measure.dimension): measure for measure in measures(wanted)}
    found: list[Word] = []
    last = 0
    for measure in measures(said):
        mine = ours.get((measure.amount, measure.dimension))
        if mine is not None:
            found += [*said[last : measure.start], *wanted[mine.start : mine.end]]
            last = measure.end
    return (*found, *said[last:])


def measures(found: Sequence[Word]) -> Iterator[Measure]:
    """Yield the measures of a text in order: a number and its unit, or one unit."""
    for index, (word, unit) in enumerate(pairwise(found)):
        dimension, size = _units().get(unit.text, _units().get(unit.stem, ("", 0)))
        amount = _amount(word)
        if dimension and amount is not None:
            yield Measure(amount * size, dimension, index, index + 2)


def _amount(word: Word) -> Fraction | None:
    if word.text in ONE:
        return Fraction(1)
    if not word.number:
        return None
    try:
        return Fraction(word.text.replace(",", ""))
    except ValueError:
        return None


@cache
def _units() -> dict[str, tuple[str, int]]:
    units: dict[str, tuple[str, int]] = {}
    for unit, dimension, size in table("measures.tsv"):
        units[unit] = units[f"{unit}s"] = (dimension, int(size))
    return units
