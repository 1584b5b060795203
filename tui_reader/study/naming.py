"""Actors in an answer: whichever of its names is typed, and be it with a slip of the keys, it is one actor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from tui_reader.study.thesaurus import slip
from tui_reader.study.vocabulary import phrases
from tui_reader.study.wording import plain

NOBODY = re.compile(r"(?:no|none|nobody|nothing|neither|any|every|each|some|most|few)\b", re.IGNORECASE)
APOSTROPHE = "'s"  # left out by those who type fast: “velms offer”
INITIALS = 3  # letters from which on the initials of a name are taken for it
SHORT = 4  # letters under which a word of a name may be small: “of”, “the”
_MARK = re.compile(r"@(\d+)")
_TOKEN = re.compile(r"[^\W\d_]+")


def unmark(text: str, names: Sequence[Sequence[str]]) -> str:
    """Return *text* with the first name of the n-th actor for each `@n`."""
    return _MARK.sub(lambda found: names[int(found[1])][0] if int(found[1]) < len(names) else found[0], text)


def own_names(names: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """Return for each actor with a name of its own all its names, short forms among them; for others none.

    “Three hydrologists” are compared word by word, as they may also be “the experts”.
    """
    return [(*group, *_short_forms(group)) if any(map(_is_proper, group)) else () for group in names]


def _is_proper(name: str) -> bool:
    words = plain(name).split()
    return any(word[:1].isupper() for word in words) and all(word[:1].isupper() or len(word) < SHORT for word in words)


def _short_forms(group: Sequence[str]) -> set[str]:
    """Return the initials of the names of three words and more, and the short forms that everybody knows."""
    found = {short for short, long in phrases().items() if any(long == name.casefold() for name in group)}
    for name in group:
        initials = "".join(word[0] for word in plain(name).split() if word[:1].isupper() and word != "The")
        if len(initials) >= INITIALS:
            found.add(initials)
    return found - set(group)


def marks(marked: str) -> set[int]:
    """Return which actors a marked text names."""
    return {int(found) for found in _MARK.findall(marked)}


def mark(text: str, names: Sequence[Sequence[str]]) -> str:
    """Return *text* with `@n` for each name of the n-th actor, the longest names first."""
    return _marked(plain(text), tuple(tuple(group) for group in names))


@lru_cache(maxsize=64)
def _marked(text: str, names: tuple[tuple[str, ...], ...]) -> str:
    pattern, actors = _pattern(names)
    if not actors:
        return text
    text = pattern.sub(lambda match: f"@{actors[match[1].casefold()]}{APOSTROPHE if match[2] else ''}", text)
    for name, index in actors.items():
        text = _with_slips(text, name, index)
    return text


@lru_cache(maxsize=128)
def _pattern(names: tuple[tuple[str, ...], ...]) -> tuple[re.Pattern[str], dict[str, int]]:
    """Return a pattern of all names, and whose each is; a name of two actors tells neither."""
    owners: dict[str, set[int]] = {}
    for index, group in enumerate(names):
        for name in group:
            owners.setdefault(plain(name).casefold().removeprefix("the "), set()).add(index)
    actors = {
        name: min(whose)
        for name, whose in owners.items()
        if len(name) > 1 and len(whose) == 1 and not NOBODY.match(name)
    }
    longest = sorted(actors, key=len, reverse=True)
    return re.compile(
        rf"(?<![\w@])({'|'.join(map(re.escape, longest))})(s(?=\s[^\W\d_]))?(?!\w)", re.IGNORECASE
    ), actors


def _with_slips(text: str, name: str, index: int) -> str:
    wanted = _TOKEN.findall(name)
    found = _tokens(text)
    for place in range(len(found) - len(wanted) + 1 if wanted else 0):
        window = found[place : place + len(wanted)]
        if all(_same(match.group().casefold(), meant) for match, meant in zip(window, wanted, strict=True)):
            return f"{text[: window[0].start()]}@{index}{text[window[-1].end() :]}"
    return text


@lru_cache(maxsize=64)
def _tokens(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_TOKEN.finditer(text))


@cache
def _same(typed: str, meant: str) -> bool:
    if typed == meant:
        return True
    return abs(len(typed) - len(meant)) < 3 and slip(typed, meant)
