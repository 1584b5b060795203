"""What turns the meaning of an answer besides its negations: modals, numbers, quantities, hinges, and `only`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import pairwise

from tui_reader.study.alignment import Alignment, content, next_content
from tui_reader.study.clauses import traded
from tui_reader.study.deadlines import another_deadline
from tui_reader.study.order import bounded_otherwise, disordered, exchanged_in_place, turned_about
from tui_reader.study.roles import swapped
from tui_reader.study.thesaurus import alike, near, rivals
from tui_reader.study.turn import Turn
from tui_reader.study.vocabulary import Word, irregular, little, mapping, stem, table

KNOWN, TEN = little("known before"), 10
ONLY = little("only")
ALONE = "alone"
EXCLUDING = little("excluding")
PAST = little("past")
DENIABLE = little("deniable")
NONE = little("none")
GONE = little("gone")
ADDED = little("added condition")
CONDITIONAL = little("conditional")
NEEDING = little("needing")
INSERTED = little("inserted modal")
FUTURE = little("open")
WISHED = frozenset(["advised", "obliged", "possible", "permitted", "forbidden"])
LISTING = little("listing")
PART_OF = ("one", "of")
EVERY = little("every")


def turns_of(aligned: Alignment) -> list[Turn]:
    """Return every way in which an answer says something else than the right one, negations left out."""
    return [turn for check in CHECKS if (turn := check(aligned)) is not None]


def told_again(found: Sequence[Word]) -> set[str]:
    """Return the numbers that only say again what is known: “the two banks”."""
    return {
        word.text
        for before, word in pairwise(found)
        if before.text in KNOWN and word.text.isdigit() and int(word.text) < TEN
    }


def listed(numbers: Iterable[str]) -> str:
    return ", ".join(sorted(numbers))


def _modal(aligned: Alignment) -> Turn | None:
    given, right = _modals(aligned.said), _modals(aligned.wanted)
    for one, other in table("modal_clashes.tsv"):
        for a, b in ((one, other), (other, one)):
            if a in right and a not in given and b in given and b not in right:
                return Turn(f"“{given[b]}” in place of “{right[a]}”")
    happened = [word.text for word in aligned.said if word.text in PAST]
    wished = WISHED & right.keys()
    if wished and not given and happened and not any(word.text in PAST for word in aligned.wanted):
        return Turn(f"“{happened[0]}” in place of “{right[min(wished)]}”", certain=False)
    alone = not (_hinges(aligned.wanted) or _hinges(aligned.said))
    if alone and happened and "will" in _texts(aligned.wanted) and not given:
        return Turn(f"“{happened[0]}” in place of “will”", certain=False)
    if not right and (turn := _not_yet(aligned)) is not None:
        return turn
    if not right and not FUTURE & _texts(aligned.wanted):
        added = given.get("possible") or (
            "will" if alone and GONE & _texts(aligned.wanted) and "will" in _texts(aligned.said) else ""
        )
        if added:
            return Turn(f"“{added}” is not in it", certain=False)
    return None


def _not_yet(aligned: Alignment) -> Turn | None:
    """Notice what was done as something that would, could or will be: “recognised”, “would recognise”."""
    gone = bool(GONE & _texts(aligned.wanted)) and not _hinges(aligned.wanted)
    back = {theirs: mine for mine, theirs in aligned.pairs}
    for index, word in enumerate(aligned.said):
        verb = next_content(aligned.said, index)
        if word.text in INSERTED and verb in back:
            before, now = aligned.wanted[back[verb]], aligned.said[verb]
            past = before.text.endswith("ed") or before.text in irregular()
            if gone or (past and before.text != now.text and before.stem == now.stem):
                return Turn(f"“{word.text}” is not in it", certain=False)
    return None


def _texts(found: Sequence[Word]) -> set[str]:
    return {word.text for word in found}


def _modals(found: Sequence[Word]) -> dict[str, str]:
    """Return the modal phrases by their strength; “may not” and “no … may” forbid as “must not” does."""
    texts = [word.text for word in found]
    strengths: dict[str, str] = {}
    for phrase, strength in table("modals.tsv"):
        parts = phrase.split()
        for index in range(len(texts) - len(parts) + 1):
            if texts[index : index + len(parts)] == parts:
                denied = texts[index + 1 : index + 2] == ["not"] or bool(NONE & set(texts[:index]))
                strengths["forbidden" if phrase in DENIABLE and denied else strength] = phrase
    return strengths


def _number(aligned: Alignment) -> Turn | None:
    given = {word.text for word in aligned.said if word.number}
    right = {word.text for word in aligned.wanted if word.number}
    counted = _of_name(aligned.said) - _of_name(aligned.wanted)
    if counted:
        return Turn(f"{listed(counted)} of them")  # “the three Sides”, where they are two
    if given - right and right:
        return Turn(f"{listed(given - right)} in place of {listed(right)}")
    lost = right - given - told_again(aligned.wanted)
    if lost:
        return Turn(f"without the number {listed(lost)}", certain=False)
    reached, by = (
        _led(found, "to") & _led(other, "by")
        for found, other in ((aligned.wanted, aligned.said), (aligned.said, aligned.wanted))
    )
    if reached or by:
        return Turn(
            f"“by {listed(by)}”, not “to {listed(by)}”" if by else f"“to {listed(reached)}”, not “by”", certain=False
        )
    mine = [word.text for word in aligned.wanted if word.number]
    theirs = [word.text for word in aligned.said if word.number]
    if mine != theirs and sorted(mine) == sorted(theirs):
        ours, other = _beside(aligned.wanted), _beside(aligned.said)
        if any(other[one] != ours[one] and other[one] == ours[two] for one in ours for two in ours if one != two):
            return Turn("two numbers have changed places")
    return None


def _of_name(found: Sequence[Word]) -> set[str]:
    """Return the numbers right before a name."""
    return {word.text for word, after in pairwise(found) if word.number and after.name}


def _led(found: Sequence[Word], preposition: str) -> set[str]:
    """Return the numbers right behind a preposition: what fell “to 3” did not fall “by 3”."""
    return {word.text for before, word in pairwise(found) if word.number and before.text == preposition}


def _beside(found: Sequence[Word]) -> dict[str, str]:
    """Return what stands behind each number."""
    last = {found[-1].text: ""} if found and found[-1].number else {}
    return {word.text: after.stem for word, after in pairwise(found) if word.number} | last


def _rival(aligned: Alignment) -> Turn | None:
    """Notice another month, another day, another share of them than the one that was meant."""
    mine, theirs = aligned.unmet
    for index in mine:
        for other in theirs:
            word, typed = aligned.wanted[index], aligned.said[other]
            if rivals(word.stem, typed.stem):
                return Turn(f"“{typed.text}” in place of “{word.text}”")
    return None


def _quantity(aligned: Alignment) -> Turn | None:
    """Notice “some of them” or “one of them” for all or for them, and “either” for “both”."""
    mine, theirs = quantities(aligned.wanted), quantities(aligned.said)
    for kind, word in theirs.items():
        if kind in mine or (kind == "one" and _counted(aligned.said, "one") & _counted(aligned.wanted, "a")):
            continue
        if kind == "most" and any(other.number for other in aligned.wanted):
            continue  # "a two-thirds majority"
        for other in mine.keys() - theirs.keys() or {"none"}:
            if (other, kind) in table("quantifier_clashes.tsv"):
                place = f" in place of “{mine[other]}”" if other in mine else " is not in it"
                return Turn(f"“{word}”{place}", certain=other in mine)
    return _partly(aligned) or _listed_otherwise(aligned)


def _partly(aligned: Alignment) -> Turn | None:
    """Notice “not every” and “one of” where only one of the two answers has it."""
    mine, theirs = (list(pairwise(word.text for word in found)) for found in (aligned.wanted, aligned.said))
    for one, other in ((mine, theirs), (theirs, mine)):
        split = next((pair for pair in other if _splits(pair)), None)
        if split is not None and not any(map(_splits, one)):
            return Turn(f"“{' '.join(split)}” is not the same", certain=other is theirs)
    return Turn("“one of” is not in it") if PART_OF in theirs and PART_OF not in mine else None


def _splits(pair: tuple[str, str]) -> bool:
    return pair[0] == "not" and pair[1] in EVERY


def _listed_otherwise(aligned: Alignment) -> Turn | None:
    """Notice “A or B” for “A and B”, and the other way round."""
    if "both" in _texts(aligned.wanted) and "either" in _texts(aligned.said):
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


def _focus(aligned: Alignment) -> Turn | None:
    """Notice that what `only` goes with is not what it went with: “only A may close B”, “A may only close B”."""
    mine, theirs = _only(aligned.wanted), _only(aligned.said)
    if mine is not None and theirs is None and NEEDING & _texts(aligned.said):
        return None  # “needs consent” is “only with consent”
    ours, other = (sum(word.text in EXCLUDING for word in found) for found in (aligned.wanted, aligned.said))
    if mine is None or theirs is None:  # “only with a guide” is “not without a guide”
        told = (mine is None and (theirs is None or other < ours)) or (theirs is None and other > ours)
        return None if told else Turn(f"“only” is {'not in it' if mine is None else 'missing'}", certain=False)
    pairs = dict(aligned.pairs)
    if mine in pairs and theirs in pairs.values() and pairs[mine] != theirs and aligned.said[theirs].name:
        return Turn("“only” goes with something else", certain=False)
    if mine in pairs and theirs in pairs.values() and abs(pairs[mine] - theirs) > 1:
        return Turn("“only” goes with something else", certain=False)
    return None


def _only(found: Sequence[Word]) -> int | None:
    """Return where the word stands that `only` or `alone` goes with."""
    for index, word in enumerate(found):
        if word.text in ONLY:
            return next_content(found, index)
        if word.text == ALONE:
            return next((place for place in range(index - 1, -1, -1) if content(found[place])), None)
    return None


def _hinge(aligned: Alignment) -> Turn | None:
    mine, theirs = _hinges(aligned.wanted), _hinges(aligned.said)
    added = theirs.keys() & ADDED
    if added and not mine and not any(word.text in CONDITIONAL for word in aligned.wanted):
        return Turn(f"“{theirs[min(added)]}” is not in it", certain=False)
    if len(mine) != 1 or len(theirs) != 1:
        return None
    (way, word), (other, typed) = *mine.items(), *theirs.items()
    if (way, other) in table("hinge_clashes.tsv") or (other, way) in table("hinge_clashes.tsv"):
        return Turn(f"“{typed}” in place of “{word}”", certain=False)
    return None


def _hinges(found: Sequence[Word]) -> dict[str, str]:
    ways = mapping("hinges.tsv")
    return {ways[word.text]: word.text for word in found if word.text in ways}


def _marked(aligned: Alignment) -> Turn | None:
    """Notice a word that tells another time, place or measure and that the right answer does not have."""
    matched = {theirs for _, theirs in aligned.pairs}
    mine = {word.stem for word in aligned.wanted} | {word.text for word in aligned.wanted}
    for index, word in enumerate(aligned.said):
        if index in matched or word.text not in _marks() or word.text in mine or _marks()[word.text] & mine:
            continue
        if not any(content(other) and (alike(word, other) or near(word, other)) for other in aligned.wanted):
            return Turn(f"“{word.text}” is not in it", certain=False)
    return None


@cache
def _marks() -> dict[str, frozenset[str]]:
    return {
        word: frozenset(one for text in (allowed[0].split() if allowed else ()) for one in (text, stem(text)))
        for word, *allowed in table("marked_words.tsv")
    }


CHECKS: tuple[Callable[[Alignment], Turn | None], ...] = (
    _modal,
    _number,
    _rival,
    _quantity,
    _focus,
    _hinge,
    _marked,
    exchanged_in_place,
    turned_about,
    bounded_otherwise,
    disordered,
    traded,
    another_deadline,
    swapped,
)
