"""Who does each deed, to whom, and what hangs on what where no comma tells: verb by verb, whatever the voice."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.study.alignment import Alignment, content, next_content
from tui_reader.study.clauses import CLAUSES
from tui_reader.study.doers import ergatives
from tui_reader.study.roles import BARE, BE, DEEDS, NEAR, PARTICIPLE, PREPOSITIONS, led_by, roleless
from tui_reader.study.thesaurus import of_a_kind
from tui_reader.study.turn import Turn
from tui_reader.study.vocabulary import Word, irregular, little

NO_VERB = ("ous", "us", "is", "ness", "less", "ics")
FINITE = ("s", "ed")
HELPING = (little("past") | little("modal") | little("be")) - {"did"}
ARTICLES = little("article")
JOINING = little("joining")
TO_WHOM = frozenset(["to", "for", "against", "towards"])
COMPANY = frozenset(["by", "of", "to", "with"])  # “met the rebels”, “met with the rebels”
MOVED = little("loose preposition")
WHERE = frozenset(["in", "at", "on"])
BY = "by"
ELSEWHERE = Turn("is it the same who does it, to whom, and when?", certain=False, doubtful=True)
INSIDE = ARTICLES | {"than", "of"}
RELATIVE = little("relative")
OPENED = little("pronoun") | {"to"}  # what stands behind a verb, not behind a participle
MOMENTS = little("moment")


def other_roles(aligned: Alignment) -> Turn | None:
    """Return the turn if the doer of a deed, or the one to whom it is done, is somebody else of the answer."""
    for pivot, middle in aligned.pairs:
        root = aligned.wanted[pivot].stem
        if root != aligned.said[middle].stem or root in ergatives():
            continue
        if not (verb_like(aligned.wanted, pivot) and verb_like(aligned.said, middle)):
            continue
        voiced = _passive(aligned.wanted, pivot) or _passive(aligned.said, middle)
        for role in (_patient, _doer):
            mine, theirs = role(aligned.wanted, pivot), role(aligned.said, middle)
            actors = _actors(aligned.wanted, mine) or _actors(aligned.said, theirs)
            if (voiced or actors) and _elsewhere(aligned, mine, theirs):
                return ELSEWHERE
        if _other_end(aligned, pivot, middle):
            return ELSEWHERE
    return None


def _elsewhere(aligned: Alignment, mine: range, theirs: range) -> bool:
    """Say whether what fills a role is something else, and both things are in both answers."""
    pairs = aligned.pairs
    held = [(one in mine, other in theirs) for one, other in pairs]
    return (True, False) in held and (False, True) in held and (True, True) not in held


def _other_end(aligned: Alignment, pivot: int, middle: int) -> bool:
    """Say whether a doer became the one to whom it is done, or the other way round, whatever pronoun is the other."""
    if aligned.wanted[pivot].stem != aligned.said[middle].stem:
        return False
    doer, patient = _doer(aligned.wanted, pivot), _suffering(aligned.wanted, pivot)
    other_doer, other_patient = _doer(aligned.said, middle), _suffering(aligned.said, middle)
    if any(one in doer and other in other_patient for one, other in aligned.pairs):
        return not any(one in doer and other in other_doer for one, other in aligned.pairs)
    after = {word.text for word in aligned.said[middle + 1 : middle + 2]}
    reduced = aligned.said[middle].text.endswith(PARTICIPLE) and not other_patient and not after & OPENED
    if reduced:
        return False  # “the strike suspended until June”
    if any(one in patient and other in other_doer for one, other in aligned.pairs):
        kept = any(one in patient and other in other_patient for one, other in aligned.pairs)
        return not kept and aligned.wanted[pivot].stem not in ergatives()
    told = any(other in other_doer and one != pivot for one, other in aligned.pairs)
    agentless = _passive(aligned.wanted, pivot) and not doer and not _passive(aligned.said, middle)
    return told and agentless and not other_patient and aligned.wanted[pivot].stem not in ergatives()


def _actors(found: Sequence[Word], run: range) -> bool:
    return any(found[place].capital or found[place].name for place in run)


def verb_like(found: Sequence[Word], index: int) -> bool:
    word = found[index]
    before = found[index - 1].text if index else ""
    if (word.capital and index) or word.number or word.name or before in ARTICLES or before in PREPOSITIONS - {"to"}:
        return False
    if word.text.endswith((*DEEDS, *NO_VERB)) or (index and found[index - 1].owner):
        return False
    if word.text.endswith("s") and word.text not in irregular() and _plural(found, index):
        return False
    return word.text.endswith((*FINITE, *PARTICIPLE)) or word.text in irregular() or before in BARE


def _plural(found: Sequence[Word], index: int) -> bool:
    """Say whether a word in -s is a noun: an auxiliary stands behind it, or a preposition before its phrase."""
    if index + 1 < len(found) and found[index + 1].text in HELPING:
        return True
    start = index - 1
    while start >= 0 and content(found[start]) and not found[start + 1].after_break:
        start -= 1
    return start >= 0 and index - start > 1 and found[start].text in PREPOSITIONS - {"to"}


def _passive(found: Sequence[Word], index: int) -> bool:
    """Say whether a form of `be` and no other word of content but adverbs stands before a participle."""
    if not found[index].text.endswith(PARTICIPLE) and found[index].text not in irregular():
        return False
    if index and found[index - 1].text in BARE:
        return False
    if any(_by(found, place) for place in range(index + 1, min(index + NEAR, len(found)))):
        return True  # “leased to the navy by the port”
    for place in range(index - 1, max(index - NEAR, -1), -1):
        if found[place].text in BE:
            return True
        if content(found[place]) and not found[place].text.endswith("ly"):
            return False
    return False


def _patient(found: Sequence[Word], verb: int) -> range:
    """Return the words that name to whom a deed is done: the subject of a passive, else the bare object behind it."""
    if _passive(found, verb):
        return _left(found, verb)
    run = _right(found, verb + 1)
    second = run.stop < len(found) and (found[run.stop].text in ARTICLES or found[run.stop].number)
    return range(0) if second else run  # “gave Velm the islands”


def _suffering(found: Sequence[Word], verb: int) -> range:
    """Return the words that name to whom a deed is done, the first of two objects too: “called the minister a liar”."""
    return _left(found, verb) if _passive(found, verb) else _right(found, verb + 1)


def _doer(found: Sequence[Word], verb: int) -> range:
    """Return the words that name who does a deed: what `by` leads behind a passive, else the subject."""
    if _passive(found, verb):
        by = next((place for place in range(verb + 1, len(found)) if _by(found, place)), None)
        return range(0) if by is None else _right(found, by + 1)
    return range(0) if verb and found[verb - 1].text == "to" else _left(found, verb)


def _by(found: Sequence[Word], index: int) -> bool:
    """Say whether `by` leads a doer here, not a time or a measure."""
    led = next_content(found, index)
    when = led is None or roleless(found[led]) or (found[led].capital and of_a_kind(found[led].stem))
    return found[index].text == BY and led is not None and not when and found[led].text not in MOMENTS


def _right(found: Sequence[Word], start: int) -> range:
    """Return the run of words of content that begins at *start*, articles before it left out."""
    while start < len(found) and found[start].text in ARTICLES:
        start += 1
    end = start
    while (
        end < len(found)
        and (content(found[end]) or found[end].text in INSIDE)
        and found[end].text not in BE
        and not (end > start and found[end].after_break)
    ):
        end += 1
    return range(start, end)


def _left(found: Sequence[Word], verb: int) -> range:
    """Return the run of words of content before a verb and its auxiliaries; none where a preposition leads it."""
    end = verb
    while end > 0 and (not content(found[end - 1]) or found[end - 1].text.endswith("ly")):
        end -= 1
        if found[end].text in PREPOSITIONS - {"to"} or found[end].text in JOINING | CLAUSES or found[end].after_break:
            return range(0)
    start = end
    while start > 0 and content(found[start - 1]) and not found[start].after_break:
        start -= 1
    told = any(word.text in RELATIVE for word in found[:start])
    return range(0) if told or (start < end and led_by(found, start)) else range(start, end)


def served_instead(aligned: Alignment) -> Turn | None:
    """Return the turn if a doer is now the one to whom, or where, it is done: “A guarantees”, “guaranteed to A”.

    The other way round too: “signed in A”, “A signed”.
    """
    pairs = dict(aligned.pairs)
    back = {theirs: mine for mine, theirs in aligned.pairs}
    for pivot, middle in aligned.pairs:
        if not (verb_like(aligned.wanted, pivot) and verb_like(aligned.said, middle)):
            continue
        for one, verb, other, then, partner in (
            (aligned.wanted, pivot, aligned.said, middle, pairs),
            (aligned.said, middle, aligned.wanted, pivot, back),
        ):
            if _passive(one, verb) or not _passive(other, then):
                continue
            places = [partner[place] for place in _doer(one, verb) if place in partner]
            if any(place > then and led_by(other, place, 3) in TO_WHOM | WHERE for place in places):
                return ELSEWHERE
    return None


def gained(aligned: Alignment) -> Turn | None:
    """Return the turn if a verb has for its object what was no object: “ordered to leave”, “left the master”."""
    back = {theirs: mine for mine, theirs in aligned.pairs}
    for pivot, middle in aligned.pairs:
        if not _plain_verb(aligned, pivot, middle) or any(
            word.text.endswith("s") for word in (aligned.wanted[pivot], aligned.said[middle])
        ):
            continue
        mine, theirs = _right(aligned.wanted, pivot + 1), _right(aligned.said, middle + 1)
        if (
            not mine
            and pivot + 1 >= len(aligned.wanted)
            and theirs
            and all(place in back for place in theirs if content(aligned.said[place]))
            and any(back[place] < pivot for place in theirs if place in back)
        ):
            return ELSEWHERE
        first = _first_behind(aligned.said, middle)
        bare = mine and _first_behind(aligned.wanted, pivot) not in PREPOSITIONS | MOVED
        if bare and first in PREPOSITIONS - COMPANY and not theirs:
            end = next_content(aligned.said, middle)
            if end in back and back[end] in mine:
                return ELSEWHERE
    return None


def _plain_verb(aligned: Alignment, pivot: int, middle: int) -> bool:
    same = aligned.wanted[pivot].stem == aligned.said[middle].stem
    verbs = verb_like(aligned.wanted, pivot) and verb_like(aligned.said, middle)
    return same and verbs and not _passive(aligned.wanted, pivot) and not _passive(aligned.said, middle)


def _first_behind(found: Sequence[Word], index: int) -> str:
    return found[index + 1].text if index + 1 < len(found) else ""


def hung_otherwise(aligned: Alignment) -> Turn | None:
    """Return the turn if the clause of a hinge that an answer begins with is what hung on it: “if A B”, “if B A”."""
    if not aligned.wanted or not aligned.said:
        return None
    ours, theirs = _hinge(aligned.wanted), _hinge(aligned.said)
    if ours is None or theirs is None:
        return None
    pairs = dict(aligned.pairs)
    back = {theirs: mine for mine, theirs in aligned.pairs}
    for found, hinge, far, partner in (
        (aligned.said, theirs, ours, back),
        (aligned.wanted, ours, theirs, pairs),
    ):
        if hinge or any(word.after_break for word in found[1:]):
            continue
        first = next((place for place in range(1, len(found)) if place in partner), None)
        last = max(partner, default=None)
        if first is None or last is None or first == last:
            continue
        hangs = partner[first] > far if far else partner[first] < partner[last]
        if not hangs:
            return ELSEWHERE
    return None


def _hinge(found: Sequence[Word]) -> int | None:
    places = [index for index, word in enumerate(found) if word.text in CLAUSES]
    return places[0] if len(places) == 1 else None
