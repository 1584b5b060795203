"""Does a typed answer say yes where the right one says no? Negations and opposites, counted against each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tui_reader.study.alignment import Alignment, content, next_content
from tui_reader.study.clauses import CLAUSES, SWAPPED, clauses, exchanged
from tui_reader.study.thesaurus import converse, negates, negates_plainly, opposed
from tui_reader.study.turn import Turn
from tui_reader.study.vocabulary import Word, little, mapping, stem, table

ENDING = frozenset(("after", "while"))  # “until the vote” is “not after the vote”, and “while there was no vote”
BUT, THAN = "but", "than"
BARRING = little("barring")
WITHOUT = "without"
CONDITIONS = little("condition")
ANYHOW = little("anyhow")  # “even if it fails” is “whether or not it succeeds”
REASONS = little("reason")
LIFTED, BARS = {"lift", "drop"}, little("bar")
PENDING = little("pending")
NEGATED = "negated the other way round"


@dataclass(frozen=True, slots=True)
class Polarity:
    """How the answer was turned, if it was, and the words of both that a negation makes up for."""

    turn: Turn | None
    wanted: frozenset[int] = frozenset()
    said: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Timed:
    """Where a text negates, what time it tells, and the negation that went into that."""

    negators: Sequence[int]
    time: str | None
    spent: int | None = None


def polarity(aligned: Alignment, known: frozenset[str] = frozenset()) -> Polarity:
    """Return whether the answer was turned; `known` are the stems of the question, which an answer need not repeat.

    One negation or one word that negates by its meaning turns a statement, two leave it as it was: “refuses to pay”
    is “will not pay”. An opposite turns it too, unless exactly one negation makes up for it.
    """
    wanted, said = aligned.wanted, aligned.said
    opposites = _opposites(aligned)
    spent_wanted = {mine for mine, _ in opposites}
    spent_said = {theirs for _, theirs in opposites}
    matched_wanted, matched_said = {mine for mine, _ in aligned.pairs}, {theirs for _, theirs in aligned.pairs}
    denying = {
        i
        for i, word in enumerate(wanted)
        if negates(word) and i not in matched_wanted | spent_wanted and word.stem not in known
    }
    denied = {i for i, word in enumerate(said) if negates(word) and i not in matched_said | spent_said}
    by_meaning = len(denying) + len(denied)
    places = _time_places(aligned)
    ours, others = _without_spent(_timed(wanted, places[0]), _timed(said, places[1]), bool(denying), bool(denied))
    (mine, when), (theirs, then) = (ours.negators, ours.time), (others.negators, others.time)
    by_meaning += "until" in (when, then) and bool(ENDING & {when, then})
    about = exchanged(aligned, *places)
    by_meaning += about and {when, then} == {"before", "until"}
    flips = len(mine) + len(theirs) + by_meaning
    negated = [next_content(wanted, index) for index in mine]
    kept = sum(place is None or place in matched_wanted for place in negated)
    kept_flips = kept + len(theirs) + by_meaning
    if opposites:
        one, other = wanted[opposites[0][0]], said[opposites[0][1]]
        made_up = len(opposites) == 1 and flips % 2 == 1 and not _graded(one.stem, other.stem)
        pending = [any(word.text in PENDING for word in found) for found in (wanted, said)]
        made_up = made_up and pending[0] == pending[1]  # what is not yet approved is not rejected
        made_up = made_up and not _apart(aligned, opposites[0], (*mine, *denying), (*theirs, *denied))
        made_up = made_up or (flips % 2 == 0 and compared_about(aligned, *opposites[0]))
        if made_up:
            return Polarity(None, frozenset(denying | spent_wanted), frozenset(denied | spent_said))
        anyhow = all(any(word.text in ANYHOW for word in found) for found in (wanted, said))
        return Polarity(Turn(f"“{other.text}” in place of “{one.text}”", certain=not anyhow and flips % 2 == 0))
    if about and when == then and when in ("before", "after") and flips % 2 == 0:
        return Polarity(Turn(SWAPPED.reason, certain=False))
    if {when, then} == {"before", "after"} and not about:
        return Polarity(Turn("before and after have changed places", certain=not (denying or denied)))
    if flips % 2 == 0 and _by_clause(aligned, (*mine, *denying), (*theirs, *denied)):
        return Polarity(Turn(NEGATED, certain=False))
    if flips % 2 == 0 and denying and denied and not mine and not theirs:
        return Polarity(None)  # each negates, but not the same: “finished”, “removed”
    if flips % 2 == 0:
        return Polarity(_moved(aligned, mine, theirs), frozenset(denying), frozenset(denied))
    doubtful = denying or denied or _may_be_made_up(aligned, mine, theirs)
    reworded = _reworded(aligned, frozenset(denying), frozenset(denied)) or _told_twice(aligned, theirs)
    return Polarity(Turn(NEGATED, certain=kept_flips % 2 == 1 and not doubtful and not reworded, doubtful=reworded))


def _apart(aligned: Alignment, pair: tuple[int, int], mine: Sequence[int], theirs: Sequence[int]) -> bool:
    """Say whether the one negation that could make up for an opposite stands behind a hinge that it is before."""
    sides = ((aligned.wanted, pair[0], mine), (aligned.said, pair[1], theirs))
    for found, place, negators in sides:
        numbers = clauses(found)
        if negators and all(numbers[index] != numbers[place] for index in negators):
            between = [found[i].text for index in negators for i in range(min(index, place), max(index, place) + 1)]
            return any(text in CLAUSES for text in between)
    return False


def _reworded(aligned: Alignment, denying: frozenset[int], denied: frozenset[int]) -> bool:
    """Say whether each answer has a word that the other has not, so that both may negate: “evicted”, “thrown out”."""
    unmet, unasked = aligned.unmet
    lost = any(content(aligned.wanted[index]) for index in {*unmet, *denying})
    return lost and any(content(aligned.said[index]) for index in {*unasked, *denied})


def _told_twice(aligned: Alignment, theirs: Sequence[int]) -> bool:
    """Say whether a reason that negates by its meaning follows what is negated: “was not heard as they refused”."""
    behind = {theirs for _, theirs in aligned.pairs if negates(aligned.said[theirs])}
    hinged = [index for index, word in enumerate(aligned.said) if word.text in REASONS]
    return any(no < hinge < place for no in theirs for hinge in hinged for place in behind)


def _may_be_made_up(aligned: Alignment, mine: Sequence[int], theirs: Sequence[int]) -> bool:
    """Say whether something that is not counted may make up for a negation: `only`, an opposite, “without it”."""
    texts = [{word.text for word in found} for found in (aligned.wanted, aligned.said)]
    if ("only" in texts[0]) != ("only" in texts[1]):
        return True
    if any(opposed(aligned.said[index].stem, word.stem) for index in aligned.foreign for word in aligned.wanted):
        return True
    bounds = [bool(words & _bounding()) for words in texts]
    if bounds[0] != bounds[1]:
        return True  # “unless a third object” is “if fewer than a third do”
    negations = {aligned.wanted[index].text for index in mine} | {aligned.said[index].text for index in theirs}
    return WITHOUT in negations  # “without it” may be “if it is deleted”


def _by_clause(aligned: Alignment, mine: Sequence[int], theirs: Sequence[int]) -> bool:
    """Say whether what follows and what it follows from were both turned, so that it looks as if nothing was."""
    texts = aligned.wanted, aligned.said
    places = [[index for index, word in enumerate(found) if word.text in CONDITIONS] for found in texts]
    if len(places[0]) != 1 or len(places[1]) != 1 or 0 in (places[0][0], places[1][0]):
        return False
    under = [sum(index >= places[side][0] for index in found) for side, found in enumerate((mine, theirs))]
    over = [sum(index < places[side][0] for index in found) for side, found in enumerate((mine, theirs))]
    return sum(under) % 2 == 1 and sum(over) % 2 == 1


def _moved(aligned: Alignment, mine: Sequence[int], theirs: Sequence[int]) -> Turn | None:
    """Return the turn if the one negation of both is of another thing: “A, not B” is not “B, not A”."""
    if len(mine) != 1 or len(theirs) != 1:
        return None
    ours, other = _scope(aligned.wanted, mine[0]), _scope(aligned.said, theirs[0])
    moved = {(one in ours, said in other) for one, said in aligned.pairs}
    contrasts = _contrasts(aligned.wanted, mine[0]), _contrasts(aligned.said, theirs[0])
    if any(contrasts) and {(True, False), (False, True)} <= moved:
        return Turn("“not” goes with something else")
    if contrasts[0] != contrasts[1] and (contrasts[1], contrasts[0]) in moved:
        return Turn("“not” goes with something else", certain=False)
    return None


def _scope(found: Sequence[Word], index: int) -> range:
    """Return where what a negation negates stands, as far as `but` or a comma; before it in “but exports are not”."""
    ends = (place for place in range(index + 1, len(found)) if found[place].after_break or found[place].text == BUT)
    end = next(ends, len(found))
    if any(content(word) for word in found[index + 1 : end]):
        return range(index, end)
    start = index
    while start > 0 and not found[start].after_break and found[start - 1].text != BUT:
        start -= 1
    return range(start, end)


def _contrasts(found: Sequence[Word], index: int) -> bool:
    """Say whether a negation sets one thing against another: “A but not B”, “A, not B”, “not A but B”."""
    start = _scope(found, index).start
    before = found[start].after_break or (start > 0 and found[start - 1].text in (BUT, "and"))
    return before or any(word.text == BUT for word in found[index:])


def _time_places(aligned: Alignment) -> tuple[int | None, int | None]:
    """Return where each answer tells a time; of several places those that lead the same word by different times."""
    ours, theirs = (
        [index for index, word in enumerate(found) if word.text in _times()] for found in (aligned.wanted, aligned.said)
    )
    pairs = set(aligned.pairs)
    for one in ours:
        for other in theirs:
            led = next_content(aligned.wanted, one), next_content(aligned.said, other)
            if led in pairs and aligned.wanted[one].text != aligned.said[other].text:
                return one, other
    return next(iter(ours), None), next(iter(theirs), None)


def _timed(found: Sequence[Word], place: int | None) -> Timed:
    """Return where a text negates, and whether it speaks of the time until, before or after something.

    “Not until” and “not before” are “after”, and then the negation is spent.
    """
    negators = _plain(found)
    if place is None:
        return Timed(negators, None)
    time = _times()[found[place].text]
    before = [index for index in negators if index < place and found[index].text not in BARRING]
    if time not in ("until", "before") or not before:
        return Timed(negators, time)
    return Timed([index for index in negators if index != before[-1]], "after", before[-1])


def _without_spent(ours: Timed, theirs: Timed, denying: bool, denied: bool) -> tuple[Timed, Timed]:
    """Count a negation before a time for itself where the other answer has a verb for it: “refrains until the vote”."""
    if theirs.spent is not None and ours.spent is None and denying and ours.time in ("until", "before"):
        theirs = Timed(sorted((*theirs.negators, theirs.spent)), ours.time)
    elif ours.spent is not None and theirs.spent is None and denied and theirs.time in ("until", "before"):
        ours = Timed(sorted((*ours.negators, ours.spent)), theirs.time)
    return ours, theirs


def compared_about(aligned: Alignment, mine: int, theirs: int) -> bool:
    """Say whether “more A than B” became “less B than A”."""
    places = [[i for i, word in enumerate(found) if word.text == THAN] for found in (aligned.wanted, aligned.said)]
    if len(places[0]) != 1 or len(places[1]) != 1 or mine > places[0][0] or theirs > places[1][0]:
        return False
    moved = {(one > places[0][0], other > places[1][0]) for one, other in aligned.pairs}
    return {(True, False), (False, True)} <= moved


@cache
def _bounding() -> frozenset[str]:
    return frozenset(word for word, *_ in table("bounds.tsv"))


def _times() -> dict[str, str]:
    return mapping("times.tsv")


def _opposites(aligned: Alignment) -> list[tuple[int, int]]:
    matched = {mine for mine, _ in aligned.pairs}
    taken = {theirs for _, theirs in aligned.pairs}
    unmet, unasked = aligned.unmet
    sides = aligned.wanted, aligned.said
    found = []
    for mine, word in enumerate(aligned.wanted):
        if mine in matched or mine not in unmet:
            continue
        for theirs, other in enumerate(aligned.said):
            if theirs in taken or theirs not in unasked or not opposed(word.stem, other.stem):
                continue
            if word.text in _times() and other.text in _times():
                continue  # told apart by themselves
            if {word.stem, other.stem} == LIFTED and all(any(w.text in BARS for w in side) for side in sides):
                continue  # a ban is lifted or dropped
            if negates_plainly(word) or negates_plainly(other):
                continue
            if converse(word.stem, other.stem) and _ends_change(aligned, mine, theirs):
                continue
            found.append((mine, theirs))
            break
    return found


def _ends_change(aligned: Alignment, mine: int, theirs: int) -> bool:
    """Say whether somebody before the one word stands behind the other: “A lends B”, “B borrows from A”."""
    return any(one < mine and other > theirs for one, other in aligned.pairs)


def _plain(found: Sequence[Word]) -> list[int]:
    """Return where the negating words stand; “not only” negates nothing."""
    texts = [word.text for word in found]
    return [
        index
        for index, word in enumerate(found)
        if negates_plainly(word)
        and not (word.text == "not" and texts[index + 1 : index + 2] in (["only"], ["just"]))
        and not (word.text == "nor" and "neither" in texts[:index])
    ]


@cache
def _graded_pairs() -> frozenset[frozenset[str]]:
    rows = table("graded.tsv")
    return frozenset(
        frozenset((stem(one), stem(other))) for left, right in rows for one in left.split() for other in right.split()
    )


def _graded(one: str, other: str) -> bool:
    """Say whether there is something between two opposites, so that “not the one” is not yet “the other”."""
    return frozenset((one, other)) in _graded_pairs()
