"""The clauses of an answer: what hangs on a condition, a reason or a time, and on what it hangs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from tui_reader.study.alignment import Alignment, content
from tui_reader.study.turn import Turn
from tui_reader.study.vocabulary import Word, little, table

CLAUSES = little("clause")
UNITS = frozenset(form for unit, *_ in table("measures.tsv") for form in (unit, f"{unit}s"))
TEMPORAL = little("temporal")
SWAPPED = Turn("two things have changed places")


def hinged(aligned: Alignment, places: Mapping[int, int]) -> Turn | None:
    """Return the turn if what hangs on a condition, a reason or a time became that on which it hangs."""
    for mine, theirs in places.items():
        if aligned.wanted[mine].text in CLAUSES and _exchanged(aligned, mine, theirs):
            return SWAPPED
    return None


def exchanged(aligned: Alignment, mine: int | None, theirs: int | None) -> bool:
    """Say whether the two sides of a time are the other way about, whatever the time: “A before B”, “B after A”."""
    if mine is None or theirs is None:
        return False
    temporal = aligned.wanted[mine].text in TEMPORAL and aligned.said[theirs].text in TEMPORAL
    return temporal and _exchanged(aligned, mine, theirs)


def _exchanged(aligned: Alignment, mine: int, theirs: int) -> bool:
    under, below = _clause(aligned.wanted, mine), _clause(aligned.said, theirs)
    if under is None or below is None:
        return False
    moved = [
        (one in under, other in below)
        for one, other in aligned.pairs
        if _once(aligned.wanted, one) and _once(aligned.said, other)
    ]
    return (True, False) in moved and (False, True) in moved


def traded(aligned: Alignment) -> Turn | None:
    """Return the turn if a word stands in another clause than its fellows: “left A, which B saw”, “left B, whom A saw”.

    Only where both answers have the same words in as many clauses.
    """
    ours, theirs = clauses(aligned.wanted), clauses(aligned.said)
    if aligned.lacking or aligned.foreign or ours[-1:] != theirs[-1:] or not ours or ours[-1] == 0:
        return None
    if any(
        not any(content(word) for word, at in zip(found, numbers, strict=True) if at == 0)
        for found, numbers in ((aligned.wanted, ours), (aligned.said, theirs))
    ):
        return None  # “only if they agree can it be moved”: no comma tells how far the clause reaches
    went: dict[int, Counter[int]] = {}
    for one, other in aligned.pairs:
        went.setdefault(ours[one], Counter())[theirs[other]] += 1
    split = [counts for counts in went.values() if len(counts) > 1]
    return Turn(SWAPPED.reason, certain=False, doubtful=True) if split else None


def clauses(found: Sequence[Word]) -> list[int]:
    """Number the clauses, each begun by a hinge or a comma, and return for each word which it is in."""
    number, numbers = 0, []
    for index, word in enumerate(found):
        led = word.text in CLAUSES and not all(map(_measuring, found[:index]))  # “two days before the vote”
        number += index > 0 and (word.after_break or led)
        numbers.append(number)
    return numbers


def _clause(found: Sequence[Word], index: int) -> range | None:
    """Return the clause that a hinge opens; None where it stands first and no comma says how far it reaches."""
    end = next((place for place in range(index + 1, len(found)) if found[place].after_break), len(found))
    first = all(map(_measuring, found[:index]))
    return None if first and end == len(found) else range(index, end)


def _measuring(word: Word) -> bool:
    return word.number or word.text in UNITS or not content(word)


def _once(found: Sequence[Word], index: int) -> bool:
    return sum(word.stem == found[index].stem for word in found) == 1
