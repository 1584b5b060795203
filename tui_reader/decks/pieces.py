"""A long phrase cut to its beginning, with an ellipsis for the rest."""

from __future__ import annotations

import re

from tui_reader.decks.lexicon import alternatives, wordset
from tui_reader.decks.wording import AUXILIARIES, LOWERED, balanced, count, tidy

STRONG = re.compile(
    r",?\s+(?=(?:and that|or that|through|on the basis of|in order to|instead of|because|so that|which|who|whose)\s)"
    r"|;\s+|,\s+(?=(?:and|but|or|nor)\s)",
    re.IGNORECASE,
)
CLAUSE_END = re.compile(
    r",?\s+(?=(?:and that|which|who|because|although|though|while|so that)\s)|[,;]\s+(?=(?:and|but|or)\s)"
)
TYING = re.compile(rf"(?:^|\s)(?:{alternatives('subordinators')}|only)\s", re.IGNORECASE)
SMALL = 3  # words of a part
OPENERS = wordset("topic_prepositions") | {"a", "an", "the", "and", "or", "that", "to"}
LEAST = 6  # words of what is left of a long statement


def opening(text: str) -> str:
    """Return the first part of a long phrase with an ellipsis for the rest; a short one as it is."""
    cut = next((match for match in STRONG.finditer(text) if text[: match.end()].strip()), None)
    return text if cut is None or cut.end() == len(text) else text[: cut.end()].rstrip(" ,;") + " …"


def clip(text: str, most: int) -> str:
    """Return the first part of *text*, at most *most* words of it, with an ellipsis where words are missing."""
    found = opening(text).removesuffix(" …").split()[:most]
    while len(found) > 1 and found[-1].casefold() in LOWERED:
        found.pop()
    clipped = tidy(" ".join(found))
    if clipped == text:
        return text
    late = [i for i, word in enumerate(found) if i >= max(SMALL, len(found) - SMALL) and word.casefold() in OPENERS]
    return f"{tidy(' '.join(found[: late[0]] if late else found))} …"


def shorter(text: str, most: int) -> str:
    """Return *text* up to the last end of a clause within *most* words, with an ellipsis; a short one as it is.

    A condition stays: what it ties would say more without it.
    """
    if count(text) <= most:
        return text
    cuts = [match for match in CLAUSE_END.finditer(text) if LEAST <= count(text[: match.start()]) <= most]
    for cut in reversed(cuts):
        kept = text[: cut.start()].rstrip(" ,;")
        added = re.search(r",\s+and\s+([^,]*)$", kept)
        if added and not {word.casefold() for word in added[1].split()} & AUXILIARIES:
            kept = kept[: added.start()]  # a subject without its verb
        if balanced(kept) and not TYING.search(text[cut.start() :]) and not TYING.match(kept):
            return f"{kept} …"
    return text
