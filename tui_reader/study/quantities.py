"""The numbers of two answers against each other, and of how many something is said: all, some, one of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from tui_reader.study.alignment import Alignment, next_content
from tui_reader.study.figures import units
from tui_reader.study.hinges import texts
from tui_reader.study.turn import Turn
from tui_reader.study.vocabulary import Word, little, mapping, table

PER, EACH = frozenset(["a", "per", "each", "every"]), frozenset(["every", "each"])
KNOWN, TEN = little("known before"), 10
LISTING = little("listing")
PART_OF = ("one", "of")
EVERY = little("every")
PREPOSITIONS = little("preposition") | {"since"}
SHARES = little("shares")
WHEN = little("when")


def told_again(found: Sequence[Word]) -> set[str]:
    """Return the numbers that only say again what is known: “the two banks”."""
    return {
        word.text
        for before, word in pairwise(found)
        if before.text in KNOWN and word.text.isdigit() and int(word.text) < TEN
    }


def listed(numbers: Iterable[str]) -> str:
    return ", ".join(sorted(numbers))


def number(aligned: Alignment) -> Turn | None:
    given = {word.text for word in aligned.said if word.number}
    right = {word.text for word in aligned.wanted if word.number}
    counted = _of_name(aligned.said) - _of_name(aligned.wanted)
    if counted:
        return Turn(f"{listed(counted)} of them")  # “the three Sides”, where they are two
    if given - right and right:
        certain = bool(right - given and given - right - told_again(aligned.said))  # “the two” tells only who it is
        if any(one.startswith(f"{other}/") for one in right - given for other in given - right):
            return Turn(
                f"{listed(given - right)} in place of {listed(right)}", certain=False, doubtful=True
            )  # “2 of 3”
        inverse = _inverse(given - right, right - given) and _reordered(aligned)
        return Turn(f"{listed(given - right)} in place of {listed(right)}", certain and not inverse, doubtful=inverse)
    lost = right - given - told_again(aligned.wanted)
    if lost:
        return Turn(f"without the number {listed(lost)}", certain=False, lacking=True)
    reached, by = (
        _led(found, "to") & _led(other, "by")
        for found, other in ((aligned.wanted, aligned.said), (aligned.said, aligned.wanted))
    )
    if reached or by:
        return Turn(
            f"“by {listed(by)}”, not “to {listed(by)}”" if by else f"“to {listed(reached)}”, not “by”", certain=False
        )
    often = _rates(aligned.wanted) & _spans(aligned.said) or _spans(aligned.wanted) & _rates(aligned.said)
    if often:
        return Turn(f"{listed(often)} as often or as long", certain=False)
    mine = [word.text for word in aligned.wanted if word.number]
    theirs = [word.text for word in aligned.said if word.number]
    if mine != theirs and sorted(mine) == sorted(theirs):
        ours, other = _beside(aligned.wanted), _beside(aligned.said)
        if any(other[one] != ours[one] and other[one] == ours[two] for one in ours for two in ours if one != two):
            return Turn("two numbers have changed places")
    return None


def _inverse(ours: set[str], theirs: set[str]) -> bool:
    """Say whether a comparison may have been told from its other end: “twice as much”, “half as much”."""
    return len(ours) == len(theirs) == 1 and min(ours) in {f"1/{min(theirs)}", min(theirs).removeprefix("1/")}


def _reordered(aligned: Alignment) -> bool:
    return any(one[1] > other[1] for one, other in pairwise(aligned.pairs))


def _rates(found: Sequence[Word]) -> set[str]:
    """Return the numbers of times in a unit of time: “twice a year”."""
    return {
        word.text
        for word, of, unit in zip(found, found[1:], found[2:], strict=False)
        if word.text.isdigit() and word.text != "1" and of.text in PER and unit.text in units()
    }


def _spans(found: Sequence[Word]) -> set[str]:
    """Return the numbers of units between two times: “every two years”."""
    return {
        word.text
        for every, word, unit in zip(found, found[1:], found[2:], strict=False)
        if every.text in EACH and word.text.isdigit() and unit.text in units()
    }


def _of_name(found: Sequence[Word]) -> set[str]:
    """Return the numbers right before a name, which tell how many they are."""
    return {
        word.text
        for index, (word, after) in enumerate(pairwise(found))
        if word.number and after.name and not (index and found[index - 1].text in PREPOSITIONS)  # “in 1988 Velm left”
    }


def _led(found: Sequence[Word], preposition: str) -> set[str]:
    """Return the numbers right behind a preposition: what fell “to 3” did not fall “by 3”."""
    return {word.text for before, word in pairwise(found) if word.number and before.text == preposition}


def _beside(found: Sequence[Word]) -> dict[str, str]:
    """Return what stands behind each number."""
    last = {found[-1].text: ""} if found and found[-1].number else {}
    return {word.text: after.stem for word, after in pairwise(found) if word.number} | last


def quantity(aligned: Alignment) -> Turn | None:
    """Notice “some of them” or “one of them” for all or for them, and “either” for “both”."""
    mine, theirs = quantities(aligned.wanted), quantities(aligned.said)
    for kind, word in theirs.items():
        if kind in mine or (kind == "one" and _counted(aligned.said, "one") & _counted(aligned.wanted, "a")):
            continue
        if kind == "one" and any(other.text == "either" for other in aligned.wanted):
            continue  # "either side"
        if kind == "most" and any(other.number for other in aligned.wanted):
            continue  # "a two-thirds majority"
        for other in mine.keys() - theirs.keys() or {"none"}:
            if (other, kind) in table("quantifier_clashes.tsv"):
                place = f" in place of “{mine[other]}”" if other in mine else " is not in the answer"
                return Turn(f"“{word}”{place}", certain=other in mine)
    return _partly(aligned) or _one_of_another(aligned) or _listed_otherwise(aligned)


def _one_of_another(aligned: Alignment) -> Turn | None:
    """Notice that a number or a share counts something else: “one letter a week”, “one prisoner a week”."""
    pairs = dict(aligned.pairs)
    back = {theirs: mine for mine, theirs in aligned.pairs}
    mine, theirs = _counting(aligned.wanted), _counting(aligned.said)
    for count in mine.keys() & theirs.keys():
        partner = pairs.get(mine[count])
        counted = back.get(theirs[count])
        apart = partner is not None and counted is not None and abs(partner - theirs[count]) > 1
        if count == "both" and all(texts(found) >= {"and"} for found in (aligned.wanted, aligned.said)):
            continue  # “A and B both”, “both B and A”
        if partner is not None and any(_month(aligned.said[at]) for at in (partner, theirs[count])):
            continue  # “1 June”, “June 1”
        if apart and counted is not None and abs(counted - mine[count]) > 1 and not aligned.wanted[counted].capital:
            return Turn(f"“{count}” goes with something else", certain=False, doubtful=True)
    return None


def _month(word: Word) -> bool:
    return word.text in WHEN and word.text not in units()


def _counting(found: Sequence[Word]) -> dict[str, int]:
    """Return for each number and share that stands once where the word of content that it counts stands."""
    counts: dict[str, list[int | None]] = {}
    for index, word in enumerate(found):
        if word.text in SHARES or (word.number and "/" not in word.text):
            counts.setdefault(word.text, []).append(next_content(found, index))
    return {text: places[0] for text, places in counts.items() if len(places) == 1 and places[0] is not None}


def _partly(aligned: Alignment) -> Turn | None:
    """Notice “not every” and “one of” where only one of the two answers has it."""
    mine, theirs = (list(pairwise(word.text for word in found)) for found in (aligned.wanted, aligned.said))
    for one, other in ((mine, theirs), (theirs, mine)):
        split = next((pair for pair in other if _splits(pair)), None)
        if split is not None and not any(map(_splits, one)):
            return Turn(f"“{' '.join(split)}” is not the same", certain=other is theirs)
    single = any({"one", "either"} & set(pair) for pair in mine)
    return Turn("“one of” is not in the answer") if PART_OF in theirs and PART_OF not in mine and not single else None


def _splits(pair: tuple[str, str]) -> bool:
    return pair[0] == "not" and pair[1] in EVERY


def _listed_otherwise(aligned: Alignment) -> Turn | None:
    """Notice “A or B” for “A and B”, and the other way round."""
    if "both" in texts(aligned.wanted) and "either" in texts(aligned.said):
        return Turn("“either” in place of “both”")
    mine, theirs = ({word.text for word in found} & LISTING for found in (aligned.wanted, aligned.said))
    if len(mine) == len(theirs) == 1 and mine != theirs:
        return Turn(f"“{min(theirs)}” in place of “{min(mine)}”", certain=False)
    return None


def _counted(found: Sequence[Word], article: str) -> set[str]:
    """Return the stems of what an article, or `one`, stands before."""
    places = (next_content(found, index) for index, word in enumerate(found) if word.text in (article, f"{article}n"))
    return {found[place].stem for place in places if place is not None}


def quantities(found: Sequence[Word]) -> dict[str, str]:
    kinds = mapping("quantifiers.tsv")
    return {kinds[word.text]: word.text for word in found if word.text in kinds}
