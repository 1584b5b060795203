"""Whose is what: “its ally's ships”, “its ships' ally”."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.study.alignment import Alignment, content
from tui_reader.study.turn import Turn
from tui_reader.study.vocabulary import Word, little

OWNING = little("owning")  # what may stand between an owner and what is owned, or between a doer and its deed
LOOSE = little("loose preposition")
WHOSE = Turn("whose is it?", certain=False, doubtful=True)
REACH = 3  # words of content behind an owner among which what is owned stands


def of_another(aligned: Alignment) -> Turn | None:
    """Return the turn if what somebody has in the one answer is nowhere near its owner in the other."""
    pairs = dict(aligned.pairs)
    back = {theirs: mine for mine, theirs in aligned.pairs}
    for one, other, partner in (
        (aligned.wanted, aligned.said, pairs),
        (aligned.said, aligned.wanted, back),
    ):
        for owner, word in enumerate(one):
            if not word.owner or owner not in partner:
                continue
            owned = [place for place in _behind(one, owner) if place in partner]
            if not owned or any(_beside(other, partner[owner], partner[place]) for place in owned):
                continue
            return WHOSE
    return None


def _behind(found: Sequence[Word], owner: int) -> list[int]:
    """Return where what is owned may stand: the words of content right behind its owner."""
    places: list[int] = []
    for place in range(owner + 1, len(found)):
        if not content(found[place]) or found[place].text in LOOSE or found[place].after_break or len(places) == REACH:
            break
        places.append(place)
        if found[place].owner:
            break
    return places


def _beside(found: Sequence[Word], owner: int, owned: int) -> bool:
    """Say whether nothing but words of content and of owning stands between the two, and the owner owns it."""
    low, high = sorted((owner, owned))
    between = [word for word in found[low + 1 : high] if not content(word)]
    if any(word.text not in OWNING for word in between) or high - low > 2 * REACH:
        return False
    return not found[owned].owner or owned > owner
