"""Is a typed answer right? First what would turn its meaning, then whose it is, then how much of it is there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rapidfuzz import fuzz

from tui_reader.study.verdict import Grade, Verdict
from tui_reader.study.wording import Word, empty_words, stem, synonyms, table, words

RIGHT_SHARE = 0.6  # of the answer's words of content that must be there
PART_SHARE = 0.34
TYPO = 80  # rapidfuzz ratio of two spellings of one word
TYPO_LENGTH = 5


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
    return max(grades, key=lambda g: (g.verdict is Verdict.RIGHT, g.verdict is Verdict.PARTLY, g.share))


def _compare(given: str, answer: str, names: Sequence[Sequence[str]], question: str) -> Grade:
    if _bare(given) == _bare(answer):
        return Grade(Verdict.RIGHT, 1.0)
    said, wanted = words(given, names), words(answer, names)
    for turned in (_negation, _modal, _number, _opposite, _swapped):
        reason = turned(said, wanted)
        if reason:
            return Grade(Verdict.WRONG, 0.0, reason)
    known = {word.stem for word in words(question, names)}
    content = [word for word in wanted if word.text not in empty_words()] or list(wanted)
    required = [word for word in content if word.stem not in known] or content
    missing = tuple(word for word in required if not any(alike(word, other) for other in said))
    share = 1 - len(missing) / len(required)
    spare = [word for word in said if word.text not in empty_words() and word.stem not in known]
    foreign = [word for word in spare if not any(alike(word, other) for other in wanted)]
    lost = tuple(word.text for word in missing if not word.name)
    if any(word.name for word in foreign) and any(word.name for word in missing):
        return Grade(Verdict.WRONG, 0.0, "another actor", lost)
    if _is_name(wanted):
        return _named(required, missing, foreign, lost)
    if len(foreign) > 2 * max(len(required), 3):
        return Grade(Verdict.PARTLY if share >= PART_SHARE else Verdict.WRONG, share, "much that is not in it", lost)
    if len(required) <= 3 and missing:
        return Grade(Verdict.PARTLY if share else Verdict.WRONG, share, "not all of it" if share else "", lost)
    if share >= RIGHT_SHARE:
        return Grade(Verdict.RIGHT, share, "", lost)
    return Grade(
        Verdict.PARTLY if share >= PART_SHARE else Verdict.WRONG, share, "not all of it" if share else "", lost
    )


def alike(one: Word, other: Word) -> bool:
    """Say whether two words mean the same in an answer: one stem, a synonym, or a slip of the keys."""
    if one.stem == other.stem:
        return True
    if one.number or other.number or one.name or other.name:
        return False
    groups = synonyms()
    if groups.get(one.stem, frozenset()) & groups.get(other.stem, frozenset()):
        return True
    if min(len(one.text), len(other.text)) < TYPO_LENGTH or _opposed(one.stem, other.stem):
        return False
    return fuzz.ratio(one.text, other.text) >= TYPO


def _bare(text: str) -> str:
    return " ".join(word.text for word in words(text) if word.text not in ("a", "an", "the"))


def _is_name(wanted: Sequence[Word]) -> bool:
    content = [word for word in wanted if word.text not in empty_words()]
    return 0 < len(content) <= 4 and all(word.name or word.capital for word in content)


def _named(required: Sequence[Word], missing: Sequence[Word], foreign: Sequence[Word], lost: tuple[str, ...]) -> Grade:
    """Grade a name: its last part will do, and a title beside it does no harm."""
    share = 1 - len(missing) / len(required)
    if required[-1] not in missing and len(foreign) <= 2:
        return Grade(Verdict.RIGHT, 1.0)
    return Grade(Verdict.WRONG, share, "another actor" if foreign else "", lost)


def _negation(said: Sequence[Word], wanted: Sequence[Word]) -> str:
    return "" if _negations(said) % 2 == _negations(wanted) % 2 else "negated the other way round"


@cache
def _negators() -> tuple[frozenset[str], frozenset[str]]:
    rows = table("negators.tsv")
    return (
        frozenset(word for word, kind in rows if kind == "plain"),
        frozenset(stem(word) for word, kind in rows if kind == "meaning"),
    )


def _negations(found: Sequence[Word]) -> int:
    plainly, by_meaning = _negators()
    count = 0
    for index, word in enumerate(found):
        following = found[index + 1].text if index + 1 < len(found) else ""
        if word.text in plainly:
            count += not (word.text == "not" and following in ("only", "just", "merely"))
        else:
            count += word.stem in by_meaning or (word.stem == "rule" and following == "out")
    return count


def _modal(said: Sequence[Word], wanted: Sequence[Word]) -> str:
    given, right = _modals(said), _modals(wanted)
    for one, other in table("modal_clashes.tsv"):
        for a, b in ((one, other), (other, one)):
            if a in right and a not in given and b in given and b not in right:
                return f"“{given[b]}” in place of “{right[a]}”"
    return ""


def _modals(found: Sequence[Word]) -> dict[str, str]:
    text = f" {' '.join(word.text for word in found)} "
    return {strength: phrase for phrase, strength in table("modals.tsv") if f" {phrase} " in text}


def _number(said: Sequence[Word], wanted: Sequence[Word]) -> str:
    given = {word.text for word in said if word.number}
    right = {word.text for word in wanted if word.number}
    if given - right and right:
        return f"{_listed(given - right)} in place of {_listed(right)}"
    if right - given:
        return f"without the number {_listed(right - given)}"
    return ""


def _listed(numbers: set[str]) -> str:
    return ", ".join(sorted(numbers))


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    pairs = {(stem(one), stem(other)) for one, other in table("opposites.tsv")}
    return frozenset(pairs | {(other, one) for one, other in pairs})


def _opposed(one: str, other: str) -> bool:
    return (one, other) in _opposites() or any(
        longer == prefix + shorter
        for longer, shorter in ((one, other), (other, one))
        for prefix in ("un", "in", "im", "il", "dis", "non", "mis")
    )


def _opposite(said: Sequence[Word], wanted: Sequence[Word]) -> str:
    _, by_meaning = _negators()
    given, right = {word.stem: word for word in said}, {word.stem: word for word in wanted}
    for ours, word in right.items():
        if ours in given or any(alike(word, other) for other in said):
            continue
        for theirs, other in given.items():
            if theirs not in right and _opposed(ours, theirs) and not {ours, theirs} & by_meaning:
                return f"“{other.text}” in place of “{word.text}”"
    return ""


def _swapped(said: Sequence[Word], wanted: Sequence[Word]) -> str:
    """Notice two actors that changed places: who acts on whom is turned."""
    capitals = {word.text for found in (said, wanted) for word in found[1:] if word.capital}
    given, right = _actors(said, capitals), _actors(wanted, capitals)
    shared = [actor for actor in right if actor in given]
    if len(shared) < 2:
        return ""
    order = [actor for actor in given if actor in shared]
    passive = ("by" in {word.text for word in said}) != ("by" in {word.text for word in wanted})
    joined = _joined(wanted, shared[0], shared[1])
    return "" if passive or joined or order[:2] == shared[:2] else "the actors have changed places"


def _actors(found: Sequence[Word], capitals: set[str]) -> list[str]:
    named = [word.text for word in found if word.name or (word.capital and word.text in capitals)]
    return list(dict.fromkeys(named))


def _joined(found: Sequence[Word], one: str, other: str) -> bool:
    texts = [word.text for word in found]
    between = texts[texts.index(one) + 1 : texts.index(other)]
    return between in (["and"], ["or"], ["nor"], [])
