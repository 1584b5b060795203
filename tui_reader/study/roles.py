"""Did two things of an answer change places, so that who acts on whom, or what hangs on what, is turned?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from tui_reader.study.alignment import Alignment, next_content
from tui_reader.study.thesaurus import converse
from tui_reader.study.turn import Turn
from tui_reader.study.wording import Word

BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "get", "gets", "got"])
PREPOSITIONS = frozenset(["by", "of", "from", "in", "to", "on", "for", "with", "at", "into", "over", "against"])
TURNING = frozenset(["by", "of", "in"])  # with these a doer may follow its deed
DEEDS = ("ion", "al", "ment", "ance", "ence", "ure")  # endings of nouns made of verbs: “confirmation from X”
CLAUSES = frozenset(
    ("if", "unless", "before", "after", "until", "till", "because", "when", "while", "once", "without", "provided")
)
HINGES = CLAUSES | {"not", "than"}
NEAR = 5  # words within which a form of “be” makes a participle passive
PARTICIPLE = ("ed", "en", "wn", "ung", "ut", "id", "aid", "ld", "nt", "pt", "ft", "ght", "me", "un")

SWAPPED = Turn("two things have changed places")
MAYBE = Turn(SWAPPED.reason, certain=False)  # where one of them is called otherwise, a verb may have become a noun


def swapped(aligned: Alignment) -> Turn | None:
    """Return the turn if two words stand the other way round about a third and no passive or genitive explains it."""
    places = _places(aligned)
    mine, theirs = _clauses(aligned.wanted), _clauses(aligned.said)
    for (one, first), (two, second) in combinations(places, 2):
        if aligned.wanted[one].text in HINGES or aligned.wanted[two].text in HINGES:
            continue
        if mine[one] != mine[two] or theirs[first] != theirs[second]:
            continue
        between = [(pivot, middle) for pivot, middle in places if one < pivot < two]
        turned = [(pivot, middle) for pivot, middle in between if second < middle < first]
        if turned and not any(_explained(aligned, pivot, middle, two, first) for pivot, middle in turned):
            return SWAPPED if _same(aligned, one, first) and _same(aligned, two, second) else MAYBE
        for pivot, middle in between:
            if first < middle < second and (
                _converse(aligned, pivot, middle) or _doer_turned(aligned, pivot, middle, two, second)
            ):
                return SWAPPED
    return _hinged(aligned, dict(places))


def _places(aligned: Alignment) -> list[tuple[int, int]]:
    """Return the pairs of words that match, hinges that stand once in both among them."""
    wanted, said = [word.text for word in aligned.wanted], [word.text for word in aligned.said]
    hinges = [
        (wanted.index(hinge), said.index(hinge)) for hinge in HINGES if wanted.count(hinge) == said.count(hinge) == 1
    ]
    return sorted({*aligned.pairs, *hinges})


def _explained(aligned: Alignment, pivot: int, middle: int, after_wanted: int, after_said: int) -> bool:
    """Say whether the words about a verb may stand the other way round: in a passive, a genitive, a converse verb."""
    if aligned.wanted[pivot].text in HINGES:
        return False
    if _converse(aligned, pivot, middle):
        return True
    if _passive(aligned.wanted, pivot) != _passive(aligned.said, middle):
        return True
    mine, theirs = _preposition(aligned.wanted, after_wanted, pivot), _preposition(aligned.said, after_said, middle)
    if mine == theirs:
        return False
    deed, other = aligned.wanted[pivot].text.endswith(DEEDS), aligned.said[middle].text.endswith(DEEDS)
    return mine in TURNING or theirs in TURNING or (deed != other and "from" in (mine, theirs))


def _same(aligned: Alignment, mine: int, theirs: int) -> bool:
    return aligned.wanted[mine].stem == aligned.said[theirs].stem


def _converse(aligned: Alignment, pivot: int, middle: int) -> bool:
    return converse(aligned.wanted[pivot].stem, aligned.said[middle].stem)


def _doer_turned(aligned: Alignment, pivot: int, middle: int, after_wanted: int, after_said: int) -> bool:
    """Say whether the order is the same though only one of the two is a passive with its doer behind it."""
    if aligned.wanted[after_wanted].number:  # "raised by 4 percent"
        return False
    mine = _preposition(aligned.wanted, after_wanted, pivot) == "by" and _passive(aligned.wanted, pivot)
    theirs = _preposition(aligned.said, after_said, middle) == "by" and _passive(aligned.said, middle)
    return (
        mine != theirs
        and next_content(aligned.wanted, pivot) == after_wanted
        and next_content(aligned.said, middle) == after_said
    )


def _passive(found: Sequence[Word], index: int) -> bool:
    word = found[index]
    if not word.text.endswith(PARTICIPLE):
        return False
    return any(other.text in BE for other in found[max(index - NEAR, 0) : index]) or (
        index + 1 < len(found) and found[index + 1].text == "by"
    )


def _preposition(found: Sequence[Word], index: int, pivot: int) -> str:
    """Return the nearest preposition before a word and after the verb, empty if there is none."""
    return next((found[place].text for place in range(index - 1, pivot, -1) if found[place].text in PREPOSITIONS), "")


def _hinged(aligned: Alignment, places: dict[int, int]) -> Turn | None:
    """Return the turn if what hangs on a condition, a reason or a time became that on which it hangs."""
    for mine, theirs in places.items():
        if aligned.wanted[mine].text not in CLAUSES:
            continue
        under, below = _clause(aligned.wanted, mine), _clause(aligned.said, theirs)
        if under is None or below is None:
            continue
        moved = [
            (one in under, other in below)
            for one, other in aligned.pairs
            if _once(aligned.wanted, one) and _once(aligned.said, other)
        ]
        if (True, False) in moved and (False, True) in moved:
            return SWAPPED
    return None


def _clause(found: Sequence[Word], index: int) -> range | None:
    """Return the clause that a hinge opens; None where it stands first and no comma says how far it reaches."""
    end = next((place for place in range(index + 1, len(found)) if found[place].after_break), len(found))
    return None if index == 0 and end == len(found) else range(index, end)


def _clauses(found: Sequence[Word]) -> list[int]:
    """Number the clauses, each begun by a hinge or a comma, and return for each word which it is in."""
    number, numbers = 0, []
    for index, word in enumerate(found):
        number += index > 0 and (word.after_break or word.text in CLAUSES)
        numbers.append(number)
    return numbers


def _once(found: Sequence[Word], index: int) -> bool:
    return sum(word.stem == found[index].stem for word in found) == 1
