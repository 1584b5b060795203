"""Shorthand of those who type fast, spelt out: “wont”, “w/o”, “mtg”, “> 900”, “2:10 am”."""

from __future__ import annotations

import re
from functools import cache

from tui_reader.study.vocabulary import mapping

HOURS = 12
_CLOCK = re.compile(r"\b(\d{1,2})[:.](\d{2})\s?([ap])\.?m\b\.?|\b(\d{1,2}):(\d{2})\b(?!\s?[ap]\.?m)", re.IGNORECASE)
_WE_WOULD = re.compile(r"(?<!\bon\s)(?<!\bby\s)\bwed\b(?=\s[a-z])")
_MINIMUM = re.compile(r"\bmin\b\.?(?=\s\d)", re.IGNORECASE)
_METRES = re.compile(r"(?<=\d)\s?m\b")
_DAYS = re.compile(r"(?<=\d)\s?d\b")


def spelt(text: str) -> str:
    """Return *text* with its shorthand spelt out; a time of day has four digits: “2:10 am” is 0210."""
    text = _CLOCK.sub(_in_digits, text)
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


@cache
def _symbol() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, mapping("symbols.tsv")), key=len, reverse=True)))


@cache
def _short() -> re.Pattern[str]:
    longest = sorted(map(re.escape, mapping("shorthand.tsv")), key=len, reverse=True)
    return re.compile(rf"(?<![\w@'])(?:{'|'.join(longest)})(?![\w'])", re.IGNORECASE)
