"""Shorthand of those who type fast, spelt out: “wont”, “w/o”, “mtg”, “> 900”, “2:10 am”."""

from __future__ import annotations

import re
from functools import cache

from tui_reader.study.vocabulary import little, mapping, numerals

HOURS = 12
FIRST = {"first": "1", "second": "2"}
MONTHS = little("month")
_CLOCK = re.compile(r"\b(\d{1,2})[:.](\d{2})\s?([ap])\.?m\b\.?|\b(\d{1,2}):(\d{2})\b(?!\s?[ap]\.?m)", re.IGNORECASE)
_WE_WOULD = re.compile(r"(?<!\bon\s)(?<!\bby\s)\bwed\b(?=\s[a-z])")
_MINIMUM = re.compile(r"\bmin\b\.?(?=\s\d)", re.IGNORECASE)
_AND_A_HALF = re.compile(r"\b(\w+) and a half\b", re.IGNORECASE)
_OF_MONTH = re.compile(r"\b(\w+) of (?=(\w+))", re.IGNORECASE)
_METRES = re.compile(r"(?<=\d)\s?m\b")
_DAYS = re.compile(r"(?<=\d)\s?d\b")


def spelt(text: str) -> str:
    """Return *text* with its shorthand spelt out; a time of day has four digits: “2:10 am” is 0210."""
    text = _CLOCK.sub(_in_digits, text)
    text = _AND_A_HALF.sub(_with_half, text)
    text = _OF_MONTH.sub(_on_day, text)
    text = _MINIMUM.sub("minimum", text)
    text = _WE_WOULD.sub("we would", text)
    text = _symbol().sub(lambda found: f" {mapping('symbols.tsv')[found.group()]} ", text)
    return _short().sub(lambda found: mapping("shorthand.tsv")[found.group().casefold()], text)


def with_units(given: str, answer: str) -> str:
    """Return what was typed with its `m` and `d` behind numbers as the metres and days that the answer has."""
    meant = answer.casefold()
    if re.search(r"\bmet(?:re|er)s?\b", meant):
        given = _METRES.sub(" metres", given)
    return _DAYS.sub(" days", given) if re.search(r"\bdays?\b", meant) else given


def _in_digits(found: re.Match[str]) -> str:
    hour, minute, half = int(found[1] or found[4]), found[2] or found[5], (found[3] or "").casefold()
    if half:
        hour = hour % HOURS + (HOURS if half == "p" else 0)
    return f"{hour:02}{minute}"


def _with_half(found: re.Match[str]) -> str:
    number = numerals("cardinal").get(found[1].casefold(), found[1])
    return f"{number}.5" if number.isdigit() else found[0]


def _on_day(found: re.Match[str]) -> str:
    """Return `1` for the `first of` that stands before a month."""
    day = FIRST.get(found[1].casefold()) or numerals("ordinal").get(found[1].casefold())
    return f"{day} " if day and found[2].casefold() in MONTHS else found[0]


@cache
def _symbol() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, mapping("symbols.tsv")), key=len, reverse=True)))


@cache
def _short() -> re.Pattern[str]:
    longest = sorted(map(re.escape, mapping("shorthand.tsv")), key=len, reverse=True)
    return re.compile(rf"(?<![\w@'])(?:{'|'.join(longest)})(?![\w'])", re.IGNORECASE)
