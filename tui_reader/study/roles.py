"""Did two things of an answer change places, so that who acts on whom, or what hangs on what, is turned?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from tui_reader.study.alignment import Alignment, next_content
from tui_reader.study.clauses import CLAUSES, SWAPPED, clauses, hinged
from tui_reader.study.thesaurus import converse
from tui_reader.study.turn import Turn
from tui_reader.study.vocabulary import Word, little

BE = little("be")
PREPOSITIONS = little("preposition")
TURNING = little("turning preposition")  # with these a doer may follow its deed
DEEDS = ("ion", "al", "ment", "ance", "ence", "ure")  # endings of nouns made of verbs: “confirmation from X”
HINGES = CLAUSES | {"not", "than"}
JOINING = little("joining")
WHEN = little("when")
FIRST_PERSON = little("first person")
BARE = little("before an infinitive")
BY = little("doer preposition")
NEXT = 3  # words from a preposition to one that it surely leads
LED = 7  # words from a preposition to the last of a list that it leads
NEAR = 5  # words within which a form of “be” makes a participle passive
PARTICIPLE = ("ed", "en", "wn", "ung", "ut", "id", "aid", "ld", "nt", "pt", "ft", "ght", "me", "un")

MAYBE = Turn(
    SWAPPED.reason, certain=False, doubtful=True
)  # where one of them is called otherwise, a verb may have become a noun


def swapped(aligned: Alignment) -> Turn | None:
    """Return the turn if two words stand the other way round about a third and no passive or genitive explains it."""
    places = _places(aligned)
    mine, theirs = clauses(aligned.wanted), clauses(aligned.said)
    for (one, first), (two, second) in combinations(places, 2):
        if aligned.wanted[one].text in HINGES or aligned.wanted[two].text in HINGES:
            continue
        if mine[one] != mine[two] or theirs[first] != theirs[second]:
            continue
        if roleless(aligned.wanted[one]) or roleless(aligned.wanted[two]):
            continue
        if _leads_exchanged(aligned, (one, first), (two, second)):
            return SWAPPED if same_pair(aligned, one, first) and same_pair(aligned, two, second) else MAYBE
        if _listed(aligned.wanted[one:two]) and _listed(aligned.said[second:first]):
            continue
        between = [(pivot, middle) for pivot, middle in places if one < pivot < two]
        turned = [
            (pivot, middle)
            for pivot, middle in between
            if second < middle < first and not _goes_with(pivot - one, middle - first, pivot - two, middle - second)
        ]
        moved = led_by(aligned.wanted, one) != led_by(aligned.wanted, two) and (
            kept_role(aligned, one, first) or kept_role(aligned, two, second)
        )
        if (
            turned
            and not (moved or voiced(aligned, (one, first), (two, second)))
            and not any(_explained(aligned, pivot, middle, two, first) for pivot, middle in turned)
        ):
            same = same_pair(aligned, one, first) and same_pair(aligned, two, second)
            actors = _actor(aligned.wanted[one]) and _actor(aligned.wanted[two])
            return SWAPPED if same and actors and _bare(aligned, one, first) else MAYBE
        for pivot, middle in between:
            if first < middle < second and (
                converse_pair(aligned, pivot, middle) or _doer_turned(aligned, pivot, middle, two, second)
            ):
                return SWAPPED
    return hinged(aligned, dict(places))


def _actor(word: Word) -> bool:
    return word.name or word.capital


def _places(aligned: Alignment) -> list[tuple[int, int]]:
    """Return the pairs of words that match, hinges that stand once in both among them."""
    wanted, said = [word.text for word in aligned.wanted], [word.text for word in aligned.said]
    hinges = [
        (wanted.index(hinge), said.index(hinge)) for hinge in HINGES if wanted.count(hinge) == said.count(hinge) == 1
    ]
    return sorted({*_runs(aligned), *hinges, *_speaker(aligned)})


def _runs(aligned: Alignment) -> list[tuple[int, int]]:
    """Return the pairs, of names that follow one another in both only the first: “Port Selm” is one thing."""
    known = set(aligned.pairs)
    return [
        (mine, theirs)
        for mine, theirs in aligned.pairs
        if not ((mine - 1, theirs - 1) in known and aligned.wanted[mine].capital and aligned.wanted[mine - 1].capital)
    ]


def _speaker(aligned: Alignment) -> list[tuple[int, int]]:
    """Return where the one speaker stands, who is `we` in the one place and `our` in the other."""
    ours, theirs = (
        [index for index, word in enumerate(found) if word.text in FIRST_PERSON]
        for found in (aligned.wanted, aligned.said)
    )
    return [(ours[0], theirs[0])] if len(ours) == len(theirs) == 1 else []


def kept_role(aligned: Alignment, mine: int, theirs: int) -> bool:
    """Say whether a word has its preposition with it in both answers, so that it may stand anywhere."""
    ours = led_by(aligned.wanted, mine)
    return bool(ours) and ours == led_by(aligned.said, theirs)


def _leads_exchanged(aligned: Alignment, one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Say whether each of two words has the preposition of the other: “gave A for B”, “gave B for A”."""
    ours = led_by(aligned.wanted, one[0], NEXT), led_by(aligned.wanted, two[0], NEXT)
    theirs = led_by(aligned.said, one[1], NEXT), led_by(aligned.said, two[1], NEXT)
    apart = two[0] - one[0] > 1
    return (
        apart
        and ours[0] != ours[1]
        and theirs == ours[::-1]
        and not BY & set(ours)
        and (one[1] < two[1]) == (two[0] < one[0])
    )


