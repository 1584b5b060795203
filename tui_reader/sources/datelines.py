"""Datelines (“PORT ALLIER —”, “Velm, 3 March (TNA) —”) and dates, as the text writes them."""

from __future__ import annotations

import re
from datetime import date as Date  # noqa: N812

from tui_reader.model import Span

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_DATE = (
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})\.?(?:,? \d{{4}})?"
    rf"|(?:{_MONTHS})\.? \d{{1,2}}(?:st|nd|rd|th)?(?:, ?\d{{4}}|(?! ?\d))"
    rf"|(?:{_MONTHS}) \d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})"
)
DATE = re.compile(_DATE)
_PLACE = r"[A-Z][\w.’'-]*(?:[ /-](?:[A-Z][\w.’'-]*|d[aei]l?|l[ae]s?|upon|on|sur|am)){0,4}"
_AGENCY = r"\((?:[A-Z][\w.&’' -]{1,40})\)"
_DASH = r"(?:[—–]|--+|-(?= ))"
_DATELINE = re.compile(
    rf"(?P<head>(?:{_PLACE}(?:, {_PLACE}){{0,2}})?(?P<date>(?:,? )?{_DATE})?(?P<agency> ?{_AGENCY})?)"
    rf"\s?{_DASH}\s*(?=[“\"‘'(\[]?[A-Z0-9])"
)
_COLON = re.compile(rf"(?P<head>[A-Z][A-Z.’' -]{{2,30}}(?:, {_DATE})?): (?=[“\"‘]?[A-Z])")
_LINE = re.compile(rf"(?:{_PLACE}(?:, {_PLACE})?,? )?(?:(?:on|the) )?(?P<date>{_DATE})\.?")
_CAPITALS = re.compile(r"[A-Z][A-Z.’' /-]+(?:,.*)?")


def dateline_end(text: str, span: Span, *, first: bool = False) -> int | None:
    """Return the offset of what follows a dateline that opens *span*, None where there is none.

    A place alone needs capitals, an agency in brackets or a date to count; a colon instead of a dash is accepted in
    the *first* paragraph only.
    """
    match = _DATELINE.match(text, span.start, min(span.end, span.start + 160))
    if match and match.end() < span.end:
        head = match["head"].strip()
        if head and (match["date"] or match["agency"] or _CAPITALS.fullmatch(head)):
            return match.end()
    if first and (match := _COLON.match(text, span.start, min(span.end, span.start + 100))):
        return match.end()
    return None


def is_dateline(text: str) -> bool:
    """Tell whether a whole block is a place and a date, or a date."""
    return len(text) <= 100 and bool(_LINE.fullmatch(text))


def date_in(text: str) -> str | None:
    """Return the first date in *text*: ISO 8601 where it has day, month and year, else as written."""
    match = DATE.search(text)
    return iso(match.group()) if match else None


def iso(written: str) -> str:
    """Return a written date as `YYYY-MM-DD`, or unchanged where that cannot be told."""
    months = {name[:3].lower(): number for number, name in enumerate(_MONTHS.split("|")[:12], 1)}
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}.*", written):
        return written[:10]
    year = re.search(r"\b\d{4}\b", written)
    day = re.search(r"\b\d{1,2}(?=st|nd|rd|th|\b)", written)
    month = re.search(rf"\b(?:{_MONTHS})\b", written)
    if not (year and day and month):
        return written.strip()
    try:
        return Date(int(year.group()), months[month.group()[:3].lower()], int(day.group())).isoformat()
    except ValueError:
        return written.strip()
