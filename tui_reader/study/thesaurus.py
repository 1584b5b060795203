"""Which words stand for one another, which are opposites, and which are only of one kind: all by their stems."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import chain, combinations

from rapidfuzz.distance import OSA

from tui_reader.study.vocabulary import Word, empty_words, numerals, stem, table

PREFIXES = {"un": 3, "non": 3, "dis": 6, "in": 6, "im": 6, "il": 6, "ir": 6, "mis": 6}  # how long what follows must be
MAKE = "make"
QUALITIES = ("ti", "iti", "ness")  # endings of stems that make a noun of an adjective: `safe`, `safety`
SHARED = 2  # words that two of different meanings may both stand for
LONG, SHORT = 9, 4  # letters from which on two slips of the keys, or one, are forgiven in a word that is none


def alike(one: Word, other: Word) -> bool:
    """Say whether two words mean the same in an answer: one stem, a synonym, or a slip of the keys."""
    if one.stem == other.stem:
        return True
    if one.number or other.number or one.name or other.name or opposed(one.stem, other.stem):
        return False
    if rivals(one.stem, other.stem):
        return False
    return synonymous(one.stem, other.stem) or slip(one.text, other.text) or slip(other.text, one.text)


def near(one: Word, other: Word) -> bool:
    """Say whether one word may well have been meant by the other, where nothing else tells them apart."""
    if one.number or other.number or one.name or other.name or _denies(one) != _denies(other):
        return False
    if opposed(one.stem, other.stem) or rivals(one.stem, other.stem) or converse(one.stem, other.stem):
        return False
    if MAKE in (one.stem, other.stem):
        return False  # near everything
    low, high = sorted((one.stem, other.stem))
    return high in _near().get(low, ()) or _made_of(low, high)


def unrelated(one: str, other: str) -> bool:
    """Say whether hardly any word was ever said for both, so that the one is not meant by the other."""
    return len((_neighbours(one) & _neighbours(other)) - {one, other}) <= SHARED


@cache
def _neighbours(one: str) -> frozenset[str]:
    """Return the words that were said for a stem, in any of its senses."""
    groups = _groups()
    sets = groups.get(one, frozenset())
    same = {word for word, indexes in groups.items() if indexes & sets}
    return frozenset(same | _near().get(one, frozenset()) | {low for low, high in _near().items() if one in high})


def negates(word: Word) -> bool:
    """Say whether a word negates by its meaning, as `refuse` does."""
    return word.stem in _negators()[1]


def negates_plainly(word: Word) -> bool:
    return word.text in _negators()[0]


def _denies(word: Word) -> bool:
    return negates(word) or negates_plainly(word)


@cache
def _negators() -> tuple[frozenset[str], frozenset[str]]:
    rows = table("negators.tsv")
    return (
        frozenset(word for word, kind in rows if kind == "plain"),
        frozenset(stem(word) for word, kind in rows if kind == "meaning"),
    )


def _made_of(short: str, long: str) -> bool:
    """Say whether one word is the doer or maker of what the other is: `steel`, `steelmaker`."""
    return len(short) >= SHORT and long.startswith(short) and long[len(short) :] in _doers()


def surely_alike(one: Word, other: Word) -> bool:
    """Say whether two words mean the same by more than one witness: a slip, our own list, or two thesauruses."""
    if one.stem == other.stem or slip(one.text, other.text) or slip(other.text, one.text):
        return True
    low, high = sorted((one.stem, other.stem), key=len)
    if _made_of(low, high) or (high.startswith(low) and high[len(low) :] in QUALITIES):
        return True
    if not alike(one, other):
        return False
    return bool(_own().get(one.stem, frozenset()) & _own().get(other.stem, frozenset())) or near(one, other)


def synonymous(one: str, other: str) -> bool:
    groups = _groups()
    return bool(groups.get(one, frozenset()) & groups.get(other, frozenset()))


@cache
def opposed(one: str, other: str) -> bool:
    """Say whether one word turns a statement with the other into its opposite."""
    if _own().get(one, frozenset()) & _own().get(other, frozenset()) and (one, other) not in _own_opposites():
        return False
    return (one, other) in _opposites() or any(
        longer == prefix + shorter
        for longer, shorter in ((one, other), (other, one))
        for prefix, letters in PREFIXES.items()
        if len(shorter) >= letters
    )


def rivals(one: str, other: str) -> bool:
    """Say whether two words are of one closed kind, such as two months, so that one is never the other."""
    sets = _contrasts()
    return any(
        index in sets.get(other, {}) and sets[other][index] != place for index, place in sets.get(one, {}).items()
    )


def of_a_kind(one: str) -> bool:
    """Say whether a word is of a closed kind, such as the months."""
    return one in _contrasts()


def converse(one: str, other: str) -> bool:
    """Say whether two words tell one event from its two ends, as `lend` and `borrow` do."""
    return frozenset((one, other)) in _converses()


@cache
def known(word: str) -> bool:
    """Say whether a stem is a word of the thesaurus, and so no slip of the keys."""
    return word in _groups() or word in _with_opposite()


def slip(typed: str, meant: str) -> bool:
    """Say whether one word is the other with a slip of the keys; a word that there is was meant as it stands."""
    if len(meant) > SHORT and sorted(typed) == sorted(meant) and OSA.distance(typed, meant) == 1:
        return True  # two letters have changed places: a slip even where it makes another word, as `trail` for `trial`
    allowed = (len(meant) >= SHORT) + (len(meant) >= LONG)
    if not allowed or OSA.distance(typed, meant, score_cutoff=allowed) > allowed or typed in numerals("cardinal"):
        return False
    return not known(stem(typed))


@cache
def _own() -> dict[str, frozenset[int]]:
    """Return the sets of our own list, and of words of one family, that a stem is in."""
    return _sets(([stem(word) for word in row] for row in table("synonyms.txt")), table("wordnet/kin.txt"))


@cache
def _groups() -> dict[str, frozenset[int]]:
    own = ([stem(word) for word in row] for row in table("synonyms.txt"))
    return _sets(own, table("wordnet/synonyms.txt"), table("wordnet/kin.txt"))


def _sets(*lists: Iterable[Iterable[str]]) -> dict[str, frozenset[int]]:
    """Number the sets of all lists, and return those that each stem is in."""
    groups: dict[str, set[int]] = {}
    for index, row in enumerate(chain(*lists)):
        for word in row:
            if word not in empty_words():
                groups.setdefault(word, set()).add(index)
    return {word: frozenset(indexes) for word, indexes in groups.items()}


@cache
def _near() -> dict[str, frozenset[str]]:
    return {low: frozenset(high) for low, *high in table("moby/near.txt")}


@cache
def _doers() -> frozenset[str]:
    return frozenset(ending for row in table("doers.txt") for ending in row)


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    pairs = {(one, other) for one, other in table("wordnet/opposites.txt")}
    return _own_opposites() | pairs | {(other, one) for one, other in pairs}


@cache
def _own_opposites() -> frozenset[tuple[str, str]]:
    pairs = {
        (stem(one), stem(other))
        for left, right in table("opposites.tsv")
        for one in left.split()
        for other in right.split()
    }
    return frozenset(pairs | {(other, one) for one, other in pairs})


@cache
def _with_opposite() -> frozenset[str]:
    return frozenset(one for one, _ in _opposites())


@cache
def _contrasts() -> dict[str, dict[int, int]]:
    """Return for each stem the sets that it is in, and the place of its alternative there."""
    found: dict[str, dict[int, int]] = {}
    for index, row in enumerate(table("contrasts.tsv")):
        for place, alternative in enumerate(row):
            for word in alternative.split():
                found.setdefault(stem(word), {})[index] = place
    return found


@cache
def _converses() -> frozenset[frozenset[str]]:
    rows: Iterable[Iterable[str]] = table("converses.txt")
    return frozenset(frozenset(pair) for row in rows for pair in combinations([stem(word) for word in row], 2))
