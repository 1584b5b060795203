"""Is a typed answer right? First what would turn its meaning, then whose it is, then how much of it is there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz import fuzz

from tui_reader.study.alignment import Alignment, align, content, weighty
from tui_reader.study.naming import mark, unmark
from tui_reader.study.polarity import polarity
from tui_reader.study.roles import CLAUSES, swapped
from tui_reader.study.thesaurus import alike, rivals
from tui_reader.study.turn import Turn
from tui_reader.study.verdict import Grade, Verdict
from tui_reader.study.wording import Word, empty_words, plain, table, words

RIGHT_SHARE = 0.75  # of the answer's words of content that must be there
PART_SHARE = 0.34
LIKE, SURE = 70, 90  # rapidfuzz ratio of answers that are made of little words
KNOWN, TEN = frozenset(["the", "these", "those", "its", "their", "his", "her", "our"]), 10
SPARE = 2  # words of its own that even the shortest answer may have
FEW = 3  # of so few words none may be left out


def grade(
    given: str, answer: str, accepted: Sequence[str] = (), names: Sequence[Sequence[str]] = (), question: str = ""
) -> Grade:
    """Compare what was typed with the answer and with every other accepted answer, and return the best grade.

    `names` has for each actor of the text all its names, any of which may stand for it. Words of `question` need not
    be repeated in the answer.
    """
    if not words(given):
        return Grade(Verdict.WRONG, 0.0, "nothing was typed")
    grades = [_compare(given, right, names, question) for right in dict.fromkeys((answer, *accepted))]
    best = max(grades, key=lambda g: (g.verdict is Verdict.RIGHT, g.verdict is Verdict.PARTLY, g.share))
    return replace(best, reason=unmark(best.reason, names))


def _compare(given: str, answer: str, names: Sequence[Sequence[str]], question: str) -> Grade:
    if _bare(given) == _bare(answer):
        return Grade(Verdict.RIGHT, 1.0)
    asked = words(mark(question, names))
    aligned = align(_without_hinge(words(mark(given, names)), asked), _without_hinge(words(mark(answer, names)), asked))
    said, wanted = aligned.said, aligned.wanted
    known = frozenset(word.stem for word in asked)
    told = _told(wanted)
    every = [index for index, word in enumerate(wanted) if content(word) and word.text not in told] or list(
        range(len(wanted))
    )
    required = [index for index in every if wanted[index].stem not in known] or every
    sign = polarity(aligned, known)
    missing = [
        index
        for index in required
        if index not in sign.wanted and not any(alike(wanted[index], other) for other in said)
    ]
    foreign = [said[index] for index in aligned.foreign if index not in sign.said and said[index].stem not in known]
    weighed = [index for index in missing if weighty(wanted[index])]
    share = 1 - len(weighed if len(weighed) < len(required) - 1 else missing) / len(required)
    lost = tuple(wanted[index].text for index in missing if not wanted[index].name)
    turns = [turn for turn in (sign.turn, *(check(aligned) for check in CHECKS)) if turn is not None]
    for turn in turns:
        if turn.certain:
            return Grade(Verdict.WRONG, 0.0, turn.reason)
    absent = [wanted[index] for index in aligned.lacking if index not in sign.wanted]
    if any(word.name for word in foreign) and any(word.name for word in absent):
        return Grade(Verdict.WRONG, 0.0, "another actor", lost)
    short = Verdict.PARTLY if share >= PART_SHARE else Verdict.WRONG
    spare = sorted({word.text for word in said if word.number} - {word.text for word in (*wanted, *asked)})
    if spare:
        return Grade(short, share, f"{_listed(spare)} is not in it", lost)
    if not any(content(word) and word.stem not in known for word in wanted):
        return _in_little_words(given, answer, lost)
    if _is_name(wanted):
        return _named([wanted[index] for index in required], [wanted[index] for index in missing], foreign, lost)
    if turns:
        return Grade(short, share, turns[0].reason, lost)
    if len(foreign) > max(len(required), SPARE):
        return Grade(short, share, "much that is not in it", lost)
    others = [word for word in foreign if weighty(word)]
    replaced = [word for word in absent if weighty(word) and not any(alike(word, other) for other in said)]
    if others and len(required) < FEW and not _exact(aligned, required):
        return Grade(short, share, f"“{others[0].text}” is not in it", lost)
    if replaced and others:
        return Grade(short, share, f"“{others[0].text}” for “{replaced[0].text}”?" if share else "", lost)
    few = len(required) <= FEW and bool(weighed)
    if share >= RIGHT_SHARE and not few:
        return Grade(Verdict.RIGHT, share, "", lost)
    return Grade(Verdict.PARTLY if few and share else short, share, "not all of it" if share else "", lost)


def _in_little_words(given: str, answer: str, lost: tuple[str, ...]) -> Grade:
    """Grade an answer that has nothing but words of grammar and of its question: “only if”, “there is no us”.

    By its letters, as it stands: here “if” and “on condition that” are two answers.
    """
    other = _bare(answer)
    likeness = fuzz.ratio(_bare(given), other)
    if likeness >= (SURE if len(other.split()) <= FEW else LIKE):
        return Grade(Verdict.RIGHT, likeness / 100)
    return Grade(Verdict.PARTLY if likeness >= LIKE else Verdict.WRONG, likeness / 100, "", lost)


def _exact(aligned: Alignment, required: Sequence[int]) -> bool:
    """Say whether one of the words that count was typed itself, not only a synonym of it."""
    return any(
        mine in required and aligned.wanted[mine].stem == aligned.said[theirs].stem for mine, theirs in aligned.pairs
    )


def _without_hinge(found: Sequence[Word], asked: Sequence[Word]) -> Sequence[Word]:
    """Leave out the `if` or `until` that an answer begins with where the question has it already: “until what?”"""
    first = found[0].text if found else ""
    return found[1:] if len(found) > 1 and first in CLAUSES and any(word.text == first for word in asked) else found


def _bare(text: str) -> str:
    """Return the words of *text* as they stand, case and articles left out."""
    return " ".join(word for word in re.findall(r"\w+", plain(text).casefold()) if word not in ("a", "an", "the"))


def _is_name(wanted: Sequence[Word]) -> bool:
    content = [word for word in wanted if word.text not in empty_words()]
    return 0 < len(content) <= 4 and all(word.name or word.capital for word in content)


def _named(required: Sequence[Word], missing: Sequence[Word], foreign: Sequence[Word], lost: tuple[str, ...]) -> Grade:
    """Grade a name: its last part will do, and a title beside it does no harm."""
    share = 1 - len(missing) / len(required)
    of_another = len(required) > 1 and required[-1].name and bool(missing)  # “Issaly” for “the Minister of Issaly”
    if required[-1] not in missing and len(foreign) <= SPARE and not of_another:
        return Grade(Verdict.RIGHT, 1.0)
    return Grade(Verdict.WRONG, share, "another actor" if foreign else "", lost)


def _modal(aligned: Alignment) -> Turn | None:
    given, right = _modals(aligned.said), _modals(aligned.wanted)
    for one, other in table("modal_clashes.tsv"):
        for a, b in ((one, other), (other, one)):
            if a in right and a not in given and b in given and b not in right:
                return Turn(f"“{given[b]}” in place of “{right[a]}”")
    return None


def _modals(found: Sequence[Word]) -> dict[str, str]:
    text = f" {' '.join(word.text for word in found)} "
    return {strength: phrase for phrase, strength in table("modals.tsv") if f" {phrase} " in text}


def _number(aligned: Alignment) -> Turn | None:
    given = {word.text for word in aligned.said if word.number}
    right = {word.text for word in aligned.wanted if word.number}
    if given - right and right:
        return Turn(f"{_listed(given - right)} in place of {_listed(right)}")
    lost = right - given - _told(aligned.wanted)
    return Turn(f"without the number {_listed(lost)}", certain=False) if lost else None


def _told(found: Sequence[Word]) -> set[str]:
    """Return the numbers that only say again what is known: “the two banks”."""
    return {
        word.text
        for before, word in pairwise(found)
        if before.text in KNOWN and word.text.isdigit() and int(word.text) < TEN
    }


def _listed(numbers: Iterable[str]) -> str:
    return ", ".join(sorted(numbers))


def _rival(aligned: Alignment) -> Turn | None:
    """Notice another month, another day, another share of them than the one that was meant."""
    for word in aligned.wanted:
        if any(alike(word, other) for other in aligned.said):
            continue
        for other in aligned.said:
            if rivals(word.stem, other.stem) and not any(alike(other, ours) for ours in aligned.wanted):
                return Turn(f"“{other.text}” in place of “{word.text}”")
    return None


CHECKS: tuple[Callable[[Alignment], Turn | None], ...] = (_modal, _number, _rival, swapped)
