"""The name of a speaker in the words around it."""

from __future__ import annotations

import re

from tui_reader.model import Span
from tui_reader.sources.cues import words

_WORD = re.compile(r"[^\s,;()]+")
_PART = re.compile(r"[A-Z][^\W\d]*(?:[.’'-][^\W\d]*)*|d[aeiu]l?|v[ao]n|bin|al|la|le")


def name_in(text: str, within: Span) -> tuple[Span, bool] | None:
    """Return the name, or else the role, that *within* gives of somebody, and whether it is a person's name.

    “Tarovia's deputy foreign minister, Oresta Valkin” gives “Oresta Valkin”; “the Council of State” is a role. A last
    name alone keeps its title.
    """
    role: Span | None = None
    for part in _parts(text, within):
        tokens = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(text, part.start, part.end)]
        if not tokens or tokens[0][0].lower() in words("voices", "not_names"):
            continue
        name = _personal(tokens)
        if name is not None:
            return name, True
        if role is None:
            role = Span(tokens[0][1], part.end)
    return (role, False) if role else None


def without_role(text: str, name: Span, role: str) -> Span:
    """Return *name* without the leading words that it shares with *role* (“Harbour Master Tomas Reel”)."""
    shared = set(role.lower().split())
    start = name.start
    for match in _WORD.finditer(text, name.start, name.end):
        if match.group().lower() not in shared:
            start = match.start()
            break
    return Span(start, name.end)


def is_name(words: str) -> bool:
    """Tell whether *words* are nothing but a person's full name."""
    parts = words.split()
    return 2 <= len(parts) <= 4 and not has_title(words) and all(_PART.fullmatch(part) for part in parts)


def is_pronoun(text: str) -> bool:
    return text.lower() in words("voices", "not_names")


def has_title(text: str) -> bool:
    """Tell whether any word of *text* is a title or an office."""
    return any(word.strip(".").lower() in words("voices", "titles") - {"the", "a", "an"} for word in text.split())


def _parts(text: str, within: Span) -> list[Span]:
    """Return the stretches between commas."""
    parts: list[Span] = []
    start = within.start
    for match in re.finditer(r",\s+|\s+and\s+(?=[a-z])", text[within.start : within.end]):
        parts.append(Span(start, within.start + match.start()))
        start = within.start + match.end()
    parts.append(Span(start, within.end))
    return [
        Span(part.start, part.start + len(part.of(text).rstrip(" .:"))) for part in parts if part.of(text).strip(" .:")
    ]


def _personal(tokens: list[tuple[str, int, int]]) -> Span | None:
    """Return a person's name that ends the *tokens*."""
    first = len(tokens)
    while first > 0 and (_capital(tokens[first - 1][0]) or (first < len(tokens) and _particle(tokens[first - 1][0]))):
        first -= 1
    run = tokens[first:]
    while run and _particle(run[0][0]):
        run = run[1:]
    lead = 0
    while lead < len(run) and _title(run[lead][0]):
        lead += 1
    named = run[lead:]
    if not named or named[0][0].endswith(("’s", "'s")):
        return None
    before = tokens[: len(tokens) - len(run)]
    body = lead == 0 and bool(before) and before[-1][0].lower() in ("the", "of", "a", "an", "for")
    body = body or (lead == 1 and run[0][0].lower() in ("the", "a", "an"))
    body = body or named[-1][0].lower() in words("voices", "bodies")
    if len(named) >= 2 and not body:
        return Span(named[0][1], named[-1][2])
    if len(named) == 1 and lead:
        article = 1 if run[0][0].lower() in ("the", "a", "an") else 0
        if len(named[0][0]) > 2 and lead > article:
            return Span(run[article][1], named[-1][2])
    if len(named) == 1 and not before and not lead and len(tokens) == 1:
        return Span(named[0][1], named[0][2])
    return None


def _capital(word: str) -> bool:
    return word[:1].isupper()


def _particle(word: str) -> bool:
    return word in words("voices", "particles")


def _title(word: str) -> bool:
    return word.rstrip(".").lower() in words("voices", "titles") or word.lower() in words("voices", "titles")
