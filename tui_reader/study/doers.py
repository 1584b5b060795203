"""Who does it and to whom it is done, where no third word tells it: passives, verbs told from the other end."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import combinations

from tui_reader.study.alignment import Alignment, content, next_content
from tui_reader.study.clauses import SWAPPED, clauses
from tui_reader.study.roles import (
    BE,
    MAYBE,
    NEXT,
    PARTICIPLE,
    PREPOSITIONS,
    TURNING,
    converse_pair,
    led_by,
    passive,
    same_pair,
)
from tui_reader.study.turn import Turn
from tui_reader.study.vocabulary import Word, little, stem, table

DOER = frozenset(["from", "by"])  # what leads a doer behind its deed
LEADING = little("article") | little("known before") | {"that"}
VERB = ("s", "ed")  # endings of a verb that an answer begins with


def one_ended(aligned: Alignment) -> Turn | None:
    """Return the turn if the one word tells an event from its other end and nobody has changed places for it."""
    for pivot, middle in aligned.pairs:
        if converse_pair(aligned, pivot, middle) and not any(
            (one < pivot) != (other < middle) for one, other in aligned.pairs if one != pivot
        ):
            return Turn(f"“{aligned.said[middle].text}” in place of “{aligned.wanted[pivot].text}”", certain=False)
    return None


def served(aligned: Alignment) -> Turn | None:
    """Return the turn if a passive has its doer as the one for whom it is done: “A pays”, “paid for A”."""
    if not aligned.pairs or any(converse_pair(aligned, *pair) for pair in aligned.pairs):
        return None
    one, other = aligned.pairs[0]
    suffers = any(passive(aligned.said, theirs) and not passive(aligned.wanted, mine) for mine, theirs in aligned.pairs)
    led = led_by(aligned.said, other, NEXT)
    doer = not led_by(aligned.wanted, one) and _before(aligned.wanted, one) is None
    return MAYBE if suffers and doer and led and led not in TURNING else None


def acting(aligned: Alignment) -> Turn | None:
    """Return the turn if somebody stands as the doer before a verb that the answer begins with: “Warns of A”."""
    pairs = dict(aligned.pairs)
    if 0 not in pairs or not aligned.wanted[0].text.endswith(VERB):
        return None
    if len(aligned.wanted) < 2 or aligned.wanted[1].text not in PREPOSITIONS | LEADING:
        return None  # “workers who were injured”
    doer = _before(aligned.said, pairs[0])
    known = doer is not None and doer in pairs.values() and _before(aligned.said, doer) is None
    back = {theirs: mine for mine, theirs in aligned.pairs}
    beside = (
        known
        and doer is not None
        and led_by(aligned.wanted, back[doer], NEXT) in ("", "of")
        and not any(word.text in PREPOSITIONS for word in aligned.said[: pairs[0]])
    )
    return MAYBE if beside and not passive(aligned.said, pairs[0]) else None


def crossed(aligned: Alignment) -> Turn | None:
    """Return the turn if two words have each the other's neighbour: “A chooses, B pays”, “B chooses, A pays”."""
    pairs = dict(aligned.pairs)
    ours_in, theirs_in = clauses(aligned.wanted), clauses(aligned.said)
    for beside in (_before, next_content):
        ours = {mine: beside(aligned.wanted, mine) for mine in pairs}
        theirs = {mine: beside(aligned.said, pairs[mine]) for mine in pairs}
        kept = {mine: other for mine, other in ours.items() if other in pairs and ours_in[mine] == ours_in[other]}
        for (one, mine), (two, other) in combinations(kept.items(), 2):
            if ours_in[one] == ours_in[two] or theirs_in[pairs[one]] == theirs_in[pairs[two]]:
                continue
            if theirs[one] == pairs[other] and theirs[two] == pairs[mine]:
                return SWAPPED if same_pair(aligned, one, pairs[one]) and same_pair(aligned, two, pairs[two]) else MAYBE
    return None


def suffered(aligned: Alignment) -> Turn | None:
    """Return the turn if who did something is now the one to whom it was done: “A fired”, “A was fired on”."""
    pairs = dict(aligned.pairs)
    for pivot, middle in aligned.pairs:
        word = aligned.wanted[pivot]
        mine, theirs = _before(aligned.wanted, pivot), _before(aligned.said, middle)
        if mine is None or theirs is None or pairs.get(mine) != theirs or word.stem != aligned.said[middle].stem:
            continue
        first = _before(aligned.wanted, mine) is None
        turned = not _suffers(aligned.wanted, mine, pivot) and _suffers(aligned.said, theirs, middle)
        if first and turned and word.stem not in ergatives():
            return MAYBE
    return None


def made_doer(aligned: Alignment) -> Turn | None:
    """Return the turn if one to whom it was done is now its doer: “A is compensated”, “compensation from A”."""
    back = {theirs: mine for mine, theirs in aligned.pairs}
    for theirs, mine in back.items():
        lead = led_by(aligned.said, theirs, NEXT)
        if lead not in DOER or lead == led_by(aligned.wanted, mine, NEXT):
            continue
        for pivot, middle in aligned.pairs:
            if middle >= theirs or converse_pair(aligned, pivot, middle):
                continue
            if mine < pivot and next_content(aligned.wanted, mine) == pivot and _suffers(aligned.wanted, mine, pivot):
                return MAYBE
    return None


def _before(found: Sequence[Word], index: int) -> int | None:
    return next((place for place in range(index - 1, -1, -1) if content(found[place])), None)


def _suffers(found: Sequence[Word], subject: int, verb: int) -> bool:
    """Say whether a form of `be` and nothing but it stands between the two, and the verb is a participle."""
    between = {word.text for word in found[subject + 1 : verb]}
    return bool(between & BE) and found[verb].text.endswith(PARTICIPLE)


@cache
def ergatives() -> frozenset[str]:
    """Return the stems of verbs whose subject may be the one to whom it is done: “the boat sank”."""
    return frozenset(stem(word) for row in table("ergatives.txt") for word in row)
