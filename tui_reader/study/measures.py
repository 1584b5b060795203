"""Measures in an answer: 48 hours are two days, 250 millimetres are 25 centimetres, 30 percent are three out of ten."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from tui_reader.study.vocabulary import Word, little, table

ONE = little("one")
YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Measure:
    """How much of what, and where it stands: words `start` to `end`."""

    amount: Fraction
    dimension: str
    start: int
    end: int


def in_units_of(said: Sequence[Word], wanted: Sequence[Word]) -> tuple[Word, ...]:
    """Return *said* with each measure, and each number, in the words that *wanted* has for the same one."""
    ours = {(measure.amount, measure.dimension): measure for measure in measures(wanted)}
    found: list[Word] = []
    last = 0
    for measure in measures(said):
        mine = ours.get((measure.amount, measure.dimension))
        if mine is not None:
            found += [*said[last : measure.start], *wanted[mine.start : mine.end]]
            last = measure.end
    found += said[last:]
    values = {value(word): word.text for word in wanted if word.number}
    values |= {Fraction(text[2:]): text for text in [*values.values()] if YEAR.fullmatch(text)}  # “88” for 1988
    return tuple(
        replace(word, text=values[value(word)], stem=values[value(word)])
        if word.number and value(word) in values
        else word
        for word in found
    )


def measures(found: Sequence[Word]) -> Iterator[Measure]:
    """Yield the measures of a text in order: a number and its unit, “half a point” too, or one unit."""
    past = 0
    for index, word in enumerate(found[:-1]):
        article = "/" in word.text and found[index + 1].text in ONE and index + 2 < len(found)
        unit = found[index + 1 + article]
        dimension, size = _units().get(unit.text, _units().get(unit.stem, ("", 0)))
        amount = _amount(word)
        if dimension and amount is not None and index >= past:
            past = index + 2 + article
            yield Measure(amount * size, dimension, index, past)


def _amount(word: Word) -> Fraction | None:
    if word.text in ONE:
        return Fraction(1)
    return value(word) if word.number else None


def value(word: Word) -> Fraction | None:
    """Return what a number comes to, None for what only begins like one."""
    try:
        return Fraction(word.text.replace(",", ""))
    except (ValueError, ZeroDivisionError):
        return None


@cache
def _units() -> dict[str, tuple[str, int]]:
    units: dict[str, tuple[str, int]] = {}
    for unit, dimension, size in table("measures.tsv"):
        units[unit] = units[f"{unit}s"] = (dimension, int(size))
    return units
