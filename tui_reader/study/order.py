"""Two answers in nearly the same words, one after the other: two that changed places, a preposition turned round."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import combinations

from tui_reader.study.alignment import Alignment, content, next_content
from tui_reader.study.clauses import SWAPPED, clauses
from tui_reader.study.roles import kept_role, led_by, passive, roleless
from tui_reader.study.thesaurus import converse
from tui_reader.study.turn import Turn
from tui_reader.study.vocabulary import Word, little, table

ARTICLES = little("article")
JOINING = little("joining")
WHEN = little("when")
TO_BY = {"to", "by"}  # to whom something is done, and by whom
LED = 3  # words from a preposition to one that it surely leads


def exchanged_in_place(aligned: Alignment) -> Turn | None:
    """Return the turn if the answers are one word for word but for two that each stand where the other should."""
    mine = [index for index, word in enumerate(aligned.wanted) if word.text not in ARTICLES]
    theirs = [index for index, word in enumerate(aligned.said) if word.text not in ARTICLES]
    if len(mine) != len(theirs):
        return None
    pairs = set(aligned.pairs)

    def same(one: int, other: int) -> bool:
        return (one, other) in pairs or aligned.wanted[one].stem == aligned.said[other].stem

    apart = [place for place, both in enumerate(zip(mine, theirs, strict=True)) if not same(*both)]
    if len(apart) != 2:
        return None
    first, last = apart
    parts = [aligned.wanted[mine[place]] for place in apart]
    if any(word.number for word in parts) and any(word.text in WHEN for word in parts):
        return None  # “1 March”, “March 1”
    between = {aligned.wanted[mine[place]].text for place in range(first + 1, last)}
    if not same(mine[first], theirs[last]) or not same(mine[last], theirs[first]) or (between and between <= JOINING):
        return None
    return SWAPPED if between and content(aligned.wanted[mine[first]]) else Turn(SWAPPED.reason, certain=False)


def disordered(aligned: Alignment) -> Turn | None:
    """Return the turn if answers of the same words have two of them the other way about, with nothing to explain it."""
    if aligned.lacking or aligned.foreign or any(not _same(aligned, *pair) for pair in aligned.pairs):
        return None
    by = [sum(word.text == "by" for word in found) for found in (aligned.wanted, aligned.said)]
    if by[0] != by[1] or any(
        passive(aligned.wanted, one) != passive(aligned.said, other) for one, other in aligned.pairs
    ):
        return None
    ours, theirs = clauses(aligned.wanted), clauses(aligned.said)
    for one, two in combinations(aligned.pairs, 2):
        if one[1] < two[1] or ours[one[0]] != ours[two[0]] or theirs[one[1]] != theirs[two[1]]:
            continue
        if roleless(aligned.wanted[one[0]]) or roleless(aligned.wanted[two[0]]):
            continue
        if kept_role(aligned, *one) or kept_role(aligned, *two):
            continue
        if _neighbours(aligned, one, two) or _joined(aligned, one, two) or _led_anew(aligned, one, two):
            continue
        return Turn(SWAPPED.reason, certain=False, doubtful=True)
    return None


def _joined(aligned: Alignment, one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Say whether the two stand in a list, or in one compound: “June's compensation offer”."""
    between = aligned.wanted[one[0] : two[0]], aligned.said[two[1] : one[1]]
    return any(word.text in JOINING for found in between for word in found) or all(content(word) for word in between[1])


def _led_anew(aligned: Alignment, *pairs: tuple[int, int]) -> bool:
    """Say whether one of the two has a preposition that it was without, as where a noun stands for a verb."""
    return any(not led_by(aligned.wanted, mine) and led_by(aligned.said, theirs) for mine, theirs in pairs)


def _neighbours(aligned: Alignment, one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Say whether no other word of content stands between the two in either: “vote of the members”, “members' vote”."""
    return next_content(aligned.wanted, one[0]) == two[0] and next_content(aligned.said, two[1]) == one[1]


def _same(aligned: Alignment, mine: int, theirs: int) -> bool:
    return aligned.wanted[mine].stem == aligned.said[theirs].stem


def turned_about(aligned: Alignment) -> Turn | None:
    """Return the turn if a word has the opposite preposition: “from the pass”, “to the pass”."""
    if any(converse(aligned.wanted[one].stem, aligned.said[other].stem) for one, other in aligned.pairs):
        return None
    for one, other in aligned.pairs:
        mine, theirs = _led_by(aligned.wanted, one), _led_by(aligned.said, other)
        actor = aligned.wanted[one].capital or aligned.wanted[one].name
        if (
            (actor and {mine, theirs} == TO_BY)
            or (mine, theirs) in table("preposition_clashes.tsv")
            or (theirs, mine) in table("preposition_clashes.tsv")
        ):
            return Turn(f"“{theirs} {aligned.said[other].text}”, not “{mine}”", certain=False)
    return None


def bounded_otherwise(aligned: Alignment) -> Turn | None:
    """Return the turn if a number is the least in the one answer, and the most, or the number itself, in the other."""
    mine, theirs = _bounds(aligned.wanted), _bounds(aligned.said)
    for number in mine.keys() & theirs.keys():
        ours, other = mine[number], theirs[number]
        if ours and other and ours[0] != other[0]:
            return Turn(f"{number} as another bound")
        missing = ours or other
        if missing and not (ours and other) and missing[1:] != ("weak",):
            kept = aligned.said if ours else aligned.wanted
            if not any(_kinds().get(word.text, ("",))[0] == missing[0] for word in kept):
                return Turn(f"{number} as another bound", certain=False)
    return None


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    return {word: tuple(kind) for word, *kind in table("bounds.tsv")}


def bounds(word: Word) -> bool:
    """Say whether a word makes a number the least or the most."""
    return word.text in _kinds()


def _bounds(found: Sequence[Word]) -> dict[str, tuple[str, ...]]:
    """Return for each number whether it is a lower or an upper bound, empty for neither."""
    bounds: dict[str, tuple[str, ...]] = {}
    for index, word in enumerate(found):
        if word.number:
            before = (_kinds().get(other.text, ()) for other in reversed(found[max(index - LED, 0) : index]))
            bounds[word.text] = next(filter(None, before), ())
    return bounds


def _led_by(found: Sequence[Word], index: int) -> str:
    leading = TO_BY.union(*table("preposition_clashes.tsv"))
    for place in range(index - 1, max(index - LED, -1), -1):
        if found[place].text in leading:
            return found[place].text
        if content(found[place]) and place < index - 1:
            break
    return ""