def _listed(between: Sequence[Word]) -> bool:
    """Say whether two words stand in a short list: “A and B”."""
    return len(between) <= NEAR and any(word.text in JOINING for word in between)


def _bare(aligned: Alignment, mine: int, theirs: int) -> bool:
    """Say whether a word did not get a preposition that it was without: “of truce on both sides”."""
    return bool(led_by(aligned.wanted, mine)) or not led_by(aligned.said, theirs)


def led_by(found: Sequence[Word], index: int, reach: int = LED) -> str:
    """Return the preposition of a word, empty if it has none."""
    for place in range(index - 1, max(index - reach, -1), -1):
        if found[place].text in PREPOSITIONS:
            return found[place].text
        if found[place].text in BE or found[place].text in HINGES:
            return ""
    return ""


def roleless(word: Word) -> bool:
    """Say whether a word tells how many, when or how, and so may stand anywhere."""
    return word.number or word.text in WHEN or word.text.endswith("ly")


def _goes_with(*apart: int) -> bool:
    """Say whether a word stands right beside one of two others in both answers, on the same side of it."""
    before, after = apart[:2], apart[2:]
    return any(one == other and abs(one) == 1 for one, other in (before, after))


def voiced(aligned: Alignment, doer: tuple[int, int], done: tuple[int, int]) -> bool:
    """Say whether exactly one of two words got or lost the `by` or `of` of a doer: a passive, or a noun for a verb."""
    gained = led_by(aligned.wanted, doer[0]) not in BY and led_by(aligned.said, doer[1]) in BY
    lost = led_by(aligned.wanted, done[0]) in BY and led_by(aligned.said, done[1]) not in BY
    changed = any(passive(aligned.wanted, mine) != passive(aligned.said, theirs) for mine, theirs in (doer, done))
    return changed or gained != lost


def _explained(aligned: Alignment, pivot: int, middle: int, after_wanted: int, after_said: int) -> bool:
    """Say whether the words about a verb may stand the other way round: in a passive, a genitive, a converse verb."""
    if aligned.wanted[pivot].text in HINGES:
        return False
    if converse_pair(aligned, pivot, middle):
        return True
    if passive(aligned.wanted, pivot) != passive(aligned.said, middle):
        return True
    mine, theirs = _preposition(aligned.wanted, after_wanted, pivot), _preposition(aligned.said, after_said, middle)
    if mine == theirs:
        return False
    deed, other = aligned.wanted[pivot].text.endswith(DEEDS), aligned.said[middle].text.endswith(DEEDS)
    return mine in TURNING or theirs in TURNING or (deed != other and "from" in (mine, theirs))


def same_pair(aligned: Alignment, mine: int, theirs: int) -> bool:
    return aligned.wanted[mine].stem == aligned.said[theirs].stem


def converse_pair(aligned: Alignment, pivot: int, middle: int) -> bool:
    return converse(aligned.wanted[pivot].stem, aligned.said[middle].stem)


def _doer_turned(aligned: Alignment, pivot: int, middle: int, after_wanted: int, after_said: int) -> bool:
    """Say whether the order is the same though only one of the two is a passive with its doer behind it."""
    if aligned.wanted[after_wanted].number:  # "raised by 4 percent"
        return False
    mine = _preposition(aligned.wanted, after_wanted, pivot) == "by" and passive(aligned.wanted, pivot)
    theirs = _preposition(aligned.said, after_said, middle) == "by" and passive(aligned.said, middle)
    return (
        mine != theirs
        and next_content(aligned.wanted, pivot) == after_wanted
        and next_content(aligned.said, middle) == after_said
    )


def passive(found: Sequence[Word], index: int) -> bool:
    word = found[index]
    if not word.text.endswith(PARTICIPLE):
        return False
    if any(other.text in BE for other in found[max(index - NEAR, 0) : index]):
        return True
    bare = index > 0 and found[index - 1].text in BARE  # “could run by June”
    return not bare and index + 1 < len(found) and found[index + 1].text == "by"


def _preposition(found: Sequence[Word], index: int, pivot: int) -> str:
    """Return the nearest preposition before a word and after the verb, empty if there is none."""
    return next((found[place].text for place in range(index - 1, pivot, -1) if found[place].text in PREPOSITIONS), "")
