"""What turns the meaning of an answer besides its negations: every check there is, in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from tui_reader.study.agents import (
    another_subject,
    became_doer,
    done_by,
    done_to_its_doer,
    hung_on_another,
    led_otherwise,
    lost_its_doer,
)
from tui_reader.study.alignment import Alignment, content, next_content
from tui_reader.study.clauses import traded
from tui_reader.study.commitment import committed
from tui_reader.study.deadlines import another_deadline
from tui_reader.study.deeds import gained, hung_otherwise, other_roles, served_instead
from tui_reader.study.doers import acting, crossed, made_doer, one_ended, served, suffered
from tui_reader.study.hinges import hinges, texts
from tui_reader.study.modality import modal
from tui_reader.study.order import bounded_otherwise, disordered, exchanged_in_place, turned_about
from tui_reader.study.polarity import compared_about
from tui_reader.study.possessors import of_another
from tui_reader.study.quantities import number, quantity
from tui_reader.study.roles import swapped
from tui_reader.study.thesaurus import alike, near, opposed, rivals
from tui_reader.study.turn import Turn
from tui_reader.study.vocabulary import Word, little, stem, table

ONLY = little("only")
WHETHER = {"if", "whether"}
ALONE = "alone"
KNOWN = little("known before")
CONTRAST = frozenset(["not", "but"])
ARTICLES, PREPOSITIONS = little("article"), little("preposition")
LEADING = little("clause") | little("preposition")
EXCLUDING = little("excluding")
ADDED = little("added condition")
CONDITIONAL = little("conditional")
LACKING = Turn("“only” is missing", certain=False, lacking=True)
AUXILIARY = little("auxiliary")
BARRING = little("barring")
NEEDING = little("needing")
TIMING = little("timing")


def turns_of(aligned: Alignment) -> list[Turn]:
    """Return every way in which an answer says something else than the right one, negations left out."""
    return [turn for check in CHECKS if (turn := check(aligned)) is not None]


def _rival(aligned: Alignment) -> Turn | None:
    """Notice another month, another day, another share of them than the one that was meant."""
    mine, theirs = aligned.unmet
    for index in mine:
        for other in theirs:
            word, typed = aligned.wanted[index], aligned.said[other]
            if rivals(word.stem, typed.stem):
                return Turn(f"“{typed.text}” in place of “{word.text}”")
    return None


def _focus(aligned: Alignment) -> Turn | None:
    """Notice that what `only` goes with is not what it went with: “only A may close B”, “A may only close B”."""
    mine, theirs = _only(aligned.wanted), _only(aligned.said)
    if mine is None and texts(aligned.wanted) & ONLY:
        return None  # “the only hospital”
    led = _only_led(aligned.wanted), _only_led(aligned.said)
    if mine is not None and theirs is not None and set(led) == {True, False}:
        return Turn("“only” goes with something else", certain=False, doubtful=True)
    needed = texts(aligned.said) & (NEEDING | EXCLUDING)
    if mine is None and theirs is None and _excludes(aligned.wanted) and not needed:
        return LACKING  # “not without consent” is more than “with consent”
    if mine is not None and theirs is None and NEEDING & texts(aligned.said):
        return None  # “needs consent” is “only with consent”
    ours, other = (sum(word.text in EXCLUDING for word in found) for found in (aligned.wanted, aligned.said))
    if (mine is None) != (theirs is None) and all(texts(found) & ONLY for found in (aligned.wanted, aligned.said)):
        return Turn("“only” goes with something else", certain=False, doubtful=True)
    if mine is None or theirs is None:  # “only with a guide” is “not without a guide”
        told = (mine is None and (theirs is None or other < ours)) or (theirs is None and other > ours)
        told = told or (mine is None and any(word.text in CONTRAST for word in aligned.wanted))  # “not B”
        added = Turn("“only” is not in the answer", certain=False, doubtful=True)
        return None if told else added if mine is None else LACKING
    pairs = dict(aligned.pairs)
    first = min(pairs, default=-1)
    if (_before_verb(aligned.said) and mine != first) or (_before_verb(aligned.wanted) and theirs != pairs.get(first)):
        return None  # “may only be used at night” is “may be used only at night”
    if mine in pairs and theirs in pairs.values() and pairs[mine] != theirs and aligned.said[theirs].name:
        return Turn("“only” goes with something else", certain=False, doubtful=True)
    if mine in pairs and next_content(aligned.said, theirs) == pairs[mine] and _led(aligned.said, pairs[mine]):
        return None  # “only sold on demand” is “sold only on demand”
    if mine in pairs and theirs in pairs.values() and abs(pairs[mine] - theirs) > 1:
        return Turn("“only” goes with something else", certain=False, doubtful=True)
    return None


def _before_verb(found: Sequence[Word]) -> bool:
    """Say whether `only` stands right behind an auxiliary, from where it may go with anything behind it."""
    return any(before.text in AUXILIARY and word.text in ONLY for before, word in pairwise(found))


def _led(found: Sequence[Word], index: int) -> bool:
    """Say whether a preposition stands right before a word, but for an article."""
    before = [word.text for word in found[:index] if word.text not in ARTICLES]
    return bool(before) and before[-1] in PREPOSITIONS


def _excludes(found: Sequence[Word]) -> bool:
    """Say whether something is told to be a condition without which it will not do."""
    words = texts(found)
    return bool(words & BARRING) and len(words & EXCLUDING) > 1


def _only_led(found: Sequence[Word]) -> bool | None:
    """Say whether an `only` goes with a condition, a time or a company; false for who does it, None if neither."""
    index = next((place for place, word in enumerate(found) if word.text in ONLY), None)
    if index is None or index + 1 >= len(found):
        return None
    if found[index + 1].text in LEADING:
        return True
    after = found[index + 1]
    return False if index == 0 and (after.text in ARTICLES or after.name or after.capital) else None


def _only(found: Sequence[Word]) -> int | None:
    """Return where the word stands that `only` or `alone` goes with."""
    for index, word in enumerate(found):
        if word.text in ONLY and not (index and (found[index - 1].owner or found[index - 1].text in KNOWN)):
            place = next_content(found, index)
            return (
                None if place is not None and found[place].number else place
            )  # nor “only two”; not “the only hospital”
        if word.text == ALONE:
            return next((place for place in range(index - 1, -1, -1) if content(found[place])), None)
    return None


def _hinge(aligned: Alignment) -> Turn | None:
    mine, theirs = hinges(aligned.wanted), hinges(aligned.said)
    added = theirs.keys() & ADDED
    if added and not mine and not any(word.text in CONDITIONAL for word in aligned.wanted):
        return Turn(f"“{theirs[min(added)]}” is not in the answer", certain=False)
    if len(mine) != 1 or len(theirs) != 1:
        return None
    (way, word), (other, typed) = *mine.items(), *theirs.items()
    if {word, typed} == WHETHER and "or" not in texts(aligned.wanted) | texts(aligned.said):
        return None  # “it is unclear if”
    if (way, other) in table("hinge_clashes.tsv") or (other, way) in table("hinge_clashes.tsv"):
        return Turn(f"“{typed}” in place of “{word}”", certain=False)
    return None


def _equalled(aligned: Alignment) -> Turn | None:
    """Notice “as fast as” for “faster than”, and the other way round."""
    compared = [
        ("than" in texts(found), sum(word.text == "as" for word in found) > 1)
        for found in (aligned.wanted, aligned.said)
    ]
    if set(compared) == {(True, False), (False, True)}:
        return Turn("“as” in place of “than”" if compared[0][0] else "“than” in place of “as”", certain=False)
    return None


def _untimed(aligned: Alignment) -> Turn | None:
    """Notice that nothing tells any more which of two things comes first: “a year after it is signed”."""
    pairs = dict(aligned.pairs)
    if texts(aligned.said) & TIMING:
        return None
    for index, word in enumerate(aligned.wanted):
        led = next_content(aligned.wanted, index)
        if word.text in ("before", "after") and led in pairs and any(one < index for one in pairs):
            return Turn(f"without “{word.text}”", certain=False, doubtful=True)
    return None


def _marked(aligned: Alignment) -> Turn | None:
    """Notice a word that tells another time, place or measure and that the right answer does not have."""
    matched = {theirs for _, theirs in aligned.pairs}
    ours = aligned.unmet[0]
    mine = {word.stem for word in aligned.wanted} | {word.text for word in aligned.wanted}
    for index, word in enumerate(aligned.said):
        if index in matched or word.text not in _marks() or word.text in mine or _marks()[word.text] & mine:
            continue
        if any(opposed(aligned.wanted[i].stem, word.stem) and compared_about(aligned, i, index) for i in ours):
            continue
        if not any(content(other) and (alike(word, other) or near(word, other)) for other in aligned.wanted):
            return Turn(f"“{word.text}” is not in the answer", certain=False)
    return None


@cache
def _marks() -> dict[str, frozenset[str]]:
    return {
        word: frozenset(one for text in (allowed[0].split() if allowed else ()) for one in (text, stem(text)))
        for word, *allowed in table("marked_words.tsv")
    }


CHECKS: tuple[Callable[[Alignment], Turn | None], ...] = (
    modal,
    number,
    _rival,
    quantity,
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
    suffered,
    crossed,
    one_ended,
    acting,
    served,
    made_doer,
    committed,
    _untimed,
    _equalled,
    other_roles,
    served_instead,
    gained,
    hung_otherwise,
    of_another,
    done_by,
    lost_its_doer,
    became_doer,
    hung_on_another,
    another_subject,
    done_to_its_doer,
    led_otherwise,
)
